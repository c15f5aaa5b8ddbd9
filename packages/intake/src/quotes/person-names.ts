// The names of people in a text, without titles and forms of address before them.
import type {LanguageRules} from '../languages/rules.ts'
import {isCountry, isOrganisation} from '../parts/names.ts'
import {NONE, WORD_START, bare, pattern, together, wordPattern, wordsOf} from '../parts/patterns.ts'
import {type Capitals, type Gender, INITIAL, type Run} from './capitals.ts'
import {genderOfName} from './genders.ts'
import {isGivenName} from '../languages/given-names.ts'
import {endsInJob, isPluralJob} from './nouns.ts'
import type {OrganisationNames} from './organisation-names.ts'
import {BEHIND_SMALL} from './titles/organisations.ts'

export interface PersonRun {
  from: number
  to: number
  name: string
  gender: Gender
  isSure: boolean
}

/** Where a text names people. */
export class PersonNames {
  private readonly capitals: Capitals
  private readonly organisations: OrganisationNames
  private readonly rules: LanguageRules

  constructor(capitals: Capitals, organisations: OrganisationNames, rules: LanguageRules) {
    this.capitals = capitals
    this.organisations = organisations
    this.rules = rules
  }

  namesIn(text: string): PersonRun[] {
    return this.capitals.capitalRuns(text).flatMap((run) => {
      const words = this.capitals.held.has(run)
        ? null
        : this.capitals.withoutStarter(this.behindRelative(this.behindBody(run, text)), text)
      const titled = words && this.withoutTitles(words, text)
      // "Mr. Wolf", "Gov. Frank": the run ends at the full stop.
      if (!titled || titled.words.length === 0) return []
      const {from} = titled
      const rest = this.withoutNoun(titled.words)
      const to = from + rest.join(' ').length
      const address = this.addressBefore(text.slice(0, from))
      const name = rest.join(' ')
      if (!this.canBePerson(rest, name)) return []
      // "Rory Green, Chief China Economist": the title of the person before it.
      // But "Me Luc Ferrier", where no title has a capital, is a name.
      const isTitle =
        this.rules.names.hasSmallTitles !== true &&
        (from > words.from || this.isOfBody(text.slice(to), name)) &&
        endsInJob(rest.at(-1) ?? '', this.rules)
      if (isTitle && /,\s$/u.test(text.slice(0, words.from))) return []
      return {
        from,
        to: rest.length < titled.words.length ? to : words.to,
        name,
        gender: address?.gender ?? titled.gender,
        isSure: titled.isSure || address !== null || INITIAL.test(name),
      }
    })
  }

  /** "Rory Green, Senior Fellow at the Holm Institute" */
  private readonly isOfBody = (after: string, name: string): boolean =>
    this.rules.names.hasCapitalTitles === true &&
    pattern(this.rules.names.of, '^\\s(?:%)\\s').test(after) &&
    genderOfName(name, this.rules) === null

  /** "du musée des Tissus Anne Roth": the name begins behind that of the organisation. */
  private behindBody(run: Run, text: string): Run {
    if (!this.rules.names.hasSmallWords || run.words.length < 3) return run
    const body = this.organisations
      .namesIn(text)
      .find(({from, to}) => from < run.from && to > run.from)
    if (!body || body.to >= run.to) return run
    const words = text.slice(body.to + 1, run.to).split(/\s+/u)
    return words.length === 2 ? {from: body.to + 1, to: run.to, words} : run
  }

  /** "Tamms Schwester Gesche": the name begins behind the noun. */
  private behindRelative(run: Run): Run {
    const {names, speech} = this.rules
    if (!speech.hasCapitalNouns || run.words.length < 3) return run
    const relatives = pattern(together(names.relatives.female, names.relatives.male), '^(?:%)$')
    const at = run.words.slice(0, -1).findLastIndex((word) => relatives.test(word)) + 1
    const from = at === 0 ? run.from : run.from + run.words.slice(0, at).join(' ').length + 1
    return {from, to: run.to, words: run.words.slice(at)}
  }

