// "Ann Poll, who runs it, said": the subject in a clause up to its verb.
import {honorificsOf} from '../../parts/names.ts'
import {
  WORD_END,
  WORD_START,
  pattern,
  sourceOf,
  together,
  wordPattern,
} from '../../parts/patterns.ts'
import {lastClause, type Phrase} from '../phrases.ts'
import {withoutShortForms} from '../sentences.ts'
import {StoryPart} from '../story-part.ts'
import type {Subject} from '../subject.ts'

/** The subject of a clause that ends where its verb begins. */
export class BeforeVerb extends StoryPart {
  /** `ahead` is all before the verb. It is read from the last full stop, colon, semicolon or quotation on. */
  subjectIn(ahead: string): Subject | null {
    const masked = withoutShortForms(ahead)
    const start = masked.length - lastClause(masked).length
    const text = ahead.slice(start)
    const pair = this.meanings.pronouns.pairIn(text)
    if (pair) return pair
    const all = this.phrases.in(text)
    const name = this.nameAfterClause(text, all)
    if (name) return name
    const beside = this.nounBeside(all, text)
    const named = (beside && this.firstOfPair(beside, all, text)) ?? this.nameBeside(all, text)
    const next = named && this.meanings.resolve(named, text)
    if (next) return next
    const isWithin = (at: number) =>
      all.some(({from, to}) => at > from && at < to) || this.isPair(all, text, at)
    // "He thinks that a court would agree, but adds": of both verbs
    const isShared =
      this.rules.names.hasLateBodies === true &&
      pattern(this.rules.speech.joining, ',?\\s%\\s$').test(text)
    const starts = isShared ? this.clauseStarts(text).slice(0, 1) : this.clauseStarts(text)
    for (const clause of starts.toReversed()) {
      if (isWithin(clause)) continue
      const phrase = all.find((one) => one.from >= clause && this.canSpeak(one, text.slice(one.to)))
      const subject = phrase && this.meanings.resolve(phrase, text)
      if (subject) return subject
    }
    return null
  }

