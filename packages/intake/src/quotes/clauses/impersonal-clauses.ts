// "In der Anklage ist von „…“ die Rede", "Desde Lumera insisten": a text or an organisation instead of a person.
import {NONE, WORD_END, pattern, sourceOf} from '../../parts/patterns.ts'
import type {Region} from '../region.ts'
import {StoryPart} from '../story-part.ts'
import type {Subject} from '../subject.ts'

/** The text that the words are in, or the organisation that somebody speaks for. */
export class ImpersonalClauses extends StoryPart {
  /** "the rule book provides for", "in einem Bericht als": a text in which the words are. */
  inDocument(before: string): Subject | null {
    const phrase = this.phrases.in(before).findLast(({kind}) => kind === 'document')
    return phrase ? this.meanings.resolve(phrase, before) : null
  }

  /** "In der Anklage ist von „…“ die Rede" */
  spokenOf({before, after}: Pick<Region, 'before' | 'after'>): Subject | null {
    const {inText = NONE} = this.rules.speech
    const isOne = pattern(inText, '^(?:%)').test(`${before}~${after}`.trimStart())
    return isOne ? this.inDocument(before) : null
  }

  /** « … », y lit-on page 8: the text that was spoken of last. */
  inTextAbove(after: string): Subject | null {
    const isIn = pattern(this.rules.speech.inIt ?? NONE, `^[~\\s]*,\\s(?:%)${WORD_END}`)
    return isIn.test(after) ? this.memory.lastText : null
  }

  /** « … », indique-t-on à la mairie. "Desde Lumera insisten": somebody speaks for an organisation. */
  ofOrganisation({before, after}: Pick<Region, 'before' | 'after'>): Subject | null {
    const {houses, impersonal = NONE} = this.rules.speech
    if (!houses) return null
    const behind = pattern(
      impersonal,
      `^[~\\s]*,\\s(?:%)\\s(?=(?:${sourceOf(houses)})(?:\\s|(?<=[’'])))`,
    ).exec(after)?.[0]
    if (behind !== undefined) return this.organisationIn(after.slice(behind.length))
    const clause = /[^.;:!?~]*(?=:?\s*$)/u.exec(before)?.[0].trimStart() ?? ''
    const verb = pattern(
      impersonal,
      `^(?:${sourceOf(houses)})(?:\\s|(?<=[’']))[^,~]{2,60}?(?=,?\\s(?:%)(?:\\s|$))`,
    ).exec(clause)
    return verb ? this.organisationIn(verb[0]) : null
  }

  /** `text` begins with the preposition. */
  private organisationIn(text: string): Subject | null {
    const {houses = NONE} = this.rules.speech
    const end = pattern(houses, '^(?:%)\\s?').exec(text)?.[0].length ?? 0
    const phrase = this.phrases
      .in(text)
      .find(
        ({from, to, kind}) =>
          from <= end &&
          to > end &&
          ['institution', 'body', 'anonymous', 'document'].includes(kind),
      )
    return phrase ? this.meanings.resolve(phrase, text) : null
  }
}
