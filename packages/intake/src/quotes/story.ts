// The sentences of an article, one after the other: each changes whom the next one may mean.
import type {LanguageRules} from '../languages/rules.ts'
import {
  WORD_END,
  WORD_START,
  bare,
  pattern,
  together,
  wordPattern,
  wordsOf,
} from '../parts/patterns.ts'
import type {Cast} from './cast.ts'
import type {Entity, Mention} from './entities.ts'
import {nounsOfTitle} from './genders.ts'
import {Meanings} from './meanings.ts'
import {Memory} from './memory.ts'
import {isPluralJob, nounPhraseIn} from './nouns.ts'
import type {Phrase, Phrases} from './phrases.ts'
import {Roles} from './roles.ts'
import {type Subject, isPerson} from './subject.ts'

/** The article as it goes on: each sentence changes whom the next one may mean. */
export class Story {
  readonly memory = new Memory()
  readonly meanings: Meanings
  readonly roles: Roles
  private readonly rules: LanguageRules
  private readonly cast: Cast
  private readonly phrases: Phrases

  constructor(phrases: Phrases, cast: Cast, rules: LanguageRules) {
    this.phrases = phrases
    this.cast = cast
    this.rules = rules
    this.meanings = new Meanings(this.memory, phrases, cast, rules)
    this.roles = new Roles(this.meanings)
  }

