// The classic editor stores paragraphs as blank lines; WordPress makes elements of them when a page is shown.

const BLOCK =
  'address|article|aside|blockquote|details|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|main|nav|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul|video|audio|object'
const STARTS_BLOCK = new RegExp(`^<(?:/)?(?:${BLOCK})\\b`, 'i')
const OPENING = new RegExp(`(<(?:${BLOCK})\\b[^>]*>)`, 'gi')
const CLOSING = new RegExp(`(</(?:${BLOCK})>)`, 'gi')
/** Text in these is left as it is. */
const WHOLE = /<(pre|script|style|svg|textarea)\b[^>]*>[^]*?<\/\1>/gi

/** HTML with a `p` element for each paragraph and a `br` for each line break. */
export function withParagraphs(text: string): string {
  const whole: string[] = []
  const html = text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(WHOLE, (found) => `\n\n<div data-whole="${whole.push(found) - 1}"></div>\n\n`)
    .replaceAll(/<!--(?:more|nextpage)[^>]*?-->/gi, '\n\n')
    .replaceAll(OPENING, '\n\n$1')
    .replaceAll(CLOSING, '$1\n\n')
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => (STARTS_BLOCK.test(part) ? part : `<p>${withBreaks(part)}</p>`))
    .join('\n')
  return html.replaceAll(
    /<div data-whole="(\d+)"><\/div>/g,
    (_found, at: string) => whole[Number(at)] ?? '',
  )
}

const withBreaks = (part: string): string => part.replaceAll(/(?<!<br\s*\/?>)\n/gi, '<br>\n')
