// Paragraphs with words that are annotated with a quote.

/** Plain words, or words with the ID of the quote that they come from, and more marks on them. */
export type Words = string | [words: string, quote?: string, ...marks: string[]]

/** A paragraph with the key `key`. The annotation of its nth words has the key `m<n>`, from 0. */
export function quoting(key: string, ...words: Words[]) {
  const spans = words.map((one) => (typeof one === 'string' ? ([one] as const) : one))
  return {
    _key: key,
    _type: 'block',
    style: 'normal',
    markDefs: spans.flatMap(([, quote], index) =>
      quote === undefined
        ? []
        : [{_key: `m${index}`, _type: 'quotation', quote: {_type: 'reference', _ref: quote}}],
    ),
    children: spans.map(([text, quote, ...marks], index) => ({
      _key: `s${index}`,
      _type: 'span',
      text,
      marks: quote === undefined ? marks : [...marks, `m${index}`],
    })),
  }
}
