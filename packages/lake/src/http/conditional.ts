// Conditional requests: what the client has already need not be sent again.
import type {Context} from 'hono'

/** Whether `If-None-Match` names this strong validator (with its quotation marks), or any. */
export function isKnownToClient(c: Context, etag: string): boolean {
  const header = c.req.header('if-none-match')
  if (header === undefined) return false
  const given = header.split(',').map((tag) => tag.trim())
  // A proxy that compresses makes the validator a weak one.
  return given.includes('*') || given.some((tag) => tag.replace(/^W\//, '') === etag)
}
