/** @param location a path with its search, or an address */
export function redirect(
  status: 301 | 302 | 303,
  location: string,
  headers: Record<string, string> = {},
): Response {
  return new Response(null, {status, headers: {...headers, location}})
}
