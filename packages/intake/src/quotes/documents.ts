// "The report says": a text speaks, and somebody has written or published it.
import {
  NONE,
  WORD_END,
  WORD_START,
  pattern,
  sourceOf,
  together,
  wordPattern,
  wordsOf,
} from '../parts/patterns.ts'
import type {Entity} from './entities.ts'
import type {Phrase} from './phrases.ts'
import {withoutShortForms} from './sentences.ts'
import {StoryPart} from './story-part.ts'
import {type Subject, organised, personal} from './subject.ts'
import {organisationParts} from './titles/organisations.ts'

/** Who is answerable for "the report" or "its statement", and what it is called. */
export class Documents extends StoryPart {
  /** A text: of the organisation if it says whose it is. */
  document(phrase: Phrase, text: string): Subject {
    // "his decision" is a person's, "its decision" an organisation's.
    const isOwn = wordPattern(this.rules.names.owners, '^%\\s').test(phrase.text)
    const isPersons = this.rules.names.hasLateAdjectives === true && !this.memory.isBodyLatest
    if (phrase.isPossessed && (!isOwn || isPersons) && this.memory.person)
      return {...personal(this.memory.person), isDocument: true}
    // "Sein Urteil": of the person or the organisation that was named last
    const isBodys =
      this.memory.isBodyLatest ||
      this.cast.entities.mentionsIn(this.memory.earlier).at(-1)?.entity.kind === 'institution'
    if (phrase.isPossessed && this.rules.speech.hasCapitalNouns && !isBodys && this.memory.person)
      return {...personal(this.memory.person), isDocument: true}
    if (phrase.isPossessed && this.memory.institution) return organised(this.memory.institution)
    // "the observatory’s report", "a report by the Arts Network"
    const words = /^(?:\p{L}+\s)?(?<owner>\p{L}[^’']*)[’']s\s/u.exec(phrase.text)?.groups?.['owner']
    const named = words
      ? this.cast.bodies.named(words.split(' ').at(-1) ?? '', this.memory.paragraph, Infinity)
      : null
    const owner =
      named ??
      (phrase.isIndefinite
        ? null
        : this.cast.bodies.organisationOf(phrase.word, this.memory.institution))
    if (owner) return organised(owner)
    const by =
      this.issuer(phrase, text.slice(phrase.coreTo)) ?? this.publisher(text.slice(phrase.coreTo))
    if (by) return by
    const writer = this.writer(text.slice(phrase.coreTo)) ?? this.author(phrase)
    if (writer) return writer
    // "Samir Bose wrote to them. ‘I owe you an apology,’ the letter began."
    const isWritten = pattern(this.rules.speech.writes, `${WORD_START}%${WORD_END}`).test(
      this.memory.earlier,
    )
    if (
      !phrase.isIndefinite &&
      !phrase.isGoverned &&
      isWritten &&
      this.memory.person &&
      !this.memory.isBodyLatest
    )
      return {...personal(this.memory.person), isDocument: true}
    // "according to a report published by the board. The report described": the same text
    const {lastText} = this.memory
    const isSame =
      this.rules.names.hasLateBodies === true &&
      !phrase.isIndefinite &&
      !phrase.isGoverned &&
      this.memory.earlier.includes(` ${phrase.word} `)
    if (isSame && lastText?.entities[0]?.kind === 'institution') return lastText
    // "…, according to a statement": of the organisation that is the subject, here or before "The letter".
    const isIssued = pattern(this.rules.speech.issued ?? NONE, '^(?:%)$').test(phrase.word)
    const before =
      isIssued &&
      (!phrase.isIndefinite || this.rules.names.hasLateBodies || this.rules.speech.hasCapitalNouns)
        ? this.memory.isBodyLatest
          ? this.memory.institution
          : this.memory.onlyBody
        : null
    const subject =
      phrase.isIndefinite || isIssued ? (this.bodyOfSentence() ?? before ?? undefined) : undefined
    return subject ? organised(subject) : {entities: [], attribution: phrase.text, isDocument: true}
  }

  /** "a line from Ann Poll’s first speech"; "In a study, Dr Poll counted the owls. The paper says": whose the text is. */
  private author(phrase: Phrase): Subject | null {
    if (!this.rules.names.hasLateBodies) return null
    const isOwner = (rest: string) => /^(?:[’']s|(?<=s)[’'])\s/u.test(rest)
    const owner = this.cast.entities
      .mentionsIn(phrase.text)
      .find(({entity, to}) => entity.kind === 'person' && isOwner(phrase.text.slice(to)))?.entity
    const person = owner ?? this.authorBefore(phrase) ?? this.authorNamed(phrase)
    return person ? {...personal(person), isDocument: true} : null
  }

  /** Who is the subject of the sentence before, if that begins with the text: "In a study, Dr Poll counted the owls." */
  private authorBefore({isIndefinite, isGoverned}: Phrase): Entity | undefined {
    const clause = pattern(
      this.rules.speech.documents,
      '(?:^|[.~]\\s)In\\s(?:an?|his|her)\\s(?:[\\p{Ll}-]+\\s){0,2}(?:%)[^.,~]*,\\s(?<clause>[^.~]*\\.)\\s*$',
      'u',
    ).exec(withoutShortForms(this.memory.earlier))?.groups?.['clause']
    const [subject] =
      clause === undefined || isIndefinite || isGoverned ? [] : this.phrases.in(clause)
    return subject?.kind === 'person' && subject.from < 8 ? subject.entity : undefined
  }

  /** "The idea came from a paper by Dr Poll. The paper called it": who is named beside the text. */
  private authorNamed({word, isIndefinite, isGoverned}: Phrase): Entity | undefined {
    const {earlier} = this.memory
    const by =
      isIndefinite || isGoverned
        ? null
        : wordPattern([word], `${WORD_START}%\\sby\\s`).exec(earlier)
    const at = by ? by.index + by[0].length : Infinity
    return this.cast.entities
      .mentionsIn(earlier)
      .find(({entity, from}) => entity.kind === 'person' && from >= at && from - at < 8)?.entity
  }

  /** "une note de Casimir Roth" */
  private writer(rest: string): Subject | null {
    const {names} = this.rules
    const of = names.hasLateAdjectives
      ? wordPattern(names.genitives, "^\\s%(?:\\s|(?<=[’']))").exec(rest)?.[0].length
      : undefined
    const person = this.phrases.in(rest).find(({from, kind}) => from === of && kind === 'person')
    return person?.entity ? {...personal(person.entity), isDocument: true} : null
  }

  /** "a report by the Arts Network", "une note du service des monuments engloutis": who gives out a text. */
  private issuer(phrase: Phrase, rest: string): Subject | null {
    const {genitives, articles, contracted, bodies, agents, hasLateAdjectives, hasLateBodies} =
      this.rules.names
    // "Une note du service des monuments engloutis, datée du 4 mai"
    const own = pattern(
      bodies,
      `^\\s(?:${wordsOf(contracted)})\\s(?<name>%${organisationParts(this.rules).tail})(?=[,.;:~]|\\s(?!(?:${wordsOf(genitives)})\\s\\p{Lu})\\p{Ll})`,
      'u',
    ).exec(rest)?.groups?.['name']
    if (own?.includes(' ') && this.cast.entities.mentionsIn(own).length === 0)
      return organised({...NO_ENTITY, name: own})
    const by = this.phrases.in(rest).find(({kind}) => kind === 'institution' || kind === 'body')
    const between = `^(?:[^,.;]{0,40},)?[^,.;]{0,40}\\s(?:%)\\s?(?:${sourceOf(articles)})?\\s?(?:\\p{Ll}+\\s){0,2}$`
    const ahead = rest.slice(0, by?.from ?? 0)
    const isSeen = pattern(this.rules.speech.seen, `${WORD_START}%\\s`).test(ahead)
    const isPrinted =
      hasLateBodies === true && /^(?:editorial|article|column|leader)$/u.test(phrase.word)
    const of = together(
      together(genitives, hasLateAdjectives ? (agents ?? NONE) : NONE),
      isPrinted ? ['in'] : NONE,
    )
    if (!by || isSeen || !wordPattern(of, between).test(ahead)) return null
    const known = this.meanings.resolve(by, rest)
    if (by.kind !== 'body' || known === null || known.entities.length > 0) return known
    return organised({...NO_ENTITY, name: this.meanings.withoutArticle(by.text)})
  }

  /** "des Verbands" behind a text, or ", das der Verband gestern veröffentlichte". */
  private publisher(rest: string): Subject | null {
    const {names, speech} = this.rules
    const isSeen = pattern(speech.seen, `^[^.;:~]{0,60}\\s(?:%)${WORD_END}`).test(rest)
    if (!speech.hasCapitalNouns || isSeen) return null
    const noun = pattern(
      names.bodies,
      `^(?:\\s|,\\s(?:${sourceOf(speech.relative)})\\s)(?:${wordsOf(names.definite)})\\s(?<noun>%)(?:e?s)?${WORD_END}`,
    ).exec(rest)?.groups?.['noun']
    const body =
      noun === undefined ? null : this.cast.bodies.bodyCalled(noun, this.memory.institution)
    return body ? organised(body) : null
  }

  /** The organisation that is the subject of the sentence. */
  private bodyOfSentence(): Entity | undefined {
    const first = this.phrases
      .in(this.memory.sentence)
      .find(({isGoverned, kind}) => !isGoverned && kind !== 'unknown')
    const isBody = first?.kind === 'body' && !first.isIndefinite
    return first?.kind === 'institution'
      ? first.entity
      : isBody
        ? this.meanings.resolve(first, this.memory.sentence)?.entities[0]
        : undefined
  }
}

export const NO_ENTITY: Omit<Entity, 'name'> = {
  kind: 'institution',
  gender: null,
  title: null,
  affiliation: null,
  evidence: 0,
  relation: null,
}
