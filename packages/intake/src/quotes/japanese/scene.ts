// What the search for speakers knows of an article.
import type {Cast} from './cast.ts'
import type {Actor, Subject} from './subjects.ts'

export interface Said extends Actor {
  isDocument: boolean
}

/** What the search knows of the article, and of the words before. */
export interface Scene {
  cast: Cast
  subjects: Subject[][]
  /** Who said what, in order. */
  said: (Actor & {line: number; at: number})[]
}
