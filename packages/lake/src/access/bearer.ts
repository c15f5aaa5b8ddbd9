// Parses the `Authorization` header, for everything that must know whether it names the actor.

/**
 * The bearer's secret; empty where the header names none. Undefined for other schemes (a proxy's
 * business) and for no header: then the cookie decides.
 */
export function readBearer(authorization: string | undefined): string | undefined {
  const bearer = /^Bearer(?:\s+(.*))?$/i.exec(authorization?.trim() ?? '')
  return bearer ? (bearer[1] ?? '') : undefined
}
