// What the people of an article are: their titles and organisations, read beside their names.
import type {LanguageRules} from '../languages/rules.ts'
import {isOrganisation} from '../parts/names.ts'
import {
  NONE,
  WORD_END,
  WORD_START,
  bare,
  eitherCase,
  pattern,
  sourceOf,
  together,
  wordPattern,
  wordsOf,
} from '../parts/patterns.ts'
import {Bodies, tailOf} from './bodies.ts'
import type {Capitals} from './capitals.ts'
import {Entities, type Entity, type Mention, haveOneSurname} from './entities.ts'
import {genderOfName, genderOfNoun} from './genders.ts'
import {Introductions} from './introductions.ts'
import {Kinds} from './kinds.ts'
import {endsInJob} from './nouns.ts'
import {Relatives} from './relatives.ts'
import {isAtStart} from './sentences.ts'
import {BEHIND_SMALL} from './titles/organisations.ts'
import type {FoundTitle} from './titles/split-title.ts'
import {titleBeside} from './titles/title-beside.ts'

/** The people and organisations of an article, with what they are. */
export class Cast {
  readonly entities: Entities
  readonly bodies: Bodies
  private readonly rules: LanguageRules
  private readonly texts: readonly string[]
  private readonly capitals: Capitals

  /** `texts` are passages without their quoted words, in the order of the article. */
  constructor(texts: readonly string[], rules: LanguageRules) {
    this.rules = rules
    this.texts = texts
    this.entities = new Entities(texts, rules)
    this.capitals = this.entities.capitals
    this.bodies = new Bodies(this.entities)
    this.meet()
    for (const text of texts) this.readTitles(text)
    for (const text of texts) this.readAddresses(text)
    this.readOwnFirms()
    for (const entity of this.entities.all)
      if (entity.kind === 'person')
        entity.gender ??=
          (entity.title === null ? null : genderOfNoun(entity.title, rules)) ??
          genderOfName(entity.name, rules)
  }

  private meet() {
    const {entities, texts} = this
    const relatives = new Relatives(entities)
    const introductions = new Introductions(entities, relatives)
    for (const text of texts) introductions.meet(text)
    for (const text of texts) {
      for (const {name} of entities.personNames.namesIn(text)) {
        if (!name.includes(' ')) {
          const entity = entities.person(name)
          if (entity && bare(entity.name).endsWith(` ${bare(name)}`)) entity.evidence += 1
        }
      }
    }
    for (const text of texts) relatives.meetPairs(text)
    new Kinds(entities).settle()
    relatives.meetRelatives()
    relatives.readRelations()
  }

  private readTitles(text: string) {
    const mentions = this.entities.mentionsIn(text)
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
        wordPattern(this.rules.names.notTitles, '^%n?$').test(found.title ?? '')
      if (isNoTitle) continue
      const office =
        found.affiliation === null
          ? (this.officeOf(found.title, text, mention) ?? this.firmBefore(found.title))
          : null
      entity.title ??= office?.title ?? found.title
      if (office) entity.affiliation ??= office.affiliation
      const isPersonal = pattern(this.rules.names.personTitles, '^(?:%)$').test(found.title ?? '')
      if (found.title !== null && !found.affiliation)
        entity.affiliation ??= this.ahead(text, mention.from, mentions, found.title)
      const fitting = this.bodies.fitting(found, text, mention)
      const isOfBody =
        found.isThere === true ||
        (found.isOwn === true && !isPersonal) ||
        (found.title !== null &&
          !found.affiliation &&
          !this.bodies.isOfKindOnly(found.title) &&
          pattern(this.rules.names.bodyTitles, '^%$').test(found.title))
      if (isOfBody || (fitting && !found.affiliation))
        entity.affiliation ??= (fitting ?? this.bodies.headed(found, text, mention))?.name ?? null
      const isOfPerson = this.isOfPerson(found.affiliation, isPersonal)
      const {placeTitles, councilTitles = []} = this.rules.names
      const isPlace = [placeTitles, councilTitles, this.rules.names.townTitles ?? NONE].some(
        (list) => pattern(list, '^(?:%)$').test(found.title ?? ''),
      )
      const isTown = isPlace && !isOrganisation(found.affiliation ?? '', this.rules)
      if (found.affiliation && isTown && /^\p{Lu}/u.test(found.affiliation))
        entity.affiliation ??= this.bodies.townOf(found.affiliation)
      if (found.isOwn && isPlace) entity.affiliation ??= this.townOfMayor(mentions, mention.from)
      if (isPlace && !found.affiliation) entity.affiliation ??= this.townAhead(text, mention.from)
      if (found.affiliation && !isOfPerson)
        entity.affiliation ??=
          this.ownerNamed(found, entity) ??
          this.bodies.affiliation(found.affiliation, text, mention)
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
    const person = owner === null ? null : this.entities.person(owner)
    if (owner === null || person === null) return false
    const isOwned = isPersonal && this.rules.names.hasLateAdjectives === true
    if (this.rules.names.hasLateBodies !== true) return person.isSure === true || isOwned
    const isFirm = this.entities.all.some(
      ({kind, name}) => kind === 'institution' && name === owner,
    )
    return !isFirm && (person.isSure === true || (isPersonal && !owner.includes(' ')))
  }

