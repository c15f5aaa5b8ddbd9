// Quotation marks around words: a quote is stored without them, and the page adds those of its language.

const PAIRS: Record<string, string> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '‘': '’',
  '„': '“',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
}

/**
 * The same words without spaces and a pair of marks around them. Marks inside (“He said ‘no’ to me”) are the speaker's,
 * so both ends must match and nothing close between.
 */
export function withoutQuotationMarks(text: string): string {
  const words = text.trim()
  const [open = ''] = words
  const close = PAIRS[open]
  const inside = words.slice(1, -1)
  const isPair = close !== undefined && words.length > 1 && words.endsWith(close)
  return isPair && !inside.includes(open) && !inside.includes(close) ? inside.trim() : words
}
