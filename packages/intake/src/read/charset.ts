// Bytes become text, whatever program wrote them.

/** A text of a file: what its first bytes say, what it declares, what its bytes can be. */
export function decode(bytes: Uint8Array, declared: string | null): string {
  const mark = markOf(bytes)
  if (mark) return new TextDecoder(mark).decode(bytes)
  const wide = wideLatin(bytes)
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
  return wideJapanese(bytes) ?? japanese(bytes) ?? new TextDecoder('windows-1252').decode(bytes)
}

/** XML of an Office file is UTF-8, or UTF-16 with its mark. */
export const decodeXml = (bytes: Uint8Array): string =>
  new TextDecoder(markOf(bytes) ?? 'utf-8').decode(bytes)

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

/** UTF-16 without its mark has a zero in every other byte of a Latin text. */
function wideLatin(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096)
  let even = 0
  let odd = 0
  for (let at = sample.indexOf(0); at >= 0; at = sample.indexOf(0, at + 1)) {
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  const enough = sample.length * 0.2
  if (odd > enough && even < odd / 10) return 'utf-16le'
  return even > enough && odd < even / 10 ? 'utf-16be' : null
}

/** A Japanese text in UTF-16 without its mark. */
function wideJapanese(bytes: Uint8Array): string | null {
  const isPlain = (text: string): boolean =>
    kanaShare(text) > 0.2 && !/[^\p{L}\p{M}\p{N}\p{P}\p{S}\s]/u.test(text)
  const texts = ['utf-16le', 'utf-16be'].map((label) => strictly(label, bytes))
  return texts.find((text) => text !== null && isPlain(text)) ?? null
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
