// "Das sei „…“ gewesen", "was rejected by": clauses in which the form of the verb shows who speaks.
import {
  NONE,
  WORD_END,
  WORD_START,
  pattern,
  sourceOf,
  together,
  wordPattern,
  wordsOf,
} from '../../parts/patterns.ts'
import {lastClause} from '../phrases.ts'
import type {Region} from '../region.ts'
import {StoryPart} from '../story-part.ts'
import {personal, type Subject} from '../subject.ts'
import {BeforeVerb} from './before-verb.ts'

/** Who speaks, by a subjunctive, a participle, a passive or a dative. */
export class VerbForms extends StoryPart {
  private readonly beforeVerb = new BeforeVerb(this.meanings)

  /** "Das sei „ein Missverständnis“ gewesen.": the form of the verb shows that somebody said it. */
  reported({before, after}: Pick<Region, 'before' | 'after'>): Subject | null {
    const forms = pattern(this.rules.speech.reported, `${WORD_START}(?:%)${WORD_END}`)
    if (!forms.test(before) && !forms.test(after)) return null
    // "Ann Poll zeigte sich zurückhaltend: Das sei „…“"
    const ahead = /^[^:]*(?=:\s[^:]*\p{L})/u.exec(before)?.[0] ?? ''
    return (ahead === '' ? null : this.beforeVerb.subjectIn(ahead)) ?? this.memory.lastSubject()
  }

  /** "Ihr Mandant habe es „nicht bestritten“": what a lawyer says of a client. */
  ofLawyer(before: string): Subject | null {
    const {names, speech} = this.rules
    const isReported = pattern(
      speech.clients ?? NONE,
      `^\\s?(?:${wordsOf(names.possessives)})\\s(?:%)\\s(?:[^~]*\\s)?(?:${sourceOf(speech.reported)})\\s`,
    ).test(before)
    return isReported && this.memory.person ? personal(this.memory.person) : null
  }

  /** `Der Anzeiger hat den Streit „…“ genannt`: the participle is behind the words, the subject beside the auxiliary. */
  perfect({before, after}: Pick<Region, 'before' | 'after'>): Subject | null {
    const {speech} = this.rules
    if (!speech.hasCapitalNouns) return null
    const participle = pattern(
      together(speech.verbs, speech.calls),
      `^\\s(?:\\p{Ll}+\\s)?(?=\\p{L}*ge\\p{L}+|\\p{L}+t${WORD_END}|\\p{L}+en${WORD_END})%(?:[,.;]|\\s(?:hat|habe|haben|hatte|hatten)|$)`,
    )
    const clause = lastClause(before)
    const auxiliary = wordPattern(speech.auxiliaries, `${WORD_START}%\\s`).exec(clause)
    if (!participle.test(after) || !auxiliary) return null
    const behind = clause.slice(auxiliary.index + auxiliary[0].length)
    const next = this.phrases.in(behind).find(({from, isGoverned}) => from <= 1 && !isGoverned)
    return (
      this.beforeVerb.subjectIn(clause.slice(0, auxiliary.index)) ??
      (next && next.kind !== 'unknown' ? this.meanings.resolve(next, behind) : null)
    )
  }

  /** `had been reported as "…" in a maintenance log`. */
  passive({before, after}: Pick<Region, 'before' | 'after'>): Subject | null {
    const {verbs, passives = NONE} = this.rules.speech
    const isPassive = pattern(
      verbs,
      `${WORD_START}(?:${wordsOf(passives)})\\s(?:\\p{L}+ly\\s)?(?:%(?:\\sas)?|\\p{L}+ed\\sas)\\s$`,
    ).test(before)
    const where = /^[\s,]*(?:in|on|by)\s(?<what>.*)$/su.exec(after)?.groups?.['what']
    if (!isPassive || where === undefined) return null
    const phrase = this.phrases.in(where).find(({from, kind}) => from < 12 && kind !== 'unknown')
    return phrase ? this.meanings.resolve(phrase, where) : null
  }

  /** `was rejected by the trust’s director, Ann Poll, as "`. */
  agent(before: string): Subject | null {
    const {calls, verbs, passives = NONE} = this.rules.speech
    const who = pattern(
      together(calls, verbs),
      `${WORD_START}(?:${wordsOf(passives)})\\s(?:\\p{L}+ly\\s)?(?:%)\\sby\\s(?<who>[^;:~]{3,90}?),?\\sas\\s$`,
    ).exec(before)?.groups?.['who']
    const phrase =
      who === undefined ? undefined : this.phrases.in(who).find(({kind}) => kind !== 'unknown')
    return phrase && who !== undefined ? this.meanings.resolve(phrase, who) : null
  }

  /** "A Ana Roda le hace gracia: «…»", "al alcalde le parece «…»" */
  dative(before: string): Subject | null {
    const {datives = [], clitics = []} = this.rules.speech
    const text = lastClause(before.replace(/[:：]\s*$/u, '')).trimStart()
    if (!pattern(datives, '^(?:%)\\s').test(text)) return null
    const phrase = this.phrases
      .in(text)
      .find(({from, kind}) => from <= 3 && (kind === 'person' || kind === 'role'))
    const isSeen = wordPattern(clitics, '^\\s%\\s').test(text.slice(phrase?.to ?? 0))
    return phrase && isSeen ? this.meanings.resolve(phrase, text) : null
  }
}
