// "According to Ann Poll", "in her view": whose words a sentence says that they are.
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
import {clauseEnd} from '../phrases.ts'
import {StoryPart} from '../story-part.ts'
import type {Subject} from '../subject.ts'

/** The source that a sentence names, without a verb of speech. */
export class Sources extends StoryPart {
  /** `isFirst`: nothing but a comma is before it. */
  accordingTo(text: string, isFirst = false): Subject | null {
    const found = pattern(
      this.rules.speech.accordingTo,
      `${isFirst ? '^[~\\s,]*' : WORD_START}(?:%)(?:\\s|(?<=[’']))`,
    ).exec(text)
    if (!found) return null
    const after = this.withoutParticiple(text.slice(found.index + found[0].length))
    const rest = after.slice(0, clauseEnd(after))
    // "The report calls it “stable,” according to a copy seen by": that has the words from elsewhere.
    if (isFirst && pattern(this.rules.speech.seen, `${WORD_START}%${WORD_END}`).test(rest))
      return null
    const phrase = this.phrases
      .in(rest)
      .find(({from, kind}) => from <= (kind === 'person' || kind === 'institution' ? 60 : 3))
    if (
      !phrase ||
      (phrase.kind === 'unknown' && phrase.isIndefinite && this.rules.speech.hasCapitalNouns)
    )
      return this.bareSource(rest)
    if (phrase.kind === 'unknown' && !phrase.isIndefinite) return null
    const source = this.meanings.resolve(phrase, rest)
    // "según la placa que aún cuelga en el arco"
    const clause = wordPattern(this.rules.names.clauses, '^\\s%\\s[^,.;~]+').exec(
      rest.slice(phrase.to),
    )?.[0]
    const isWhole = source?.attribution && source.isDocument && this.rules.names.hasLateAdjectives
    return isWhole && clause ? {...source, attribution: source.attribution + clause} : source
  }

  /** "un informe del Laboratorio, según el cual": the text before the comma. */
  accordingToIt(text: string): Subject | null {
    const before = pattern(this.rules.speech.accordingToIt ?? NONE, `^(?<before>.*),\\s%\\s`).exec(
      text,
    )?.groups?.['before']
    const phrase = this.phrases.in(before ?? '').findLast(({kind}) => kind === 'document')
    return before && phrase ? this.meanings.resolve(phrase, before) : null
  }

  /** "Laut Polizei", "heißt es im Gutachten": a source without an article. */
  private bareSource(text: string): Subject | null {
    const {names, speech} = this.rules
    if (!speech.hasCapitalNouns) return null
    const {contracted = '', noun} =
      wordPattern(
        names.contracted,
        '^\\s?(?<contracted>%\\s)?(?:\\p{Ll}+\\s)?(?<noun>\\p{Lu}[\\p{L}-]+)(?=[\\s,.;:]|$)',
        'u',
      ).exec(text)?.groups ?? {}
    const somebody = pattern(
      names.indefinite,
      '^\\s?(?<text>(?:%)\\s(?:mit\\s\\p{Ll}+\\s\\p{L}+\\s)?(?:\\p{Ll}+\\s){0,3}\\p{Lu}[\\p{L}-]+)',
      'u',
    ).exec(text)?.groups?.['text']
    if (somebody !== undefined) return this.meanings.nobody(somebody)
    if (noun === undefined) return null
    const whole = `${contracted}${noun}`
    const is = (list: readonly string[]) => pattern(list, '^(?:%)$').test(noun)
    if (is(speech.documents)) return {entities: [], attribution: whole, isDocument: true}
    return is(names.bodies) ? this.meanings.bodyCalled(noun) : null
  }

  /** "einem am Mittag veröffentlichten Bericht": a report. */
  private withoutParticiple(text: string): string {
    const {names, speech} = this.rules
    if (!speech.hasCapitalNouns) return text
    return text.replace(
      wordPattern(
        names.prepositions,
        `^(?<article>\\s?(?:${sourceOf(names.articles)})\\s)%\\s[^,.;:~]{2,50}?\\s\\p{Ll}{5,}e[mnrs]?\\s(?=\\p{Lu})`,
        'u',
      ),
      '$<article>',
    )
  }

  /** "Según una funcionaria que pide no ser nombrada, «…»": nobody else speaks up to the words. */
  sourceAhead(before: string): Subject | null {
    const {speech, names} = this.rules
    const rest = /,\s(?<rest>[^,]*)$/u.exec(before)?.groups?.['rest'] ?? ''
    // "Según Ana Roda, la plantilla pedía «calma»": no thing speaks
    const isSpeaking = this.phrases
      .in(rest)
      .some(({kind, isGoverned}) => !isGoverned && kind !== 'unknown')
    const isOther =
      isSpeaking &&
      pattern(together(speech.verbs, speech.calls), `${WORD_START}%${WORD_END}`).test(rest)
    return names.hasLateAdjectives && !isOther ? this.accordingTo(before, true) : null
  }

  /** "It said, according to two people who saw it, that": those two. */
  sourceBehind(text: string, verb: number): Subject | null {
    const at = pattern(this.rules.speech.accordingTo, `,\\s%\\s`).exec(text.slice(verb))?.index
    const source = at === undefined ? null : this.accordingTo(text.slice(verb + at))
    return source?.isDocument === true && source.attribution !== null ? null : source
  }

  /** "Eva Roth zufolge", "Angaben der Stadt zufolge" */
  accordingToBehind(text: string): Subject | null {
    const at = pattern(this.rules.speech.accordingToBehind ?? NONE, `\\s(?:%)${WORD_END}`).exec(
      text,
    )?.index
    const phrase = this.phrases
      .in(text.slice(0, at ?? 0))
      .findLast(({kind, to}) => kind !== 'unknown' && to === at)
    return phrase ? this.meanings.resolve(phrase, text.slice(0, at)) : null
  }

  /** "Eligió la más corta porque, a su juicio, «es la única»" */
  viewBefore(before: string): Subject | null {
    const {speech, names} = this.rules
    const isView =
      names.hasLateAdjectives === true &&
      pattern(speech.views, `${WORD_START}(?:%),?\\s$`).test(before) &&
      !this.phrases.in(before).some(({kind}) => kind === 'person')
    return isView ? this.memory.lastSubject() : null
  }

  /** "Her advice to owners was": of whom the sentence before speaks. */
  ownWords(before: string): Subject | null {
    const {speech, names} = this.rules
    const isOwn = pattern(
      speech.ownWords ?? NONE,
      `(?:^|[.~]\\s)\\s?(?:${wordsOf(names.possessives)})\\s(?:\\p{Ll}+\\s)?(?:%)(?:,?\\s[^~.;:]{2,60})?\\s(?:${sourceOf(names.isVerbs)})[\\s:]*$`,
    ).test(before)
    return isOwn && this.memory.person !== null ? this.memory.lastSubject() : null
  }

  /** "In her view the delay was “…”.": words, and not a term. */
  view(text: string): Subject | null {
    const isView =
      /~\s~/u.test(text) &&
      pattern(this.rules.speech.views, `${WORD_START}(?:%)${WORD_END}`).test(text)
    return isView ? this.memory.lastSubject() : null
  }
}