  /** False for a phrase that is behind a preposition, or only says whose the subject is. */
  private canSpeak(phrase: Phrase, behind: string): boolean {
    // "The Holm Institute’s Ann Poll said": she says it.
    const hasOwners = this.rules.names.hasLateBodies === true
    return (
      (!phrase.isGoverned || (phrase.kind === 'anonymous' && phrase.from <= 5)) &&
      (phrase.kind !== 'unknown' || this.isBesideVerb(phrase, behind)) &&
      (!/^[’']s?\s\p{Ll}/u.test(behind) || this.hasText(phrase, behind)) &&
      !(hasOwners && /^[’']s\s\p{Lu}\p{Ll}+\s\p{Lu}/u.test(behind))
    )
  }

  /** "Kritiker nennen es so, die Kämmerin nennt es": right before the verb. */
  private nounBeside(all: readonly Phrase[], text: string): Phrase | undefined {
    if (!this.rules.speech.hasCapitalNouns) return undefined
    return all.find(
      (phrase) =>
        ['person', 'institution', 'role', 'body'].includes(phrase.kind) &&
        /^\s$/u.test(text.slice(phrase.to)) &&
        !/^(?:den|dem|des|einen|einem)\s/iu.test(phrase.text) &&
        this.canSpeak(phrase, text.slice(phrase.to)),
    )
  }

  /** "Der Maler Jan Roth und die Imkerin Eva Poll sagen": both do. */
  private readonly firstOfPair = (last: Phrase, all: readonly Phrase[], text: string): Phrase =>
    all.find(
      ({kind, to, isGoverned}) =>
        kind === 'person' &&
        last.kind === 'person' &&
        !isGoverned &&
        to < last.from &&
        this.meanings.areJoined(text, to, last.from),
    ) ?? last

  /** "The Audit Office’s annual report called it": the words are the office's. */
  private readonly hasText = ({kind}: Phrase, behind: string): boolean =>
    kind === 'institution' &&
    pattern(this.rules.speech.documents, `^[’']s?\\s(?:[\\p{Ll}-]+\\s){0,3}(?:%)${WORD_END}`).test(
      behind,
    )

  /** "Ann Poll and Mark Orr said", "Roda y él repiten": no clause begins behind that "and". */
  private readonly isPair = (all: readonly Phrase[], text: string, at: number): boolean => {
    const {hasLateBodies, hasLateAdjectives} = this.rules.names
    const kinds = hasLateBodies ? ['person'] : ['person', 'pronoun']
    const next = all.find((one) => one.from === at && kinds.includes(one.kind))
    return (
      next !== undefined &&
      (hasLateAdjectives === true ||
        (hasLateBodies === true &&
          /^(?:,\s[^,.;~]+,)?\s(?:\p{Ll}+ly\s)?$/u.test(text.slice(next.to)))) &&
      all.some(
        ({kind, to, isGoverned}) =>
          kind === 'person' &&
          !isGoverned &&
          to < at &&
          pattern(this.rules.head.and, '^\\s%\\s$').test(text.slice(to, at)),
      )
    )
  }

  /** "Asked if she would go, Ann Poll said", ", a loss it called": behind a comma and right before the verb. */
  private readonly nameBeside = (all: readonly Phrase[], text: string): Phrase | undefined =>
    this.rules.names.hasLateBodies === true
      ? all.find(
          ({kind, from, to, isGoverned}) =>
            ['person', 'institution', 'pronoun'].includes(kind) &&
            !isGoverned &&
            /^\s(?:\p{Ll}+ly\s)?$/u.test(text.slice(to)) &&
            (/\p{Ll},\s(?:\p{Lu}\p{L}*\.?\s){0,3}$/u.test(text.slice(0, from)) ||
              (kind === 'pronoun' && /,\san?\s(?:[\p{Ll}-]+\s){1,3}$/u.test(text.slice(0, from)))),
        )
      : undefined

  /** "Dans l’article qu’il signe, M. Renn évoque": the name right before the verb, behind a comma. */
  private nameAfterClause(text: string, all: readonly Phrase[]): Subject | null {
    const name = all.at(-1)
    if (!this.rules.names.hasLateAdjectives || name?.kind !== 'person' || name.isGoverned)
      return null
    const isClause = pattern(
      this.rules.speech.complements,
      `${WORD_START}(?:%)(?:\\s|(?<=[’']))[^,]+,\\s(?:(?:${sourceOf(honorificsOf(this.rules))})\\.?\\s)?$`,
    ).test(text.slice(0, name.from))
    return isClause && /^\s$/u.test(text.slice(name.to)) ? this.meanings.resolve(name, text) : null
  }

  /** Of a noun that no list has: right before the verb, or with only a relative clause between. */
  private readonly isBesideVerb = ({isPossessed, isIndefinite}: Phrase, between: string): boolean =>
    !isPossessed &&
    ((/^\s(?:\p{L}+\s)?$/u.test(between) &&
      !pattern(this.rules.head.and, '^\\s(?:%)\\s').test(between)) ||
      (!isIndefinite &&
        this.rules.names.hasLateAdjectives === true &&
        /^,\s[^,]{2,25},\s$/u.test(between)) ||
      (isIndefinite &&
        (/^,\s.*,\s(?:\p{L}+\s)?$/u.test(between) ||
          wordPattern(this.rules.speech.relative, '^,?\\s%\\s').test(between))))

  /** Where a clause begins within a sentence: after ", and", after "that". */
  private readonly clauseStarts = (text: string): number[] => {
    // ", who asked for silence because he still works there,": no clause of the sentence begins there.
    const inserted = [
      ...text.matchAll(wordPattern(this.rules.names.clauses, ',\\s%\\s[^,]*,', 'giu')),
    ].map(({0: whole, index}) => ({from: index, to: index + whole.length - 1}))
    return this.allStarts(text).filter((at) =>
      inserted.every(({from, to}) => at <= from || at > to),
    )
  }

  private readonly allStarts = (text: string): number[] => [
    0,
    ...[
      ...text.matchAll(
        pattern(
          together(this.rules.speech.joining, this.rules.speech.complements),
          `(?:,\\s|\\s|^)(?:%)\\s`,
          'giu',
        ),
      ),
    ].map((match) => match.index + match[0].length),
  ]
}
