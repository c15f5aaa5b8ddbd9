// "The trust", "its director", "the Otters": which organisation is meant.
import type {LanguageRules} from '../languages/rules.ts'
import {isOrganisation} from '../parts/names.ts'
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
import type {Capitals} from './capitals.ts'
import {nominative} from './cases.ts'
import type {Entities, Entity, Mention} from './entities.ts'
import {BEHIND_SMALL, organisationParts} from './titles/organisations.ts'
import type {FoundTitle} from './titles/split-title.ts'

/** Which organisation a noun, a short form or a title means. */
export class Bodies {
  private readonly entities: Entities
  private readonly rules: LanguageRules
  private readonly texts: readonly string[]
  private readonly capitals: Capitals

  constructor(entities: Entities) {
    this.entities = entities
    this.rules = entities.rules
    this.texts = entities.texts
    this.capitals = entities.capitals
  }

  private readonly bodyCache = new Map<string, Mention[]>()

  /** The organisations that a text names in full. */
  bodiesIn(text: string): Mention[] {
    let found = this.bodyCache.get(text)
    if (!found) {
      found = this.entities
        .mentionsIn(text)
        .filter(
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
    const bodies = this.entities.all.filter(({kind}) => kind === 'institution')
    const same = bodies.filter((one) => this.isOfKind(one, noun))
    const some = same.length > 0 ? same : bodies.filter((one) => this.isOtherKind(one, noun))
    return some.toSorted((one, other) => this.entities.count(other) - this.entities.count(one))[0]
  }

  private bodiesBefore(text: string, at: number): Entity[] {
    const index = this.texts.indexOf(text)
    const before = this.texts.slice(0, Math.max(0, index)).flatMap((one) => this.bodiesIn(one))
    const here = this.bodiesIn(text).filter(({to}) => to <= at)
    return [...before, ...here].map(({entity}) => entity).filter(({name}) => !isShortForm(name))
  }

  /** "Prize", "Government": a noun that only begins a sentence is not a name. */
  private readonly isPlainNoun = (name: string): boolean =>
    this.rules.names.hasLateBodies === true &&
    /^\p{Lu}\p{Ll}+$/u.test(name) &&
    pattern(this.rules.names.organisations, '^(?:%)$').test(name)

  /** The organisation that "the council" means at this place. */
  named(word: string, text: string, at: number): Entity | null {
    const all = this.bodiesBefore(text, at)
    const bodies = this.entities.all.filter(({kind}) => kind === 'institution')
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

  namedOfKind(kind: string, text: string, at: number): Entity | undefined {
    const named = this.named(kind, text, at)
    const isOne = named && (this.isOfKind(named, kind) || this.isOtherKind(named, kind))
    return isOne ? named : undefined
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
    const bodies = this.entities.all.filter(({kind}) => kind === 'institution')
    const main = this.mainBody(word) ?? null
    const isLatest = latest !== null && this.isOtherKind(latest, word)
    return (
      bodies.findLast((entity) => this.isOfKind(entity, word)) ??
      (isLatest && (main === null || this.entities.count(main) <= this.entities.count(latest))
        ? latest
        : main)
    )
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

  /** Of two clubs the one that the article is about; in German the one that was named last. */
  private readonly lastOrMost = (bodies: readonly Entity[]): Entity | null => {
    const {hasLateBodies, hasLateAdjectives} = this.rules.names
    if (!hasLateBodies && !hasLateAdjectives) return bodies.at(-1) ?? null
    const most = this.mostNamed(bodies)
    const first = hasLateAdjectives
      ? bodies.find((one) => this.countOf(one) === this.countOf(most))
      : most
    return first ?? null
  }

  private readonly countOf = (one: Entity | null): number =>
    one === null ? 0 : (this.mentionCounts().get(one.name) ?? 0)

  private counts: Map<string, number> | undefined

  private mentionCounts(): Map<string, number> {
    if (this.counts) return this.counts
    const counts = new Map<string, number>()
    for (const text of this.texts)
      for (const {entity} of this.entities.mentionsIn(text))
        if (entity.kind === 'institution')
          counts.set(entity.name, (counts.get(entity.name) ?? 0) + 1)
    return (this.counts = counts)
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

  /** "Rovers" of Holm Rovers; of two clubs, the one that the article is about. */
  clubCalled(short: string, title: string): Entity | undefined {
    if (!pattern(this.rules.names.ownedTitles ?? NONE, '^(?:%)$').test(title)) return undefined
    const clubs = this.entities.all.filter(
      ({kind, name}) => kind === 'institution' && bare(name).endsWith(` ${bare(short)}`),
    )
    return this.mostNamed(clubs) ?? undefined
  }

  /** A conductor's orchestra, an engineer's bureau, the club of a teammate: what the article named before. */
  fitting({title}: FoundTitle, text: string, {from}: {from: number}): Entity | null {
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
    const league = pattern(this.rules.names.leagues ?? NONE, `^(?:%)${WORD_END}`)
    const has = (list: readonly string[]) => {
      const kind = pattern(list, `${WORD_START}(?:%)${WORD_END}`)
      return ({name}: Entity) => kind.test(name) && !league.test(name)
    }
    const mate = this.entities
      .mentionsIn(text)
      .findLast(
        ({to, entity}) =>
          to < from && entity.affiliation && !/[.!?~]\s/u.test(text.slice(to, from)),
      )
    const ofMate =
      kinds && mate?.entity.affiliation ? this.entities.institution(mate.entity.affiliation) : null
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
  headed({title, isOwn, isThere}: FoundTitle, text: string, {from}: {from: number}): Entity | null {
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
    const last = this.topicBefore(text, from) ?? this.named('', text, from)
    const isHead = pattern(this.rules.names.firms?.heads ?? NONE, '^(?:%)$').test(title ?? '')
    const isHere = this.bodiesIn(text).some((one) => one.entity === last && one.to <= from)
    if (!isHead || last === null || isHere || this.isFirmName(last)) return last
    return this.bodiesBefore(text, from).findLast((one) => this.isFirmName(one)) ?? last
  }

  /** "Le groupe Orval ferme l’usine de Lorgues. Son directeur": of what the sentence before his speaks. */
  private topicBefore(text: string, at: number): Entity | null {
    const start = pattern(
      eitherCase(this.rules.names.definite),
      "(?:^|[.!?~]\\s)(?:(?:%)(?:\\s|(?<=[’'])))?$",
      'u',
    )
    const topic = this.bodiesIn(text).findLast(
      ({from, to, entity}) =>
        to <= at &&
        !isShortForm(entity.name) &&
        start.test(text.slice(Math.max(0, from - 8), from)),
    )
    const isSentenceBefore = topic && /^[^.!?~]*[.!?]\s[^.!?~]*$/u.test(text.slice(topic.to, at))
    return isSentenceBefore ? topic.entity : null
  }

  /** The organisation of "the chairman", who was named before; null for titles that belong to none. */
  bodyOfTitle(title: string, text: string): string | null {
    const club = this.clubOf(title, text, text.length)
    if (club) return club.name
    if (!pattern(this.rules.names.bodyTitles, '^(?:%)$').test(title)) return null
    const fitting = this.fitting({title, affiliation: null}, text, {from: text.length})
    return (fitting ?? this.mostNamed(this.bodiesBefore(text, text.length)))?.name ?? null
  }

  /** The organisation that a title or a text belongs to: a conductor's orchestra. The last up to `near`, or the first. */
  organisationOf(title: string, near: Entity | null, onlyBefore = false): Entity | null {
    const kinds = this.rules.names.titleOf.find(([titles]) =>
      pattern(titles, '^(?:%)$').test(title),
    )?.[1]
    if (!kinds) return null
    const isOne = ({kind, name}: Entity) =>
      kind === 'institution' && pattern(kinds, `${WORD_START}(?:%)${WORD_END}`).test(name)
    const ahead = near ? this.entities.all.slice(0, this.entities.all.indexOf(near) + 1) : []
    return ahead.findLast(isOne) ?? (onlyBefore ? null : this.entities.all.find(isOne)) ?? null
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
      const named = this.entities.institution(plain)
      const isSame = named && /^(?:[’']|\s\p{Ll})/u.test(named.name.slice(plain.length))
      const isWhole = isOrganisation(plain, this.rules) || plain.includes(' ') || isSame
      // "the Otters" are the Tarbell Otters.
      const isEnd = named && bare(named.name).endsWith(` ${bare(plain)}`)
      const full = isWhole || isEnd ? named : this.entities.shortName(plain)
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
    const bodies = this.entities.all.filter(
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

  /** "die Arnauerin": the article has a town with that name. */
  isTownsperson(word: string): boolean {
    const town = /^(?<town>\p{L}{3,})er(?:in)?$/u.exec(word)?.groups?.['town']
    if (pattern(this.rules.names.titles, '^(?:%)$').test(word)) return false
    if (!this.rules.speech.hasCapitalNouns || town === undefined) return false
    const name = town.replace(/^\p{L}/u, (letter) => letter.toUpperCase())
    const place = new RegExp(`(?<!\\p{L})${name}(?:e|en)?s?(?!\\p{L})`, 'u')
    return this.texts.some((text) => place.test(text))
  }

  /** "Arnauer Bürgermeister": the town, if the article names it elsewhere. */
  townOf(name: string): string {
    const stem = this.rules.speech.hasCapitalNouns
      ? /^(?<stem>\p{L}{3,})er$/u.exec(name)?.groups?.['stem']
      : undefined
    if (stem === undefined) return name
    const town = new RegExp(`(?<!\\p{L})${stem}(?:e|en)?(?!\\p{L})`, 'u')
    return (
      this.texts.map((text) => town.exec(text)?.[0]).find((found) => found !== undefined) ?? name
    )
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
    return named ?? this.placeCounted() ?? this.placeBehind(from) ?? this.placeBehind(genitives)
  }

  /** "Lorgues compte 800 habitants", "Lorgues (800 habitants)" */
  private placeCounted(): string | null {
    const {placeKinds, particles} = this.rules.names
    const counted = pattern(
      placeKinds,
      `(?<place>\\p{Lu}[\\p{L}’-]+(?:[\\s-](?:(?:${wordsOf(particles)})\\s){0,2}\\p{Lu}[\\p{L}’-]+){0,2})(?:,)?\\s(?:\\(|\\p{Ll}+\\s)(?:[\\p{Ll}]+\\s){0,2}\\d[\\d\\s.]*(?:%)${WORD_END}`,
      'u',
    )
    const places = this.texts.flatMap((text) => counted.exec(text)?.groups?.['place'] ?? [])
    return (
      places.find(
        (name) => !isOrganisation(name, this.rules) && this.entities.person(name) === null,
      ) ?? null
    )
  }

  /** The name that is most often behind such a word: "in", or "of" as in "club d’Orval". */
  private placeBehind(words: readonly string[]): string | null {
    const counts = new Map<string, number>()
    // "À Lorgues": the preposition has a capital where it begins the sentence.
    const first = pattern(eitherCase(words), '^(?:%)\\s', 'u')
    for (const text of this.texts)
      for (const {from: start, to} of this.capitals.capitalRuns(text)) {
        const from = start + (first.exec(text.slice(start, to))?.[0].length ?? 0)
        const name = text.slice(from, to)
        const isIn = wordPattern(words, `${WORD_START}%${BEHIND_SMALL}$`).test(
          text.slice(Math.max(0, from - 8), from),
        )
        const isOther =
          isOrganisation(name, this.rules) ||
          this.entities.person(name) !== null ||
          wordPattern(this.rules.page.calendar, '^%$').test(name) ||
          /\d/u.test(name)
        if (isIn && !isOther) counts.set(name, (counts.get(name) ?? 0) + 1)
      }
    return [...counts].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? null
  }

  /** "le capitaine Anne Roth": of a club, but not of what the article names besides. */
  isOfKindOnly(title: string): boolean {
    const {titleOf, hasLateAdjectives} = this.rules.names
    return (
      hasLateAdjectives === true &&
      titleOf.some(([titles]) => pattern(titles, '^(?:%)$').test(title))
    )
  }
}

/** "CM2" is a class, "AI" a method. */
const isShortForm = (name: string): boolean => /^\p{Lu}{1,2}\d*$/u.test(name)

/** What names of organisations have in lower case: " régional des pêches". */
export const tailOf = oncePer((rules: LanguageRules) =>
  shortExpression(`^${organisationParts(rules).tail}${WORD_END}`, 'u'),
)

const NOBODY: Omit<Entity, 'name'> = {
  kind: 'institution',
  gender: null,
  title: null,
  affiliation: null,
  evidence: 0,
  relation: null,
}
