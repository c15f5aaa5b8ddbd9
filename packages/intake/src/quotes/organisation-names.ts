// The names of organisations in a text, with the small words within them: "Universidad de Montegrís".
import type {LanguageRules} from '../languages/rules.ts'
import {isOrganisation} from '../parts/names.ts'
import {
  NONE,
  WORD_END,
  WORD_START,
  eitherCase,
  pattern,
  shortExpression,
  sourceOf,
  together,
  wordPattern,
  wordsOf,
} from '../parts/patterns.ts'
import {CAPITAL, Capitals} from './capitals.ts'
import {kindAhead} from './cases.ts'
import {genderOfName} from './genders.ts'
import {isGivenName} from '../languages/given-names.ts'
import {endsInJob} from './nouns.ts'
import {furtherThings} from './offices.ts'
import {isAtStart} from './sentences.ts'
import {objectIn} from './titles/lead-in.ts'
import {BEHIND_SMALL, SHARED_END, isWorkplace, organisationParts} from './titles/organisations.ts'

/** "Bolt & Barrow" */
const WITH_AND = shortExpression(
  String.raw`(?<![\p{L}\p{N}])${CAPITAL}(?:\s${CAPITAL})*\s&\s${CAPITAL}(?:\s${CAPITAL})*`,
  'gu',
)

/** "association Nuits", "syndicat agricole Terres", "ONG Terre" */
const KIND_AHEAD = String.raw`^(?:%|\p{Lu}{3,5})\s(?:\p{Ll}{4,}\s)?(?=\p{Lu})`

/** Where a text names organisations. */
export class OrganisationNames {
  private readonly capitals: Capitals
  private readonly rules: LanguageRules

  constructor(capitals: Capitals, rules: LanguageRules) {
    this.capitals = capitals
    this.rules = rules
  }

  private readonly cache = new Map<string, {from: number; to: number}[]>()

  namesIn(text: string): {from: number; to: number}[] {
    let found = this.cache.get(text)
    if (!found) {
      found = this.findInstitutions(text).map((run) => {
        const {from, to} = this.ownName(text, run)
        return {from, to: to + furtherThings(text.slice(from, to), text.slice(to), this.rules)}
      })
      this.cache.set(text, found)
    }
    return found
  }

  /** "Vale and " of "Vale and Moorland Council said": a town does not speak beside a council. */
  private townBefore(name: string, before: string): string {
    const {first = '', town = ''} =
      /(?:^|[.~,:]\s|\s(?:by|from|to|for|of|at|that)\s)(?<first>(?<town>\p{Lu}\p{Ll}+)\sand\s)$/u.exec(
        before.slice(-40),
      )?.groups ?? {}
    if (!name.endsWith(' Council') || first === '') return ''
    const isOther =
      this.capitals.isSurname(town) ||
      genderOfName(town, this.rules) !== null ||
      isOrganisation(town, this.rules) ||
      // "Residents and Kiln Council said"
      this.capitals.around(town.toLowerCase()).length > 0
    return isOther && this.capitals.around(first + name).length < 2 ? '' : first
  }

