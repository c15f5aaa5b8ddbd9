// What shows, around a name, that it is a person's or an organisation's.
import type {LanguageRules} from '../languages/rules.ts'
import {
  NONE,
  WORD_END,
  WORD_START,
  eitherCase,
  pattern,
  sourceOf,
  together,
  wordPattern,
  wordsOf,
} from '../parts/patterns.ts'
import {isCountry} from '../parts/names.ts'
import {genderOfName} from './genders.ts'
import {isGivenName} from '../languages/given-names.ts'
import {endsInJob, isPluralJob, nounPhraseIn, upToJob} from './nouns.ts'
import {isAtStart} from './sentences.ts'
import {apposition} from './titles/apposition.ts'
import {leadIn} from './titles/lead-in.ts'
import {titleBefore} from './titles/title-before.ts'

/** "Karima (le prénom a été changé), 37 ans" */
export const withoutNote = (text: string): string => text.replace(/^\s\(\p{Ll}[^()~]{2,40}\)/u, '')

export class Signs {
  private readonly rules: LanguageRules

  constructor(rules: LanguageRules) {
    this.rules = rules
  }

  /** What shows, around a name, that it is an organisation's. */
  isBodyHere(text: string, from: number, to: number, isWhole = true): boolean {
    const {names, speech} = this.rules
    // "Lumera, propietaria de los barcos,"
    if (!isWhole)
      return (
        this.isOwnerBody(text, from, to) ||
        this.isSpeakingBody(text, from, to) ||
        this.isHouse(text, from, to) ||
        this.isFirm(text, from, to)
      )
    const after = text.slice(to, to + 30)
    const before = text.slice(Math.max(0, from - 60), from)
    if (
      /^(?:\s\(\p{Lu}+[.:]\p{Lu}+\)|,\s(?:which|dont)\s|\s(?:ASA|AG|SA|Inc|Corp|Ltd|PLC|plc|GmbH)\b)/u.test(
        after,
      )
    )
      return true
    if (this.isCalledBody(text.slice(from, to), after, before)) return true
    // "die Handballerinnen von Seestern Arnau"
    if (pattern(names.clubs?.before ?? NONE, `${WORD_START}(?:%)\\s$`).test(before)) return true
    if (this.isHouse(text, from, to)) return true
    if (this.isAssociation(text, from, to)) return true
    // "The company behind the scheme, Brightwater Aquaculture,"
    const kind = `(?:^|[.;~]\\s)(?:${sourceOf(eitherCase(names.definite))})\\s(?:\\p{L}+\\s)?(?:%)${names.hasLateAdjectives ? '(?:\\s[\\p{Ll}-]+)?' : ''}(?:\\s(?:${wordsOf(names.prepositions)}|behind)\\s[^,.]{0,30})?,\\s$`
    if (/^[,.]/u.test(after) && pattern(names.bodies, kind).test(before)) return true
    // "and a patients’ group, Castle Voices, called it"
    const more = `(?:(?!(?:of|at|for|in|the)\\s)[\\p{Ll}’'-]+\\s){0,3}`
    const some = `(?:(?:^|[,.~]\\s|\\s(?:and|but|by)\\s)an?|(?:^|[.~]\\s)[Tt]he)\\s${more}(?:%),\\s$`
    if (
      names.hasLateBodies &&
      /^,\s\p{Ll}/u.test(after) &&
      pattern(names.bodies, some).test(before)
    )
      return true
    // "die Technische Aufsicht Süd, die"
    if (this.isAfterArticle(before))
      return (
        pattern(speech.verbs, `^\\s%${WORD_END}`).test(after) ||
        wordPattern(speech.relative, '^,\\s%\\s').test(after)
      )
    // "la presidenta de Dulces Lumera"
    const isHeaded =
      names.hasLateAdjectives === true &&
      !isGivenName(text.slice(from, to)) &&
      pattern(
        names.firmTitles,
        `${WORD_START}(?:%)\\s(?:${wordsOf(together(names.genitives, names.contracted))})\\s$`,
      ).test(before)
    if (isHeaded) return true
    const link = /\s(?:at|of|with|bei|chez)\s$/u.exec(before)?.index ?? 0
    return pattern(names.titles, `${WORD_START}%$`).test(before.slice(0, link))
  }

