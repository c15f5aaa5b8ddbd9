// Words with capitals in a text, and what they name: a person, or an organisation.
import type {LanguageRules} from '../languages/rules.ts'
import {
  NONE,
  WORD_END,
  WORD_START,
  bare,
  eitherCase,
  pattern,
  shortExpression,
  sourceOf,
  together,
  wordPattern,
  wordsOf,
} from '../parts/patterns.ts'
import {isCountry, isOrganisation} from '../parts/names.ts'
import {genderOfName, isGivenName} from './genders.ts'
import {endsInJob, isPluralJob} from './nouns.ts'
import {holderAt} from './holder.ts'
import {isAtStart} from './sentences.ts'
import {kindAhead} from './cases.ts'
import {apposition} from './titles/apposition.ts'
import {BEHIND_SMALL, isWorkplace, organisationParts, SHARED_END} from './titles/organisations.ts'
import {objectIn} from './titles/lead-in.ts'
import {titleBefore} from './titles/title-before.ts'

export type Gender = 'female' | 'male' | null

const CAPITAL = String.raw`(?:${SHARED_END}\p{Lu}[\p{L}\p{M}\p{N}]*(?:[’'.&-](?!s(?![\p{L}]))(?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*(?:(?<=s)[’'](?=\s\p{Lu}))?|[dl][’']\p{Lu}[\p{L}\p{M}-]+|[ÀÉ]\p{L}+)`

/** "Bolt & Barrow" */
const WITH_AND = shortExpression(
  String.raw`(?<![\p{L}\p{N}])${CAPITAL}(?:\s${CAPITAL})*\s&\s${CAPITAL}(?:\s${CAPITAL})*`,
  'gu',
)

/** "association Nuits", "syndicat agricole Terres", "ONG Terre" */
const KIND_AHEAD = String.raw`^(?:%|\p{Lu}{3,5})\s(?:\p{Ll}{4,}\s)?(?=\p{Lu})`

const INITIAL = /(?:^|\s)\p{Lu}\.$/u

/** A stretch of words with capitals. */
export interface Run {
  from: number
  to: number
  words: string[]
}

export interface PersonRun {
  from: number
  to: number
  name: string
  gender: Gender
  isSure: boolean
}