  /** "Titelverteidiger HSG Marlen", "Rechnungshof Ende März": every noun has a capital, and not all belong to the name. */
  private ownName(
    text: string,
    {from, to}: {from: number; to: number},
  ): {from: number; to: number} {
    const name = text.slice(from, to)
    if (this.rules.names.hasLateAdjectives)
      return {
        from: from + this.workplaceAhead(text, from, name),
        to: this.holderStart(text, from, to),
      }
    // "Delivery group Hopwell": the kind is not part of the name.
    if (this.rules.names.hasLateBodies) {
      const kind = /^\p{Lu}\S*\s\p{Ll}[\p{Ll}-]+\s(?=\p{Lu})/u.exec(name)?.[0] ?? ''
      const isKind = pattern(this.rules.names.bodies, '\\s(?:%)\\s$').test(kind)
      // "the Metal and Energy Workers' Union", "the Tanner's Lane Society", "St Anne's School"
      const joined =
        kind === ''
          ? pattern(
              eitherCase(this.rules.names.definite),
              `(?<=${WORD_START}(?:%)\\s)(?:\\p{Lu}\\p{Ll}+\\s(?:${wordsOf(this.rules.head.and)})|\\p{Lu}\\p{L}+[’']s)\\s$|St\\.?\\s\\p{Lu}\\p{L}+[’']s\\s$|(?<=[’']s\\s)\\p{Lu}\\p{Ll}+\\s(?:${wordsOf(this.rules.head.and)})\\s$`,
              'u',
            ).exec(text.slice(Math.max(0, from - 40), from))?.[0]
          : undefined
      const first = joined ?? (kind === '' ? this.townBefore(name, text.slice(0, from)) : '')
      return {from: from + (isKind ? kind.length : 0) - first.length, to}
    }
    if (!this.rules.speech.hasCapitalNouns) return {from, to}
    const before =
      /^(?:\p{Lu}\p{Ll}+\s)+(?=\p{Lu}{2,4}\s\p{Lu})/u.exec(name)?.[0].length ??
      kindAhead(name, this.rules)
    // "vor dem Landgericht Wessel der Prozess": the name ends before the article.
    const article = pattern(
      eitherCase(this.rules.names.organisations),
      '^(?<own>(?:%)\\s\\p{Lu}[\\p{L}-]+)\\s(?:der|die|das)\\s',
      'u',
    ).exec(name)?.groups?.['own']
    if (article !== undefined) return {from, to: from + article.length}
    // "dankte der Verein Kling": a club that thanks somebody
    const kind = /^(?<kind>\p{Lu}\p{Ll}+)\s(?<other>\p{Lu}[\p{L}-]+)$/u.exec(name)?.groups
    const isOther =
      kind !== undefined &&
      pattern(this.rules.names.anyBodies, '^(?:%)$').test(kind['kind'] ?? '') &&
      this.capitals.isBehindGivenName(kind['other'] ?? '')
    if (isOther) return {from, to: from + (kind['kind']?.length ?? 0)}
    // "bestellte das Gericht Ann Poll"
    const [first = '', given = '', ...more] = name.split(' ')
    const isPerson =
      more.length === 1 &&
      pattern(this.rules.names.anyBodies, '^(?:%)$').test(first) &&
      genderOfName(given, this.rules) !== null
    if (isPerson) return {from, to: from + first.length}
    const behind = pattern(
      eitherCase(this.rules.page.calendar),
      '(?:\\s\\p{Lu}\\p{L}{3,5})?\\s(?:%)$|\\sam\\s(?=\\p{Lu})\\p{L}*(?:tag|[mM]orgen|mittag|[aA]bend|nacht|[eE]nde)s?$',
      'u',
    ).exec(name)?.[0]
    // "forscht an der Universität Wessel zu Mieten", "erklärt den Verkauf an die Firma Wessel für unwirksam"
    const topic = /\s(?:zu\s|für\s(?=\p{Ll})).*$/u.exec(name)?.[0]
    // "die am Institut für Wasserbau Strömungen misst"
    const isInClause =
      pattern(this.rules.names.leads, ',\\s%\\s$').test(text.slice(Math.max(0, from - 24), from)) &&
      /^\s\p{Ll}+[,.]/u.test(text.slice(to))
    const object = isInClause ? objectIn(name, text.slice(to), this.rules) : ''
    return {from: from + before, to: to - (behind ?? topic ?? object).length}
  }

  /** The end of an organisation's name, before the name of a person: "Universidad de Valmar" of "Universidad de Valmar Noelia Prats". */
  private holderStart(text: string, from: number, to: number): number {
    const run = this.capitals.capitalRuns(text).findLast((one) => one.from > from && one.to <= to)
    return run && this.capitals.holders.has(run) ? run.from - 1 : to
  }

  /** How much of a name belongs to a title before it: "cocina del " of "jefa de cocina del hotel Miramar". */
  private workplaceAhead(text: string, from: number, name: string): number {
    const of = /\p{L}+(?=\s$)/u.exec(text.slice(Math.max(0, from - 6), from))?.[0] ?? ''
    const {genitives, contracted, definite} = this.rules.names
    return isWorkplace(of, name, this.rules)
      ? (wordPattern(
          together(genitives, contracted),
          `^\\p{Ll}+\\s%\\s(?:(?:${wordsOf(definite)})\\s)?`,
        ).exec(name)?.[0].length ?? 0)
      : 0
  }