  /** "Me Roth": the form of address shows what somebody is of whom nothing else is said. */
  private readAddresses(text: string) {
    for (const [address, female, male] of this.rules.names.addressTitles ?? []) {
      const isBefore = new RegExp(`(?<!\\p{L})${address}\\s$`, 'u')
      for (const {entity, from} of this.entities.mentionsIn(text)) {
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
    const isOfTeam = pattern(this.rules.names.teamTitles ?? NONE, '^(?:%)$').test(short.title)
    const body = this.entities.all.find(
      ({kind, name}) =>
        kind === 'institution' &&
        (name.startsWith(`${short.name} `) ||
          (name.endsWith(` ${short.name}`) && (isOfTeam || name.split(' ').length === 2))),
    )
    const team = body?.name ?? (isOfTeam ? short.name : null)
    return team ? {...found, title: short.title, affiliation: team} : found
  }

  /** "la maire de Lorgues, Anne Roth, et son adjoint": the deputy is of her town. */
  private townOfMayor(mentions: readonly Mention[], at: number): string | null {
    const isMayor = ({to, entity: {title}}: Mention) =>
      to < at && pattern(this.rules.names.placeTitles, '^(?:%)$').test(title ?? '')
    return mentions.findLast(isMayor)?.entity.affiliation ?? null
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
    const last = mentions.findLast(({to}) => to <= at)
    const before = last ?? this.bodies.bodiesIn(text).findLast(({to}) => to <= at)
    // "En el instituto Marqués, donde estudian, la directora, Paz Roda,"
    const between =
      this.rules.names.hasLateAdjectives || this.rules.names.hasLateBodies
        ? wordPattern(
            this.rules.names.clauses,
            "^(?:,\\s%\\s[^,.;~]+)?,\\s(?:\\p{L}[\\p{L}’'-]*,?\\s){1,5}$",
          )
        : /^,\s(?:\p{L}[\p{L}’'-]*\s){1,5}$/u
    return before ? this.bodyThere(text, before, at, between) : null
  }

  /** "Au syndicat Terre, on compte. La déléguée Anne Roth": with which the sentence before hers begins. */
  private topicAhead(text: string, at: number): string | null {
    const {definite, hasLateAdjectives} = this.rules.names
    if (!hasLateAdjectives) return null
    const before = this.bodies.bodiesIn(text).findLast(({to}) => to <= at)
    const between = pattern(
      eitherCase(definite),
      "^,\\s[^.!?~]+\\.\\s(?=\\p{Lu})(?:%)(?:\\s|(?<=[’']))(?:\\p{Ll}[\\p{Ll}’'-]*\\s){1,5}$",
      'u',
    )
    return before ? this.bodyThere(text, before, at, between) : null
  }

  /** The organisation with which a sentence before a name begins. */
  private ahead(text: string, at: number, mentions: readonly Mention[], title: string) {
    return (
      this.placeAhead(text, at, mentions) ??
      this.topicAhead(text, at) ??
      this.settingAhead(text, at, mentions, title)
    )
  }

  /** "À l’école Orval, on attend. « … », dit Anne Roth, institutrice": who is named first where the paragraph is set. */
  private settingAhead(
    text: string,
    at: number,
    mentions: readonly Mention[],
    title: string,
  ): string | null {
    const {placeTitles, publicOffices = [], fieldTitles = []} = this.rules.names
    const {experts, workplaces = experts?.organisations ?? NONE} = this.rules.names
    const isOther =
      pattern(together(placeTitles, publicOffices), '^(?:%)$').test(title) ||
      pattern(fieldTitles, '^(?:%)\\s').test(title)
    const [first] = this.bodies.bodiesIn(text)
    if (isOther || !first || !/\p{Lu}/u.test(first.entity.name)) return null
    // "En el colegio Prat no esperan": a place where people work
    const isWorkplace = pattern(workplaces, `^(?:%)${WORD_END}`).test(first.entity.name)
    const isAlone = mentions.every(({to, from}) => to <= first.to || from >= at)
    return isAlone && at - first.to < 400
      ? this.bodyThere(text, first, at, isWorkplace ? /^,?\s/u : /^,\s/u)
      : null
  }

  /** "À Lorgues, on veille. Le maire, Luc Roth": the town with which the sentence before begins. */
  private townAhead(text: string, at: number): string | null {
    const {definite, hasLateAdjectives} = this.rules.names
    if (!hasLateAdjectives) return null
    const town = pattern(
      eitherCase(this.rules.head.from),
      `(?:^|[.~]\\s)(?:%)\\s(?<town>\\p{Lu}[\\p{L}’-]+(?:\\s\\p{Lu}[\\p{L}’-]+)?),\\s[^.~]+\\.\\s(?:${sourceOf(eitherCase(definite))})${BEHIND_SMALL}\\p{Ll}[^.~]*$`,
      'u',
    )
    return town.exec(text.slice(0, at))?.groups?.['town'] ?? null
  }

  /** The organisation at the beginning of a sentence, if what is between it and a name is as expected. */
  private bodyThere(
    text: string,
    {entity, from: start, to}: Mention,
    at: number,
    between: RegExp,
  ): string | null {
    const {from, links, contracted, definite} = {...this.rules.head, ...this.rules.names}
    if (entity.kind !== 'institution') return null
    // "Au Centre d’étude des rapaces, cette biologiste": the name ends with words in lower case.
    const tail = tailOf(this.rules).exec(text.slice(to, at))?.[0] ?? ''
    if (!between.test(text.slice(to + tail.length, at))) return null
    const words = [...from, ...links, ...contracted, 'at', 'bei', 'chez']
    const isFirst = new RegExp(
      `(?:^|[.~]\\s)(?:${words.join('|')})\\s?(?:(?:${definite.join('|')})\\s?)?$`,
      'iu',
    ).test(text.slice(0, start))
    if (!isFirst) return null
    return entity.name.endsWith(tail) ? entity.name : entity.name + tail
  }

  /** "Sabre Air Chief Executive": the firm is the affiliation. */
  private firmBefore(title: string | null): {title: string; affiliation: string} | null {
    const firm = this.entities.all.find(
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
    const named = short === '' ? null : this.entities.institution(short)
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
    const club = this.bodies.clubCalled(short, rest)
    if (club) return {title: rest, affiliation: club.name}
    const isKind = pattern(together(names.organisations, names.bodies), '^(?:%)$').test(short)
    if (isKind || !endsInJob(rest, this.rules)) return null
    const firm = this.entities.shortName(short) ?? this.ownerOf(rest, short)
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

  /** Not only at the beginning of a sentence, and nowhere in lower case: "Selden", but not "Shop". */
  private isNameOfItsOwn(word: string): boolean {
    const isWithin = this.texts.some((text) =>
      [...text.matchAll(new RegExp(`${word}(?!\\p{L})`, 'gu'))].some(
        ({index}) => !isAtStart(text, index),
      ),
    )
    return isWithin && !this.entities.isInLowerCase(word)
  }

  /** "Ossett’s captain", "the Arden’s director": the short form of a name. */
  private ownerNamed({title, affiliation}: FoundTitle, person: Entity): string | null {
    const words = affiliation ?? ''
    const short = words.replace(pattern(this.rules.names.articles, '^(?:%)\\s'), '')
    const isShort = this.rules.names.hasLateBodies === true && /^\p{Lu}[\p{L}-]+$/u.test(short)
    if (!isShort || title === null || person.name.includes(short)) return null
    const hasArticle = short !== words
    const fuller = this.entities.all.find(
      ({kind, name}) => kind === 'institution' && bare(name).startsWith(`${bare(short)} `),
    )
    return (hasArticle ? fuller : this.ownerOf(title, short))?.name ?? null
  }

  /** "Ossett manager": of Ossett Town, though a town may have that name; "Tidebus director": of Tidebus. */
  private ownerOf(title: string, short: string): Entity | null {
    const {ownedTitles, bodyTitles, placeTitles, titleOf} = this.rules.names
    const is = (list: readonly string[]) => pattern(list, '^(?:%)$').test(title)
    if (this.entities.person(short) || is(placeTitles)) return null
    const bodies = this.entities.all.filter(({kind}) => kind === 'institution')
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
    const body = isPart && rest ? this.bodies.namedOfKind(kind, text, from) : undefined
    return body && rest ? {title: rest, affiliation: body.name} : null
  }

  /** "Maw-Ellis … his firm, Maw-Ellis Groundworks": of the person who was named last. */
  private readOwnFirms() {
    const {names} = this.rules
    let latest: Entity | undefined
    for (const text of this.texts)
      for (const {entity, from} of this.entities.mentionsIn(text)) {
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
    this.entities.all.find(
      ({kind, name}) => kind === 'person' && name.split(' ').slice(1).at(-1) === firm.split(' ')[0],
    )
}