  /** "Um elf hat Trude Winkel Feierabend": later only "Winkel". */
  private withoutNoun(words: string[]): string[] {
    if (!this.rules.speech.hasCapitalNouns || words.length < 3) return words
    // "Eva Roth von Lumo"
    const isFrom = wordPattern(this.rules.names.genitives, '^%$').test(words[2] ?? '')
    if (isFrom && genderOfName(words[0] ?? '', this.rules) !== null) return words.slice(0, 2)
    const isAlone = (word: string) =>
      this.capitals
        .around(word)
        .some(
          ({before, after}) => !/\p{Lu}\S*\s$/u.test(before) && !/^[\p{L}-]|^\s\p{Lu}/u.test(after),
        )
    const [first = '', second = '', third = ''] = words
    // "Seit Jahren näht Ute Winkel Segel"
    const isGiven =
      words.length === 3 &&
      genderOfName(first, this.rules) !== null &&
      genderOfName(second, this.rules) === null &&
      /^\p{Lu}\p{Ll}+$/u.test(second)
    const isName =
      (isGiven || isAlone(second)) &&
      !isAlone(third) &&
      words.every((word) => /^\p{Lu}/u.test(word))
    return isName ? words.slice(0, 2) : words
  }

  /** "Ms", "Gov." before a name. */
  private addressBefore(before: string): {gender: Gender} | null {
    const {honorifics, titlesBefore} = this.rules.names
    const word = /(\p{L}+)\.?\s$/u.exec(before.slice(-24))?.[1]?.toLowerCase()
    const is = (list: readonly string[]) =>
      word !== undefined &&
      (pattern(list, '^%$').test(word) || pattern(list, '^%$').test(`${word}.`))
    if (is(honorifics.female)) return {gender: 'female'}
    if (is(honorifics.male)) return {gender: 'male'}
    // "le colonel Ferrand"
    const isTitled =
      this.rules.names.hasLateAdjectives === true &&
      /\s$/u.test(before) &&
      pattern(this.rules.names.titles, `${WORD_START}%$`).test(before.slice(-40).trimEnd()) &&
      // "el grupo ecologista Mar Viva"
      !pattern(this.rules.names.bodies, `${WORD_START}%\\s\\p{Ll}+\\s$`).test(before.slice(-40))
    return is(honorifics.any) || is(titlesBefore) || isTitled ? {gender: null} : null
  }

  /** Whether words begin with what several people are: "Economists Jan Tveit and Ellen Moe", but "Friends of the Bay". */
  private isPair([first = '', second = '']: readonly string[]): boolean {
    const {genitives, contracted} = this.rules.names
    const isOf = wordPattern(together(genitives, contracted), '^%$').test(second)
    return !isOf && isPluralJob(first, this.rules)
  }