  /** Remembers who a sentence names, for the pronouns of the next one. */
  follow(text: string) {
    for (const phrase of this.phrases.in(text))
      if (phrase.kind === 'anonymous') this.meanings.nobody(phrase.text)
    this.noteTexts(text)
    const mentions = this.cast.entities.mentionsIn(text)
    this.memory.group = mentions.some(isPerson) ? null : this.groupIn(text)
    this.noteStrangers(text)
    this.memory.text = this.textIn(text) ?? (mentions.length > 0 ? null : this.memory.text)
    const all = mentions.filter(isPerson)
    this.memory.onlyBody =
      mentions.length === 1 && all.length === 0 ? (mentions[0]?.entity ?? null) : null
    const subjects = this.notOwners(all, text)
    const others = (subjects.length > 0 ? subjects : all).filter(
      (one) =>
        !this.isRelativeHere(one.entity, text.slice(0, one.from)) && !this.isInserted(one, text),
    )
    const spokenOf = others.length > 0 || this.memory.person === null ? others : []
    for (const {entity} of all) {
      this.memory.recent = [...this.memory.recent.filter((one) => one !== entity), entity]
      if (entity.gender) this.memory.byGender[entity.gender] = entity
    }
    this.notePair(text)
    const relative = this.meanings.pronouns.relativeIn(text)
    if (relative)
      this.memory.recent = [...this.memory.recent.filter((one) => one !== relative), relative]
    // "Almunia ha prometido irse; Veigal solo quiere que": the last of two clauses
    const half = this.rules.names.hasLateAdjectives ? text.lastIndexOf(';') + 1 : 0
    const subject = spokenOf.find(({from}) => half > 0 && from === half + 1) ?? spokenOf[0]
    if (subject) this.memory.person = subject.entity
    this.noteNameless(text, subject !== undefined)
    const isSentence = /[.!?…~][”"»’)]*\s*$/u.test(text)
    const body = isSentence && mentions.find(({entity}) => entity.kind === 'institution')
    if (body) this.memory.institution = body.entity
    const first = this.phrases.in(text)[0]
    const named =
      !subject && !body && first?.kind === 'body' && !first.isIndefinite && !first.isGoverned
        ? this.meanings.resolve(first, text)?.entities[0]
        : undefined
    if (named) {
      this.memory.institution = named
      // "Su organización reclama": the article still speaks of her.
      this.memory.isBodyLatest = !(first?.isPossessed === true && this.memory.person !== null)
    }
    const role = first?.kind === 'role' ? first : this.roleBehindComma(text)
    const isRole = !subject && role && this.canBeHeld(role)
    if (isRole && !this.meanings.apposedBody(role, text) && this.followRole(role)) return
    const isNamedFirst =
      this.rules.names.hasLateAdjectives === true &&
      all.length > 0 &&
      all[0]?.from === mentions[0]?.from
    if (subject || this.isAge(text) || isNamedFirst) this.memory.isBodyLatest = false
    else if (body)
      this.memory.isBodyLatest = this.phrases
        .in(text)
        .some(
          ({kind, isGoverned, to}) =>
            kind === 'institution' && !isGoverned && !this.hasPronounClause(text.slice(to)),
        )
  }

  /** "Esquivias y la alcaldesa", "le fromager et Mme Garbay", "el panadero y la bióloga": "both" are those two. */
  private notePair(text: string) {
    const [first, next] = this.phrases.in(text).filter(({isGoverned}) => !isGoverned)
    if (!first || !next || !this.meanings.areJoined(text, first.to, next.from)) return
    const isRole =
      first.kind === 'role' && ['person', 'role'].includes(next.kind) && this.canBeHeld(first)
    const one = isRole ? this.meanings.withRole(first)?.entities[0] : first.entity
    if (one?.kind !== 'person') return
    const pair = this.meanings.joined({...first, entity: one}, text).entities
    if (pair.length !== 2) return
    this.memory.recent = [...this.memory.recent.filter((other) => !pair.includes(other)), ...pair]
  }

  /** Without those who only have what the sentence speaks of. */
  private notOwners(all: readonly Mention[], text: string): readonly Mention[] {
    // "Her father, Amos, ran the farm": the article goes on to speak of her.
    const free = all.filter(
      ({to}) => !/^(?:[’']s?|s)\s(?:[\p{Ll}-]+\s){0,3}\p{Ll}+,/u.test(text.slice(to)),
    )
    // "L’avocat de M. Chastel, Me Olivier Tanguy, plaide"
    const {genitives} = this.rules.names
    const owners = new Set(
      (free.length > 1 ? free : []).filter(({from}) =>
        wordPattern(genitives, `${WORD_START}%\\s(?:\\p{Lu}\\p{L}{0,3}\\.?\\s)?$`).test(
          text.slice(Math.max(0, from - 16), from),
        ),
      ),
    )
    return owners.size < free.length ? free.filter((one) => !owners.has(one)) : free
  }

  /** "He came down and, Ann Poll reports, had blisters.": the article goes on to speak of him. */
  private isInserted({from, to}: {from: number; to: number}, text: string): boolean {
    const {names, speech} = this.rules
    return (
      names.hasLateBodies === true &&
      this.memory.person !== null &&
      pattern(together(names.pronouns.female, names.pronouns.male), '^\\s?(?:%)\\s').test(text) &&
      /,\s(?:\p{L}+\.?\s)?$/u.test(text.slice(0, from)) &&
      pattern(speech.verbs, '^\\s(?:%),').test(text.slice(to))
    )
  }

  /** "When I asked whether Arden would build, she smiled": the sentence is about her after all. */
  private hasPronounClause(rest: string): boolean {
    const {hasLateBodies, pronouns} = this.rules.names
    const clause = pattern(together(pronouns.female, pronouns.male), ',\\s(?:%)\\s')
    return hasLateBodies === true && clause.test(rest)
  }

  /** "Analysts at Norbank put it at 35 million." */
  private groupIn(text: string): Subject | null {
    const {noun = '', more = ''} =
      /^\s?(?<noun>\p{Lu}\p{Ll}+s)(?<more>(?:\s(?:at|of|in|from|for|with)(?:\sthe)?(?:\s\p{Lu}[\p{L}’-]*)+)?)\s\p{Ll}/u.exec(
        text,
      )?.groups ?? {}
    return this.rules.names.hasLateBodies && isPluralJob(noun, this.rules)
      ? this.meanings.nobody(noun + more)
      : null
  }

  private noteTexts(text: string) {
    const texts = this.phrases.in(text).filter(({kind}) => kind === 'document')
    const main = texts.find(({isGoverned}) => !isGoverned) ?? texts.at(-1)
    if (main) this.memory.lastText = this.meanings.documents.document(main, text)
  }

  /** "the geologist", but not "a geologist", "the fourth geologist", "the geologists" */
  private canBeHeld(role: Phrase): boolean {
    return !role.isIndefinite && !this.meanings.isPlural(role) && !this.roles.isNewcomer(role.text)
  }

  private noteStrangers(text: string) {
    const {hasLateAdjectives} = this.rules.names
    for (const {kind, isIndefinite, isGoverned, word, to} of this.phrases.in(text))
      if (hasLateAdjectives && kind === 'role' && isIndefinite && isGoverned && text[to] !== ' ')
        this.memory.strangers.add(word)
  }

  /** "Der 51-Jährige nahm es gefasst auf." */
  private readonly isAge = (text: string): boolean => {
    const spoken = this.phrases.in(text).find(({kind}) => kind !== 'unknown')
    return spoken?.kind === 'pronoun' && pattern(this.rules.names.ages, '^(?:%)$').test(spoken.word)
  }

  /** "El viernes, el relojero subirá": the subject behind what says when. */
  private readonly roleBehindComma = (text: string): Phrase | undefined => {
    const first = this.phrases
      .in(text)
      .find(({kind, isGoverned}) => kind !== 'unknown' && !isGoverned)
    const isBehind = first?.kind === 'role' && /,\s$/u.test(text.slice(0, first.from))
    const isHeld = this.cast.entities.all.some(
      ({title}) => title !== null && nounsOfTitle(title, this.rules).includes(first?.word ?? ''),
    )
    return this.rules.names.hasLateAdjectives === true && isBehind && isHeld ? first : undefined
  }

  /** "The geologist counts": true if the story knows who that is. */
  private followRole(first: Phrase): boolean {
    const role = this.meanings.withRole(first)
    if (role?.attribution) this.memory.nameless = role
    const one = role?.entities[0]
    if (!one) return false
    if (this.rules.names.hasLateAdjectives) this.memory.nameless = null
    this.memory.person = one
    if (!this.memory.recent.slice(-2).includes(one))
      this.memory.recent = [...this.memory.recent.filter((other) => other !== one), one]
    this.memory.isBodyLatest = false
    return true
  }

  private textIn(text: string): Subject | null {
    const first = this.phrases.in(text)[0]
    const isText = first?.kind === 'document' && first.isIndefinite && !first.isGoverned
    return isText ? this.meanings.documents.document(first, text) : null
  }

  private isRelativeHere({name, relation, title}: Entity, before: string): boolean {
    // "His nephew Hugo, a designer, comes in summer": the article turns to him.
    if (relation === null || title !== null) return false
    // "Sa mère, Rachida Morand, y sert les clients", "Seine Witwe Ann Poll bot es an"
    const isWhole =
      (this.rules.names.hasLateAdjectives === true && /,\s$/u.test(before)) ||
      (this.rules.speech.hasCapitalNouns === true && before.trim().split(' ').length === 2)
    if (isWhole && name.includes(' ')) return false
    return pattern(this.rules.names.possessives, `${WORD_START}(?:%)\\s${relation},?\\s$`).test(
      before,
    )
  }

  /** The subject of a sentence that names nobody. */
  private noteNameless(text: string, isNamed: boolean) {
    const phrases = this.phrases.in(text)
    const first = this.rules.names.hasLateAdjectives
      ? (phrases.find(({isGoverned}) => !isGoverned) ?? phrases[0])
      : phrases[0]
    const {female, male} = this.rules.names.pronouns
    // "A geologist at the Merrow Institute, she counts stones."
    const isFronted = pattern(together(female, male), '^[^,.]*,\\s%\\s').test(text)
    // "Au printemps, une cliente finit aux urgences"
    const ahead = text.slice(0, first?.from ?? 0)
    const isDay = wordPattern(
      this.rules.page.calendar,
      `^(?:(?:${wordsOf(this.rules.names.definite)})\\s)?%(?:\\s[^,~]{2,25})?,\\s$`,
    )
    const isFirst =
      ahead.trim() === '' ||
      (this.rules.names.hasLateBodies === true &&
        first?.isGoverned === false &&
        !this.meanings.isDefinite(first.text) &&
        pattern(this.rules.speech.joining, '^(?:%)$').test(ahead.trim())) ||
      isDay.test(ahead.trimStart()) ||
      wordPattern(
        together(this.rules.names.prepositions, this.rules.names.contracted),
        "^%(?:\\s|(?<=[’']))[^,~]{2,50},\\s$",
      ).test(ahead.trimStart())
    const isNameless =
      first !== undefined &&
      !isFronted &&
      isFirst &&
      !this.isTitleHeld(first.text) &&
      (first.kind === 'anonymous' ||
        (first.kind === 'role' && first.isIndefinite) ||
        this.isUnnamedParty(first))
    const source = phrases.find((phrase) => this.isSource(phrase, text))
    if (isNamed) this.memory.nameless = null
    else if (source) this.memory.nameless = this.meanings.nobody(source.text)
    else if (isNameless) this.memory.nameless = this.meanings.nobody(first.text)
    else if (this.bodySubject(text) || (first && this.isOther(first))) this.memory.nameless = null
  }

  /** "Según una enfermera que pide no ser nombrada, …", "Aus Ermittlerkreisen verlautete, …": what follows are that source’s words, too. */
  private isSource({kind, from, to, isIndefinite}: Phrase, text: string): boolean {
    const {accordingTo, verbs} = this.rules.speech
    const ahead = text.slice(0, from).trim()
    const isUnnamed = kind === 'anonymous' || (kind === 'role' && isIndefinite)
    return (
      isUnnamed &&
      (pattern(accordingTo, '^(?:%)$').test(ahead) ||
        (wordPattern(this.rules.names.prepositions, '^%(?:\\s\\p{Ll}+)?$').test(ahead) &&
          pattern(together(verbs, accordingTo), `^\\s(?:%)${WORD_END}`).test(text.slice(to))))
    )
  }

  /** "Los pescadores ríen. Ella no.": she is not one of them. */
  private readonly isOther = ({kind, from, word}: Phrase): boolean =>
    kind === 'pronoun' &&
    from <= 1 &&
    this.meanings.pronouns.isOtherThan(word, this.memory.nameless)

  /** "Le prévenu a nié", where the article has named nobody. */
  private readonly isUnnamedParty = ({kind, text}: Phrase): boolean =>
    this.rules.names.hasLateAdjectives === true &&
    this.memory.person === null &&
    kind === 'unknown' &&
    this.meanings.isDefinite(text) &&
    wordPattern(this.rules.names.notTitles, '^%$').test(nounPhraseIn(text, this.rules).noun)

  /** "The crane driver", if the article said so of the person whom it named last. */
  private readonly isTitleHeld = (text: string): boolean =>
    this.rules.names.hasLateBodies === true &&
    this.meanings.isDefinite(text) &&
    nounsOfTitle(this.memory.person?.title ?? '', this.rules).includes(
      bare(nounPhraseIn(text, this.rules).noun),
    )

  /** "Dans son ordonnance, le tribunal relève" */
  private bodySubject = (text: string): Phrase | undefined => {
    const subject = this.phrases.in(text).find(({isGoverned}) => !isGoverned)
    return subject?.kind === 'institution' ? subject : undefined
  }
}
