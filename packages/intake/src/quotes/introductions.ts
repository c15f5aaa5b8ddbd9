// How an article introduces people and organisations: the words around a name.
import type {LanguageRules} from '../languages/rules.ts'
import {NONE, WORD_START, pattern, together, wordPattern, wordsOf} from '../parts/patterns.ts'
import type {Capitals} from './capitals.ts'
import type {PersonRun} from './person-names.ts'
import type {Entities} from './entities.ts'
import {genderOfName} from './genders.ts'
import {endsInJob, nounPhraseIn} from './nouns.ts'
import {Relatives} from './relatives.ts'
import {Signs, withoutNote} from './signs.ts'
import {apposition} from './titles/apposition.ts'
import {titleBefore} from './titles/title-before.ts'

/** Who is named at a place, by the words around it. */
export class Introductions {
  private readonly entities: Entities
  private readonly relatives: Relatives
  private readonly rules: LanguageRules
  private readonly capitals: Capitals
  private readonly signs: Signs

  constructor(entities: Entities, relatives: Relatives) {
    this.entities = entities
    this.relatives = relatives
    this.rules = entities.rules
    this.capitals = entities.capitals
    this.signs = new Signs(entities.rules)
  }

  // --- Meeting them

  meet(text: string) {
    const bodies = this.entities.organisationNames.namesIn(text)
    for (const run of bodies) this.entities.addInstitution(this.entities.bodyName(text, run))
    for (const run of this.entities.personNames.namesIn(text)) {
      if (bodies.some((body) => run.from < body.to && run.to > body.from)) continue
      const words = run.name.split(' ')
      const isWhole = words.length > 1
      const isBody = !run.isSure && this.signs.isBodyHere(text, run.from, run.to, isWhole)
      if (isBody && (isWhole || !this.capitals.isSurname(run.name)))
        this.entities.addInstitution(isWhole ? run.name : this.fullName(run.name))
      this.relatives.meetPartner(text, run)
      const isSomebody = !isWhole && this.isSomebody(text, run)
      if (!isWhole && !run.isSure && !isSomebody && !this.isIntroduced(text, run)) continue
      // "dem Kirchturm von Dunkelsee"
      const isThing =
        this.rules.speech.hasCapitalNouns === true &&
        genderOfName(run.name, this.rules) === null &&
        !run.isSure &&
        this.signs.isAfterArticle(text.slice(0, run.from))
      if (isThing) continue
      if (this.isOneThing(text, run)) continue
      // "Fünf Minuten": an adjective that the article has in lower case, too
      const isAdjective =
        this.rules.speech.hasCapitalNouns === true &&
        !run.isSure &&
        isWhole &&
        this.entities.isInLowerCase(words[0] ?? '')
      if (isAdjective) continue
      // "zwei Wochen Arrest"
      const isNumbered =
        !run.isSure &&
        pattern(this.rules.names.counts ?? NONE, `${WORD_START}(?:%)\\s$`).test(
          text.slice(Math.max(0, run.from - 16), run.from),
        )
      if (isNumbered) continue
      // "1,3 Millionen Euro", "der 12. November", but "since 1987. Anne Roth"
      const isCounted = this.rules.speech.hasCapitalNouns ? /\d[\d.,]*(?<!,)\s$/u : /\d\s$/u
      if (isCounted.test(text.slice(0, run.from)) && !run.isSure) continue
      const isOwner = pattern(this.rules.names.titles, '^\\s(?:%)\\s\\p{Lu}\\p{Ll}', 'u').test(
        text.slice(run.to, run.to + 60),
      )
      if (isOwner && !run.isSure) continue
      const {verbs, signs} = this.signs.evidenceFor(text, run.from, run.to)
      const isSure = run.isSure || signs > 0
      const person = this.entities.addPerson(
        run.name,
        run.gender,
        verbs + signs + (run.isSure ? 2 : 0) + (isSomebody || this.hasGivenName(run) ? 1 : 0),
      )
      person.isSure ||= isSure
    }
  }

