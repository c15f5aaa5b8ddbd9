// What the parts of a story have in common: all ask the same memory, cast and rules.
import type {LanguageRules} from '../languages/rules.ts'
import type {Cast} from './cast.ts'
import type {Meanings} from './meanings.ts'
import type {Memory} from './memory.ts'
import type {Phrases} from './phrases.ts'

/** Reads sentences with what was told before. */
export class StoryPart {
  protected readonly meanings: Meanings
  protected readonly memory: Memory
  protected readonly phrases: Phrases
  protected readonly cast: Cast
  protected readonly rules: LanguageRules

  constructor(meanings: Meanings) {
    this.meanings = meanings
    this.memory = meanings.memory
    this.phrases = meanings.phrases
    this.cast = meanings.cast
    this.rules = meanings.rules
  }
}
