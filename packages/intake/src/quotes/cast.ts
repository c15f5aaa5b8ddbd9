// The people and organisations that an article names, and where: for languages that divide words by spaces.
import type {LanguageRules} from '../languages/rules.ts'
import {
  NONE,
  WORD_END,
  WORD_START,
  bare,
  eitherCase,
  oncePer,
  pattern,
  shortExpression,
  sourceOf,
  together,
  wordPattern,
  wordsOf,
} from '../parts/patterns.ts'
import {isOrganisation} from '../parts/names.ts'
import {Capitals, type Gender, type PersonRun} from './capitals.ts'
import {Signs, withoutNote} from './signs.ts'
import {genderOfName, genderOfNoun, isGivenName} from './genders.ts'
import {nominative} from './cases.ts'
import {endsInJob, nounPhraseIn} from './nouns.ts'
import {isAtStart} from './sentences.ts'
import {apposition} from './titles/apposition.ts'
import {BEHIND_SMALL, organisationParts} from './titles/organisations.ts'
import {titleBefore} from './titles/title-before.ts'
import {titleBeside} from './titles/title-beside.ts'
import type {FoundTitle} from './titles/split-title.ts'

export type {Gender} from './capitals.ts'

export interface Entity {
  kind: 'person' | 'institution'
  name: string
  gender: Gender
  title: string | null
  affiliation: string | null
  /** How often something showed that this is a person. */
  evidence: number
  /** A title, an age or a form of address showed it, and not only a verb. */
  isSure?: boolean
  /** "Her son, Tom": the article does not print the surname. */
  isByGivenName?: boolean
  /** "husband": as the article speaks of the person. */
  relation: string | null
}

export interface Mention {
  from: number
  to: number
  entity: Entity
}

export class Cast {
  readonly entities: Entity[] = []
  private readonly rules: LanguageRules
  private readonly texts: readonly string[]
  private readonly capitals: Capitals
  private readonly signs: Signs

  /** `texts` are passages without their quoted words, in the order of the article. */
  constructor(texts: readonly string[], rules: LanguageRules) {
    this.rules = rules
    this.texts = texts
    this.capitals = new Capitals(texts, rules)
    this.signs = new Signs(rules)
    for (const text of texts) this.meet(text)
    this.settle()
  }

  /** Everybody and everything that a text names, in order. */
  mentionsIn(text: string): Mention[] {
    const found: Mention[] = []
    const bodies = this.capitals.institutionRuns(text)
    for (const run of this.capitals.capitalRuns(text)) {
      const words = this.capitals.withoutStarter(run, text)
      // The "Department" of the Department for Coastal Affairs.
      const isPart = words && bodies.some(({from, to}) => from <= words.from && to > words.to)
      if (isPart) continue
      const own = words && this.bodyName(text, words)
      const entity =
        own && this.entities.find(({kind, name}) => kind === 'institution' && name === own)
      const known = entity ?? (words && this.shortName(text.slice(words.from, words.to)))
      if (known && words) found.push({from: words.from, to: words.to, entity: known})
    }
    for (const run of bodies) {
      if (found.some((mention) => run.from < mention.to && run.to > mention.from)) continue
      const entity = this.institution(this.bodyName(text, run))
      if (entity) found.push({from: run.from, to: run.to, entity})
    }
    for (const run of this.capitals.personRuns(text)) {
      if (found.some((mention) => run.from < mention.to && run.to > mention.from)) continue
      const entity = this.person(run.name, run.gender)
      if (entity) found.push({from: run.from, to: run.to, entity})
    }
    return found.toSorted((a, b) => a.from - b.from)
  }

  /** The person of that name, or of that surname. */
  person(name: string, gender: Gender = null): Entity | null {
    const key = bare(name)
    const people = this.entities.filter(({kind}) => kind === 'person')
    const exact = people.find((entity) => bare(entity.name) === key)
    if (exact?.name.includes(' ')) return exact
    const parts = (entity: Entity) => bare(entity.name).split(' ')
    const fits = (entity: Entity) =>
      gender === null || entity.gender === null || entity.gender === gender
    const candidates = people.filter((entity) => {
      const words = parts(entity)
      return (
        words.length > 1 &&
        (bare(entity.name).endsWith(` ${key}`) || words[0] === key) &&
        fits(entity)
      )
    })
    return (
      candidates.find((entity) => gender !== null && entity.gender === gender) ??
      candidates[0] ??
      exact ??
      null
    )
  }

  /** "Vantor" for Vantor Lithium, but not a town for its police. */
  private shortName(name: string): Entity | null {
    if (name.includes(' ') || this.person(name)) return null
    const full = this.institution(name)
    const rest =
      full && bare(full.name).startsWith(`${bare(name)} `) ? full.name.slice(name.length) : ''
    const isPublic = pattern(this.rules.names.bodies, `${WORD_START}%${WORD_END}`).test(rest)
    return rest && !isPublic ? full : null
  }

  /** The organisation of that name; the fullest that begins or ends with it. */
  institution(name: string): Entity | null {
    const key = bare(name)
    const all = this.entities.filter(({kind}) => kind === 'institution')
    return (
      all.find((entity) => bare(entity.name) === key) ??
      all.find(
        (entity) =>
          bare(entity.name).startsWith(`${key} `) || bare(entity.name).endsWith(` ${key}`),
      ) ??
      null
    )
  }

  private readonly bodyNames = new Map<string, string>()

  /** As a subject: "Landesamt" of "des Landesamts". */
  private bodyName(text: string, {from, to}: {from: number; to: number}): string {
    const article =
      text
        .slice(Math.max(0, from - 16), from)
        .trimEnd()
        .split(' ')
        .at(-1) ?? ''
    const name = text.slice(from, to)
    const key = `${article} ${name}`
    let found = this.bodyNames.get(key)
    if (found === undefined)
      this.bodyNames.set(key, (found = nominative(name, article, this.rules)))
    return found
  }

  // --- Meeting them

  private meet(text: string) {
    for (const run of this.capitals.institutionRuns(text))
      this.addInstitution(this.bodyName(text, run))
    const bodies = this.capitals.institutionRuns(text)
    for (const run of this.capitals.personRuns(text)) {
      if (bodies.some((body) => run.from < body.to && run.to > body.from)) continue
      const words = run.name.split(' ')
      const isWhole = words.length > 1
      const isBody = !run.isSure && this.signs.isBodyHere(text, run.from, run.to, isWhole)
      if (isBody && (isWhole || !this.capitals.isSurname(run.name))) this.addInstitution(run.name)
      this.meetPartner(text, run)
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
        this.isInLowerCase(words[0] ?? '')
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
      const person = this.addPerson(
        run.name,
        run.gender,
        verbs + signs + (run.isSure ? 2 : 0) + (isSomebody || this.hasGivenName(run) ? 1 : 0),
      )
      person.isSure ||= isSure
    }
  }

  /** Of two words, the first of which is a given name. */
  private readonly hasGivenName = ({name}: PersonRun): boolean =>
    /^\S+\s\S+$/u.test(name) && genderOfName(name, this.rules) !== null

  private isInLowerCase(word: string): boolean {
    const lower = new RegExp(`(?<!\\p{L})${word.toLowerCase()}(?!\\p{L})`, 'u')
    return this.texts.some((text) => lower.test(text))
  }

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
    if (/^[,.]/u.test(after) && this.isRelative(before)) return true
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

