// The words that a tab and the lake exchange over the one socket that carries every event stream.

/** What a tab sends. `id` is chosen by the tab and names one stream on its socket. */
export type ClientFrame =
  | {type: 'open'; id: number; url: string; headers: Record<string, string>}
  | {type: 'abort'; id: number}

/** What the lake answers: one `head`, any number of `data`, one `end`. */
export type ServerFrame =
  | {type: 'head'; id: number; status: number; headers: Record<string, string>}
  | {type: 'data'; id: number; d: string}
  | {type: 'end'; id: number}

/** Reads a frame of the lake's; null for anything that is none (a later lake may know more words). */
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