/** The names in the texts of an article. */
export class Capitals {
  private readonly rules: LanguageRules
  private readonly texts: readonly string[]
  private readonly runs = new Map<string, Run[]>()
  /** Of these, names of people that are right behind the name of an organisation. */
  private readonly holders = new Set<Run>()
  /** The names before those. */
  private readonly held = new Set<Run>()
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
        if (
          words.length > 1 &&
          !pattern(rules.names.titles, '^%$').test(words[0] ?? '') &&
          !wordPattern(rules.names.starters, '^%$').test(words[0] ?? '')
        )
          this.surnames.add(bare(words.at(-1) ?? ''))
  }

  around(name: string): {before: string; after: string}[] {
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

  isBody = (text: string): boolean => pattern(this.rules.names.bodies, '^%$').test(text)

  capitalRuns(text: string): Run[] {
    const known = this.runs.get(text)
    if (known) return known
    const particle = `(?:${wordsOf(this.rules.names.particles)})`
    const owned = `[’']s\\s(?=(?:${sourceOf(eitherCase(this.rules.names.organisations))})(?!\\p{L}))${CAPITAL}`
    const expression = pattern(
      this.rules.names.particles,
      `(?<![\\p{L}\\p{N}’'])${CAPITAL}(?:${owned}|(?<=(?<!\\p{L})St\\.?\\s\\p{Lu}\\p{Ll}+)[’']s(?!\\p{L})(?:\\s(?=\\p{Lu})${CAPITAL})?|\\s(?:${particle}\\s){0,2}${CAPITAL})*`,
      'gu',
    )
    const found = [...text.matchAll(expression)].flatMap((match) => {
      // "L’agence" has no capital.
      const small = /^[DL][’']\p{Ll}[\p{L}-]*\s?/u.exec(match[0])?.[0].length ?? 0
      if (small === match[0].length) return []
      const elided =
        small || this.nounBefore(match[0]) || (/^[dlDL][’']/u.exec(match[0])?.[0].length ?? 0)
      const end = match.index + match[0].length
      const stop = this.isInitial(match[0], text[end]) ? '.' : ''
      const run = {
        from: match.index + elided,
        // "Lucie*": a note at the end tells that this is not her name.
        to: match.index + match[0].length + stop.length + (text[end] === '*' ? 1 : 0),
        words: (match[0].slice(elided) + stop).split(/\s+/u),
      }
      return this.withoutHolder(text, run)
    })
    this.runs.set(text, found)
    return found
  }

  /** Two runs of "Universidad de Valmar Noelia Prats" behind a title. */
  private withoutHolder(text: string, run: Run): Run[] {
    const {from, to, words} = run
    const at = holderAt(words, {before: text.slice(0, from), after: text.slice(to)}, this.rules)
    if (at < 0) return [run]
    const first = words.slice(0, at)
    const end = from + first.join(' ').length
    const holder = {from: end + 1, to, words: words.slice(at)}
    const body = {from, to: end, words: first}
    this.holders.add(holder)
    this.held.add(body)
    return [body, holder]
  }

  /** "Reinhold G." and later "G.": courts and papers hide surnames. */
  private isInitial(run: string, next: string | undefined): boolean {
    const {given, letter} =
      /^(?:.*\s)?(?<given>\p{Lu}\p{Ll}[\p{L}-]*)\s(?<letter>\p{Lu})$|^(?<letter>\p{Lu})$/u.exec(run)
        ?.groups ?? {}
    if (next !== '.' || letter === undefined) return false
    if (given !== undefined) return genderOfName(given, this.rules) !== null
    if (!this.rules.speech.hasCapitalNouns) return false
    return this.isBehindGivenName(`${letter}\\.`)
  }

  /** Whether the article has that name behind a given name that is known. */
  private isBehindGivenName(surname: string): boolean {
    const whole = new RegExp(`(?<given>\\p{Lu}\\p{Ll}[\\p{L}-]*)\\s${surname}`, 'gu')
    return this.texts.some((text) =>
      [...text.matchAll(whole)].some(
        ({groups}) => genderOfName(groups?.['given'] ?? '', this.rules) !== null,
      ),
    )
  }

  isSurname = (name: string): boolean => this.surnames.has(bare(name))

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

  institutionRuns(text: string): {from: number; to: number}[] {
    let found = this.institutionCache.get(text)
    if (!found) {
      found = this.findInstitutions(text).map((run) => this.ownName(text, run))
      this.institutionCache.set(text, found)
    }
    return found
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
      return {from: from + (isKind ? kind.length : 0) - (joined?.length ?? 0), to}
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
      this.isBehindGivenName(kind['other'] ?? '')
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
      '(?:\\s\\p{Lu}\\p{L}{3,5})?\\s(?:%)$|\\sam\\s\\p{Lu}\\p{Ll}*(?:tag|morgen|mittag|abend|nacht|ende)s?$',
      'u',
    ).exec(name)?.[0]
    // "forscht an der Universität Wessel zu Mieten"
    const topic = /\szu\s.*$/u.exec(name)?.[0]
    // "die am Institut für Wasserbau Strömungen misst"
    const isInClause =
      pattern(this.rules.names.leads, ',\\s%\\s$').test(text.slice(Math.max(0, from - 24), from)) &&
      /^\s\p{Ll}+[,.]/u.test(text.slice(to))
    const object = isInClause ? objectIn(name, text.slice(to), this.rules) : ''
    return {from: from + before, to: to - (behind ?? topic ?? object).length}
  }

  /** The end of an organisation's name, before the name of a person: "Universidad de Valmar" of "Universidad de Valmar Noelia Prats". */
  private holderStart(text: string, from: number, to: number): number {
    const run = this.capitalRuns(text).findLast((one) => one.from > from && one.to <= to)
    return run && this.holders.has(run) ? run.from - 1 : to
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
        : this.isSurname(own)
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
    const hasKind = pattern(names.organisations, KIND_AHEAD, 'u').test(name)
    if (!names.hasSmallWords || !hasKind) return to
    const plural = name.endsWith('s') ? '|\\s\\p{Ll}{4,}s' : ''
    const hasArticle = pattern(
      eitherCase(names.definite),
      '\\s(?=\\p{Lu})(?:%)\\s?\\p{Lu}',
      'u',
    ).test(name)
    const of = hasArticle ? `|(?:${wordsOf(names.contracted)})\\s` : ''
    const small = `\\s(?:d[’']|(?:${wordsOf(names.definite)})${BEHIND_SMALL}${of})\\p{Ll}{2,}`
    const rest = text.slice(to)
    const slogan = this.sloganEnd(name, rest)
    if (slogan > 0) return to + slogan
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
      wordPattern(names.sloganWords ?? NONE, `^\\s%${WORD_END}`).test(rest)
    if (!isSlogan || !names.sloganWords) return 0
    const end = pattern(
      speech.verbs,
      `^(?:[\\s’'][\\p{Ll}\\d-]+){1,5}?(?=[,.;:)~]|$|\\s(?:%|${wordsOf(together(speech.auxiliaries, speech.clitics ?? NONE))})${WORD_END})`,
    )
    return end.exec(rest)?.[0].length ?? 0
  }

  /** "Eunice Park, 58,", "Ada Bank, a nurse": people whose surname is a kind of organisation. */
  private isSurelyPerson(name: string): boolean {
    if (this.sure.has(bare(name))) return true
    const surname = bare(name)
    return !surname.includes(' ') && [...this.sure].some((one) => one.endsWith(` ${surname}`))
  }

  /** "Corrie Bank … Shares in Corrie fell": a firm is called by its first word in short, a person by the last. */
  isCalledByFirst([first = '', last = '']: readonly string[]): boolean {
    const isAlone = (word: string) =>
      this.around(word).some(
        ({before, after}) => !/\p{Lu}\S*\s$/u.test(before) && !/^[\p{L}-]|^\s\p{Lu}/u.test(after),
      )
    return isAlone(first) && !isAlone(last)
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
      const isOwnName = pattern(this.rules.names.ownNames ?? NONE, `^(?:%)${WORD_END}`, 'u')
      if (!isName || isOwnName.test(words.join(' '))) continue
      if (isOrganisation(words[1] ?? '', this.rules) && this.isCalledByFirst(words)) continue
      const isTitled =
        this.rules.names.hasLateAdjectives === true &&
        isOrganisation(words[1] ?? '', this.rules) &&
        titleBefore(text, from, this.rules)?.title !== undefined
      if (isAged || isTitled || apposition(text.slice(to, to + 90), this.rules, true) !== null)
        this.sure.add(bare(words.join(' ')))
    }
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
      this.around(name).some(({after}) => !after.startsWith(late))
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
    for (const run of this.capitalRuns(text)) {
      const words = this.withoutStarter(run, text)
      if (!words) continue
      let {to} = words
      const name = text.slice(words.from, to)
      const below = this.bodyBehind(name, text.slice(to))
      if (below !== '' && names.hasLateBodies) to += below.length
      const isTitled =
        this.isBehindTitle(name) && !isOrganisation(words.words.at(-1) ?? '', this.rules)
      if (this.isSurelyPerson(name)) continue
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
        this.isBody(name) &&
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
    else if (isLate && words.length === 3 && /^\p{Lu}/u.test(text) && !this.isBody(words[0] ?? ''))
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
    // "el diario deportivo La Grada"
    const press = pattern(
      names.papers,
      `^(?=\\p{Ll})(?:%)\\s(?:\\p{Ll}+\\s)?(?=(?:${sourceOf(eitherCase(names.definite))})\\s?\\p{Lu})`,
      'u',
    ).exec(whole)?.[0]
    if (press !== undefined && names.hasSmallWords) return whole.slice(press.length)
    return words.length > 1 && /\p{Lu}/u.test(whole) && words.length <= 9 ? whole : null
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

  /** Without the word that only begins a sentence. */
  withoutStarter(run: Run, text: string): {from: number; to: number; words: string[]} | null {
    let {from} = run
    const words = [...run.words]
    while (
      words.length > 0 &&
      ((wordPattern(this.rules.names.starters, '^%$').test(words[0] ?? '') &&
        (isAtStart(text, from) || words.length === 1)) ||
        // "Preguntó Pilar Roda."
        (words.length > 2 && this.isVerbFirst(words[0] ?? '') && isAtStart(text, from)))
    ) {
      from += (words[0]?.length ?? 0) + 1
      words.shift()
    }
    // "Arden-based Halden Logistics", "Mother-of-two Ann Orr"
    while (pattern(this.rules.names.beforeNames ?? NONE, '^(?:%)$').test(words[0] ?? '')) {
      from += (words[0]?.length ?? 0) + 1
      words.shift()
    }
    // "También la Asociación", "L’entraîneur du Racing"
    const {definite, contracted} = this.rules.names
    const small = wordPattern(together(definite, contracted), '^%$', 'u')
    while (small.test(words[0] ?? '')) {
      from += (words[0]?.length ?? 0) + 1
      words.shift()
    }
    // "PDG de Vernex", "DG du groupe Alda": what somebody is
    const isOffice =
      this.rules.names.hasLateAdjectives === true &&
      /^\p{Lu}+$/u.test(words[0] ?? '') &&
      pattern(this.rules.names.titles, '^(?:%)$').test(words[0] ?? '') &&
      wordPattern(this.rules.names.genitives, '^%$').test(words[1] ?? '')
    // "la députée LFI Anne Roth"
    const isParty =
      this.rules.names.hasLateAdjectives === true &&
      words.length === 3 &&
      /^\p{Lu}{2,6}$/u.test(words[0] ?? '') &&
      genderOfName(words[1] ?? '', this.rules) !== null
    if (isParty) from += (words.shift()?.length ?? 0) + 1
    if (isOffice) {
      from += words.slice(0, 2).join(' ').length + 1
      words.splice(0, 2)
    }
    return words.length > 0 ? this.withoutSubject({from, to: run.to, words}, text) : null
  }

  private readonly isVerbFirst = (word: string): boolean =>
    this.rules.speech.hasInversion === true &&
    pattern(this.rules.speech.verbs, '^(?:%)$').test(word)

  /** "catedrática de Didáctica de la Universidad de Monfera": what she teaches does not belong to the name. */
  private withoutSubject(run: Run, text: string): Run {
    const {names} = this.rules
    const before = text.slice(Math.max(0, run.from - 40), run.from)
    // "coordinadora en Orbal de la Red Vega"
    const links = together(names.genitives, this.rules.head.from)
    const link = wordPattern(links, '\\s%\\s?$').exec(before)?.index
    const isOne = (word: string) => pattern(names.organisations, '^%$').test(word)
    const [first = '', of = ''] = run.words
    // "Dasónoma de la Universidad", "Gardienne de l’Olympique de Maurens"
    const start = wordPattern(names.definite, '^%$').test(run.words[2] ?? '') ? 3 : 2
    const elided = /^[dl][’']/u.exec(run.words[start] ?? '')?.[0].length ?? 0
    const next = (run.words[start] ?? '').slice(elided)
    // "Etiqueta de Conservas Lumera": the noun begins the sentence, and the name is also elsewhere.
    const isPart =
      names.hasLateAdjectives === true &&
      isAtStart(text, run.from) &&
      wordPattern(together(names.genitives, names.contracted), '^%$').test(of) &&
      isOne(next) &&
      !isOne(first) &&
      (endsInJob(first.toLowerCase(), this.rules) ||
        this.around(run.words.slice(start).join(' ')).length > 1)
    if (isPart)
      return {
        from: run.from + run.words.slice(0, start).join(' ').length + 1 + elided,
        to: run.to,
        words: [next, ...run.words.slice(start + 1)],
      }
    if (!names.hasLateAdjectives || link === undefined || isOne(first)) return run
    // "profesora emérita de Sociología de la Universidad de Monfera"
    const ahead = before.slice(0, link)
    const late = pattern(names.adjectiveEndings ?? NONE, '\\s[\\p{Ll}-]*(?:%)$', 'u')
    const isOfTitle = [ahead, ahead.replace(late, '')].some((one) => endsInJob(one, this.rules))
    if (!isOfTitle) return run
    const at = run.words.findIndex(isOne)
    // "l’entraîneuse du Pontécourt Handball": all of it is the name
    const isName = at === run.words.length - 1 && /^\p{Lu}/u.test(run.words[at - 1] ?? '')
    if (at < 0 || isName) return run
    const from = run.from + run.words.slice(0, at).join(' ').length + 1
    return {from, to: run.to, words: run.words.slice(at)}
  }

  personRuns(text: string): PersonRun[] {
    return this.capitalRuns(text).flatMap((run) => {
      const words = this.held.has(run)
        ? null
        : this.withoutStarter(this.behindRelative(this.behindBody(run, text)), text)
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
    const body = this.institutionRuns(text).find(({from, to}) => from < run.from && to > run.from)
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
      this.around(word).some(
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
    this.surnames.has(bare(first.slice(0, -1)))

  /** How many words of "Nachbarin Eva Roth" and "Schweizer Alpinist Jan Roth" are not the name. */
  private readonly countDescribing = (words: readonly string[]): number => {
    const [first = '', second = ''] = words
    const isOfTown = /^\p{Lu}\p{Ll}{2,}er$/u.test(first) && endsInJob(second, this.rules)
    if (isOfTown && words.length > 3) return 2
    const {notTitles} = this.rules.names
    return words.length > 2 && wordPattern(notTitles, '^%$').test(first) ? 1 : 0
  }

  /** How many words of "Arnaus Stadtbaurätin Eva Roth" are her town and her title. */
  private readonly countOwned = ([first = '', second = '', ...name]: readonly string[]): number =>
    name.length > 1 && first.endsWith('s') && endsInJob(second, this.rules) ? 2 : 0

  /** A title that is somebody's surname: "Eva Richter", but not "Vorsitzende Richterin". */
  private isNamed(name: string): boolean {
    return this.rules.speech.hasCapitalNouns
      ? this.isBehindGivenName(name)
      : this.surnames.has(bare(name))
  }

  /** "La Linterna" is a paper or a place, unless somebody has that surname: "Yann Le Gall". */
  private isWithArticle([first = '']: readonly string[], name: string): boolean {
    const {names} = this.rules
    return (
      names.hasLateAdjectives === true &&
      wordPattern(names.definite, '^%$').test(first) &&
      !this.around(name).some(({before}) => /\p{Lu}[\p{L}-]+\s$/u.test(before))
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
      (!isOrganisation(name, this.rules) || this.isSurelyPerson(name)) &&
      (!pattern(names.places, `(?:^|\\s)(?:%)$`).test(name) || this.isPlaceSurname(words)) &&
      !(names.hasLateAdjectives && pattern(names.places, '^(?:%)\\s').test(name)) &&
      (!pattern(names.titles, '^%$').test(name) || this.isNamed(name))
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