  /** "sa voisine, ", before a name. */
  private isRelative(before: string): boolean {
    const {possessives, relatives, notTitles} = this.rules.names
    // "ihr Großvater war Bäcker"
    const adjective = this.rules.speech.hasCapitalNouns ? '' : '(?:\\s[\\p{Ll}-]+)?'
    const noun = pattern(
      possessives,
      `${WORD_START}(?:%)\\s(?<noun>[\\p{Ll}-]+)${adjective},?\\s$`,
    ).exec(before)?.groups?.['noun']
    if (noun === undefined) return false
    return (
      wordPattern(notTitles, '^%$').test(noun) ||
      pattern(together(relatives.female, relatives.male), '^%$').test(noun) ||
      endsInJob(noun, this.rules)
    )
  }

  /** "said Ruben", whom the article names nowhere else in full. */
  private isSpeakingAlone(text: string, {from, to, name}: PersonRun): boolean {
    const {names, speech} = this.rules
    if (speech.hasCapitalNouns || this.capitals.isSurname(name) || /^\p{Lu}+$/u.test(name))
      return false
    const isFirst = this.texts.some((one) => new RegExp(`${name}\\s\\p{Lu}`, 'u').test(one))
    const says =
      /[~,]\s*\p{Ll}[^~,.]*\s$/u.test(text.slice(0, from)) &&
      pattern(speech.verbs, `[~,]\\s*%\\s$`).test(text.slice(Math.max(0, from - 30), from)) &&
      /^[.,]|^\s\p{Ll}/u.test(text.slice(to))
    const isPlace = this.capitals
      .around(name)
      .some(
        ({before}) =>
          wordPattern(names.prepositions, `${WORD_START}%\\s$`).test(before) ||
          this.signs.isAfterArticle(before),
      )
    return says && !isFirst && !isPlace
  }

  /** "Cyprien et Léonie Sauvageot": both have the surname. */
  private meetPartner(text: string, {from, name}: {from: number; name: string}) {
    const found = pattern(this.rules.head.and, `(?<given>\\p{Lu}\\p{Ll}+)\\s%\\s$`, 'u').exec(
      text.slice(0, from),
    )
    const given = found?.groups?.['given']
    const [, ...surname] = name.split(' ')
    const isName = given && !wordPattern(this.rules.names.starters, '^%$').test(given)
    const before = text.slice(0, found?.index ?? 0)
    // "los hermanos Pablo y Andrés Roda"
    const areMany =
      this.rules.names.hasLateAdjectives === true &&
      wordPattern(this.rules.names.plurals ?? NONE, `${WORD_START}%\\s\\p{Ll}+s\\s$`).test(before)
    const begins = areMany || isAtStart(before, before.length) || /,\s$/u.test(before)
    if (isName && surname.length === 1 && begins)
      for (const person of [`${given} ${surname.join(' ')}`, name])
        this.addPerson(person, null, 1).isSure = true
  }

  /** "Birte Lose und Cem Adal, die am Ufer wohnen": what shows that one is a person shows it of both. */
  private meetPairs(text: string) {
    const runs = this.capitals.personRuns(text)
    for (const [index, run] of runs.entries()) {
      const next = runs[index + 1]
      const areJoined =
        next && pattern(this.rules.head.and, '^\\s%\\s$').test(text.slice(run.to, next.from))
      const areNames = [run, next].every((one) => one?.name.split(' ').length === 2)
      const pair = areJoined && areNames ? [run, next].map(({name}) => this.person(name)) : []
      const [sure, other] = pair.toSorted((a, b) => (b?.evidence ?? 0) - (a?.evidence ?? 0))
      // "Manuel Trigo y Berta Sanz llevan la librería"
      const areGiven = [run, next].every(
        (one) => genderOfName(one?.name ?? '', this.rules) !== null,
      )
      const isSubject =
        isAtStart(text, run.from) && /^\s\p{Ll}{3,}/u.test(text.slice(next?.to ?? 0))
      if (areGiven && isSubject && pair.length === 2)
        for (const one of pair) if (one) one.evidence += 1
      const known = [run, next].every(
        (one) =>
          one &&
          this.institution(one.name) === null &&
          !this.signs.isAfterArticle(text.slice(0, one.from)),
      )
      if (known && sure?.isSure && other?.evidence === 0) other.evidence += 1
    }
  }

  private addInstitution(name: string) {
    // "der Verein": which one follows from the text.
    const {speech, names} = this.rules
    if (speech.hasCapitalNouns && pattern(names.bodies, '^(?:%)$').test(name)) return
    // "Hartmann’s Symphony No 8"
    if (NO_NAMES.test(name) || /\sNo$/u.test(name)) return
    const known = this.entities.find(
      (entity) => entity.kind === 'institution' && bare(entity.name) === bare(name),
    )
    if (!known)
      this.entities.push({
        kind: 'institution',
        name,
        gender: null,
        title: null,
        affiliation: null,
        evidence: 1,
        relation: null,
      })
  }

  private addPerson(name: string, gender: Gender, evidence: number): Entity {
    const isFull = name.includes(' ')
    const known =
      this.entities.find(
        (entity) => entity.kind === 'person' && bare(entity.name) === bare(name),
      ) ?? (isFull ? undefined : (this.person(name, gender) ?? undefined))
    if (known) {
      known.evidence += evidence
      known.gender ??= gender
      return known
    }
    const entity: Entity = {
      kind: 'person',
      name,
      gender,
      title: null,
      affiliation: null,
      evidence,
      relation: null,
    }
    this.entities.push(entity)
    return entity
  }

  /** "Her husband Mark", "Garside’s brother, Pat": the surname is that of the other. */
  private meetRelatives() {
    let latest: Entity | undefined
    for (const text of this.texts) {
      for (const {name, relation, gender, whose, at} of this.relativesIn(text)) {
        const ahead = this.mentionsIn(text).filter(({from}) => from < at)
        latest = ahead.findLast(isPersonNamed)?.entity ?? latest
        const other = whose === null ? latest : this.person(whose)
        const surname = other?.name.split(' ').at(-1)
        const isBare = this.rules.names.hasLateAdjectives === true
        const whole = isBare ? name : `${name} ${surname}`
        if (!surname) continue
        const relative = this.addPerson(whole, gender, 2)
        relative.relation ??= relation
        relative.isByGivenName = !this.texts.some((one) => one.includes(whole))
      }
      latest = this.mentionsIn(text).findLast(isPersonNamed)?.entity ?? latest
    }
  }

  /** "Joan Pell, the widow of the skipper", "Sa mère, Hélène Morand": later "the widow". */
  private readRelations() {
    const {relatives, articles, possessives} = this.rules.names
    const words = together(relatives.female, relatives.male)
    const determiner = `(?:${sourceOf(articles)}|${sourceOf(possessives)}|\\p{L}+[’']s?)`
    const behind = pattern(words, `^,\\s${determiner}\\s(?:\\p{L}+\\s)?(?<relation>%)${WORD_END}`)
    const ahead = pattern(
      words,
      `${WORD_START}${determiner}\\s(?:\\p{L}+\\s)?(?<relation>%)(?:,?\\s|\\s[^,.~]{3,40},\\s)$`,
    )
    for (const text of this.texts)
      for (const {entity, from, to} of this.mentionsIn(text)) {
        if (entity.kind !== 'person' || entity.relation !== null) continue
        const found =
          behind.exec(text.slice(to, to + 60)) ??
          ahead.exec(text.slice(Math.max(0, from - 80), from))
        entity.relation = found?.groups?.['relation']?.toLowerCase() ?? null
      }
  }

