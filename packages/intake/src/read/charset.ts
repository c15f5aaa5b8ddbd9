// Bytes become text, whatever program wrote them.

/** A text of a file: what its first bytes say, what it declares, what its bytes can be. */
export function decode(bytes: Uint8Array, declared: string | null): string {
  const mark = markOf(bytes)
  if (mark) return new TextDecoder(mark).decode(bytes)
  const wide = wideWithoutMark(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  if (hasEscapes(bytes)) return new TextDecoder('iso-2022-jp').decode(bytes)
  // Before what is declared: bytes that are valid UTF-8 by chance are rare, wrong declarations are not.
  const text = strictly('utf-8', bytes)
  if (text !== null) return text
  const label = declared?.trim().toLowerCase() ?? ''
  if (label !== '' && !/^utf-?(8|16)/.test(label)) {
    const read = strictly(label, bytes)
    if (read !== null) return read
  }
  return japanese(bytes) ?? new TextDecoder('windows-1252').decode(bytes)
}

/** The character set that a page names in its head. */
export function declaredInPage(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096))
  const found =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head) ??
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)/i.exec(head)
  return found?.[1] ?? null
}

function markOf([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/** UTF-16 has a zero in every other byte of a Latin text, and plain characters in a Japanese one. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2]! += 1
  const enough = sample.length * 0.2
  if (zeros[1]! > enough && zeros[0]! < zeros[1]! / 10) return 'utf-16le'
  if (zeros[0]! > enough && zeros[1]! < zeros[0]! / 10) return 'utf-16be'
  const isPlain = (label: string): boolean => {
    const text = strictly(label, sample)
    return text !== null && kanaShare(text) > 0.2 && !/[^\p{L}\p{M}\p{N}\p{P}\p{S}\s]/u.test(text)
  }
  return ['utf-16le', 'utf-16be'].find(isPlain) ?? null
}

/** ESC $ begins Japanese characters in old mails. */
function hasEscapes(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(0x1b)
  return at >= 0 && bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40)
}

/** Null where a byte cannot be read. */
function strictly(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, {fatal: true}).decode(bytes)
  } catch {
    return null
  }
}

/** Shift_JIS or EUC-JP if the text then is Japanese. */
function japanese(bytes: Uint8Array): string | null {
  const [best] = ['shift_jis', 'euc-jp']
    .map((label) => strictly(label, bytes))
    .filter((text) => text !== null)
    .map((text) => ({text, share: kanaShare(text)}))
    .toSorted((a, b) => b.share - a.share)
  return best && best.share > 0.1 ? best.text : null
}

/** Accents of other languages become half-width katakana, which therefore do not count. */
function kanaShare(text: string): number {
  const foreign = text.match(/[^\0-\x7F]/gu)?.length ?? 0
  const kana = text.match(/[\u3041-\u30FE]/g)?.length ?? 0
  return foreign === 0 ? 0 : kana / foreign
}
