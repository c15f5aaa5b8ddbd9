/** SHA-256 of a text or of bytes, in base64 as Content-Security-Policy wants it. */
export async function digest(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const data = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const bytes = await crypto.subtle.digest('SHA-256', data)
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
}
