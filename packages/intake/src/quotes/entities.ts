// The people and organisations that an article names, and where: for languages that divide words by spaces.
import type {LanguageRules} from '../languages/rules.ts'
import {WORD_END, WORD_START, bare, pattern} from '../parts/patterns.ts'
import {Capitals, type Gender} from './capitals.ts'
import {OrganisationNames} from './organisation-names.ts'
import {PersonNames} from './person-names.ts'
import {nominative} from './cases.ts'

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

/** The people and organisations that were met so far, and where a text names them. */
export class Entities {
  readonly all: Entity[] = []
  readonly rules: LanguageRules
  /** Passages without their quoted words, in the order of the article. */
  readonly texts: readonly string[]
  readonly capitals: Capitals
  readonly organisationNames: OrganisationNames
  readonly personNames: PersonNames

  constructor(texts: readonly string[], rules: LanguageRules) {
    this.rules = rules
    this.texts = texts
    this.capitals = new Capitals(texts, rules)
    this.organisationNames = new OrganisationNames(this.capitals, rules)
    this.personNames = new PersonNames(this.capitals, this.organisationNames, rules)
  }

  /** Everybody and everything that a text names, in order. */
  mentionsIn(text: string): Mention[] {
    const found: Mention[] = []
    const bodies = this.organisationNames.namesIn(text)
    for (const run of this.capitals.capitalRuns(text)) {
      const words = this.capitals.withoutStarter(run, text)
      // The "Department" of the Department for Coastal Affairs.
      const isPart = words && bodies.some(({from, to}) => from <= words.from && to > words.to)
      if (isPart) continue
      const own = words && this.bodyName(text, words)
      const entity = own && this.all.find(({kind, name}) => kind === 'institution' && name === own)
      const known = entity ?? (words && this.shortName(text.slice(words.from, words.to)))
      if (known && words) found.push({from: words.from, to: words.to, entity: known})
    }
    for (const run of bodies) {
      if (found.some((mention) => run.from < mention.to && run.to > mention.from)) continue
      const entity = this.institution(this.bodyName(text, run))
      if (entity) found.push({from: run.from, to: run.to, entity})
    }
    for (const run of this.personNames.namesIn(text)) {
      if (found.some((mention) => run.from < mention.to && run.to > mention.from)) continue
      const entity = this.person(run.name, run.gender)
      if (entity) found.push({from: run.from, to: run.to, entity})
    }
    return found.toSorted((a, b) => a.from - b.from)
  }

  /** The person of that name, or of that surname. */
  person(name: string, gender: Gender = null): Entity | null {
    const key = bare(name)
    const people = this.all.filter(({kind}) => kind === 'person')
    const exact = people.find((entity) => bare(entity.name) === key)
    if (exact?.name.includes(' ')) return exact
    const fits = (entity: Entity) =>
      gender === null || entity.gender === null || entity.gender === gender
    // "Mr Arden" is Ann Arden before he is somebody called Arden.
    const named = [
      people.filter((entity) => bare(entity.name).endsWith(` ${key}`)),
      people.filter((entity) => bare(entity.name).startsWith(`${key} `)),
    ]
    const candidates = named.flat().filter(fits)
    return (
      candidates.find((entity) => gender !== null && entity.gender === gender) ??
      candidates[0] ??
      exact ??
      null
    )
  }

  /** "Vantor" for Vantor Lithium, but not a town for its police. */
  shortName(name: string): Entity | null {
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
    const all = this.all.filter(({kind}) => kind === 'institution')
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
  bodyName(text: string, {from, to}: {from: number; to: number}): string {
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

  addInstitution(name: string) {
    // "der Verein": which one follows from the text.
    const {speech, names} = this.rules
    if (speech.hasCapitalNouns && pattern(names.bodies, '^(?:%)$').test(name)) return
    // "Hartmann’s Symphony No 8"
    if (NO_NAMES.test(name) || /\sNo$/u.test(name)) return
    const known = this.all.find(
      (entity) => entity.kind === 'institution' && bare(entity.name) === bare(name),
    )
    if (!known)
      this.all.push({
        kind: 'institution',
        name,
        gender: null,
        title: null,
        affiliation: null,
        evidence: 1,
        relation: null,
      })
  }

  addPerson(name: string, gender: Gender, evidence: number): Entity {
    const isFull = name.includes(' ')
    const known =
      this.all.find((entity) => entity.kind === 'person' && bare(entity.name) === bare(name)) ??
      (isFull ? undefined : (this.person(name, gender) ?? undefined))
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
    this.all.push(entity)
    return entity
  }

  isInLowerCase(word: string): boolean {
    const lower = new RegExp(`(?<!\\p{L})${word.toLowerCase()}(?!\\p{L})`, 'u')
    return this.texts.some((text) => lower.test(text))
  }

  /** The person whom the article names most often, by the surname. */
  mainOf(people: readonly Entity[]): Entity | undefined {
    const count = ({name}: Entity) => this.capitals.around(name.split(' ').at(-1) ?? name).length
    return people.toSorted((one, other) => count(other) - count(one))[0]
  }

  readonly count = ({name}: Entity): number => this.capitals.around(name).length
}

/** Capitals that name no organisation: times of day and zones, subjects, files. */
const NO_NAMES =
  /^(?:AM|PM|GMT|UTC|BST|CET|CEST|E[SD]T|P[SD]T|C[SD]T|M[SD]T|PE|CV|ID|IT|TV|DVD|CD|PDF|USB|GPS|MOT|VAT|GDP|BIP|PCR|CCTV|ATM|SUV|LED|WLAN|PIN|SMS|DNA|HIV|UFO|VIP|CEO|CFO|COO|CTO|PDG|MEZ|PKW|LKW|KI|AI|IA|CO2)$/u

export const haveOneSurname = (one: Entity, other: Pick<Entity, 'name'>): boolean =>
  one.kind === 'person' && one.name.split(' ').at(-1) === other.name.split(' ').at(-1)
