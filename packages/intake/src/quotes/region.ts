// The words around a quotation.

/** What is around quoted words, without words that are quoted. */
export interface Region {
  /** Of the sentence, from the quotation before. */
  before: string
  /** Up to the next quotation. */
  after: string
  /** The sentence. */
  whole: string
  /** What is quoted. */
  words: string
}
