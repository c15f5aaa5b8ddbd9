// The messages between a tab and the lake on the one socket that carries all event streams.

/** Messages from a tab. The tab chooses `id`, which names one stream on its socket. */
export type ClientFrame =
  | {type: 'open'; id: number; url: string; headers: Record<string, string>}
  | {type: 'abort'; id: number}

/** Messages from the lake: one `head`, any number of `data`, one `end`. */
export type ServerFrame =
  | {type: 'head'; id: number; status: number; headers: Record<string, string>}
  | {type: 'data'; id: number; d: string}
  | {type: 'end'; id: number}

/** Parses a message from the lake; null for an unknown message, as a newer lake may send. */
export function parseServerFrame(text: unknown): ServerFrame | null {
  if (typeof text !== 'string') return null
  let frame: unknown
  try {
    frame = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof frame !== 'object' || frame === null) return null
  const {type, id} = frame as {type?: unknown; id?: unknown}
  if (typeof id !== 'number') return null
  return type === 'head' || type === 'data' || type === 'end' ? (frame as ServerFrame) : null
}