  /** "Hopwell's shares", "a spokeswoman for Hopwell", "the carmaker Hopwell": a firm whose name is one word. */
  private isFirm(text: string, from: number, to: number): boolean {
    const {names} = this.rules
    const marks = names.firmMarks
    const name = text.slice(from, to)
    if (!marks || wordPattern(marks.other, '^%$').test(name)) return false
    const after = text.slice(to, to + 80)
    const before = text.slice(Math.max(0, from - 60), from)
    const isKind = pattern(together(names.bodies, names.organisations), '^(?:%)$').test(name)
    // "Torvik, a town of 31,000"
    const isPlace = pattern(
      names.placeKinds,
      '^,\\s(?:an?|the)\\s(?:[\\p{Ll}-]+\\s){0,3}(?:%)',
    ).test(after)
    if (isKind || isPlace || this.isAfterArticle(before)) return false
    return (
      pattern(marks.owns, `^[’']s?\\s(?:[\\p{Ll}-]+\\s){0,2}(?:%)${WORD_END}`).test(after) ||
      pattern(marks.before, `${WORD_START}(?:%)\\s$`).test(before) ||
      pattern(names.firmTitles, `${WORD_START}(?:%)\\s(?:of|at|for)\\s$`).test(before) ||
      pattern(names.firmTitles, '^\\s(?:%)\\s\\p{Lu}\\p{Ll}+\\s\\p{Lu}', 'u').test(after) ||
      this.isFirmByKind(before, after) ||
      (genderOfName(name, this.rules) === null && this.isItself(before, after))
    )
  }

  /** "Hopwell, a maker of bricks,", "the company behind it, Hopwell,", "a firm called Hopwell" */
  private isFirmByKind(before: string, after: string): boolean {
    const {names} = this.rules
    const bodies = together(names.bodies, names.organisations)
    const some = '(?:[\\p{L}-]+\\s){0,2}(?:%)'
    const more = '(?:\\s(?:behind|that|which|in|of)\\s[^,.]{3,40})?'
    // "in Tarnholm, a former shipyard"
    const isSomewhere = wordPattern(this.rules.head.from, `${WORD_START}%\\s$`).test(before)
    return (
      (!isSomewhere &&
        pattern(
          bodies,
          `^,\\s(?:an?|the)\\s(?:[\\p{Ll}-]+\\s){0,3}(?:%)(?:,|\\s(?:of|in|that|which|with|based|once|now|behind|owned|founded|backed|listed|known|formerly|whose)\\s)`,
        ).test(after)) ||
      pattern(
        bodies,
        `(?:^|[.~]\\s|${WORD_START}(?:an?|the)\\s)${some}\\s(?:(?:${sourceOf(names.namedBy)})\\s)?$`,
      ).test(before) ||
      pattern(bodies, `(?:^|[.~]\\s)(?:the|an?)\\s${some}${more},\\s$`).test(before)
    )
  }

  /** "Hopwell said in a statement it would", "A Hopwell spokeswoman" */
  private isItself(before: string, after: string): boolean {
    const {names, speech} = this.rules
    return (
      pattern(
        speech.verbs,
        `^(?:,\\swhich\\s[^,]{3,60},)?\\s(?:has\\s|had\\s|now\\s)?%\\s(?:[^.;:~]{0,40}\\s)?(?:its|it (?:would|will|had|has|was|is|could|plans|expects|aims))\\s`,
      ).test(after) ||
      (pattern(names.indefinite, `${WORD_START}(?:%)\\s$`).test(before) &&
        pattern(names.firmTitles, `^\\s(?:%)\\s\\p{Ll}`).test(after))
    )
  }

  /** "Ecologistas del Alto Esla, por su parte, reclama": people with a name who speak as one. */
  private isAssociation(text: string, from: number, to: number): boolean {
    const {names, speech} = this.rules
    const isNamed = wordPattern(
      together(names.genitives, names.contracted),
      "^\\p{Lu}\\p{Ll}+s\\s%(?:\\s|(?<=[’']))",
      'u',
    ).test(text.slice(from, to))
    return (
      names.hasLateAdjectives === true &&
      isNamed &&
      pattern(
        speech.verbs,
        `^(?:,\\s[^,.;~]{3,40},)?\\s(?:no\\s)?(?:lo\\s)?(?:%|ve|ven)${WORD_END}`,
      ).test(text.slice(to, to + 80))
    )
  }

