/**
 * Parses the `Authorization` header. Returns the bearer token, or an empty string if the header has
 * none. Undefined for other schemes, which are for a proxy, and without a header: then the cookie
 * decides.
 */
export function readBearer(authorization: string | undefined): string | undefined {
  const bearer = /^Bearer(?:\s+(.*))?$/i.exec(authorization?.trim() ?? '')
  return bearer ? (bearer[1] ?? '') : undefined
}
