// What the search for speakers works on, whatever the language.
import type {Stretch} from '../article.ts'

/** A paragraph, heading or caption in which people are named and words are quoted. */
export interface Passage {
  /** Position in `Article.body`; null for a caption or the dek, which only name people. */
  block: number | null
  text: string
  isHeading: boolean
  /** An entry of a list, which is about nobody. */
  isItem?: boolean
}

/** Words between marks. `from` and `to` are without the marks. */
export interface Quoted extends Stretch {
  words: string
  /** Of the whole with its marks. */
  outer: Stretch
  /** 1 for what follows an interruption: "Words," she said, "more words." within one pair of marks. */
  part?: number
}
