// What WordPress has read from the file of a picture. It stores that as a serialised value of PHP.

/** The credit and the copyright that the file itself has; empty where it has none. */
export function pictureMetadata(serialised: string): {credit: string; copyright: string} {
  const whole = unserialised(serialised.trim())
  const image = whole instanceof Map ? whole.get('image_meta') : undefined
  const textOf = (name: string): string => {
    const value = image instanceof Map ? image.get(name) : undefined
    return typeof value === 'string' ? value : ''
  }
  return {credit: textOf('credit'), copyright: textOf('copyright')}
}

/** Numbers are texts here: nobody counts with them. */
type Value = string | null | Map<string, Value>

/** Null where the value is damaged. */
function unserialised(text: string): Value {
  // PHP counts bytes.
  const bytes = new TextEncoder().encode(text)
  const decoder = new TextDecoder()
  let at = 0
  const take = (length: number): string => {
    if (!(length >= 0 && at + length <= bytes.length)) throw new RangeError('The value is cut off.')
    const taken = decoder.decode(bytes.subarray(at, at + length))
    at += length
    return taken
  }
  const until = (mark: ':' | ';'): string => {
    const end = bytes.indexOf(mark.charCodeAt(0), at)
    const taken = take(end - at)
    at += 1
    return taken
  }
  const value = (depth: number): Value => {
    const kind = take(2)
    if (kind === 'N;') return null
    if (kind === 's:') return take(Number(until(':')) + 3).slice(1, -2)
    if (kind !== 'a:') return until(';')
    if (depth > DEPTH) throw new RangeError('The value is too deep.')
    const members = Number(until(':'))
    const map = new Map<string, Value>()
    take(1)
    for (let index = 0; index < members; index++) {
      const key = value(depth + 1)
      const member = value(depth + 1)
      if (typeof key === 'string') map.set(key, member)
    }
    take(1)
    return map
  }
  try {
    return value(0)
  } catch {
    return null
  }
}

const DEPTH = 20