  /** "L’Ifremer, dans une étude, parle", "El Supremo considera": a name with an article that speaks. */
  private isSpeakingBody(text: string, from: number, to: number): boolean {
    const {names, speech} = this.rules
    const before = text.slice(Math.max(0, from - 16), from)
    // "Selon Météo-France, il est tombé"
    const isSource =
      pattern(speech.accordingTo, `${WORD_START}(?:%)\\s$`).test(before) &&
      /^,\s/u.test(text.slice(to)) &&
      genderOfName(text.slice(from, to), this.rules) === null
    if (isSource && names.hasLateAdjectives) return true
    if (this.isInStatement(text, from, to)) return true
    return (
      names.hasLateAdjectives === true &&
      /^\p{Lu}/u.test(text.slice(from)) &&
      !isCountry(text.slice(from, to), this.rules, true) &&
      this.isAfterArticle(text.slice(Math.max(0, from - 6), from)) &&
      pattern(speech.verbs, `^(?:,\\s[^,.;~]{3,40},)?\\s%${WORD_END}`).test(text.slice(to, to + 80))
    )
  }

  /** "Chez Alstar, on attend": a sentence that begins so speaks of a firm. */
  private isHouse(text: string, from: number, to: number): boolean {
    const isFirst = /(?:^|[.~]\s)Chez\s$/u.test(text.slice(Math.max(0, from - 8), from))
    return (
      isFirst &&
      text[to] === ',' &&
      genderOfName(text.slice(from, to), this.rules) === null &&
      !isCountry(text.slice(from, to), this.rules, true)
    )
  }

  /** "Alstar assure dans un communiqué que": who gives out a text is an organisation. */
  private isInStatement(text: string, from: number, to: number): boolean {
    const {names, speech} = this.rules
    const gives = `^(?:,\\s[^,.;~]{3,60},)?\\s(?:%)\\s(?:[\\p{L}’']+\\s){0,2}(?:${wordsOf(names.prepositions)})\\s(?:${sourceOf(names.indefinite)})\\s(?:${sourceOf(speech.issued ?? NONE)})${WORD_END}`
    return (
      names.hasLateAdjectives === true &&
      (isAtStart(text, from) || /(?:^|[.~]\s)\p{L}+,\s$/u.test(text.slice(0, from))) &&
      genderOfName(text.slice(from, to), this.rules) === null &&
      pattern(speech.verbs, gives).test(text.slice(to, to + 140))
    )
  }

  /** The subject of a sentence, with a noun for an organisation and what belongs to it between commas. */
  private isOwnerBody(text: string, from: number, to: number): boolean {
    const {names} = this.rules
    const owner = `^,\\s(?:(?:${sourceOf(names.articles)})\\s?)?(?:[\\p{Ll}-]+\\s)?(?:%)\\s(?:${wordsOf(together(names.genitives, names.contracted))})(?:\\s|(?<=[’']))[^,;]{2,60},\\s\\p{Ll}`
    return (
      names.hasLateAdjectives === true &&
      /(?:^|[.!?~]\s)$/u.test(text.slice(0, from)) &&
      pattern(names.bodies, owner, 'u').test(text.slice(to, to + 120))
    )
  }

