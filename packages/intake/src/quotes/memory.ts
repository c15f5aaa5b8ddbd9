// What an article has told up to the words that are looked at.
import type {Entity} from './entities.ts'
import {type Subject, organised, people, personal} from './subject.ts'

/** Who and what was spoken of last, and where in the article the reading is. */
export class Memory {
  /** Who was spoken of last, by what a pronoun asks for. */
  person: Entity | null = null
  institution: Entity | null = null
  recent: Entity[] = []
  /** Who spoke last. */
  speaking: Subject | null = null
  /** Who spoke before in the paragraph. */
  speakingHere: Subject | null = null
  /** Who spoke before in the sentence. */
  speakingNow: Subject | null = null
  /** The paragraph that is looked at, without its quoted words. */
  paragraph = ''
  /** Of the paragraph, what is before the sentence. */
  earlier = ''
  /** The sentence before the stretch that is looked at. */
  ahead = ''
  /** The sentence up to the words that are looked at. */
  sentence = ''
  readonly byGender: {female: Entity | null; male: Entity | null} = {
    female: null,
    male: null,
  }
  /** "dirigida a un editor": what somebody is whom the article does not name. */
  readonly strangers = new Set<string>()
  /** Who was spoken of last, if nobody was named since: "a clerk at the pawnshop". */
  nameless: Subject | null = null
  /** "Analysts at Norbank", if the sentence before is about several whom it does not name. */
  group: Subject | null = null
  /** An organisation was the subject of the last sentence that named somebody. */
  isBodyLatest = false
  /** The organisation that the last sentence named, if it named nobody else. */
  onlyBody: Entity | null = null
  /** A text without an owner was the subject of the last sentence: "A sign has appeared." */
  text: Subject | null = null
  /** The text that was spoken of last: "Le rapport est sévère." */
  lastText: Subject | null = null

  /** The two who were spoken of last. */
  lastPair(): Subject | null {
    return this.nameless === null && this.recent.length > 1 ? people(this.recent.slice(-2)) : null
  }

  lastSubject(): Subject | null {
    if (this.nameless) return this.nameless
    return this.person && !(this.isBodyLatest && this.institution)
      ? personal(this.person)
      : this.institution
        ? organised(this.institution)
        : null
  }
}