  /** Without "Ms", "Ch Insp" and "Defense attorney" at the beginning. */
  private withoutTitles(
    run: Run,
    text: string,
  ): {from: number; words: string[]; gender: Gender; isSure: boolean} {
    const {names, speech} = this.rules
    let {from} = run
    const words = [...run.words]
    let gender: Gender = null
    const drop = (count = 1) => {
      for (const word of words.splice(0, count)) from += word.length + 1
    }
    const relatives = together(names.relatives.female, names.relatives.male)
    if (
      words.length > (names.hasLateBodies ? 1 : 2) &&
      pattern(names.ages, '^(?:%)$').test(words[0] ?? '')
    )
      drop()
    // "el sargento de la Guardia Civil Ramón Seco"
    const isForce = pattern(names.forces ?? NONE, '^(?:%)$').test(words.slice(0, 2).join(' '))
    if (words.length > 3 && isForce) drop(2)
    if (words.length > 2 && this.isDay(words[0] ?? '')) drop()
    if (words.length > 2 && this.isOrigin(words[0] ?? '', text.slice(0, from))) drop()
    // "Very Reverend"
    if (/^(?:very|right|most)$/iu.test(words[0] ?? '') && /^rev/iu.test(words[1] ?? '')) drop()
    while (words.length > 0) {
      const first = (words[0] ?? '').toLowerCase()
      // "Grünen-Abgeordnete"
      const word =
        speech.hasCapitalNouns && words.length > 2 ? (first.split('-').at(-1) ?? first) : first
      const dotted = text[from + first.length] === '.' ? `${word}.` : word
      const is = (list: readonly string[]) =>
        pattern(list, '^%\\.?$').test(word) || pattern(list, '^%$').test(dotted)
      if (is(names.honorifics.female)) gender = 'female'
      else if (is(names.honorifics.male)) gender = 'male'
      else if (
        !is(names.honorifics.any) &&
        !(
          words.length > 1 &&
          ((is(names.titles) && !this.isGivenName(words)) || pattern(relatives, '^%$').test(word))
        ) &&
        !is(names.titlesBefore)
      )
        break
      drop()
    }
    if (pattern(names.titlesBefore, '^%$').test(words.slice(0, 2).join(' '))) drop(2)
    if (words.length > 2 && this.isPair(words)) drop()
    const isJob = speech.hasCapitalNouns === true && words.length > 2
    // "an diesem Sonntag Heiner Grothe"
    if (isJob && wordPattern(this.rules.page.calendar, '^%$').test(words[0] ?? '')) drop()
    if (isJob && words.length > 2 && endsInJob(words[0] ?? '', this.rules)) drop()
    if (isJob) drop(this.countDescribing(words))
    if (isJob) drop(this.countOwned(words))
    const title = words.findLastIndex(
      (word, index) =>
        index < words.length - 1 && index < 4 && pattern(names.titles, '^%$').test(word),
    )
    if (!this.isGivenName(words)) drop(title + 1)
    if (words.length > 2 && this.isFieldBehind(text.slice(Math.max(0, from - 60), from)))
      drop(words.length - 2)
    return {from, words, gender, isSure: from > run.from}
  }

  /** "el catedrático de Óptica Gonzalo Fresneda" */
  private isFieldBehind(ahead: string): boolean {
    const {genitives, contracted, definite, electedFor, hasLateAdjectives} = this.rules.names
    const link = wordPattern(
      together(together(genitives, contracted), electedFor ?? NONE),
      `\\s%${BEHIND_SMALL}(?:(?:${wordsOf(definite)})${BEHIND_SMALL})?$`,
    ).exec(ahead)?.index
    return hasLateAdjectives === true && endsInJob(ahead.slice(0, link ?? 0), this.rules)
  }

  /** "Dean Orr": the first of two words is a title, and a given name as well. */
  private readonly isGivenName = ([first = '', ...more]: readonly string[]): boolean =>
    this.rules.names.hasLateBodies === true &&
    more.length === 1 &&
    pattern(this.rules.names.givenTitles ?? NONE, '^(?:%)$').test(first)

  /** "le Polonais Jan Tveit" */
  private readonly isOrigin = (word: string, before: string): boolean =>
    this.rules.names.hasLateAdjectives === true &&
    pattern(this.rules.names.origins ?? NONE, '^(?:%)$').test(word) &&
    wordPattern(this.rules.names.definite, `${WORD_START}%\\s?$`).test(before)

  /** "on Tuesday Dr Ann Poll joined" */
  private readonly isDay = (word: string): boolean =>
    this.rules.names.hasLateBodies === true &&
    word.endsWith('day') &&
    wordPattern(this.rules.page.calendar, '^%$').test(word)