  /** "Wrenfield Cycles" of "a system supplied by Wrenfield Cycles", later "Wrenfield": if no other name begins so. */
  private fullName(word: string): string {
    const {names} = this.rules
    if (!names.hasLateBodies) return word
    const behind = this.capitals.around(word).flatMap(({before, after}) => {
      const next = /^\s(?<next>\p{Lu}\p{Ll}+)(?!\s\p{Lu}|[’'])/u.exec(after)?.groups?.['next']
      return next === undefined ? [] : {next, before}
    })
    const [first] = behind
    const isName =
      first !== undefined &&
      behind.every(({next}) => next === first.next) &&
      pattern(names.firmMarks?.before ?? NONE, `${WORD_START}(?:%)\\s$`).test(first.before) &&
      !wordPattern(this.rules.page.calendar, '^%$').test(first.next) &&
      !endsInJob(first.next, this.rules)
    return isName ? `${word} ${first.next}` : word
  }

  /** Of two words, the first of which is a given name. */
  private readonly hasGivenName = ({name}: PersonRun): boolean =>
    /^\S+\s\S+$/u.test(name) && genderOfName(name, this.rules) !== null

  /** "ein Streifen Wasser, der im Mai noch fehlte" */
  private readonly isOneThing = (text: string, {from}: PersonRun): boolean =>
    this.rules.speech.hasCapitalNouns === true &&
    pattern(this.rules.names.indefinite, `${WORD_START}(?:%)\\s$`).test(
      text.slice(Math.max(0, from - 16), from),
    )

  /** A given name with an age, with what somebody is before it, or right behind a verb of speech. */
  private isIntroduced(text: string, run: PersonRun): boolean {
    const {articles, indefinite, hasLateAdjectives} = this.rules.names
    const hasAge =
      /^,\s(?:de\s)?(?:\d{1,3}(?:\s(?:años|ans|Jahre)|,|\s\()|[\p{Ll}-]{2,16}\s(?:años|ans)(?=[,.\s]))/u.test(
        withoutNote(text.slice(run.to, run.to + 70)),
      )
    const before = text.slice(Math.max(0, run.from - 60), run.from)
    // "nine-year-old Maisie"
    if (pattern(this.rules.names.ages, `${WORD_START}(?:%)\\s$`).test(before)) return true
    // "An old pilot, Gus, came", "Debajo, el utillero, Gus, lo miraba"
    const isBehindNoun = hasLateAdjectives
      ? pattern(
          together(indefinite, articles),
          "(?:^|[.~,]\\s)(?:%)(?:\\s|(?<=[’']))[^,.]{3,40},\\s$",
        ).test(before)
      : pattern(indefinite, '(?:^|[.~]\\s)(?:%)\\s[^,.]{3,40},\\s$').test(before)
    const isApposed =
      (hasLateAdjectives ? /^[,.]/u : /^,/u).test(text.slice(run.to)) &&
      isBehindNoun &&
      titleBefore(text, run.from, this.rules) !== null
    return hasAge || isApposed || this.isSpeakingAlone(text, run)
  }

  /** "los reparte Toñi, la del segundo,", "il y a Inès, qui": a given name, and somebody behind a comma. */
  private isCalledSo(text: string, {from, to, name}: PersonRun): boolean {
    const {names, speech} = this.rules
    if (!names.hasLateAdjectives || this.capitals.isSurname(name)) return false
    const behind = `^,\\s(?:(?:${wordsOf(names.definite)})\\s(?:${wordsOf(names.genitives)}|${wordsOf(names.contracted)})\\s|(?:%)\\s)`
    const isPlace = wordPattern(names.prepositions, `${WORD_START}%\\s$`).test(
      text.slice(Math.max(0, from - 12), from),
    )
    return (
      genderOfName(name, this.rules) !== null &&
      !isPlace &&
      pattern(speech.relative, behind).test(text.slice(to, to + 30))
    )
  }

  /** "Inès, son apprentie, hoche la tête", "précise sa voisine, Inès." */
  private isSomebody(text: string, run: PersonRun): boolean {
    const {bodies, hasLateAdjectives} = this.rules.names
    const after = text.slice(run.to, run.to + 90)
    const before = text.slice(Math.max(0, run.from - 40), run.from)
    if (/^[,.]/u.test(after) && this.relatives.isRelative(before)) return true
    if (this.isCalledSo(text, run)) return true
    const begins = hasLateAdjectives === true && /(?:^|[,.~]\s)$/u.test(before)
    // "Au volant, Aïssata, qui ne donne que son prénom, révise"
    const {relative} = this.rules.speech
    const hasClause = begins && pattern(relative, '^,\\s(?:%)\\s[^,.]+,\\s').test(after)
    if (hasClause && genderOfName(run.name, this.rules) !== null) return true
    const apposed = begins ? apposition(after, this.rules, true) : null
    return (
      apposed !== null &&
      !pattern(bodies, '^%$').test(nounPhraseIn(apposed, this.rules).noun) &&
      /^,[^,.]+,\s\p{Ll}/u.test(after)
    )
  }

  /** "said Ruben", whom the article names nowhere else in full. */
  private isSpeakingAlone(text: string, {from, to, name}: PersonRun): boolean {
    const {names, speech} = this.rules
    if (speech.hasCapitalNouns || this.capitals.isSurname(name) || /^\p{Lu}+$/u.test(name))
      return false
    const says =
      /[~,]\s*\p{Ll}[^~,.]*\s$/u.test(text.slice(0, from)) &&
      pattern(speech.verbs, `[~,]\\s*%\\s$`).test(text.slice(Math.max(0, from - 30), from)) &&
      /^[.,]|^\s\p{Ll}/u.test(text.slice(to))
    if (!says) return false
    const full = new RegExp(`${name}\\s\\p{Lu}`, 'u')
    if (this.entities.texts.some((one) => full.test(one))) return false
    return !this.capitals
      .around(name)
      .some(
        ({before}) =>
          wordPattern(names.prepositions, `${WORD_START}%\\s$`).test(before) ||
          this.signs.isAfterArticle(before),
      )
  }
}