  private relativesIn(text: string) {
    const {relatives, possessives} = this.rules.names
    // "Tamms Schwester Gesche": the language writes no apostrophe.
    const owner = this.rules.speech.hasCapitalNouns ? "(?:s|[’'])" : "[’']s?"
    return (['female', 'male'] as const).flatMap((gender) => {
      const found = pattern(
        eitherCase(relatives[gender]),
        `(?<whose>${eitherCase(possessives).join('|')}|\\p{Lu}\\p{L}+${owner})\\s(?:\\p{Ll}{3,}\\s)?(?<relation>%),?\\s(?<name>\\p{Lu}\\p{Ll}+)(?![\\p{L}-])(?!\\s\\p{Lu}\\p{Ll})`,
        'u',
      ).exec(text)
      const {whose = '', relation = '', name} = found?.groups ?? {}
      if (!found || !name) return []
      const isNamed = new RegExp(`^\\p{Lu}.*${owner}$`, 'u').test(whose)
      return {
        name,
        relation: relation.toLowerCase(),
        gender,
        whose: isNamed ? whose.replace(new RegExp(`${owner}$`, 'u'), '') : null,
        at: found.index,
      }
    })
  }

  /** Only those stay that something shows to be a person; surnames join their full names; titles are read. */
  private settle() {
    for (const text of this.texts) {
      for (const {name} of this.capitals.personRuns(text)) {
        if (!name.includes(' ')) {
          const entity = this.person(name)
          if (entity && bare(entity.name).endsWith(` ${bare(name)}`)) entity.evidence += 1
        }
      }
    }
    for (const text of this.texts) this.meetPairs(text)
    const kept = this.entities.filter((entity) =>
      entity.kind === 'institution'
        ? !this.isShortForm(entity)
        : entity.evidence > 0 || this.isActing(entity),
    )
    for (const entity of kept) if (this.isFirm(entity)) entity.kind = 'institution'
    const single = kept.filter((entity) => !this.isOtherKindOf(entity, kept))
    this.entities.splice(0, this.entities.length, ...single)
    for (const entity of this.entities) this.nameLord(entity)
    this.meetRelatives()
    this.readRelations()
    for (const text of this.texts) this.readTitles(text)
    for (const text of this.texts) this.readAddresses(text)
    this.readOwnFirms()
    for (const entity of this.entities)
      if (entity.kind === 'person')
        entity.gender ??=
          (entity.title === null ? null : genderOfNoun(entity.title, this.rules)) ??
          genderOfName(entity.name, this.rules)
  }

  /** "Lord Holm", of whom the article says no first name. */
  private nameLord(entity: Entity) {
    const {lordly} = this.rules.names
    if (!lordly || entity.kind !== 'person' || entity.name.includes(' ')) return
    const address = pattern(lordly, '(?:^|\\s)(?<address>%)\\s$')
    const printed =
      this.capitals
        .around(entity.name)
        .map(({before}) => address.exec(before)?.groups?.['address'])
        .find((found) => found !== undefined) ?? ''
    if (/^\p{Lu}/u.test(printed)) entity.name = `${printed} ${entity.name}`
  }

  /** A name that was taken for a person here and for an organisation there is one of the two. */
  private isOtherKindOf({kind, name}: Entity, all: readonly Entity[]): boolean {
    if (this.rules.names.hasLateAdjectives !== true) return false
    const person = all.find((one) => one.kind === 'person' && one.name === name)
    const body = all.find((one) => one.kind === 'institution' && one.name === name)
    if (!person || !body) return false
    return (kind === 'institution') === isGivenName(name)
  }

  /** "Vantor" where there is Vantor Lithium, "fondo Lumera" where there is Lumera Capital. */
  private isShortForm({name: whole}: Entity): boolean {
    const name = this.rules.names.hasLateAdjectives
      ? whole.replace(/^\p{Ll}+\s(?=\p{Lu}\S+$)/u, '')
      : whole
    const words = bare(name).split(' ')
    // "hospital de Peñalba" where there is "hospital comarcal de Peñalba"
    const isFuller = ({kind, name: other}: Entity) => {
      const all = bare(other).split(' ')
      const isMore = kind === 'institution' && all.length > words.length && words.length > 2
      let at = 0
      for (const word of isMore ? all : []) if (word === words[at]) at += 1
      return at === words.length && all[0] === words[0] && all.at(-1) === words.at(-1)
    }
    // "St Arden’s" where there is St Arden’s Primary School
    const isSaint = ({kind, name: other}: Entity) =>
      kind === 'institution' && name.startsWith('St ') && bare(other).startsWith(`${bare(name)} `)
    if (name.includes(' '))
      return this.entities.some(this.rules.names.hasLateAdjectives ? isFuller : isSaint)
    // "Hopwell" is not short for its factory.
    const isPart = (other: string) =>
      other.startsWith(`${name} `) &&
      pattern(this.rules.names.firmMarks?.owns ?? NONE, '\\s(?:%)$').test(other)
    return this.entities.some(
      (other) =>
        other.kind === 'institution' &&
        other.name !== whole &&
        !isPart(other.name) &&
        (bare(other.name).startsWith(`${bare(name)} `) ||
          (name === whole && bare(other.name).endsWith(` ${bare(name)}`))),
    )
  }

