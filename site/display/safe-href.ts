const SCHEMES = new Set(['http:', 'https:', 'mailto:'])

/**
 * The address as a browser would follow it, or `undefined` where it could run code or hide where it
 * leads. Content is somebody else's: the studio refuses such links, an import may still hold them.
 */
export function safeHref(address: unknown): string | undefined {
  if (typeof address !== 'string') return undefined
  const url = URL.parse(address)
  if (!url || !SCHEMES.has(url.protocol) || url.username || url.password) return undefined
  return url.href
}
