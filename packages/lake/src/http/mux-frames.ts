// The JSON text frames of the mux. The studio's transport module is the other side.

/** What a client sends. */
export type ClientFrame =
  | {type: 'open'; id: number; url: string; headers: Record<string, string>}
  | {type: 'abort'; id: number}

/** What the server sends. `d` is text: event streams are UTF-8. */
export type ServerFrame =
  | {type: 'head'; id: number; status: number; headers: Record<string, string>}
  | {type: 'data'; id: number; d: string}
  | {type: 'end'; id: number}

/** Headers that a stream may bring along; all others belong to the upgrade. */
const HEADERS = new Set(['authorization', 'last-event-id'])

/** Null for anything that is no frame. Headers that are not for the client to set are dropped. */
export function parseClientFrame(text: string): ClientFrame | null {
  let frame: unknown
  try {
    frame = JSON.parse(text)
  } catch {
    return null
  }
  if (!isRecord(frame)) return null
  const {type, id, url, headers = {}} = frame
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || id < 0) return null
  if (type === 'abort') return {type, id}
  if (type !== 'open' || typeof url !== 'string' || !isRecord(headers)) return null
  const taken: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    // A value that breaks the line would be another header.
    if (typeof value !== 'string' || /[^\t\x20-\x7e]/.test(value)) return null
    if (HEADERS.has(name.toLowerCase())) taken[name.toLowerCase()] = value
  }
  return {type, id, url, headers: taken}
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
