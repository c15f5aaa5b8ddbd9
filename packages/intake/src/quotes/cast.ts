// The people and organisations that an article names, and where: for languages that divide words by spaces.
import type {LanguageRules} from '../languages/rules.ts'
import {isOrganisation} from '../parts/names.ts'
import {
  bare,
  eitherCase,
  pattern,
  sourceOf,
  together,
  wordPattern,
  wordsOf,
  WORD_END,
  WORD_START,
} from '../parts/patterns.ts'
import {endsInJob, nounPhraseIn} from './nouns.ts'
import {apposition, leadIn, organisationParts, titleBefore, titleBeside} from './titles.ts'

export type Gender = 'female' | 'male' | null

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
  /** "husband": as the article speaks of the person. */
  relation: string | null
}

export interface Mention {
  from: number
  to: number
  entity: Entity
}

const CAPITAL = String.raw`(?:\p{Lu}[\p{L}\p{M}\p{N}]*(?:[’'.&-](?!s(?![\p{L}]))(?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*(?:(?<=s)[’'](?=\s\p{Lu}))?|[dl][’']\p{Lu}[\p{L}\p{M}-]+|[ÀÉ]\p{L}+)`

/** "Bolt & Barrow" */
const WITH_AND = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${CAPITAL}(?:\s${CAPITAL})*\s&\s${CAPITAL}(?:\s${CAPITAL})*`,
  'gu',
)

/** A stretch of words with capitals. */
export interface Run {
  from: number
  to: number
  words: string[]
}

interface PersonRun {
  from: number
  to: number
  name: string
  gender: Gender
  isSure: boolean
}

export class Cast {
  readonly entities: Entity[] = []
  private readonly rules: LanguageRules
  private readonly texts: readonly string[]
  private readonly runs = new Map<string, Run[]>()
  /** Names of two words with an age or a job behind them. */
  private readonly sure = new Set<string>()
  /** The last words of names, which may be nouns as well: "Baker". */
  private readonly surnames = new Set<string>()

  /** `texts` are passages without their quoted words, in the order of the article. */
  constructor(texts: readonly string[], rules: LanguageRules) {
    this.rules = rules
    this.texts = texts
    for (const text of texts) this.noteSure(text)
    for (const text of texts)
      for (const {words} of this.capitalRuns(text))
        if (words.length > 1 && !pattern(rules.names.titles, '^%$').test(words[0] ?? ''))
          this.surnames.add(bare(words.at(-1) ?? ''))
    for (const text of texts) this.meet(text)
    this.settle()
  }

  /** Everybody and everything that a text names, in order. */
  mentionsIn(text: string): Mention[] {
    const found: Mention[] = []
    const bodies = this.institutionRuns(text)
    for (const run of this.capitalRuns(text)) {
      const words = this.withoutStarter(run, text)
      // The "Department" of the Department for Coastal Affairs.
      const isPart = words && bodies.some(({from, to}) => from <= words.from && to > words.to)
      if (isPart) continue
      const entity =
        words &&
        this.entities.find(
          ({kind, name}) => kind === 'institution' && name === text.slice(words.from, words.to),
        )
      const known = entity ?? (words && this.shortName(text.slice(words.from, words.to)))
      if (known && words) found.push({from: words.from, to: words.to, entity: known})
    }
    for (const run of bodies) {
      if (found.some((mention) => run.from < mention.to && run.to > mention.from)) continue
      const name = text.slice(run.from, run.to)
      const entity = this.institution(name)
      if (entity) found.push({from: run.from, to: run.to, entity})
    }
    for (const run of this.personRuns(text)) {
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

  // --- Meeting them

  private meet(text: string) {
    for (const run of this.institutionRuns(text)) this.addInstitution(text.slice(run.from, run.to))
    const bodies = this.institutionRuns(text)
    for (const run of this.personRuns(text)) {
      if (bodies.some((body) => run.from < body.to && run.to > body.from)) continue
      const words = run.name.split(' ')
      if (words.length > 1 && !run.isSure && this.isBodyHere(text, run.from, run.to))
        this.addInstitution(run.name)
      this.meetPartner(text, run)
      const hasAge = /^,\s(?:de\s)?\d{1,3}(?:\s(?:años|ans|Jahre)|,|\s\()/u.test(
        text.slice(run.to, run.to + 20),
      )
      const isApposed =
        text[run.to] === ',' &&
        pattern(this.rules.names.indefinite, `(?:^|[.~]\\s)(?:%)\\s[^,.]{3,40},\\s$`).test(
          text.slice(Math.max(0, run.from - 60), run.from),
        ) &&
        titleBefore(text, run.from, this.rules) !== null
      if (
        words.length < 2 &&
        !run.isSure &&
        !hasAge &&
        !isApposed &&
        !this.isSpeakingAlone(text, run)
      )
        continue
      // "1,3 Millionen Euro"
      if (/\d[\d.,]*\s$/u.test(text.slice(0, run.from)) && !run.isSure) continue
      const isOwner = pattern(this.rules.names.titles, '^\\s(?:%)\\s\\p{Lu}\\p{Ll}', 'u').test(
        text.slice(run.to, run.to + 60),
      )
      if (isOwner && !run.isSure) continue
      const {verbs, signs} = this.evidenceFor(text, run.from, run.to)
      const isSure = run.isSure || signs > 0
      const person = this.addPerson(run.name, run.gender, verbs + signs + (run.isSure ? 2 : 0))
      person.isSure ||= isSure
    }
  }

  /** "said Ruben", whom the article names nowhere else in full. */
  private isSpeakingAlone(text: string, {from, to, name}: PersonRun): boolean {
    const {names, speech} = this.rules
    if (speech.hasCapitalNouns || this.surnames.has(bare(name)) || /^\p{Lu}+$/u.test(name))
      return false
    const isFirst = this.texts.some((one) => new RegExp(`${name}\\s\\p{Lu}`, 'u').test(one))
    const says =
      pattern(speech.verbs, `[~,]\\s*%\\s$`).test(text.slice(Math.max(0, from - 30), from)) &&
      /^[.,]|^\s\p{Ll}/u.test(text.slice(to))
    const isPlace = this.around(name).some(
      ({before}) =>
        wordPattern(names.prepositions, `${WORD_START}%\\s$`).test(before) ||
        this.isAfterArticle(before),
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
    const begins = isAtStart(before, before.length) || /,\s$/u.test(before)
    if (isName && surname.length === 1 && begins)
      for (const person of [`${given} ${surname.join(' ')}`, name])
        this.addPerson(person, null, 1).isSure = true
  }

  private addInstitution(name: string) {
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
        if (surname) this.addPerson(`${name} ${surname}`, gender, 2).relation ??= relation
      }
      latest = this.mentionsIn(text).findLast(isPersonNamed)?.entity ?? latest
    }
  }

  private relativesIn(text: string) {
    const {relatives, possessives} = this.rules.names
    return (['female', 'male'] as const).flatMap((gender) => {
      const found = pattern(
        eitherCase(relatives[gender]),
        `(?<whose>${eitherCase(possessives).join('|')}|\\p{Lu}\\p{L}+[’']s?)\\s(?<relation>%),?\\s(?<name>\\p{Lu}\\p{Ll}+)(?!\\s\\p{Lu}\\p{Ll})`,
        'u',
      ).exec(text)
      const {whose = '', relation = '', name} = found?.groups ?? {}
      if (!found || !name) return []
      const isNamed = /^\p{Lu}.*[’']/u.test(whose)
      return {
        name,
        relation: relation.toLowerCase(),
        gender,
        whose: isNamed ? whose.replace(/[’']s?$/u, '') : null,
        at: found.index,
      }
    })
  }

  /** Only those stay that something shows to be a person; surnames join their full names; titles are read. */
  private settle() {
    for (const text of this.texts) {
      for (const {name} of this.personRuns(text)) {
        if (!name.includes(' ')) {
          const entity = this.person(name)
          if (entity && bare(entity.name).endsWith(` ${bare(name)}`)) entity.evidence += 1
        }
      }
    }
    const isShort = ({kind, name}: Entity) =>
      kind === 'institution' &&
      !name.includes(' ') &&
      this.entities.some(
        (other) =>
          other.kind === 'institution' &&
          other.name !== name &&
          (bare(other.name).startsWith(`${bare(name)} `) ||
            bare(other.name).endsWith(` ${bare(name)}`)),
      )
    const kept = this.entities.filter((entity) =>
      entity.kind === 'institution'
        ? !isShort(entity)
        : entity.evidence > 0 || this.isActing(entity),
    )
    for (const entity of kept) if (this.isFirm(entity)) entity.kind = 'institution'
    this.entities.splice(0, this.entities.length, ...kept)
    this.meetRelatives()
    for (const text of this.texts) this.readTitles(text)
    this.readOwnFirms()
  }

  /** "Benigno Lastra deja abierta la puerta": the subject of a clause, and nowhere a place. */
  private isActing({name}: Entity): boolean {
    const {names, speech} = this.rules
    if (name.split(' ').length !== 2) return false
    let count = 0
    for (const {before, after} of this.around(name)) {
      const isPlace =
        wordPattern(names.prepositions, `${WORD_START}%\\s$`).test(before) ||
        this.isAfterArticle(before)
      if (isPlace || /^[’']s?(?:\s|$)|^\s\p{Lu}/u.test(after)) return false
      const begins =
        isAtStart(before, before.length) ||
        /,\s$/u.test(before) ||
        pattern(together(speech.joining, speech.complements), `\\s%\\s$`).test(before)
      const [next = ''] = /^\s\p{Ll}{2,}/u.exec(after) ?? []
      const isVerb = next !== '' && !this.isSmallWord(next.trim())
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

  private around(name: string): {before: string; after: string}[] {
    return this.texts.flatMap((text) => {
      const found: {before: string; after: string}[] = []
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
        found.push({
          before: text.slice(Math.max(0, at - 40), at),
          after: text.slice(at + name.length, at + name.length + 160),
        })
      return found
    })
  }

  /** "Wrenfield Cycles said", later "Wrenfield": of people, the last word stays. */
  private isFirm({kind, name, isSure, gender}: Entity): boolean {
    const words = name.split(' ')
    const isPerson = kind === 'person' && (isSure === true || gender !== null)
    if (isPerson || kind !== 'person' || words.length !== 2 || this.rules.names.hasGenders)
      return false
    const isAlone = (word: string) =>
      this.around(word).some(
        ({before, after}) => !/\p{Lu}\S*\s$/u.test(before) && !/^[\p{L}-]|^\s\p{Lu}/u.test(after),
      )
    const nextIsBody = pattern(
      this.rules.names.bodies,
      `^[^.]{0,120}\\.\\s(?:${sourceOf(eitherCase(this.rules.names.definite))})\\s%\\s`,
    )
    // "Hallmark Petroleum said … The company said"
    if (this.around(name).some(({after}) => nextIsBody.test(after))) return true
    return isAlone(words[0] ?? '') && !isAlone(words[1] ?? '')
  }

  private readTitles(text: string) {
    const mentions = this.mentionsIn(text)
    for (const mention of mentions) {
      const {entity} = mention
      if (entity.kind !== 'person') continue
      const found = titleBeside(text, mention, this.rules)
      if (!found) continue
      const office = found.affiliation === null ? this.officeOf(found.title, text, mention) : null
      entity.title ??= office?.title ?? found.title
      if (office) entity.affiliation ??= office.affiliation
      const isPersonal = pattern(this.rules.names.personTitles, '^(?:%)$').test(found.title ?? '')
      const isOfBody =
        (found.isOwn === true && !isPersonal) ||
        (found.title !== null &&
          !found.affiliation &&
          pattern(this.rules.names.bodyTitles, '^%$').test(found.title))
      if (isOfBody) entity.affiliation ??= this.named('', text, mention.from)?.name ?? null
      // "Mr. Beaudry’s assistant"
      const isOfPerson =
        found.affiliation !== null && this.person(found.affiliation)?.isSure === true
      const isPlace = pattern(this.rules.names.placeTitles, '^%$').test(found.title ?? '')
      if (found.affiliation && isPlace && /^\p{Lu}/u.test(found.affiliation))
        entity.affiliation ??= found.affiliation
      if (found.affiliation && !isOfPerson)
        entity.affiliation ??= this.affiliation(found.affiliation, text, mention)
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

  /** "union president": of the union that the article names. */
  private officeOf(
    title: string | null,
    text: string,
    {from}: {from: number},
  ): {title: string; affiliation: string} | null {
    const {names, speech} = this.rules
    if (title === null || names.hasLateAdjectives || speech.hasCapitalNouns) return null
    const {kind, rest} =
      pattern(names.anyBodies, '^(?<kind>%)\\s(?<rest>.+)$').exec(title)?.groups ?? {}
    const body = kind && rest ? this.namedOfKind(kind, text, from) : undefined
    return body && rest ? {title: rest, affiliation: body.name} : null
  }

  private namedOfKind(kind: string, text: string, at: number): Entity | undefined {
    const named = this.named(kind, text, at)
    return named && bare(named.name).split(' ').includes(bare(kind)) ? named : undefined
  }

  /** "the trust": the organisation of that kind that was named last before, or else the next. */
  affiliation(words: string, text: string, near: {from: number}): string {
    const plain = words
      .replace(pattern(this.rules.names.articles, "^(?:%)(?:\\s+|(?<=[’']))", 'iu'), '')
      .trim()
    // "comité de empresa"
    if (this.rules.names.hasSmallWords && !/\p{Lu}/u.test(plain) && plain.split(' ').length > 2)
      return plain
    // "des Gerichts"
    if (this.rules.speech.hasCapitalNouns && !plain.includes(' ')) return this.fullerName(plain)
    if (/\p{Lu}/u.test(plain) && !this.isBody(plain)) {
      // A town is not a short form of its police.
      const named = this.institution(plain)
      const isSame = named && /^(?:[’']|\s\p{Ll})/u.test(named.name.slice(plain.length))
      const isWhole = isOrganisation(plain, this.rules) || plain.includes(' ') || isSame
      // "the Otters" are the Tarbell Otters.
      const isEnd = named && bare(named.name).endsWith(` ${bare(plain)}`)
      const full = isWhole || isEnd ? named : this.shortName(plain)
      return nominative(full?.name ?? plain, this.rules)
    }
    const isAny = pattern(this.rules.names.anyBodies, '^%$').test(plain)
    const body = isAny
      ? this.named(plain, text, near.from)
      : this.namedOfKind(plain, text, near.from)
    return body?.name ?? (/\p{Lu}/u.test(plain) ? plain : '')
  }

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
    return found?.name ?? nominative(words, this.rules)
  }

  /** The organisation that a title or a text belongs to: a conductor's orchestra. The last up to `near`, or the first. */
  organisationOf(title: string, near: Entity | null): Entity | null {
    const kinds = this.rules.names.titleOf.find(([titles]) =>
      pattern(titles, '^(?:%)$').test(title),
    )?.[1]
    if (!kinds) return null
    const isOne = ({kind, name}: Entity) =>
      kind === 'institution' && pattern(kinds, `${WORD_START}(?:%)${WORD_END}`).test(name)
    const ahead = near ? this.entities.slice(0, this.entities.indexOf(near) + 1) : []
    return ahead.findLast(isOne) ?? this.entities.find(isOne) ?? null
  }

  /** "The town, Dry Fork,", "le village de Lorgues": where the article is set. */
  place(): string | null {
    const {placeKinds, genitives} = this.rules.names
    const kind = pattern(
      eitherCase(placeKinds),
      `${WORD_START}(?:%)(?:,\\s|\\s(?:(?:${wordsOf(genitives)})\\s?)?)(?<place>\\p{Lu}[\\p{L}’-]+(?:[\\s-]\\p{Lu}[\\p{L}’-]+)?)`,
      'u',
    )
    const named = this.texts
      .map((text) => kind.exec(text)?.groups?.['place'])
      .find((name) => name !== undefined && !isOrganisation(name, this.rules))
    return named ?? this.placeBehindIn()
  }

  /** The name that is most often behind "in". */
  private placeBehindIn(): string | null {
    const counts = new Map<string, number>()
    for (const text of this.texts)
      for (const {from, to} of this.capitalRuns(text)) {
        const name = text.slice(from, to)
        const isIn = wordPattern(this.rules.head.from, `${WORD_START}%\\s$`).test(
          text.slice(Math.max(0, from - 8), from),
        )
        const isOther =
          isOrganisation(name, this.rules) ||
          this.person(name) !== null ||
          wordPattern(this.rules.page.calendar, '^%$').test(name)
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
        else if (
          latest &&
          pattern(
            names.bodies,
            `${WORD_START}(?:${wordsOf(names.possessives)})\\s(?:\\p{Ll}+\\s)?(?:%),?\\s$`,
          ).test(text.slice(0, from))
        )
          latest.affiliation ??= entity.name
      }
  }

  private isBody = (text: string): boolean => pattern(this.rules.names.bodies, '^%$').test(text)

  private readonly bodyCache = new Map<string, Mention[]>()

  /** The organisations that a text names in full. */
  private bodiesIn(text: string): Mention[] {
    let found = this.bodyCache.get(text)
    if (!found) {
      found = this.mentionsIn(text).filter(
        ({from, to, entity: {kind, name}}) =>
          kind === 'institution' && (name.includes(' ') ? to - from >= name.length - 4 : true),
      )
      this.bodyCache.set(text, found)
    }
    return found
  }

  /** The organisation that "the council" means at this place. */
  named(word: string, text: string, at: number): Entity | null {
    const index = this.texts.indexOf(text)
    const before = this.texts.slice(0, Math.max(0, index)).flatMap((one) => this.bodiesIn(one))
    const here = this.bodiesIn(text).filter(({to}) => to <= at)
    const all = [...before, ...here].map(({entity}) => entity)
    const has = (entity: Entity) => word !== '' && bare(entity.name).split(' ').includes(bare(word))
    return (
      all.findLast(has) ??
      this.entities.find((entity) => entity.kind === 'institution' && has(entity)) ??
      all.at(-1) ??
      null
    )
  }

  // --- Words with capitals

  private capitalRuns(text: string): Run[] {
    const known = this.runs.get(text)
    if (known) return known
    const particle = `(?:${wordsOf(this.rules.names.particles)})`
    const owned = `[’']s\\s(?=(?:${sourceOf(eitherCase(this.rules.names.organisations))})(?!\\p{L}))${CAPITAL}`
    const expression = pattern(
      this.rules.names.particles,
      `(?<![\\p{L}\\p{N}’'])${CAPITAL}(?:${owned}|\\s(?:${particle}\\s){0,2}${CAPITAL})*`,
      'gu',
    )
    const found = [...text.matchAll(expression)].map((match) => {
      const elided = this.nounBefore(match[0]) || (/^[dlDL][’']/u.exec(match[0])?.[0].length ?? 0)
      return {
        from: match.index + elided,
        to: match.index + match[0].length,
        words: match[0].slice(elided).split(/\s+/u),
      }
    })
    this.runs.set(text, found)
    return found
  }

  /** "Angaben von Dorothee Kling": a noun is before the particle, as a whole name follows. */
  private nounBefore(run: string): number {
    if (!this.rules.speech.hasCapitalNouns) return 0
    const noun = wordPattern(
      this.rules.names.particles,
      '^(?:\\p{Lu}\\p{L}+\\s)+%\\s(?=\\p{Lu}[\\p{L}-]+\\s\\p{Lu}[\\p{L}-]+$)',
      'u',
    )
    return noun.exec(run)?.[0].length ?? 0
  }

  private readonly institutionCache = new Map<string, {from: number; to: number}[]>()

  private institutionRuns(text: string): {from: number; to: number}[] {
    let found = this.institutionCache.get(text)
    if (!found) this.institutionCache.set(text, (found = this.findInstitutions(text)))
    return found
  }

  /** La Confrérie des facteurs de cloches: no capital but the first. */
  private smallNames(text: string): {from: number; to: number}[] {
    const {names} = this.rules
    const {tail} = organisationParts(this.rules)
    const whole = pattern(
      eitherCase(names.organisations),
      `(?<=(?:${sourceOf(eitherCase(names.articles))})\\s?)(?=\\p{Lu})(?:%)(?=\\s(?:${wordsOf(names.genitives)})|\\s[\\p{Ll}-]*(?:${sourceOf(names.adjectiveEndings ?? [])})${WORD_END})${tail}${WORD_END}`,
      'gu',
    )
    return [...text.matchAll(whole)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
    }))
  }

  private findInstitutions(text: string): {from: number; to: number}[] {
    const {names} = this.rules
    const {link, kind, small, middle} = organisationParts(this.rules)
    // Office des eaux du Haut-Sauvin, cabinet Hydralis, University of Eastmere
    const linked = pattern(
      names.organisations,
      `${WORD_START}(?:\\p{Lu}[\\p{L}-]+(?:(?<=s)[’'])?\\s){0,2}${kind}${small}(?:\\s(?:${link}\\s|[dl][’']){0,2}${middle}(?:${CAPITAL}|\\d+(?=\\s)))+`,
      'gu',
    )
    const found = [...text.matchAll(WITH_AND)].map(({0: whole, index}) => ({
      from: index,
      to: index + whole.length,
    }))
    if (names.hasSmallWords) found.push(...this.smallNames(text))
    found.push(...this.capitalNames(text))
    const titled = pattern(
      eitherCase(names.titles),
      `(?:^|\\s)%(?:$|\\s\\p{Lu}\\p{Ll}+\\s\\p{Lu})`,
      'u',
    )
    for (const match of text.matchAll(linked)) {
      // "security guard Lorraine Stubbs"
      if (names.hasLateBodies && /^\p{Ll}/u.test(match[0])) continue
      const whole = this.linkedName(match[0])
      if (!whole || titled.test(whole)) continue
      const from = match.index + match[0].indexOf(whole)
      found.push({from, to: from + whole.length})
    }
    return longest(found)
  }

  /** "Eunice Park, 58,", "Ada Bank, a nurse": people whose surname is a kind of organisation. */
  private isSurelyPerson(name: string): boolean {
    if (this.sure.has(bare(name))) return true
    const surname = bare(name)
    return !surname.includes(' ') && [...this.sure].some((one) => one.endsWith(` ${surname}`))
  }

  /** "Station Master Halvar Brekke", "PC Orla Finnegan" */
  private isBehindTitle(name: string): boolean {
    const words = name.split(' ')
    return [1, 2].some((count) => {
      const title = words.slice(0, -count).join(' ')
      const isName = words.slice(-count).every((word) => /^\p{Lu}\p{Ll}/u.test(word))
      const isShort = pattern(this.rules.names.titlesBefore, '(?:^|\\s)(?:%)$').test(title)
      return isName && title !== '' && (isShort || endsInJob(title, this.rules))
    })
  }

  private noteSure(text: string) {
    for (const {from, to, words} of this.capitalRuns(text)) {
      const isAged = /^,\s(?:aged\s|de\s)?\d{1,3}(?:\s(?:años|ans|Jahre|anni))?[,.]/u.test(
        text.slice(to, to + 24),
      )
      const before = text.slice(Math.max(0, from - 12), from)
      const {definite, contracted} = this.rules.names
      const isName =
        words.length === 2 &&
        words.every((word) => /^\p{Lu}[\p{Ll}\p{M}’'-]/u.test(word)) &&
        !wordPattern(together(definite, contracted), `${WORD_START}%\\s?$`).test(before) &&
        !pattern(this.rules.names.bodies, '^%$').test(words[0] ?? '')
      if (isName && (isAged || apposition(text.slice(to, to + 90), this.rules, true) !== null))
        this.sure.add(bare(words.join(' ')))
    }
  }

  /** Words with capitals that name an organisation: "Salt Workers’ Federation", "the Foundry theatre". */
  private capitalNames(text: string): {from: number; to: number}[] {
    const {names} = this.rules
    const found: {from: number; to: number}[] = []
    for (const run of this.capitalRuns(text)) {
      const words = this.withoutStarter(run, text)
      if (!words) continue
      let {to} = words
      const name = text.slice(words.from, to)
      // "Holm Island reserve", "the Foundry theatre"
      const late = pattern(names.bodies, `^\\s(?:%)${WORD_END}(?!\\s\\p{Lu})`, 'u').exec(
        text.slice(to),
      )
      // "the Wrenfield Cycles plant": the firm has the name without it.
      const isSite =
        name.includes(' ') &&
        this.around(name).some(({after}) => !after.startsWith(late?.[0] ?? ' '))
      const below = isSite ? null : late
      if (below && this.rules.names.hasLateBodies) to += below[0].length
      const isTitled =
        this.isBehindTitle(name) && !isOrganisation(words.words.at(-1) ?? '', this.rules)
      if (this.isSurelyPerson(name)) continue
      if (isTitled) continue
      const article = pattern(
        eitherCase(names.definite),
        '(?<=^|\\P{L})(?=\\p{Lu})(?:%)\\s?$',
        'u',
      ).exec(text.slice(0, words.from))
      const isPaper = pattern(names.papers, names.hasLateAdjectives ? '^%(?:\\s|$)' : '\\s%$').test(
        name,
      )
      const paper = article && isPaper ? article[0].length : 0
      const isOne =
        isOrganisation(name, this.rules) || (below !== null && this.rules.names.hasLateBodies)
      const isNoun =
        this.rules.speech.hasCapitalNouns === true &&
        this.isBody(name) &&
        !wordPattern(names.definite, '(?:^|\\s)%\\s$').test(text.slice(0, words.from))
      if (isOne && !isNoun && !pattern(names.titles, `(?:^|\\s)%$`).test(name))
        found.push({from: words.from - paper, to})
    }
    return found
  }

  /** A name with small words in it: it has a capital, and is not a sentence. */
  private linkedName(text: string): string | null {
    const words = text.split(/\s+/u)
    // "el diario La Voz"
    const isKind =
      /^\p{Ll}/u.test(text) && wordPattern(this.rules.names.definite, '^%$').test(words[1] ?? '')
    if (isKind && /^\p{Lu}/u.test(words[1] ?? '')) words.shift()
    while (words.length > 1 && !/\p{Lu}/u.test(words.at(-1) ?? '')) words.pop()
    while (
      words.length > 1 &&
      wordPattern(this.rules.names.starters, '^%$').test(words[0] ?? '') &&
      !isOrganisation(words[0] ?? '', this.rules)
    )
      words.shift()
    if (this.rules.names.hasLateBodies)
      while (words.length > 1 && !/^\p{Lu}/u.test(words[0] ?? '')) words.shift()
    const whole = words.join(' ')
    return words.length > 1 && /\p{Lu}/u.test(whole) && words.length <= 9 ? whole : null
  }

  /** Without the word that only begins a sentence. */
  private withoutStarter(
    run: Run,
    text: string,
  ): {from: number; to: number; words: string[]} | null {
    let {from} = run
    const words = [...run.words]
    while (
      words.length > 0 &&
      wordPattern(this.rules.names.starters, '^%$').test(words[0] ?? '') &&
      (isAtStart(text, from) || words.length === 1)
    ) {
      from += (words[0]?.length ?? 0) + 1
      words.shift()
    }
    return words.length > 0 ? {from, to: run.to, words} : null
  }

  private personRuns(text: string): PersonRun[] {
    const {names} = this.rules
    return this.capitalRuns(text).flatMap((run) => {
      const words = this.withoutStarter(run, text)
      const titled = words && this.withoutTitles(words, text)
      // "Mr. Wolf", "Gov. Frank": the run ends at the full stop.
      if (!titled || titled.words.length === 0) return []
      const {from, words: rest} = titled
      const address = this.addressBefore(text.slice(0, from))
      const name = rest.join(' ')
      if (!this.canBePerson(rest, name)) return []
      // "Rory Green, Chief China Economist": the title of the person before it.
      const isTitle = from > words.from && pattern(names.titles, '^%$').test(rest.at(-1) ?? '')
      if (isTitle && /,\s$/u.test(text.slice(0, words.from))) return []
      return {
        from,
        to: words.to,
        name,
        gender: address?.gender ?? titled.gender,
        isSure: titled.isSure || address !== null,
      }
    })
  }

  /** "Ms", "Gov." before a name. */
  private addressBefore(before: string): {gender: Gender} | null {
    const {honorifics, titlesBefore} = this.rules.names
    const word = /(\p{L}+)\.?\s$/u.exec(before)?.[1]?.toLowerCase()
    const is = (list: readonly string[]) =>
      word !== undefined &&
      (pattern(list, '^%$').test(word) || pattern(list, '^%$').test(`${word}.`))
    if (is(honorifics.female)) return {gender: 'female'}
    if (is(honorifics.male)) return {gender: 'male'}
    // "le colonel Ferrand"
    const isTitled =
      this.rules.names.hasLateAdjectives === true &&
      pattern(this.rules.names.titles, `${WORD_START}(?:%)\\s$`).test(before.slice(-40))
    return is(honorifics.any) || is(titlesBefore) || isTitled ? {gender: null} : null
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
    if (words.length > 2 && pattern(names.ages, '^(?:%)$').test(words[0] ?? '')) drop()
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
        !(words.length > 1 && (is(names.titles) || pattern(relatives, '^%$').test(word))) &&
        !is(names.titlesBefore)
      )
        break
      drop()
    }
    if (pattern(names.titlesBefore, '^%$').test(words.slice(0, 2).join(' '))) drop(2)
    // "Economists Jan Tveit and Ellen Moe"
    if (words.length > 2 && this.isPluralJob(words[0] ?? '')) drop()
    const isJob = speech.hasCapitalNouns === true && words.length > 2
    if (isJob && endsInJob(words[0] ?? '', this.rules)) drop()
    const title = words.findLastIndex(
      (word, index) =>
        index < words.length - 1 && index < 4 && pattern(names.titles, '^%$').test(word),
    )
    drop(title + 1)
    // "el catedrático de Óptica Gonzalo Fresneda"
    const ahead = text.slice(Math.max(0, from - 60), from)
    const isOfTitle =
      names.hasLateAdjectives === true &&
      words.length > 2 &&
      pattern(names.titles, `${WORD_START}%\\s(?:${wordsOf(names.genitives)})\\s$`).test(ahead)
    if (isOfTitle) drop(words.length - 2)
    return {from, words, gender, isSure: from > run.from}
  }

  /** Words with capitals that name no organisation, place, time or title. */
  private canBePerson(words: readonly string[], name: string): boolean {
    const {names} = this.rules
    // "PM UTC Updated"; a surname in capitals comes second.
    const isTime = /^\p{Lu}{2,4}$/u.test(words[0] ?? '')
    return (
      words.length <= 4 &&
      /^[\p{Lu}\p{N}’']|^[dl][’']/u.test(name) &&
      /\p{Ll}/u.test(name) &&
      !isTime &&
      (!isOrganisation(name, this.rules) || this.isSurelyPerson(name)) &&
      !pattern(names.places, `(?:^|\\s)(?:%)$`).test(name) &&
      (!pattern(names.titles, '^%$').test(name) || this.surnames.has(bare(name)))
    )
  }

  /** What shows, around a name, that it is an organisation's. */
  private isBodyHere(text: string, from: number, to: number): boolean {
    const {names, speech} = this.rules
    const after = text.slice(to, to + 30)
    const before = text.slice(Math.max(0, from - 60), from)
    if (
      /^(?:\s\(\p{Lu}+[.:]\p{Lu}+\)|,\s(?:which|dont)\s|\s(?:ASA|AG|SA|Inc|Corp|Ltd|PLC|plc|GmbH)\b)/u.test(
        after,
      )
    )
      return true
    if (this.isCalledBody(after, before)) return true
    // "The company behind the scheme, Brightwater Aquaculture,"
    const kind = `(?:^|[.;~]\\s)(?:${sourceOf(eitherCase(names.definite))})\\s(?:\\p{L}+\\s)?(?:%)${names.hasLateAdjectives ? '(?:\\s[\\p{Ll}-]+)?' : ''}(?:\\s(?:${wordsOf(names.prepositions)}|behind)\\s[^,.]{0,30})?,\\s$`
    if (/^[,.]/u.test(after) && pattern(names.bodies, kind).test(before)) return true
    // "die Technische Aufsicht Süd, die"
    if (this.isAfterArticle(before))
      return (
        pattern(speech.verbs, `^\\s%${WORD_END}`).test(after) ||
        wordPattern(speech.relative, '^,\\s%\\s').test(after)
      )
    return pattern(names.titles, `(?:^|[\\s,])(?:\\p{L}+\\s)?%\\s(?:at|of|with|bei|chez)\\s$`).test(
      before,
    )
  }

  /** ", the second-largest maker,", "the broker ", " turned its key". */
  private isCalledBody(after: string, before: string): boolean {
    const {names} = this.rules
    const words = /^,\s(?<words>[^,.;:()]+)/u.exec(after)?.groups?.['words']
    const own = words?.split(wordPattern(names.clauses, '\\s%\\s'), 1)[0]
    const noun = own && nounPhraseIn(own, this.rules)
    const is = (text: string) => pattern(names.bodies, `${WORD_START}(?:%)$`).test(text)
    const isClause = noun && pattern(names.articles, `${WORD_START}(?:%)\\s`).test(noun.core)
    if (
      noun &&
      !isClause &&
      noun.article !== '' &&
      is(names.hasLateAdjectives ? noun.noun : noun.core)
    )
      return true
    // "the consultants Thornley Leisure"
    if (
      this.isPluralJob(/\S+(?=\s$)/u.exec(before)?.[0] ?? '') &&
      !/^,?\s(?:\p{L}+\s)?\p{Lu}/u.test(after)
    )
      return true
    const late = names.hasLateAdjectives ? '(?:\\s[\\p{Ll}-]+)?' : ''
    const kind = `(?:(?:${wordsOf(names.definite)})\\s?|(?:^|[.~]\\s)\\p{L}+\\s)(?:[\\p{Ll}-]+\\s)?(?:%)${late}\\s$`
    if (pattern(names.bodies, `${WORD_START}${kind}`).test(before)) return true
    return (
      !names.hasGenders &&
      wordPattern(names.owners, '^\\s\\p{Ll}+(?:\\s\\p{Ll}+){0,2}\\s%\\s', 'u').test(after)
    )
  }

  /** "economists" */
  private readonly isPluralJob = (word: string): boolean =>
    word.endsWith('s') && endsInJob(word.slice(0, -1), this.rules)

  /** An article is before no person's name. */
  private readonly isAfterArticle = (before: string): boolean =>
    wordPattern(this.rules.names.definite, `${WORD_START}%\\s$`).test(before)

  /** What shows, around a name, that it is a person's. */
  private evidenceFor(text: string, from: number, to: number): {verbs: number; signs: number} {
    const {speech} = this.rules
    const after = text.slice(to, to + 90)
    const before = text.slice(Math.max(0, from - 40), from)
    if (this.isAfterArticle(before)) return {verbs: 0, signs: 0}
    const isSpeaking =
      pattern(speech.verbs, `^,?\\s(?:\\p{L}+ly\\s)?%${WORD_END}`).test(after) ||
      pattern(speech.verbs, `${WORD_START}%\\s(?:\\p{L}+\\s)?$`).test(before) ||
      pattern(speech.accordingTo, `${WORD_START}%\\s$`).test(before)
    return {verbs: isSpeaking ? 2 : 0, signs: this.signsOfPerson(text, from, to)}
  }

  /** Of these, what is not a verb of speech, which organisations have, too. */
  private signsOfPerson(text: string, from: number, to: number): number {
    const {names, speech} = this.rules
    const after = text.slice(to, to + 90)
    const before = text.slice(Math.max(0, from - 40), from)
    let count = 0
    if (pattern(names.titles, `^,\\s(?:[^,.;]{0,60}\\s)?%${WORD_END}`).test(after)) count += 2
    if (titleBefore(text, from, this.rules)?.title) count += 2
    if (apposition(text.slice(to, to + 140), this.rules)) count += 1
    if (pattern(names.leads, `^,\\s%\\s`).test(after)) count += 1
    const pair = pattern(
      this.rules.head.and,
      '(?<first>\\p{L}+)\\s(?:\\p{Lu}\\p{L}+\\s\\p{Lu}[\\p{L}-]+\\s%\\s)?$',
      'u',
    ).exec(before)
    if (this.isPluralJob(pair?.groups?.['first'] ?? '')) count += 1
    if (
      pattern(together(names.relatives.female, names.relatives.male), `${WORD_START}%,?\\s$`).test(
        before,
      )
    )
      count += 1
    if (leadIn(after, this.rules)?.isOfBody === true) count += 1
    if (pattern(names.ages, `${WORD_START}(?:%)\\s$`).test(before)) count += 1
    if (pattern(names.isVerbs, `${WORD_START}%\\s$`).test(before) && /^[.,]/u.test(after))
      count += 1
    if (
      pattern(
        this.rules.head.and,
        `(?:${speech.accordingTo.join('|')}|${speech.verbs.join('|')})\\s[^,.;]{3,40}\\s%\\s$`,
      ).test(before)
    )
      count += 2
    if (/^,?\s\(?\d{1,3}\)?[,.\s]/u.test(after)) count += 2
    if (
      /^,\s(?:who|qui|der|die|que|quien|de \d+ años|âgé|âgée|\d+ ans|\d+ Jahre)[\s,]/u.test(after)
    )
      count += 2
    return count
  }
}

const haveOneSurname = (one: Entity, other: Entity): boolean =>
  one.kind === 'person' && one.name.split(' ').at(-1) === other.name.split(' ').at(-1)

const isPersonNamed = ({entity: {kind, name}}: Mention): boolean =>
  kind === 'person' && name.includes(' ')

/** "Fördervereins Sankt Veit", "Technischen Universität" as they are named. */
function nominative(name: string, {names, speech}: LanguageRules): string {
  if (!speech.hasCapitalNouns) return name
  const feminine =
    /^(\p{Lu}\p{Ll}+e)n(?=\s\p{Lu}\p{L}*(?:tät|ung|heit|keit|schaft|ion|schule|mie|kammer|bank|behörde|klinik|ei|ie|zentrale)(?:\s|$))/u
  const [first = '', ...rest] = name.split(' ')
  const own = first.replace(/e?s$/u, '')
  const isGenitive =
    own !== first &&
    pattern(names.organisations, '^%$').test(own) &&
    !pattern(names.organisations, '^%$').test(first)
  return isGenitive ? [own, ...rest].join(' ') : name.replace(feminine, '$1')
}

/** The beginning of a sentence, where the first word has a capital whatever it is. */
const isAtStart = (text: string, at: number): boolean =>
  /(?:^\s*|[.!?:…~]["”’»“]?\s+|^["“‘„«—]\s?)$/u.test(text.slice(0, at))

/** Those that no longer one covers. */
function longest(found: {from: number; to: number}[]): {from: number; to: number}[] {
  const sorted = found.toSorted((a, b) => b.to - b.from - (a.to - a.from))
  const kept: {from: number; to: number}[] = []
  for (const one of sorted)
    if (!kept.some((other) => one.from < other.to && one.to > other.from)) kept.push(one)
  return kept.toSorted((a, b) => a.from - b.from)
}
