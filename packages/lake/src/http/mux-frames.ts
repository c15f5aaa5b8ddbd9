// The JSON text frames of the mux. The studio's transport module is the other side.

import type {ClientFrame, ServerFrame} from '../browser/frames.ts'
import {isRecord} from '../is-record.ts'

export type {ClientFrame, ServerFrame}

/** Headers that a stream may bring along; all others belong to the upgrade. */
const HEADERS = new Set(['authorization', 'last-event-id'])

/** Null for anything that is not a frame. Headers that a client may not set are dropped. */
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