  /** ", the second-largest maker,", "the broker ", " turned its key". */
  private isCalledBody(name: string, after: string, before: string): boolean {
    const {names} = this.rules
    const words = /^,\s(?<words>[^,.;:()]+)/u.exec(after)?.groups?.['words']
    const own = words?.split(wordPattern(names.clauses, '\\s%\\s'), 1)[0]
    const noun = own && nounPhraseIn(own, this.rules)
    // "Wessel Sound, a town of weavers"
    const is = (text: string) =>
      pattern(names.bodies, `${WORD_START}(?:%)$`).test(text) &&
      !pattern(names.placeKinds, `${WORD_START}(?:%)$`).test(text)
    // "Eva Roth, die am Institut forscht"
    const isClause =
      noun &&
      (pattern(names.articles, `${WORD_START}(?:%)\\s`).test(noun.core) ||
        (this.rules.speech.hasCapitalNouns === true &&
          wordPattern(names.prepositions, '^%\\s').test(noun.core)))
    // "Kevin Arden, the builder": a person may be one.
    const isJob =
      noun !== undefined &&
      noun !== '' &&
      genderOfName(name, this.rules) !== null &&
      endsInJob(noun.core, this.rules)
    if (
      noun &&
      !isJob &&
      !isClause &&
      noun.article !== '' &&
      // "Ana Roda, del sindicato": she belongs to it.
      !wordPattern(names.contracted, '^%\\s$').test(noun.article) &&
      is(names.hasLateAdjectives ? noun.noun : noun.core)
    )
      return true
    // "Ann Poll, of the administrator Holt Asher,"
    const isEmployer =
      names.hasLateBodies === true && /\p{Lu}\p{L}+,\sof\sthe\s(?:\p{Ll}+\s){1,2}$/u.test(before)
    if (isEmployer) return true
    // "the consultants Thornley Leisure"
    if (
      isPluralJob(/\S+(?=\s$)/u.exec(before)?.[0] ?? '', this.rules) &&
      !/^,?\s(?:\p{L}+\s)?\p{Lu}/u.test(after)
    )
      return true
    // "la société de Jean Roth" is not called so.
    const late = names.hasLateAdjectives
      ? `(?:\\s(?!(?:${wordsOf(together(names.genitives, names.contracted))})\\s)[\\p{Ll}-]+)?`
      : ''
    const kind = `(?:(?:${wordsOf(names.definite)})\\s?|(?:^|[.~]\\s)\\p{L}+\\s)(?:[\\p{Ll}-]+\\s)?(?:%)${late}\\s$`
    if (pattern(names.bodies, `${WORD_START}${kind}`).test(before)) return true
    return (
      !names.hasGenders &&
      wordPattern(names.owners, '^\\s\\p{Ll}+(?:\\s\\p{Ll}+){0,2}\\s%\\s', 'u').test(after)
    )
  }

  /** An article is before no person's name. */
  readonly isAfterArticle = (before: string): boolean =>
    wordPattern(this.rules.names.definite, `${WORD_START}%(?:\\s|(?<=[’']))$`).test(before)

