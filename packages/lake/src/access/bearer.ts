// The one reading of an `Authorization` header, for whoever has to know whether it decides who asks.

/**
 * The bearer's secret; empty where the header names none. Undefined for other schemes (a proxy's
 * business) and for no header: then the cookie decides.
 */
export function readBearer(authorization: string | undefined): string | undefined {
  const bearer = /^Bearer(?:\s+(.*))?$/i.exec(authorization?.trim() ?? '')
  return bearer ? (bearer[1] ?? '') : undefined
}
