// "he says", "the Dunns said", "wie die Polizei mitteilte": short clauses with a verb of speech of their own.
import {WORD_END, WORD_START, pattern, sourceOf} from '../../parts/patterns.ts'
import type {Region} from '../region.ts'
import {StoryPart} from '../story-part.ts'
import type {Subject} from '../subject.ts'

/** Who speaks, by a short clause within the sentence. */
export class ShortClauses extends StoryPart {
  /** "They have, he says, become “bearable”": the clause between commas. */
  inserted(before: string): Subject | null {
    const {names, speech} = this.rules
    if (!names.hasLateBodies) return null
    const clause = pattern(
      speech.verbs,
      `(?<=\\p{L},\\s)(?<who>[^,~:]{2,40}?)\\s(?:both\\s|now\\s)?(?:%),\\s(?:[^,~:]*\\s)?$`,
    ).exec(before)
    if (!clause) return null
    const end = clause.index + (clause.groups?.['who']?.length ?? 0)
    // Whom the sentence has named may be "he".
    const text = before.slice(0, end)
    const phrase = this.phrases
      .in(text)
      .find(({from, to}) => [0, 1].includes(from - clause.index) && to === end)
    return phrase ? this.meanings.resolve(phrase, text) : null
  }

  /** "Wie die Polizei mitteilte, war das Auto „…“" */
  asSaid(text: string): Subject | null {
    const {speech, head} = this.rules
    if (!speech.hasCapitalNouns) return null
    const who = pattern(
      speech.verbs,
      `(?:^|,\\s)\\s?wie\\s(?<who>[^,;:~]{3,80}?)\\s(?:\\p{Ll}+)?(?:%)(?:[,.]|$|\\s(?:${sourceOf(head.and)})\\s)`,
    ).exec(text)?.groups?.['who']
    const phrase = this.phrases
      .in(who ?? '')
      .find(({isGoverned, kind, from}) => !isGoverned && kind !== 'unknown' && from <= 30)
    return who !== undefined && phrase ? this.meanings.resolve(phrase, who) : null
  }

  /** "She said the driver had told her: …": who speaks in what somebody else says. */
  told(before: string): Subject | null {
    const {names, speech} = this.rules
    const had = names.hasLateBodies
      ? /\shad\s(?:told|asked|warned|texted|answered|replied)(?:\s(?:him|her|them|us|me))?[:,]?\s$/u.exec(
          before,
        )
      : null
    const phrase = had && this.phrases.in(before).findLast(({to}) => to === had.index)
    const ahead = before.slice(0, phrase?.from ?? 0)
    if (!phrase || !pattern(speech.verbs, `${WORD_START}%\\s(?:that\\s)?$`).test(ahead)) return null
    return phrase.kind === 'anonymous'
      ? this.meanings.nobody(phrase.text)
      : this.meanings.resolve(phrase, before)
  }

  /** "the Dunns said": all of that surname. */
  family({before, after}: Pick<Region, 'before' | 'after'>): Subject | null {
    const {names, speech} = this.rules
    if (!names.hasLateBodies) return null
    const family = '(?:[tT]he)\\s(?<family>\\p{Lu}[\\p{L}’-]+s)'
    const name =
      pattern(
        speech.verbs,
        `^[~\\s,]*(?:(?:%)\\s)?${family}(?=\\s(?:%)${WORD_END}|[,.])`,
        'u',
      ).exec(after)?.groups ??
      pattern(speech.verbs, `(?:^|[,.~]\\s)${family}\\s(?:%)[\\s:,]*$`, 'u').exec(before)?.groups
    return name?.['family'] === undefined ? null : this.meanings.family(name['family'])
  }
}