  /** What shows, around a name, that it is a person's. */
  evidenceFor(text: string, from: number, to: number): {verbs: number; signs: number} {
    const {speech} = this.rules
    const after = text.slice(to, to + 90)
    const before = text.slice(Math.max(0, from - 40), from)
    if (this.isAfterArticle(before)) return {verbs: 0, signs: 0}
    const isSpeaking =
      pattern(
        speech.verbs,
        `^,?\\s(?:\\p{L}+ly\\s|(?:${wordsOf(speech.clitics ? together(speech.clitics, this.rules.names.definite) : NONE)})\\s?)?%${WORD_END}`,
      ).test(after) ||
      (isAtStart(text, from) && this.isInsertedBehind(after)) ||
      pattern(speech.verbs, `${WORD_START}%\\s(?:\\p{L}+\\s)?$`).test(before) ||
      pattern(speech.accordingTo, `${WORD_START}%\\s$`).test(before)
    // « … », commence Anne Roth: a verb that no list has
    const isAfterWords =
      speech.hasInversion === true &&
      this.rules.names.hasLateAdjectives === true &&
      /~[^\p{L}~]{0,3},\s(?:[\p{Ll}’']{1,6}\s)?\p{Ll}{4,}\s$/u.test(before)
    return {verbs: isSpeaking || isAfterWords ? 2 : 0, signs: this.signsOfPerson(text, from, to)}
  }

  /** "Ann Poll, prosecuting, said", "Ann Poll, whose boat sank, called" */
  private readonly isInsertedBehind = (after: string): boolean =>
    this.rules.names.hasLateBodies === true &&
    pattern(this.rules.speech.verbs, `^,\\s[^,.;:~]{3,60},\\s(?:\\p{Ll}+ly\\s)?%${WORD_END}`).test(
      after,
    )

  /** "It did not satisfy Ann Poll. The crane driver arrived" */
  private isTakenUp(before: string, after: string): boolean {
    const {definite, hasLateBodies, prepositions} = this.rules.names
    const article = pattern(definite, '^\\.\\s%\\s').exec(after)?.[0]
    return (
      hasLateBodies === true &&
      article !== undefined &&
      upToJob(after.slice(article.length), 2, this.rules) !== null &&
      !wordPattern(prepositions, `${WORD_START}%\\s$`).test(before)
    )
  }

  /** Of these, what is not a verb of speech, which organisations have, too. */
  private signsOfPerson(text: string, from: number, to: number): number {
    const {names, speech} = this.rules
    const after = withoutNote(text.slice(to, to + 90))
    const before = text.slice(Math.max(0, from - 40), from)
    let count = 0
    if (pattern(names.titles, `^,\\s(?:[^,.;]{0,60}\\s)?%${WORD_END}`).test(after)) count += 2
    if (titleBefore(text, from, this.rules) !== null) count += 2
    if (apposition(text.slice(to, to + 140), this.rules)) count += 1
    if (pattern(names.leads, `^,\\s%\\s`).test(after)) count += 1
    const pair = pattern(
      this.rules.head.and,
      '(?<first>\\p{L}+)\\s(?:\\p{Lu}\\p{L}+\\s\\p{Lu}[\\p{L}-]+\\s%\\s)?$',
      'u',
    ).exec(before)
    if (isPluralJob(pair?.groups?.['first'] ?? '', this.rules)) count += 1
    if (
      pattern(together(names.relatives.female, names.relatives.male), `${WORD_START}%,?\\s$`).test(
        before,
      )
    )
      count += 1
    const article = `(?:${sourceOf(names.articles)})\\s?${names.hasLateAdjectives ? '|' : ''}`
    const relation = `^,\\s(?:${article})(?:\\p{L}+\\s)?%${WORD_END}`
    if (pattern(together(names.relatives.female, names.relatives.male), relation).test(after))
      count += 2
    if (leadIn(after, this.rules)?.isOfBody === true) count += 1
    // "par la galerie de Paul-Henri Vernoux, jugé pour complicité"
    const isDone =
      names.hasLateAdjectives === true &&
      /^,\s\p{Ll}+(?:é|ée|[ai]d[oa])\s\p{Ll}/u.test(after) &&
      wordPattern(names.genitives, '\\s%\\s$').test(before)
    if (isDone && genderOfName(text.slice(from, to), this.rules) !== null) count += 1
    const isBetween = /,\s$/u.test(before) && /^,\s\p{Ll}/u.test(after)
    if (isBetween && genderOfName(text.slice(from, to), this.rules) !== null) count += 1
    if (pattern(names.ledBy ?? NONE, `${WORD_START}(?:%)\\s$`).test(before)) count += 1
    if (pattern(names.ages, `${WORD_START}(?:%)\\s$`).test(before)) count += 1
    if (pattern(names.isVerbs, `${WORD_START}%\\s$`).test(before) && /^[.,]/u.test(after))
      count += 1
    const joined = pattern(this.rules.head.and, '\\s[^,.;]{3,40}\\s%\\s$').exec(before)?.index ?? -1
    const isJoined =
      joined >= 0 &&
      pattern(
        together(speech.accordingTo, speech.verbs),
        `${WORD_START}%\\s[^,.;]{3,40}\\s\\S+\\s$`,
      ).test(before)
    if (isJoined) count += 2
    if (/^,?\s(?:both\s|beide\s)?\(?\d{1,3}\)?[,.\s]/u.test(after)) count += 2
    if (this.isTakenUp(before, after)) count += 1
    // "Her neighbour Ann Poll has"
    const isOwned = pattern(names.possessives, `${WORD_START}(?:%)\\s\\p{Ll}{4,}\\s$`).test(before)
    if (isOwned && !names.hasLateAdjectives && /^\s\p{Ll}/u.test(after)) count += 1
    if (
      /^,\s(?:who|qui|der|die|que|quien|de \d+ años|âgé|âgée|\d+ ans|\d+ Jahre)[\s,]/u.test(after)
    )
      count += 2
    return count
  }
}
