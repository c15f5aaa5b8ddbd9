// An article in Japanese with its quotations, as japanese.test.ts reads it.

type Form = 'direct' | 'partial' | 'document'

export interface AnnotatedArticle {
  name: string
  /** A line is a passage: `# ` a heading, `^ ` a caption, headline or dek, else a paragraph. `> ` begins a pull quote. */
  text: string
  /**
   * In order. The last entry is who says it: `name/title/affiliation`, several joined by ` + `, `@name` an institution,
   * `~words` an attribution.
   */
  quotes: [words: string, form: Form, said: string][]
  /** Between quotation marks, but said by nobody. */
  notQuotes: string[]
}
