import type {CustomValidator} from 'sanity'

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
 * A quote is stored without the marks around it; the page adds those of its language. Marks inside
 * (“He said ‘no’ to me”) are the speaker's words, so both ends must match and nothing close between.
 */
export const withoutOuterQuotationMarks: CustomValidator<string | undefined> = (text) => {
  const trimmed = text?.trim() ?? ''
  const [open = ''] = trimmed
  const close = PAIRS[open]
  if (!close || trimmed.length < 2 || !trimmed.endsWith(close)) return true
  const inside = trimmed.slice(1, -1)
  return (
    inside.includes(open) ||
    inside.includes(close) ||
    'Leave out the quotation marks around the quote: the page adds them.'
  )
}