  /** La Confrérie des facteurs de cloches: no capital but the first. */
  private smallNames(text: string): {from: number; to: number}[] {
    const {names} = this.rules
    const {tail, link} = organisationParts(this.rules)
    const whole = pattern(
      eitherCase(names.organisations),
      `(?<=(?:${sourceOf(eitherCase(names.articles))}|${wordsOf(names.contracted)})\\s?)(?=\\p{Lu})(?:%)(?=\\s(?:${wordsOf(names.genitives)})${BEHIND_SMALL}|\\s[\\p{Ll}-]*(?:${sourceOf(names.adjectiveEndings ?? NONE)})${WORD_END})${tail}(?:\\s(?:${link}\\s|[dl][’']){1,2}${CAPITAL})?${WORD_END}`,
      'gu',
    )
    const article = pattern(eitherCase(names.definite), `(?=\\p{Lu})(?:%)${BEHIND_SMALL}$`, 'u')
    return [...text.matchAll(whole)].map((match) => {
      // "La Revue des corps": the article belongs to the name of a paper.
      const isPaper = pattern(names.papers, '^%(?:\\s|$)').test(match[0])
      const before = isPaper ? article.exec(text.slice(0, match.index))?.[0] : undefined
      return {
        from: match.index - (before?.length ?? 0),
        to: match.index + match[0].length,
      }
    })
  }

  /** "the charity Shelter and Work": a kind with its article, and a name with "and" in it. */
  private namesBehindKind(text: string): {from: number; to: number}[] {
    if (!/\sand\s\p{Lu}/u.test(text)) return []
    const {bodies, definite, indefinite} = this.rules.names
    const article = `(?:${sourceOf(eitherCase(definite))}|${sourceOf(eitherCase(indefinite))})`
    const name = pattern(
      bodies,
      `${WORD_START}${article}\\s(?:[\\p{Ll}’'-]+\\s){0,2}(?:%)\\s(?<name>${CAPITAL}\\sand\\s${CAPITAL})(?!\\s\\p{Lu})`,
      'gu',
    )
    return [...text.matchAll(name)].flatMap(({0: whole, index, groups}) => {
      const words = groups?.['name'] ?? ''
      const to = index + whole.length
      return genderOfName(words, this.rules) === null ? [{from: to - words.length, to}] : []
    })
  }