  /** "Roths Kalender", where the article names somebody called Roth. */
  private readonly isOwned = ([first = '', ...more]: readonly string[]): boolean =>
    this.rules.speech.hasCapitalNouns === true &&
    more.length === 1 &&
    first.endsWith('s') &&
    this.capitals.surnames.has(bare(first.slice(0, -1)))

  /** How many words of "Nachbarin Eva Roth" and "Schweizer Alpinist Jan Roth" are not the name. */
  private readonly countDescribing = (words: readonly string[]): number => {
    const [first = '', second = ''] = words
    const isOfTown = /^\p{Lu}\p{Ll}{2,}er$/u.test(first) && endsInJob(second, this.rules)
    if (isOfTown && words.length > 3) return 2
    const {notTitles} = this.rules.names
    return words.length > 2 && wordPattern(notTitles, '^%n?$').test(first) ? 1 : 0
  }

  /** How many words of "Arnaus Stadtbaurätin Eva Roth" are her town and her title. */
  private readonly countOwned = ([first = '', second = '', ...name]: readonly string[]): number =>
    name.length > 1 && first.endsWith('s') && endsInJob(second, this.rules) ? 2 : 0

  /** A title that is somebody's surname: "Eva Richter", but not "Vorsitzende Richterin". */
  private isNamed(name: string): boolean {
    return this.rules.speech.hasCapitalNouns
      ? this.capitals.isBehindGivenName(name)
      : this.capitals.surnames.has(bare(name))
  }

  /** "La Linterna" is a paper or a place, unless somebody has that surname: "Yann Le Gall". */
  private isWithArticle([first = '']: readonly string[], name: string): boolean {
    const {names} = this.rules
    return (
      names.hasLateAdjectives === true &&
      wordPattern(names.definite, '^%$').test(first) &&
      !this.capitals.around(name).some(({before}) => /\p{Lu}[\p{L}-]+\s$/u.test(before))
    )
  }

  /** "Ann Hill" */
  private readonly isPlaceSurname = ([
    first = '',
    last = '',
    ...more
  ]: readonly string[]): boolean =>
    more.length === 0 &&
    isGivenName(first) &&
    pattern(this.rules.names.placeSurnames ?? NONE, '^(?:%)$').test(last)

  /** Words with capitals that name no organisation, place, time or title. */
  private canBePerson(words: readonly string[], name: string): boolean {
    const {names} = this.rules
    // "PM UTC Updated"; a surname in capitals comes second.
    const isTime = /^\p{Lu}{2,4}$/u.test(words[0] ?? '')
    // "Ende September", "Sichergestellte Flaschen"
    const isCount =
      this.rules.speech.hasCapitalNouns === true &&
      words.length > 1 &&
      (wordPattern(names.starters, '^%$').test(words[0] ?? '') ||
        ((pattern(names.adjectiveEndings ?? NONE, '(?:%)[rnsm]?$').test(words[0] ?? '') ||
          // "Sandhofer Deich"
          /^\p{Lu}\p{Ll}{3,}er$/u.test(words[0] ?? '')) &&
          genderOfName(name, this.rules) === null))
    return (
      words.length <= 4 &&
      !isCount &&
      !this.isOwned(words) &&
      !this.isWithArticle(words, name) &&
      /^[\p{Lu}\p{N}’']|^[dl][’']/u.test(name) &&
      (/\p{Ll}/u.test(name) || INITIAL.test(name)) &&
      !isTime &&
      !pattern(names.neverNames ?? NONE, '\\s(?:%)$').test(name) &&
      !isCountry(name, this.rules) &&
      (!isOrganisation(name, this.rules) || this.capitals.isSurelyPerson(name)) &&
      (!pattern(names.places, `(?:^|\\s)(?:%)$`).test(name) || this.isPlaceSurname(words)) &&
      !(names.hasLateAdjectives && pattern(names.places, '^(?:%)\\s').test(name)) &&
      (!pattern(names.titles, '^%$').test(name) || this.isNamed(name))
    )
  }
}
