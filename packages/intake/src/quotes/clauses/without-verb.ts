// `One official was blunter: "…"`: sentences without a verb of speech beside the words.
import {WORD_END, WORD_START, pattern, wordsOf} from '../../parts/patterns.ts'
import {lastClause} from '../phrases.ts'
import type {Region} from '../region.ts'
import {StoryPart} from '../story-part.ts'
import type {Subject} from '../subject.ts'
import {BeforeVerb} from './before-verb.ts'
import {VerbForms} from './verb-forms.ts'

/** Who speaks where no verb of speech is beside the words. */
export class WithoutVerb extends StoryPart {
  private readonly beforeVerb = new BeforeVerb(this.meanings)
  private readonly verbForms = new VerbForms(this.meanings)

  /** `One official was blunter: "`: no verb of speech is needed before a colon. */
  beforeColon(before: string): Subject | null {
    if (!/[:：]\s*$/u.test(before)) return null
    const text = before.replace(/[:：]\s*$/u, '')
    const said = this.verbForms.reported({before, after: ''})
    if (said) return said
    const phrase = this.phrases
      .in(text)
      .find(
        ({isGoverned, kind, isIndefinite}) => !isGoverned && (kind !== 'unknown' || isIndefinite),
      )
    const {pluralVerbs} = this.rules.speech
    const isOfMany =
      phrase === undefined &&
      pluralVerbs !== undefined &&
      pattern(
        pluralVerbs,
        `(?:^\\s?|\\s(?:${wordsOf(this.rules.head.and)})\\s)(?:se\\s)?(?:%)\\s`,
      ).test(text)
    const pair = isOfMany ? this.memory.lastPair() : null
    if (pair) return pair
    // "Puis, après un silence : « … »"
    const isShort = /^[^.!?~]{0,60}$/u.test(text) && !/[.!?]\s/u.test(text)
    return phrase ? this.meanings.resolve(phrase, text) : isShort ? this.memory.speakingHere : null
  }

  /** "The diocese “takes note of the vote”": the verb is within the marks. */
  besideWords({before, words}: Region): Subject | null {
    if (!/^\p{Ll}/u.test(words)) return null
    const text = lastClause(before)
    const phrase = this.phrases.in(text).find(({isGoverned}) => !isGoverned)
    const canSpeak = phrase && !['unknown', 'pronoun', 'relative'].includes(phrase.kind)
    const isBeside = canSpeak && /^\s$|^,[^,]*,\s$/u.test(text.slice(phrase.to))
    return isBeside ? this.meanings.resolve(phrase, text) : null
  }

  /** Nothing but a name after the words, far from a verb: « … », une hôtelière. */
  subjectLater(after: string): Subject | null {
    const verb = pattern(this.rules.speech.verbs, `${WORD_START}%${WORD_END}`).exec(after)
    return verb ? this.beforeVerb.subjectIn(after.slice(0, verb.index)) : null
  }
}