  /** "Orrbury’s, in Arden, was served": a firm that has the name of its owner. */
  private ownersNames(text: string): {from: number; to: number}[] {
    if (!/[’']s[,\s]/u.test(text)) return []
    const name = wordPattern(
      this.rules.speech.auxiliaries,
      `(?<![\\p{L}\\p{N}’'])(?<name>\\p{Lu}\\p{Ll}+[’']s)(?=,\\s|\\s%\\s)`,
      'gu',
    )
    return [...text.matchAll(name)]
      .filter(({index}) => isAtStart(text, index))
      .map(({0: whole, index}) => ({from: index, to: index + whole.length}))
  }

  /** "the Friends of Arden Field" */
  private linkedOwnNames(text: string): {from: number; to: number}[] {
    if (!/\p{Lu}\p{Ll}+\s\p{Ll}+\s(?:the\s)?\p{Lu}/u.test(text)) return []
    const name = pattern(
      this.rules.names.ownNames ?? NONE,
      `(?<![\\p{L}\\p{N}])(?=\\p{Lu}\\p{Ll}+\\s\\p{Ll}+\\s)(?=%)\\p{Lu}\\p{Ll}+\\s\\p{Ll}+\\s(?:the\\s)?${CAPITAL}(?:\\s${CAPITAL})*`,
      'gu',
    )
    return [...text.matchAll(name)].map(({0: whole, index}) => ({
      from: index,
      to: index + whole.length,
    }))
  }

  private findInstitutions(text: string): {from: number; to: number}[] {
    const {names} = this.rules
    const {link, kind, small, middle} = organisationParts(this.rules)
    // Office des eaux du Haut-Sauvin, cabinet Hydralis, University of Eastmere
    const linked = pattern(
      names.organisations,
      `${WORD_START}${SHARED_END}(?:\\p{Lu}[\\p{L}-]+(?:(?<=s)[’'])?\\s){0,2}${kind}${small}(?:\\s(?:${link}\\s|[dl][’']){0,2}(?:${middle}${CAPITAL}|\\d+(?=\\s|[,.;:)](?!\\d))|(?<=Local\\s)\\d+))+`,
      'gu',
    )
    const found = [...text.matchAll(WITH_AND)].map(({0: whole, index}) => {
      // "Then Orr & Daughters applied"
      const first = wordPattern(names.starters, '^%\\s').exec(whole)?.[0].length ?? 0
      const from = index + (isAtStart(text, index) ? first : 0)
      return {from, to: index + whole.length}
    })
    if (names.hasSmallWords) found.push(...this.smallNames(text))
    if (names.hasLateBodies)
      found.push(
        ...this.ownersNames(text),
        ...this.namesBehindKind(text),
        ...this.linkedOwnNames(text),
      )
    found.push(...this.capitalNames(text), ...this.headedFirms(text))
    const titled = pattern(
      eitherCase(names.titles),
      `(?:^|\\s)%(?:$|\\s\\p{Lu}\\p{Ll}+\\s\\p{Lu})`,
      'u',
    )
    for (const match of text.matchAll(linked)) {
      // "security guard Lorraine Stubbs"
      if (names.hasLateBodies && /^\p{Ll}/u.test(match[0])) continue
      const name = this.linkedName(match[0])
      // "Genossenschaft Arnauer Fischer"
      const isOfTown =
        /^\S+\s\p{Lu}\p{Ll}+er\s\p{Lu}\p{Ll}+$/u.test(name ?? '') &&
        !endsInJob(match[0].split(' ')[0] ?? '', this.rules)
      if (!name || (titled.test(name) && !(isOfTown && this.rules.speech.hasCapitalNouns))) continue
      const from = match.index + match[0].indexOf(name)
      const first = this.firstOfTwo(name)
      if (first !== null) {
        const second = /^\s\p{Ll}+\s/u.exec(name.slice(first.length))?.[0].length ?? 0
        found.push({from, to: from + first.length})
        found.push({from: from + first.length + second, to: from + name.length})
      } else found.push({from, to: this.withSmallEnd(text, from, from + name.length)})
    }
    return longest(found)
  }

  /** "Holm Rovers and Arden Athletic" are two clubs: each of them would be a name. */
  private firstOfTwo(name: string): string | null {
    const {names, head} = this.rules
    if (!names.hasLateBodies) return null
    const {first, second} =
      pattern(head.and, '^(?<first>.+)\\s(?:%)\\s(?<second>.+)$').exec(name)?.groups ?? {}
    const isOne = (words = '') =>
      /\s\S+$/u.test(words) && pattern(names.organisations, '\\s(?:%)$').test(words)
    return first !== undefined && isOne(first) && isOne(second) ? first : null
  }

  /** "Gründerin von Lumo", "Inhaberin von Blumen Roth": a firm, though no word shows it. */
  private headedFirms(text: string): {from: number; to: number}[] {
    const {firms} = this.rules.names
    if (!firms) return []
    const name = pattern(
      this.rules.speech.hasCapitalNouns ? eitherCase(firms.heads) : NONE,
      `${WORD_START}(?:%)\\s(?:von|bei)\\s(?<name>${CAPITAL}(?:\\s${CAPITAL})*)`,
      'gu',
    )
    // "Das Unternehmen Lumo", "der Autobauer Wessel Motoren"
    const kind = pattern(
      eitherCase(firms.before ?? NONE),
      `${WORD_START}(?:%)\\s(?<name>${CAPITAL}(?:\\s${CAPITAL})*)`,
      'gu',
    )
    return [...text.matchAll(name), ...text.matchAll(kind)].flatMap(({0: whole, index, groups}) => {
      const {name: own = ''} = groups ?? {}
      const to = index + whole.length
      const isPerson = own.includes(' ')
        ? genderOfName(own, this.rules) !== null
        : this.capitals.isSurname(own)
      return own.length < 4 || isPerson ? [] : [{from: to - own.length, to}]
    })
  }

  /** "association Nuits tranquilles", "groupe Lorbigny d’abord": words in lower case end a name beside its kind. */
  private withSmallEnd(text: string, from: number, to: number): number {
    const {names, speech} = this.rules
    const name = text.slice(from, to)
    // "scierie Morel et fils"
    const firm = pattern(names.firmEnds ?? NONE, `^\\s%${WORD_END}`).exec(text.slice(to))?.[0]
    if (firm !== undefined) return to + firm.length
    // "association Rivières vivantes": both are plural.
    const agreeing = pattern(
      names.adjectiveEndings ?? NONE,
      `^\\s(?=[\\p{Ll}-]+s${WORD_END})[\\p{Ll}-]*(?:%)${WORD_END}`,
      'u',
    )
    const many = name.endsWith('s') ? agreeing.exec(text.slice(to))?.[0] : undefined
    if (many !== undefined && pattern(names.organisations, KIND_AHEAD, 'u').test(name))
      return to + many.length
    // "la Ligue de l’Ouest de handball"
    const sport = pattern(
      names.organisations,
      `^\\s(?:${wordsOf(names.genitives)})\\s(?:%)(?=[,.;:)]|\\s\\p{Ll})`,
      'u',
    ).exec(text.slice(to, to + 40))?.[0]
    const ofSport = sport !== undefined && !wordPattern(names.contracted, '^\\s%\\s').test(sport)
    if (names.hasSmallWords && ofSport && /^\p{Lu}/u.test(name)) return to + sport.length
    const kinds = speech.hasCapitalNouns ? eitherCase(names.organisations) : names.organisations
    const hasKind = pattern(kinds, KIND_AHEAD, 'u').test(name)
    if (!hasKind) return to
    const rest = text.slice(to)
    const slogan = this.sloganEnd(name, rest)
    if (slogan > 0) return to + slogan
    if (!names.hasSmallWords) return to
    const plural = name.endsWith('s') ? '|\\s\\p{Ll}{4,}s' : ''
    const hasArticle = pattern(
      eitherCase(names.definite),
      '\\s(?=\\p{Lu})(?:%)\\s?\\p{Lu}',
      'u',
    ).test(name)
    // "Les Amis du lac", "Les Amis de l’orgue"
    const of = hasArticle
      ? `|(?:${wordsOf(names.contracted)})\\s|(?:${wordsOf(names.genitives)})\\s(?:${wordsOf(names.definite)})${BEHIND_SMALL}`
      : ''
    const small = `\\s(?:d[’']|(?:${wordsOf(names.definite)})${BEHIND_SMALL}${of})\\p{Ll}{2,}`
    const end = pattern(
      names.adjectiveEndings ?? NONE,
      `^(?:\\s[\\p{Ll}-]*(?:%)|${small}${plural})(?=[\\s,.;:)]|$)`,
      'u',
    ).exec(rest)?.[0]
    const isWhole =
      end !== undefined &&
      (/^(?:[,.;:)]|$)/u.test(rest.slice(end.length)) ||
        pattern(
          speech.verbs,
          `^\\s(?:%|${wordsOf(together(speech.auxiliaries, speech.clitics ?? NONE))})${WORD_END}`,
        ).test(rest.slice(end.length)))
    return to + (isWhole ? end.length : 0)
  }

  /** "collectif Un toit pour tous", "comité Sauvons la haie": up to a mark or a verb. */
  private sloganEnd(name: string, rest: string): number {
    const {names, speech} = this.rules
    const article = pattern(
      eitherCase(together(names.definite, names.indefinite)),
      '\\s(?=\\p{Lu})(?:%)$',
      'u',
    )
    const isSlogan =
      article.test(name) ||
      pattern(names.sloganStarts ?? NONE, '\\s(?:%)').test(name + rest.slice(0, 4)) ||
      pattern(names.sloganWords ?? NONE, `^\\s(?:%)${WORD_END}`).test(rest)
    if (!isSlogan || !names.sloganWords) return 0
    const end = pattern(
      speech.verbs,
      `^(?:[\\s’'][\\p{Ll}\\d-]+){1,5}?(?=[,.;:)~]|$|\\s(?:%|${wordsOf(together(speech.auxiliaries, speech.clitics ?? NONE))})${WORD_END})`,
    )
    return end.exec(rest)?.[0].length ?? 0
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

  /** "Holm Island reserve", "the Foundry theatre": the noun behind a name, with its space; empty if there is none. */
  private bodyBehind(name: string, behind: string): string {
    const {names} = this.rules
    const late =
      pattern(
        names.bodies,
        `^\\s(?:(?:${sourceOf(names.lateParts ?? NONE)})\\s)?(?:%)${WORD_END}(?!\\s\\p{Lu})`,
        'u',
      ).exec(behind)?.[0] ?? ''
    // "the Wrenfield Cycles plant": the firm has the name without it.
    const isSite =
      name.includes(' ') &&
      pattern(names.firmMarks?.owns ?? NONE, '^\\s(?:%)$').test(late) &&
      this.capitals.around(name).some(({after}) => !after.startsWith(late))
    // "Arden County district attorney"
    const isTitle = pattern(names.titles, `^\\s%${WORD_END}`).exec(behind)?.[0] ?? ''
    return isSite || isTitle.length > late.length ? '' : late
  }

  /** Words with capitals that name an organisation: "Salt Workers’ Federation", "the Foundry theatre". */
  private capitalNames(text: string): {from: number; to: number}[] {
    const {names} = this.rules
    const found: {from: number; to: number}[] = []
    const capitalArticle = pattern(
      eitherCase(names.definite),
      `^(?=\\p{Lu})(?:%)${BEHIND_SMALL}(?=\\p{Lu})`,
      'u',
    )
    for (const run of this.capitals.capitalRuns(text)) {
      const words = this.capitals.withoutStarter(run, text)
      if (!words) continue
      let {to} = words
      const name = text.slice(words.from, to)
      const below = this.bodyBehind(name, text.slice(to))
      if (below !== '' && names.hasLateBodies) to += below.length
      const isTitled =
        this.isBehindTitle(name) && !isOrganisation(words.words.at(-1) ?? '', this.rules)
      if (this.capitals.isSurelyPerson(name)) continue
      if (isTitled) continue
      if (this.isFirstNoun(name, text, words.from)) continue
      const article = pattern(
        eitherCase(names.definite),
        '(?<=^|\\P{L})(?=\\p{Lu})(?:%)\\s?$',
        'u',
      ).exec(text.slice(0, words.from))
      const plain = name.replace(capitalArticle, '')
      const isPaper = pattern(names.papers, names.hasLateAdjectives ? '^%(?:\\s|$)' : '\\s%$').test(
        plain,
      )
      // "Der Wesseler Anzeiger" begins a sentence.
      const isOwnArticle = !this.rules.speech.hasCapitalNouns || !plain.includes(' ')
      const paper = article && isPaper && isOwnArticle ? article[0].length : 0
      const isOne =
        isOrganisation(name, this.rules) ||
        (isPaper && names.hasLateAdjectives === true && (paper > 0 || plain !== name)) ||
        (below !== '' && names.hasLateBodies === true)
      const isNoun =
        this.rules.speech.hasCapitalNouns === true &&
        this.capitals.isBody(name) &&
        !wordPattern(names.definite, '(?:^|\\s)%\\s$').test(text.slice(0, words.from))
      // "Priory Lane"
      const isPlace =
        names.hasLateBodies === true &&
        pattern(names.places, '\\s(?:%)$').test(text.slice(words.from, to))
      if (!isOne || isNoun || isPlace || pattern(names.titles, `${WORD_START}%$`).test(name))
        continue
      // "Le Messager des cimes"
      const small =
        isPaper && names.hasSmallWords
          ? wordPattern(
              together(names.genitives, names.contracted),
              `^\\s%${BEHIND_SMALL}(?:(?:${wordsOf(names.definite)})${BEHIND_SMALL})?\\p{Ll}{4,}`,
              'u',
            ).exec(text.slice(to))
          : null
      found.push({from: words.from - paper, to: to + (small?.[0].length ?? 0)})
    }
    return found
  }

  /** "Aguas abajo está el pueblo": a noun that only begins the sentence. */
  private readonly isFirstNoun = (name: string, text: string, from: number): boolean =>
    this.rules.names.hasLateAdjectives === true &&
    /^\p{Lu}\p{Ll}+$/u.test(name) &&
    isAtStart(text, from)

  /** A name with small words in it: it has a capital, and is not a sentence. */
  private linkedName(text: string): string | null {
    const words = text.split(/\s+/u)
    // "la galerie de Paul-Henri Vernoux" is somebody's.
    const owner = wordPattern(
      this.rules.names.genitives,
      "^\\p{Ll}+\\s%(?:\\s|(?<=[’']))(?<name>\\p{Lu}[\\p{L}-]+\\s\\p{Lu}[\\p{L}-]+)$",
      'u',
    ).exec(text)?.groups?.['name']
    if (owner && genderOfName(owner, this.rules) !== null) return null
    // "a dit à la presse Anne Roth"
    const listener = pattern(
      this.rules.names.plainBodies ?? NONE,
      '^(?=\\p{Ll})(?:%)(?:\\s[\\p{Ll}-]{4,})?\\s(?<name>\\p{Lu}[\\p{L}-]+\\s\\p{Lu}[\\p{L}-]+)$',
      'u',
    ).exec(text)?.groups?.['name']
    if (listener && genderOfName(listener, this.rules) !== null) return null
    // "el diario La Voz"
    const isKind =
      /^\p{Ll}/u.test(text) && wordPattern(this.rules.names.definite, '^%$').test(words[1] ?? '')
    const {names, speech} = this.rules
    const isPaper = pattern(names.papers, `(?:^|\\s)%${WORD_END}`).test(
      words.toSpliced(1, 1).join(' '),
    )
    if (isKind && isPaper && /^\p{Lu}/u.test(words[1] ?? '')) words.shift()
    // "le salon de la résidence des Tilleuls"
    const room = pattern(
      names.departments ?? NONE,
      `^(?=\\p{Ll})(?:%)\\s(?:${wordsOf(names.genitives)})\\s(?:(?:${wordsOf(names.definite)})\\s?)?(?=(?:${sourceOf(names.organisations)})\\s)`,
      'u',
    ).exec(text)?.[0]
    if (room !== undefined && names.hasSmallWords)
      words.splice(0, words.length, ...text.slice(room.length).split(/\s+/u))
    const isAt = wordPattern(this.rules.head.from, '^(?:%|aux)$').test(words[1] ?? '')
    const isLate = names.hasSmallWords === true && words.length > 2 && isAt
    if (this.endsInPerson(words)) words.splice(-2)
    // "cheffe de service au CHU de Mornac": the service belongs to the title.
    if (isLate && /^\p{Ll}/u.test(text) && isOrganisation(words.slice(2).join(' '), this.rules))
      words.splice(0, 2)
    // "Cáritas en Lerma" is Cáritas, but "Escuela en Red" is a name.
    else if (
      isLate &&
      words.length === 3 &&
      /^\p{Lu}/u.test(text) &&
      !this.capitals.isBody(words[0] ?? '')
    )
      return isOrganisation(words[0] ?? '', this.rules) ? (words[0] ?? null) : null
    // "Landrat des Kreises Mölln"
    const isOffice =
      speech.hasCapitalNouns === true &&
      endsInJob(words[0] ?? '', this.rules) &&
      wordPattern(names.genitives, '^%$').test(words[1] ?? '')
    if (isOffice) words.splice(0, 2)
    const least = words.at(-2) === 'Local' ? words.length : 1
    while (words.length > least && !/\p{Lu}/u.test(words.at(-1) ?? '')) words.pop()
    while (
      words.length > 1 &&
      wordPattern(this.rules.names.starters, '^%$').test(words[0] ?? '') &&
      !isOrganisation(words[0] ?? '', this.rules)
    )
      words.shift()
    if (this.rules.names.hasLateBodies)
      while (words.length > 1 && !/^\p{Lu}/u.test(words[0] ?? '')) words.shift()
    const whole = words.join(' ')
    const press = this.pressBefore(whole)
    if (press !== '') return whole.slice(press.length)
    return words.length > 1 && /\p{Lu}/u.test(whole) && words.length <= 9 ? whole : null
  }

  /** "el diario deportivo La Grada": what is before the name of a paper. */
  private pressBefore(name: string): string {
    const {papers, definite, hasSmallWords} = this.rules.names
    const press = pattern(
      papers,
      `^(?=\\p{Ll})(?:%)\\s(?:\\p{Ll}+\\s)?(?=(?:${sourceOf(eitherCase(definite))})\\s?\\p{Lu})`,
      'u',
    ).exec(name)?.[0]
    return hasSmallWords ? (press ?? '') : ''
  }

  /** "la conservatrice du musée des Tissus Anne Roth": but "lycée Jeanne Roth" has that name. */
  private readonly endsInPerson = (words: readonly string[]): boolean => {
    const [ahead = '', given = '', surname = ''] = words.slice(-3)
    return (
      this.rules.names.hasSmallWords === true &&
      words.length > 3 &&
      [ahead, given, surname].every((word) => /^\p{Lu}\p{Ll}/u.test(word)) &&
      genderOfName(`${given} ${surname}`, this.rules) !== null &&
      !isGivenName(ahead)
    )
  }
}

/** Without those that overlap a longer one. */
function longest(found: {from: number; to: number}[]): {from: number; to: number}[] {
  const sorted = found.toSorted((a, b) => b.to - b.from - (a.to - a.from))
  const kept: {from: number; to: number}[] = []
  for (const one of sorted)
    if (!kept.some((other) => one.from < other.to && one.to > other.from)) kept.push(one)
  return kept.toSorted((a, b) => a.from - b.from)
}
