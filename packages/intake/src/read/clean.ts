// Characters that print nothing, and white space.

const INVISIBLE =
  /[[\p{Cc}--[\t\n\v\f\r\x85]]\xAD\u200B\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFFF9-\uFFFC]/gv

/** Chinese and Japanese characters: no space is written between them. */
const WIDE_CLASS =
  '\\u2E80-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\uFF01-\\uFF60\\uFFE0-\\uFFE6\\u{20000}-\\u{3FFFF}'
const WIDE = new RegExp(`[${WIDE_CLASS}]`, 'u')
const WIDE_END = new RegExp(`[${WIDE_CLASS}…―]$`, 'u')
const WIDE_START = new RegExp(`^[${WIDE_CLASS}…―]`, 'u')
const ALL_WIDE = new RegExp(`[${WIDE_CLASS}]`, 'gu')

export const isWide = (text: string): boolean => WIDE.test(text)

/** How many columns a text takes: a wide character takes two. */
export const columnsOf = (text: string): number =>
  text.length + (WIDE.test(text) ? (text.match(ALL_WIDE)?.length ?? 0) : 0)

/** Lone halves of a pair of units, too. */
const CHANGED =
  /[[\p{Cc}--[\t\n\v\f\r]]\xAD\u200B\u2011\u202A-\u202E\u2060-\u2064\u2066-\u2069\uD800-\uDFFF\uFEFF\uFFF9-\uFFFC]/v

/** A text without characters that print nothing. */
export const visible = (text: string): string =>
  CHANGED.test(text)
    ? text.toWellFormed().replace(INVISIBLE, '').replaceAll('\u2011', '-').replaceAll('\x85', '\n')
    : text

/** What is written in place of white space between two texts. */
export function spaceBetween(before: string, space: string, after: string): string {
  const isAfterWide = WIDE_END.test(before.slice(-2))
  const isBeforeWide = WIDE_START.test(after)
  if (space.includes('\u3000')) return isAfterWide || isBeforeWide ? '\u3000' : ' '
  return isAfterWide && isBeforeWide && /[\n\r]/.test(space) ? '' : ' '
}

/** A text with single spaces, and none at its ends. */
export const tidy = (text: string): string =>
  visible(text)
    .replaceAll(/[^\S ]\s*| \s+/g, (space: string, at: number, whole: string) => {
      const end = at + space.length
      return spaceBetween(whole.slice(Math.max(at - 2, 0), at), space, whole.slice(end, end + 2))
    })
    .trim()

/** A line of nothing but ornaments parts what is above from what is below. Mails have `--` above the signature. */
export const isSeparator = (text: string): boolean =>
  /^(?!--$)[\s_*\-–—=~•·#＊◇◆☆★○●□■]+$/.test(text)
