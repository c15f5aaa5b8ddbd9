/** No remark is this long; the form itself allows much less. */
const MOST_BYTES = 1024 * 1024

/** The trimmed fields of a form, without empty ones. Null if it is not a form, or too long. */
export async function readForm(request: Request): Promise<Record<string, string> | null> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded') || !request.body) return null
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body) {
    size += part.byteLength
    if (size > MOST_BYTES) return null
    parts.push(part)
  }
  const text = await new Blob(parts as BlobPart[]).text()
  return Object.fromEntries(
    [...new URLSearchParams(text)].flatMap(([name, value]) => {
      const trimmed = value.trim()
      return trimmed === '' ? [] : [[name, trimmed]]
    }),
  )
}
