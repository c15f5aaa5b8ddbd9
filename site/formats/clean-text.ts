/** All that XML 1.0 has no place for, not even as a reference: control characters above all. */
const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/**
 * The text without characters that parsers reject: control characters are removed, half surrogate pairs
 * become U+FFFD.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(ILLEGAL, '')
}