  /** "Benigno Lastra deja abierta la puerta": the subject of a clause, and nowhere a place. */
  private isActing({name}: Entity): boolean {
    const {names, speech} = this.rules
    const isLong = name.split(' ').length === 3 && genderOfName(name, this.rules) !== null
    if (name.split(' ').length !== 2 && !isLong) return false
    let count = 0
    for (const {before, after} of this.capitals.around(name)) {
      const isPlace =
        wordPattern(names.prepositions, `${WORD_START}%\\s$`).test(before) ||
        this.signs.isAfterArticle(before)
      if (isPlace || /^[’']s?(?:\s|$)|^\s\p{Lu}/u.test(after)) return false
      const begins =
        isAtStart(before, before.length) ||
        /,\s$/u.test(before) ||
        pattern(together(speech.joining, speech.complements), `\\s%\\s$`).test(before)
      const [next = ''] = /^\s\p{Ll}{2,}/u.exec(after) ?? []
      // "Claire Vasse a tiré", "a 57 ans"
      const hasPerfect = pattern(
        speech.perfects ?? NONE,
        '^\\s(?:%)\\s?(?:\\p{Ll}{3}|\\d+\\sans)',
        'u',
      ).test(after)
      // "Cette phrase, Anne Roth la connaît"
      const hasPronoun =
        names.hasLateAdjectives === true &&
        wordPattern(
          together(names.definite, speech.clitics ?? NONE),
          "^\\s%(?:\\s|(?<=[’']))\\p{Ll}{2,}",
          'u',
        ).test(after)
      const isVerb = hasPerfect || hasPronoun || (next !== '' && !this.isSmallWord(next.trim()))
      if (begins && isVerb) count += 1
    }
    return count > 0
  }

  private readonly isSmallWord = (word: string): boolean => {
    const {names, speech} = this.rules
    return (
      [names.prepositions, names.links, names.contracted].some((list) =>
        wordPattern(list, '^%$').test(word),
      ) ||
      [
        names.articles,
        names.indefinite,
        names.bodies,
        names.titles,
        speech.joining,
        speech.complements,
      ].some((list) => pattern(list, '^%$').test(word))
    )
  }

  /** "Wrenfield Cycles said", later "Wrenfield": of people, the last word stays. */
  private isFirm({kind, name, isSure, gender}: Entity): boolean {
    const words = name.split(' ')
    const isPerson = kind === 'person' && (isSure === true || gender !== null)
    if (isPerson || kind !== 'person' || words.length !== 2 || this.rules.names.hasGenders)
      return false
    const nextIsBody = pattern(
      this.rules.names.bodies,
      `^[^.]{0,120}\\.\\s(?:${sourceOf(eitherCase(this.rules.names.definite))})\\s%\\s`,
    )
    // "Sabre Air Chief Executive Ann Poll"
    const titled = /^\s(?<title>(?:\p{Lu}\p{Ll}+\s){1,3}?)\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+/u
    const isEmployer = this.capitals.around(name).some(({after}) => {
      const title = titled.exec(after)?.groups?.['title']?.trim()
      return title !== undefined && endsInJob(title, this.rules)
    })
    if (isEmployer) return true
    // "Hallmark Petroleum said … The company said"
    if (this.capitals.around(name).some(({after}) => nextIsBody.test(after))) return true
    // "Wendell Poll and his wife, Carol": later "Carol Poll"
    const isOfFamily =
      isGivenName(name) &&
      this.entities.some((one) => one.name !== name && haveOneSurname(one, {name}))
    return !isOfFamily && this.capitals.isCalledByFirst(words)
  }

  private readTitles(text: string) {
    const mentions = this.mentionsIn(text)
    for (const mention of mentions) {
      const {entity} = mention
      if (entity.kind !== 'person') continue
      const work = this.workplace(text, mention.from, mentions)
      if (work) entity.affiliation ??= work
      const beside = titleBeside(text, mention, this.rules)
      const found = beside && this.withShortBody(beside)
      // "Dwight is Dwight Arden, who farms"
      if (!found || (found.title !== null && bare(found.title) === bare(entity.name))) continue
      // "seine Kollegin Eva Roth"
      const isNoTitle =
        this.rules.speech.hasCapitalNouns === true &&
        wordPattern(this.rules.names.notTitles, '^%$').test(found.title ?? '')
      if (isNoTitle) continue
      const office =
        found.affiliation === null
          ? (this.officeOf(found.title, text, mention) ?? this.firmBefore(found.title))
          : null
      entity.title ??= office?.title ?? found.title
      if (office) entity.affiliation ??= office.affiliation
      const isPersonal = pattern(this.rules.names.personTitles, '^(?:%)$').test(found.title ?? '')
      if (found.title !== null && !found.affiliation)
        entity.affiliation ??= this.placeAhead(text, mention.from, mentions)
      const fitting = this.fitting(found, text, mention)
      const isOfBody =
        found.isThere === true ||
        (found.isOwn === true && !isPersonal) ||
        (found.title !== null &&
          !found.affiliation &&
          !this.isOfKindOnly(found.title) &&
          pattern(this.rules.names.bodyTitles, '^%$').test(found.title))
      if (isOfBody || (fitting && !found.affiliation))
        entity.affiliation ??= (fitting ?? this.headed(found, text, mention))?.name ?? null
      const isOfPerson = this.isOfPerson(found.affiliation, isPersonal)
      const {placeTitles, councilTitles = []} = this.rules.names
      const isPlace = [placeTitles, councilTitles, this.rules.names.townTitles ?? NONE].some(
        (list) => pattern(list, '^(?:%)$').test(found.title ?? ''),
      )
      const isTown = isPlace && !isOrganisation(found.affiliation ?? '', this.rules)
      if (found.affiliation && isTown && /^\p{Lu}/u.test(found.affiliation))
        entity.affiliation ??= this.townOf(found.affiliation)
      if (found.isOwn && isPlace) entity.affiliation ??= this.townOfMayor(mentions, mention.from)
      if (found.affiliation && !isOfPerson)
        entity.affiliation ??=
          this.ownerNamed(found, entity) ?? this.affiliation(found.affiliation, text, mention)
      // "Jan and Peter Mostyn, who run the Tea Rooms"
      const isJoined = mentions.some(
        (one) =>
          one.entity !== entity && haveOneSurname(one.entity, entity) && one.to < mention.from,
      )
      for (const other of found.isShared || isJoined
        ? mentions.filter((one) => one.to < mention.from && mention.from - one.to < 8)
        : []) {
        if (other.entity.kind === 'person') other.entity.affiliation ??= entity.affiliation
      }
    }
  }

  /** "Mr. Beaudry’s assistant", "Orr’s lawyer", "l’avocat de Paul Renn" */
  private isOfPerson(owner: string | null, isPersonal: boolean): boolean {
    const person = owner === null ? null : this.person(owner)
    if (owner === null || person === null) return false
    const isOwned = isPersonal && this.rules.names.hasLateAdjectives === true
    if (this.rules.names.hasLateBodies !== true) return person.isSure === true || isOwned
    const isFirm = this.entities.some(({kind, name}) => kind === 'institution' && name === owner)
    return !isFirm && (person.isSure === true || (isPersonal && !owner.includes(' ')))
  }

  /** "Me Roth": the form of address shows what somebody is of whom nothing else is said. */
  private readAddresses(text: string) {
    for (const [address, female, male] of this.rules.names.addressTitles ?? []) {
      const isBefore = new RegExp(`(?<!\\p{L})${address}\\s$`, 'u')
      for (const {entity, from} of this.mentionsIn(text)) {
        if (entity.kind !== 'person' || !isBefore.test(text.slice(Math.max(0, from - 12), from)))
          continue
        const gender = entity.gender ?? genderOfName(entity.name, this.rules)
        entity.title ??= gender === 'female' ? female : male
      }
    }
  }

  /** "entrenadora del Valdoro", where there is CB Valdoro: but not of a town. */
  withShortBody(found: FoundTitle): FoundTitle {
    const {short, affiliation} = found
    if (!short || affiliation !== null) return found
    const body = this.entities.find(
      ({kind, name}) =>
        kind === 'institution' &&
        (name.startsWith(`${short.name} `) ||
          (name.endsWith(` ${short.name}`) && name.split(' ').length === 2)),
    )
    return body ? {...found, title: short.title, affiliation: body.name} : found
  }

  /** "la maire de Lorgues, Anne Roth, et son adjoint": the deputy is of her town. */
  private townOfMayor(mentions: readonly Mention[], at: number): string | null {
    const isMayor = ({to, entity: {title}}: Mention) =>
      to < at && pattern(this.rules.names.placeTitles, '^(?:%)$').test(title ?? '')
    return mentions.findLast(isMayor)?.entity.affiliation ?? null
  }

  /** "le capitaine Anne Roth": of a club, but not of what the article names besides. */
  private isOfKindOnly(title: string): boolean {
    const {titleOf, hasLateAdjectives} = this.rules.names
    return (
      hasLateAdjectives === true &&
      titleOf.some(([titles]) => pattern(titles, '^(?:%)$').test(title))
    )
  }

  /** A conductor's orchestra, an engineer's bureau, the club of a teammate: what the article named before. */
  private fitting({title}: FoundTitle, text: string, {from}: {from: number}): Entity | null {
    if (title === null) return null
    const {titleOf, experts} = this.rules.names
    const is = (list: readonly string[]) => pattern(list, '^(?:%)$').test(title)
    const [first, ...more] = titleOf.filter(([titles]) => is(titles)).map(([, bodies]) => bodies)
    // A captain may be of a club as well as of a ship.
    const isAny = this.rules.names.hasLateBodies === true
    const kinds = (isAny ? more : []).reduce<readonly string[] | undefined>(
      (all, list) => together(all ?? list, list),
      first,
    )
    const has = (list: readonly string[]) => {
      const kind = pattern(list, `${WORD_START}(?:%)${WORD_END}`)
      return ({name}: Entity) => kind.test(name)
    }
    const mate = this.mentionsIn(text).findLast(
      ({to, entity}) => to < from && entity.affiliation && !/[.!?~]\s/u.test(text.slice(to, from)),
    )
    const ofMate =
      kinds && mate?.entity.affiliation ? this.institution(mate.entity.affiliation) : null
    if (kinds && ofMate && has(kinds)(ofMate)) return ofMate
    // "Ayuntamiento" without its place says less than the place.
    const isNamed = ({name}: Entity) => name.includes(' ') || /^\p{Lu}+$/u.test(name)
    if (kinds)
      return this.lastOrMost(
        this.bodiesBefore(text, from).filter((one) => isNamed(one) && has(kinds)(one)),
      )
    const here = experts && is(experts.titles) ? has(experts.organisations) : undefined
    const before = this.bodiesIn(text).filter(({to}) => to <= from)
    return (here && before.findLast(({entity}) => here(entity))?.entity) ?? null
  }

  /** The organisation of "the managing director": of a firm, where the article names one. */
  private headed(
    {title, isOwn, isThere}: FoundTitle,
    text: string,
    {from}: {from: number},
  ): Entity | null {
    const isOfLast = isOwn || isThere
    const club = this.clubOf(title, text, from)
    if (!isOfLast && club) return club
    if (!isOfLast) {
      // Who acts in the paragraph, or else whom the article is about.
      const governed = wordPattern(
        this.rules.names.prepositions,
        `${WORD_START}%\\s(?:(?:${sourceOf(this.rules.names.articles)})\\s?)?$`,
      )
      // "Au conseil départemental, on compte. Le président": the sentence speaks of it.
      const isTopic = (before: string) =>
        this.rules.names.hasLateAdjectives === true &&
        /(?:^|[.~]\s)(?:\p{L}+[\s’']){1,2}$/u.test(before)
      const here = this.bodiesIn(text).findLast((one) => {
        const before = text.slice(Math.max(0, one.from - 30), one.from)
        return one.to <= from && (!governed.test(before) || isTopic(before))
      })
      return here?.entity ?? this.mostNamed(this.bodiesBefore(text, from))
    }
    const last = this.named('', text, from)
    const isHead = pattern(this.rules.names.firms?.heads ?? NONE, '^(?:%)$').test(title ?? '')
    const isHere = this.bodiesIn(text).some((one) => one.entity === last && one.to <= from)
    if (!isHead || last === null || isHere || this.isFirmName(last)) return last
    return this.bodiesBefore(text, from).findLast((one) => this.isFirmName(one)) ?? last
  }

  /** A goalkeeper's club: the one with which a sentence of the paragraph begins, or else the first of the article. */
  clubOf(title: string | null, text: string, at: number): Entity | null {
    const {clubs} = this.rules.names
    if (!clubs || !pattern(clubs.titles, '^(?:%)$').test(title ?? '')) return null
    const isClub = ({entity: {name}}: Mention) =>
      pattern(clubs.organisations, `${WORD_START}(?:%)${WORD_END}`).test(name)
    const begins = ({from}: Mention) =>
      wordPattern(this.rules.names.definite, '(?:^|[.:~]\\s)(?:%\\s)?$').test(text.slice(0, from))
    const here = this.bodiesIn(text).filter((one) => isClub(one) && one.to <= at)
    const first = this.texts.flatMap((one) => this.bodiesIn(one)).find(isClub)
    return (here.findLast(begins) ?? first)?.entity ?? null
  }

  /** The organisation of "the chairman", who was named before; null for titles that belong to none. */
  bodyOfTitle(title: string, text: string): string | null {
    const club = this.clubOf(title, text, text.length)
    if (club) return club.name
    if (!pattern(this.rules.names.bodyTitles, '^(?:%)$').test(title)) return null
    const fitting = this.fitting({title, affiliation: null}, text, {from: text.length})
    return (fitting ?? this.mostNamed(this.bodiesBefore(text, text.length)))?.name ?? null
  }

  /** Of "Chairman Ann Poll": the organisation that the article is about, and not the one that it named last. */
  private mostNamed(bodies: readonly Entity[]): Entity | null {
    const counts = this.mentionCounts()
    const count = (one: Entity) => counts.get(one.name) ?? 0
    const most = Math.max(0, ...bodies.map(count))
    const isMain = (one: Entity) => count(one) === most
    return (
      (this.rules.speech.hasCapitalNouns ? bodies.find(isMain) : bodies.findLast(isMain)) ?? null
    )
  }

  /** In English, of two clubs the one that the article is about. */
  private readonly lastOrMost = (bodies: readonly Entity[]): Entity | null =>
    this.rules.names.hasLateBodies ? this.mostNamed(bodies) : (bodies.at(-1) ?? null)

  private counts: Map<string, number> | undefined

  private mentionCounts(): Map<string, number> {
    if (this.counts) return this.counts
    const counts = new Map<string, number>()
    for (const text of this.texts)
      for (const {entity} of this.mentionsIn(text))
        if (entity.kind === 'institution')
          counts.set(entity.name, (counts.get(entity.name) ?? 0) + 1)
    return (this.counts = counts)
  }

  /** "An der Hochschule Wessel forscht Ann Poll" */
  private workplace(text: string, at: number, mentions: readonly Mention[]): string | null {
    const before = mentions.findLast(({to}) => to <= at)
    const works = pattern(
      this.rules.names.leadEnds ?? NONE,
      '^\\s(?:%)\\s(?:(?:der|die)\\s\\p{Lu}\\S+\\s)?$',
      'u',
    )
    const isOne = before?.entity.kind === 'institution' && works.test(text.slice(before.to, at))
    return isOne ? before.entity.name : null
  }

  /** "At the Merrow Institute, Senior Fellow Ann Poll": the organisation with which the sentence begins. */
  placeAhead(text: string, at: number, mentions: readonly Mention[]): string | null {
    const {from, links, contracted, definite} = {...this.rules.head, ...this.rules.names}
    const before = mentions.findLast(({to}) => to <= at)
    // "En el instituto Marqués, donde estudian, la directora, Paz Roda,"
    const between =
      this.rules.names.hasLateAdjectives || this.rules.names.hasLateBodies
        ? wordPattern(
            this.rules.names.clauses,
            "^(?:,\\s%\\s[^,.;~]+)?,\\s(?:\\p{L}[\\p{L}’'-]*,?\\s){1,5}$",
          )
        : /^,\s(?:\p{L}[\p{L}’'-]*\s){1,5}$/u
    if (before?.entity.kind !== 'institution') return null
    // "Au Centre d’étude des rapaces, cette biologiste": the name ends with words in lower case.
    const tail = tailOf(this.rules).exec(text.slice(before.to, at))?.[0] ?? ''
    if (!between.test(text.slice(before.to + tail.length, at))) return null
    const start = [...from, ...links, ...contracted, 'at', 'bei', 'chez']
    const isFirst = new RegExp(
      `(?:^|[.~]\\s)(?:${start.join('|')})\\s?(?:(?:${definite.join('|')})\\s?)?$`,
      'iu',
    ).test(text.slice(0, before.from))
    return isFirst ? before.entity.name + tail : null
  }

  /** "Sabre Air Chief Executive": the firm is the affiliation. */
  private firmBefore(title: string | null): {title: string; affiliation: string} | null {
    const firm = this.entities.find(
      ({kind, name}) =>
        kind === 'institution' && name.includes(' ') && title?.startsWith(`${name} `),
    )
    if (firm && title) return {title: title.slice(firm.name.length + 1), affiliation: firm.name}
    return this.firmJoined(title) ?? this.shortFirmBefore(title)
  }

  /** "Lumo-Sprecher", "SPD-Fraktionschef": the organisation before the hyphen. */
  private firmJoined(title: string | null): {title: string; affiliation: string} | null {
    if (!this.rules.speech.hasCapitalNouns) return null
    const {short = '', rest = ''} =
      /^(?<short>\p{Lu}[\p{L}-]*)-(?<rest>\p{Lu}\p{L}+)$/u.exec(title ?? '')?.groups ?? {}
    const named = short === '' ? null : this.institution(short)
    // "Naturbund-Sprecherin", but not "Klinik-Chefin"
    const isName =
      short.length > 5 && isOrganisation(short, this.rules) && !this.capitals.isBody(short)
    const isShort = /^\p{Lu}{2,6}$/u.test(short) || isName
    return named || isShort ? {title: rest, affiliation: named?.name ?? short} : null
  }

  /** "Harbourne captain", "Athletic captain", where there is Harbourne Athletic. */
  private shortFirmBefore(title: string | null): {title: string; affiliation: string} | null {
    const {names, speech} = this.rules
    if (title === null || names.hasLateAdjectives || speech.hasCapitalNouns) return null
    const {short = '', rest = ''} =
      /^(?<short>\p{Lu}[\p{L}’-]+)\s(?<rest>\p{L}.*)$/u.exec(title)?.groups ?? {}
    if (short === '' || pattern(names.titles, '^%$').test(title)) return null
    const club = this.clubCalled(short, rest)
    if (club) return {title: rest, affiliation: club.name}
    const isKind = pattern(together(names.organisations, names.bodies), '^(?:%)$').test(short)
    if (isKind || !endsInJob(rest, this.rules)) return null
    const firm = this.shortName(short) ?? this.ownerOf(rest, short)
    if (firm) return {title: rest, affiliation: firm.name}
    // "Selden Chief Executive", where nothing else shows what Selden is
    const isHead = pattern(names.ownedTitles ?? NONE, '^(?:%)$').test(rest)
    const isOther =
      wordPattern(names.firmMarks?.other ?? NONE, '^%$').test(short) ||
      pattern(names.origins ?? NONE, '^(?:%)$').test(short)
    return isHead && !isOther && this.isNameOfItsOwn(short)
      ? {title: rest, affiliation: short}
      : null
  }

  /** "Rovers" of Holm Rovers; of two clubs, the one that the article is about. */
  private clubCalled(short: string, title: string): Entity | undefined {
    if (!pattern(this.rules.names.ownedTitles ?? NONE, '^(?:%)$').test(title)) return undefined
    const clubs = this.entities.filter(
      ({kind, name}) => kind === 'institution' && bare(name).endsWith(` ${bare(short)}`),
    )
    return this.mostNamed(clubs) ?? undefined
  }

  /** Not only at the beginning of a sentence, and nowhere in lower case: "Selden", but not "Shop". */
  private isNameOfItsOwn(word: string): boolean {
    const isWithin = this.texts.some((text) =>
      [...text.matchAll(new RegExp(`${word}(?!\\p{L})`, 'gu'))].some(
        ({index}) => !isAtStart(text, index),
      ),
    )
    return isWithin && !this.isInLowerCase(word)
  }

  /** "Ossett’s captain", "the Arden’s director": the short form of a name. */
  private ownerNamed({title, affiliation}: FoundTitle, person: Entity): string | null {
    const words = affiliation ?? ''
    const short = words.replace(pattern(this.rules.names.articles, '^(?:%)\\s'), '')
    const isShort = this.rules.names.hasLateBodies === true && /^\p{Lu}[\p{L}-]+$/u.test(short)
    if (!isShort || title === null || person.name.includes(short)) return null
    const hasArticle = short !== words
    const fuller = this.entities.find(
      ({kind, name}) => kind === 'institution' && bare(name).startsWith(`${bare(short)} `),
    )
    return (hasArticle ? fuller : this.ownerOf(title, short))?.name ?? null
  }

  /** "Ossett manager": of Ossett Town, though a town may have that name; "Tidebus director": of Tidebus. */
  private ownerOf(title: string, short: string): Entity | null {
    const {ownedTitles, bodyTitles, placeTitles, titleOf} = this.rules.names
    const is = (list: readonly string[]) => pattern(list, '^(?:%)$').test(title)
    if (this.person(short) || is(placeTitles)) return null
    const bodies = this.entities.filter(({kind}) => kind === 'institution')
    const same = bodies.find(({name}) => bare(name) === bare(short))
    if (same || !(is(ownedTitles ?? NONE) || is(bodyTitles))) return same ?? null
    const kinds = titleOf.filter(([titles]) => is(titles)).map(([, list]) => list)
    const isOfKind = ({name}: Entity) =>
      kinds.length === 0 ||
      kinds.some((list) => pattern(list, `${WORD_START}(?:%)${WORD_END}`).test(name))
    const fuller = bodies.filter(
      (one) => bare(one.name).startsWith(`${bare(short)} `) && isOfKind(one),
    )
    return fuller.toSorted((one, other) => other.name.length - one.name.length)[0] ?? null
  }

  /** "union president": of the union that the article names. */
  private officeOf(
    title: string | null,
    text: string,
    {from}: {from: number},
  ): {title: string; affiliation: string} | null {
    const {names, speech} = this.rules
    if (title === null || names.hasLateAdjectives || speech.hasCapitalNouns) return null
    // "city attorney" is a title of its own.
    if (pattern(names.titles, '^(?:%)$').test(title)) return null
    const {kind, rest} =
      pattern(names.bodies, '^(?<kind>%)\\s(?<rest>.+)$').exec(title)?.groups ?? {}
    // "Council member", with its capital, is the whole title.
    const isLed = pattern(together(names.bodyTitles, names.leaderTitles ?? NONE), '^(?:%)$').test(
      rest ?? '',
    )
    const isPart =
      kind !== undefined && (/^\p{Ll}/u.test(kind) || (isLed && /^\p{Ll}/u.test(rest ?? '')))
    const body = isPart && rest ? this.namedOfKind(kind, text, from) : undefined
    return body && rest ? {title: rest, affiliation: body.name} : null
  }

  private namedOfKind(kind: string, text: string, at: number): Entity | undefined {
    const named = this.named(kind, text, at)
    const isOne = named && (this.isOfKind(named, kind) || this.isOtherKind(named, kind))
    return isOne ? named : undefined
  }

  /** "the trust": the organisation of that kind that was named last before, or else the next. */
  affiliation(words: string, text: string, near: {from: number}): string {
    // "critique à La Mesure": the article belongs to the name.
    const hasOwnArticle =
      this.rules.names.hasLateAdjectives === true && /^(?:L[aeo]s?|El)\s\p{Lu}/u.test(words)
    const article = pattern(this.rules.names.articles, "^(?:%)(?:\\s+|(?<=[’']))", 'iu')
    const plain = (hasOwnArticle ? words : words.replace(article, '')).trim()
    // "comité de empresa"
    const {hasSmallWords, hasLateBodies, organisations} = this.rules.names
    const isWholeName =
      !/\p{Lu}/u.test(plain) &&
      plain.split(' ').length > 2 &&
      (hasSmallWords === true ||
        (hasLateBodies === true && pattern(organisations, '^(?:%)$').test(plain)))
    if (isWholeName) return plain
    // "des Gerichts"
    if (this.rules.speech.hasCapitalNouns && !plain.includes(' ')) {
      const full = this.fullerName(plain)
      // "der den Betrieb führt", "des Unternehmens": a kind of organisation is not the name of one.
      const kind = [plain, plain.replace(/s$/u, ''), plain.replace(/es$/u, '')].find(this.isKind)
      if (kind !== undefined && (full === plain || this.isKind(full)))
        return this.namedOfKind(kind, text, near.from)?.name ?? ''
      // "des Wessel-Marathons"
      const own = full.replace(/s$/u, '')
      const isGenitive =
        own !== full && this.capitals.around(own).some(({after}) => !/^\p{L}/u.test(after))
      return isGenitive ? own : full
    }
    if (/\p{Lu}/u.test(plain) && !this.capitals.isBody(plain)) {
      // A town is not a short form of its police.
      const named = this.institution(plain)
      const isSame = named && /^(?:[’']|\s\p{Ll})/u.test(named.name.slice(plain.length))
      const isWhole = isOrganisation(plain, this.rules) || plain.includes(' ') || isSame
      // "the Otters" are the Tarbell Otters.
      const isEnd = named && bare(named.name).endsWith(` ${bare(plain)}`)
      const full = isWhole || isEnd ? named : this.shortName(plain)
      // "hospital de Bracana" is not its service.
      const isPart = pattern(this.rules.names.departments ?? NONE, '^(?:%)\\s').test(
        full?.name ?? '',
      )
      if (isPart) return plain
      return nominative(full?.name ?? plain, '', this.rules)
    }
    // "la única armadora del puerto": not of what the article calls a port
    const isBody = pattern(this.rules.names.bodies, '^(?:%)$').test(plain)
    if (this.rules.names.hasLateAdjectives && /^\p{Ll}+$/u.test(plain) && !isBody) return ''
    const isAny = pattern(this.rules.names.anyBodies, '^%$').test(plain)
    const body = isAny
      ? this.named(plain, text, near.from)
      : this.namedOfKind(plain, text, near.from)
    // "vice-président du conseil régional", where the article has no fuller name
    const isWhole =
      /\p{Lu}/u.test(plain) || (this.rules.names.hasSmallWords === true && plain.includes(' '))
    return body?.name ?? (isWhole ? plain : '')
  }

  private readonly isKind = (word: string): boolean =>
    pattern(this.rules.names.anyBodies, '^(?:%)$').test(word)

  /** "des Gerichts": the Landgericht Harnbrück. "Hafenbehörde" is a name of its own unless a fuller one has that word. */
  private fullerName(words: string): string {
    const name = bare(words)
    const forms = [name, name.replace(/s$/u, ''), name.replace(/es$/u, '')]
    const bodies = this.entities.filter(
      ({kind, name: own}) => kind === 'institution' && own !== words,
    )
    const has = (fits: (word: string, form: string) => boolean) =>
      forms
        .map((form) =>
          bodies.find((body) =>
            bare(body.name)
              .split(' ')
              .some((word) => fits(word, form)),
          ),
        )
        .find((body) => body !== undefined)
    const found = has((word, form) => word === form) ?? has((word, form) => word.endsWith(form))
    return found?.name ?? nominative(words, '', this.rules)
  }

  /** The organisation that a title or a text belongs to: a conductor's orchestra. The last up to `near`, or the first. */
  organisationOf(title: string, near: Entity | null, onlyBefore = false): Entity | null {
    const kinds = this.rules.names.titleOf.find(([titles]) =>
      pattern(titles, '^(?:%)$').test(title),
    )?.[1]
    if (!kinds) return null
    const isOne = ({kind, name}: Entity) =>
      kind === 'institution' && pattern(kinds, `${WORD_START}(?:%)${WORD_END}`).test(name)
    const ahead = near ? this.entities.slice(0, this.entities.indexOf(near) + 1) : []
    return ahead.findLast(isOne) ?? (onlyBefore ? null : this.entities.find(isOne)) ?? null
  }

  /** "The town, Dry Fork,", "le village de Lorgues": where the article is set. */
  place(): string | null {
    const {placeKinds, genitives, particles} = this.rules.names
    const kind = pattern(
      eitherCase(placeKinds),
      `${WORD_START}(?:%)(?:,\\s|\\s(?:(?:${wordsOf(genitives)})\\s?)?)(?<place>\\p{Lu}[\\p{L}’-]+(?:[\\s-](?:(?:${wordsOf(particles)})\\s){0,2}\\p{Lu}[\\p{L}’-]+){0,2})`,
      'u',
    )
    const named = this.texts
      .map((text) => kind.exec(text)?.groups?.['place'])
      .find((name) => name !== undefined && !isOrganisation(name, this.rules))
    const {from} = this.rules.head
    return named ?? this.placeBehind(from) ?? this.placeBehind(genitives)
  }

  /** The name that is most often behind such a word: "in", or "of" as in "club d’Orval". */
  private placeBehind(words: readonly string[]): string | null {
    const counts = new Map<string, number>()
    for (const text of this.texts)
      for (const {from, to} of this.capitals.capitalRuns(text)) {
        const name = text.slice(from, to)
        const isIn = wordPattern(words, `${WORD_START}%${BEHIND_SMALL}$`).test(
          text.slice(Math.max(0, from - 8), from),
        )
        const isOther =
          isOrganisation(name, this.rules) ||
          this.person(name) !== null ||
          wordPattern(this.rules.page.calendar, '^%$').test(name) ||
          /\d/u.test(name)
        if (isIn && !isOther) counts.set(name, (counts.get(name) ?? 0) + 1)
      }
    return [...counts].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? null
  }

  /** "Maw-Ellis … his firm, Maw-Ellis Groundworks": of the person who was named last. */
  private readOwnFirms() {
    const {names} = this.rules
    let latest: Entity | undefined
    for (const text of this.texts)
      for (const {entity, from} of this.mentionsIn(text)) {
        if (entity.kind === 'person') latest = entity
        const owner = this.namesakeOf(entity) ?? latest
        if (
          entity.kind === 'institution' &&
          owner &&
          pattern(
            names.bodies,
            `${WORD_START}(?:${wordsOf(names.possessives)})\\s(?:\\p{Ll}+\\s)?(?:%),?\\s$`,
          ).test(text.slice(0, from))
        )
          owner.affiliation ??= entity.name
      }
  }

  /** Of "Orr Groundworks": the person who has that surname. */
  private readonly namesakeOf = ({name: firm}: Entity): Entity | undefined =>
    this.entities.find(
      ({kind, name}) => kind === 'person' && name.split(' ').slice(1).at(-1) === firm.split(' ')[0],
    )

  private readonly bodyCache = new Map<string, Mention[]>()

  /** The organisations that a text names in full. */
  private bodiesIn(text: string): Mention[] {
    let found = this.bodyCache.get(text)
    if (!found) {
      found = this.mentionsIn(text).filter(
        ({from, to, entity: {kind, name}}) =>
          kind === 'institution' &&
          !this.isPlainNoun(name) &&
          (name.includes(' ') ? to - from >= name.length - 4 : true),
      )
      this.bodyCache.set(text, found)
      if (this.rules.names.hasLateAdjectives)
        this.bodyCache.set(text, (found = [...found, ...this.bodiesMeantIn(text, found)]))
      found.sort((a, b) => a.from - b.from)
    }
    return found
  }

  /** "felicitó al club", "le conseil de la coopérative": organisations that a noun means. */
  private bodiesMeantIn(text: string, known: readonly Mention[]): Mention[] {
    const {bodies, definite, contracted} = this.rules.names
    const tail = tailOf(this.rules)
    const nouns = pattern(
      bodies,
      `${WORD_START}(?:${sourceOf(eitherCase(definite))}|${sourceOf(eitherCase(contracted))})\\s?(?<noun>%)${WORD_END}`,
      'gu',
    )
    return [...text.matchAll(nouns)].flatMap((match) => {
      const [from, to] = [match.index, match.index + match[0].length]
      const isNamed = known.some((one) => from < one.to && to > one.from)
      const more = tail.exec(text.slice(to, to + 80))?.[0] ?? ''
      const isOther = /^\s(?:\p{Ll}{1,3}[\s’'])?\p{Lu}/u.test(text.slice(to + more.length))
      if (isNamed || isOther) return []
      const {noun = ''} = match.groups ?? {}
      // "le comité régional des pêches" is a name in lower case.
      const entity =
        this.mainBody(noun) ?? (more === '' ? undefined : {...NOBODY, name: noun + more})
      return entity ? {from, to, entity} : []
    })
  }

  /** Of the organisations that a noun may mean, the one that the article names most often. */
  private mainBody(noun: string): Entity | undefined {
    const bodies = this.entities.filter(({kind}) => kind === 'institution')
    const same = bodies.filter((one) => this.isOfKind(one, noun))
    const some = same.length > 0 ? same : bodies.filter((one) => this.isOtherKind(one, noun))
    return some.toSorted((one, other) => this.count(other) - this.count(one))[0]
  }

  private bodiesBefore(text: string, at: number): Entity[] {
    const index = this.texts.indexOf(text)
    const before = this.texts.slice(0, Math.max(0, index)).flatMap((one) => this.bodiesIn(one))
    const here = this.bodiesIn(text).filter(({to}) => to <= at)
    // "CM2" is a class, "AI" a method.
    return [...before, ...here]
      .map(({entity}) => entity)
      .filter(({name}) => !/^\p{Lu}{1,2}\d*$/u.test(name))
  }

  /** "Prize", "Government": a noun that only begins a sentence is not a name. */
  private readonly isPlainNoun = (name: string): boolean =>
    this.rules.names.hasLateBodies === true &&
    /^\p{Lu}\p{Ll}+$/u.test(name) &&
    pattern(this.rules.names.organisations, '^(?:%)$').test(name)

  /** The organisation that "the council" means at this place. */
  named(word: string, text: string, at: number): Entity | null {
    const all = this.bodiesBefore(text, at)
    const bodies = this.entities.filter(({kind}) => kind === 'institution')
    const isOfKind = (entity: Entity) => this.isOfKind(entity, word)
    const isOther = (entity: Entity) => this.isOtherKind(entity, word)
    return (
      all.findLast(isOfKind) ??
      bodies.find(isOfKind) ??
      (this.rules.names.hasLateAdjectives || this.rules.names.hasLateBodies
        ? this.mostNamed(all.filter(isOther))
        : all.findLast(isOther)) ??
      bodies.find(isOther) ??
      all.at(-1) ??
      null
    )
  }

  private readonly isOfKind = ({name}: Entity, word: string): boolean =>
    word !== '' &&
    bare(this.kindIn(name))
      .split(' ')
      .some((one) =>
        this.rules.speech.hasCapitalNouns ? one.endsWith(bare(word)) : one === bare(word),
      )

  /** "Cofradía de Pescadores de Puerto Roda" is not a port. */
  private readonly kindIn = (name: string): string => {
    const {genitives, hasLateAdjectives} = this.rules.names
    const of = wordPattern(
      hasLateAdjectives ? genitives : NONE,
      "\\s%(?:\\s|(?<=[’'])).*\\s%(?:\\s|(?<=[’']))",
    )
    const at = of.exec(name)?.index
    return at === undefined ? name : name.slice(0, at)
  }

  /** "the regulator" for an authority, "the company" for what no word shows to be anything else. */
  private isOtherKind(entity: Entity, word: string): boolean {
    const {firms, otherKinds = []} = this.rules.names
    const isCalled = otherKinds.some(
      ([words, kinds]) =>
        pattern(words, '^(?:%)$').test(word) &&
        pattern(kinds, `${WORD_START}(?:%)${WORD_END}`).test(entity.name),
    )
    return (
      isCalled || (pattern(firms?.words ?? NONE, '^(?:%)$').test(word) && this.isFirmName(entity))
    )
  }

  /** "la consejería" is not a foundation. */
  canBeCalled(word: string, entity: Entity): boolean {
    const {firms, bodies, organisations} = this.rules.names
    const isKnown =
      this.isOfKind(entity, word) ||
      this.isOtherKind(entity, word) ||
      !pattern(organisations, '^(?:%)$').test(word)
    const kind = pattern(together(bodies, organisations), `${WORD_START}(?:%)${WORD_END}`)
    return firms === undefined || isKnown || !kind.test(entity.name)
  }

  private isFirmName({name}: Entity): boolean {
    const {firms, bodies, organisations} = this.rules.names
    const kind = pattern(together(bodies, organisations), `${WORD_START}(?:%)${WORD_END}`).exec(
      name,
    )
    // "St Oswin’s" is a church or a school.
    const isSaint = /^St\.?\s/u.test(name)
    return kind === null ? !isSaint : pattern(firms?.kinds ?? NONE, '^(?:%)$').test(kind[0])
  }

  /** The organisation that a noun means: "the trust", "the regulator". `latest` was spoken of last. */
  bodyCalled(word: string, latest: Entity | null): Entity | null {
    const bodies = this.entities.filter(({kind}) => kind === 'institution')
    const main = this.mainBody(word) ?? null
    const isLatest = latest !== null && this.isOtherKind(latest, word)
    return (
      bodies.findLast((entity) => this.isOfKind(entity, word)) ??
      (isLatest && (main === null || this.count(main) <= this.count(latest)) ? latest : main)
    )
  }

  /** "Arnauer Bürgermeister": the town, if the article names it elsewhere. */
  private townOf(name: string): string {
    const stem = this.rules.speech.hasCapitalNouns
      ? /^(?<stem>\p{L}{3,})er$/u.exec(name)?.groups?.['stem']
      : undefined
    if (stem === undefined) return name
    const town = new RegExp(`(?<!\\p{L})${stem}(?:e|en)?(?!\\p{L})`, 'u')
    return (
      this.texts.map((text) => town.exec(text)?.[0]).find((found) => found !== undefined) ?? name
    )
  }

  /** "die Arnauerin": the article has a town with that name. */
  isTownsperson(word: string): boolean {
    const town = /^(?<town>\p{L}{3,})er(?:in)?$/u.exec(word)?.groups?.['town']
    if (pattern(this.rules.names.titles, '^(?:%)$').test(word)) return false
    if (!this.rules.speech.hasCapitalNouns || town === undefined) return false
    const name = town.replace(/^\p{L}/u, (letter) => letter.toUpperCase())
    const place = new RegExp(`(?<!\\p{L})${name}(?:e|en)?s?(?!\\p{L})`, 'u')
    return this.texts.some((text) => place.test(text))
  }

  /** The person whom the article names most often, by the surname. */
  mainOf(people: readonly Entity[]): Entity | undefined {
    const count = ({name}: Entity) => this.capitals.around(name.split(' ').at(-1) ?? name).length
    return people.toSorted((one, other) => count(other) - count(one))[0]
  }

  private readonly count = ({name}: Entity): number => this.capitals.around(name).length
}

/** What names of organisations have in lower case: " régional des pêches". */
const tailOf = oncePer((rules: LanguageRules) =>
  shortExpression(`^${organisationParts(rules).tail}${WORD_END}`, 'u'),
)

/** Capitals that name no organisation: times of day and zones, subjects, files. */
const NO_NAMES =
  /^(?:AM|PM|GMT|UTC|BST|CET|CEST|E[SD]T|P[SD]T|C[SD]T|M[SD]T|PE|CV|ID|IT|TV|DVD|CD|PDF|USB|GPS|MOT|VAT|GDP|BIP|PCR|CCTV|ATM|SUV|LED|WLAN|PIN|SMS|DNA|HIV|UFO|VIP|CEO|CFO|COO|CTO|PDG|MEZ|PKW|LKW|KI|AI|IA|CO2)$/u

const NOBODY: Omit<Entity, 'name'> = {
  kind: 'institution',
  gender: null,
  title: null,
  affiliation: null,
  evidence: 0,
  relation: null,
}

const haveOneSurname = (one: Entity, other: Pick<Entity, 'name'>): boolean =>
  one.kind === 'person' && one.name.split(' ').at(-1) === other.name.split(' ').at(-1)

const isPersonNamed = ({entity: {kind, name}}: Mention): boolean =>
  kind === 'person' && name.includes(' ')
