// Ann Poll said: “…”: the verb and its subject before the words.
import {
  NONE,
  WORD_END,
  WORD_START,
  pattern,
  together,
  wordPattern,
  wordsOf,
} from '../../parts/patterns.ts'
import type {Phrase} from '../phrases.ts'
import {StoryPart} from '../story-part.ts'
import type {Subject} from '../subject.ts'
import {BeforeVerb} from './before-verb.ts'
import {Sources} from './sources.ts'

/** Who speaks, by the clause before the words. */
export class BeforeWords extends StoryPart {
  private readonly beforeVerb = new BeforeVerb(this.meanings)
  private readonly sources = new Sources(this.meanings)

  /** `Ortega said: "`, `warns that rivals are "`, `called it "`. */
  subjectBefore(before: string): Subject | null {
    const {speech} = this.rules
    const {indefinite, possessives, hasLateAdjectives} = this.rules.names
    // "une note", "su pregunta"
    const beforeNoun = pattern(indefinite, `${WORD_START}(?:%|${wordsOf(possessives)})\\s$`)
    const verbs = [
      ...before.matchAll(
        pattern(
          together(speech.verbs, speech.calls),
          `${WORD_START}%(?:(?:-t)?-(?:il|elle|ils|elles))?${WORD_END}`,
          'giu',
        ),
      ),
    ].filter(
      ({index}) =>
        !hasLateAdjectives || !beforeNoun.test(before.slice(Math.max(0, index - 12), index)),
    )
    const source = this.sources.sourceBehind(before, verbs[0]?.index ?? before.length)
    if (source) return source
    for (const verb of verbs.slice(-4).toReversed()) {
      if (this.isClaimed(before.slice(0, verb.index), verbs)) continue
      const subject = this.ofVerb(before, verb.index, verb[0])
      if (subject) return subject
    }
    const verb = verbs.at(-1)
    if (!verb) return null
    const isMany = pattern(speech.pluralVerbs ?? NONE, '^(?:%)$').test(verb[0])
    const pair = isMany ? this.memory.lastPair() : null
    if (pair) return pair
    const isOpen = speech.hasOmittedSubjects === true || this.isJoining(before.slice(0, verb.index))
    const joined = this.isJoining(before.slice(0, verb.index)) ? this.memory.speakingNow : null
    return isOpen ? (joined ?? this.memory.lastSubject()) : null
  }

  /** "El informe concluye que el puente presentaba «fatiga»": the verb of what is claimed, of a thing. */
  private isClaimed(ahead: string, verbs: readonly RegExpExecArray[]): boolean {
    const {names, speech} = this.rules
    const earlier = verbs.findLast(({0: verb, index}) => index + verb.length < ahead.length)
    if (!names.hasLateAdjectives || !earlier) return false
    const clause = ahead.slice(earlier.index + earlier[0].length)
    const that = pattern(speech.complements, "^\\s(?:[^,~]{3,40}\\s)??(?:%)(?:\\s|(?<=[’']))").exec(
      clause,
    )?.[0]
    if (that === undefined || /[,~]/u.test(clause)) return false
    const [first, ...others] = this.phrases.in(clause.slice(that.length))
    return first?.from === 0 && first.kind === 'unknown' && others.length === 0
  }

  /** Nothing is before the verb but ", and": its subject is that of the clause before. */
  private readonly isJoining = (text: string): boolean =>
    pattern(this.rules.speech.joining, '^[\\s,~]*(?:%)?\\s*$').test(text)

  /** The subject of one verb of speech, on either side of it. */
  private ofVerb(text: string, at: number, verb: string): Subject | null {
    const suffix = /-(il|elle|ils|elles)$/iu.exec(verb)?.[1]
    if (suffix) return this.meanings.pronouns.byPronoun(suffix)
    const ahead = text.slice(0, at)
    const behind = text.slice(at + verb.length)
    // "Es gehe, so Oberstaatsanwalt Carl Roth, um"
    const isSo = this.rules.speech.hasCapitalNouns === true && /^so$/iu.test(verb)
    const named = isSo && /,\s$/u.test(ahead) ? this.phrases.in(behind)[0] : undefined
    if (named?.kind === 'person' && named.from < 40) return this.meanings.resolve(named, behind)
    const isInserted = this.rules.names.hasLateAdjectives === true && /,\s$/u.test(ahead)
    const next = isInserted ? this.insertedSubject(behind) : undefined
    if (next) return this.meanings.resolve(next, behind)
    // "El servicio, añade, se vino abajo": who spoke last, and not the service
    if (isInserted && behind.startsWith(',')) {
      const last = this.memory.lastSubject()
      if (last) return last
    }
    const subject =
      this.behindClause(ahead, behind) ??
      this.beforeRelative(ahead) ??
      this.beforeVerb.subjectIn(ahead)
    if (subject) return subject
    const inverted = this.invertedSubject(behind)
    return inverted ? this.meanings.resolve(inverted, behind) : this.textAhead(ahead)
  }

  /** "Eso es lo que busca el grupo, opina Ana Roth:" */
  private insertedSubject(behind: string): Phrase | undefined {
    return this.phrases
      .in(behind)
      .find(
        ({from, to, kind}) =>
          from === 1 && (['person', 'role', 'institution'].includes(kind) || behind[to] === ','),
      )
  }

  /** "Im Rat sagte Eva Roth: „…“": the subject behind the verb. */
  private invertedSubject(behind: string): Phrase | undefined {
    // "Admite que la formación fue «mala»": the clause has a subject of its own.
    const isClause =
      this.rules.names.hasLateAdjectives === true &&
      pattern(this.rules.speech.complements, "^\\s(?:%)(?:\\s|(?<=[’']))").test(behind)
    if (!this.rules.speech.hasInversion || isClause) return undefined
    return this.phrases
      .in(behind)
      .find(
        ({from, kind, isGoverned}) =>
          !isGoverned &&
          kind !== 'unknown' &&
          kind !== 'document' &&
          from <= (kind === 'person' ? 34 : 14),
      )
  }

  /** A text before the verb, if the verb has no other subject. */
  private textAhead(ahead: string): Subject | null {
    const document = this.phrases.in(ahead).findLast(({kind}) => kind === 'document')
    // « En una nota remitida atribuye »: the subject is left out.
    const isPlace = document?.isGoverned === true && this.rules.speech.hasOmittedSubjects === true
    const last = isPlace ? this.memory.lastSubject() : null
    if (last) return {...last, isDocument: true}
    return document ? this.meanings.resolve(document, ahead) : null
  }

  /** "Er habe gefragt, erzählte der Pilot:", "Als er kam, sagte sie:" */
  private behindClause(ahead: string, behind: string): Subject | null {
    if (!this.rules.speech.hasCapitalNouns || !/,\s$/u.test(ahead)) return null
    const next = this.phrases
      .in(behind)
      .find(
        ({from, kind, isGoverned}) =>
          from === 1 && !isGoverned && kind !== 'unknown' && kind !== 'document',
      )
    return next ? this.meanings.resolve(next, behind) : null
  }

  /** "the office, which said": the noun before the pronoun. */
  private beforeRelative(ahead: string): Subject | null {
    const at = wordPattern(this.rules.speech.relative, ',\\s%\\s$').exec(ahead)?.index
    const nouns = this.phrases
      .in(ahead)
      .filter(({to, kind, isIndefinite}) => to === at && (kind !== 'unknown' || isIndefinite))
    // "a blow for the minister, Ann Poll, who"
    const noun = nouns.find(({kind}) => kind === 'person') ?? nouns[0]
    return noun ? this.meanings.resolve(noun, ahead) : null
  }
}
