// Words with capitals, from which names are found: for languages that divide words by spaces.
import type {LanguageRules} from '../languages/rules.ts'
import {honorificsOf, isOrganisation} from '../parts/names.ts'
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
import {genderOfName} from './genders.ts'
import {holderAt} from './holder.ts'
import {endsInJob} from './nouns.ts'
import {isAtStart} from './sentences.ts'
import {apposition} from './titles/apposition.ts'
import {SHARED_END} from './titles/organisations.ts'
import {titleBefore} from './titles/title-before.ts'

export type Gender = 'female' | 'male' | null

export const CAPITAL = String.raw`(?:${SHARED_END}\p{Lu}[\p{L}\p{M}\p{N}]*(?:[’'.&-](?!s(?![\p{L}]))(?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*(?:(?<=s)[’'](?=\s\p{Lu}))?|[dl][’']\p{Lu}[\p{L}\p{M}-]+|[ÀÉ]\p{L}+)`

export const INITIAL = /(?:^|\s)\p{Lu}\.$/u

/** A stretch of words with capitals. */
export interface Run {
  from: number
  to: number
  words: string[]
}

/** The stretches of words with capitals in the texts of an article. */
export class Capitals {
  private readonly rules: LanguageRules
  private readonly texts: readonly string[]

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

  private readonly runs = new Map<string, Run[]>()

  /** Of these, names of people that are right behind the name of an organisation. */
  readonly holders = new Set<Run>()

  /** The names before those. */
  readonly held = new Set<Run>()

  /** Names of two words with an age or a job behind them. */
  private readonly sure = new Set<string>()

  /** The last words of names, which may be nouns as well: "Baker". */
  readonly surnames = new Set<string>()

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
  isBehindGivenName(surname: string): boolean {
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

  /** "Eunice Park, 58,", "Ada Bank, a nurse": people whose surname is a kind of organisation. */
  isSurelyPerson(name: string): boolean {
    if (this.sure.has(bare(name))) return true
    const surname = bare(name)
    return !surname.includes(' ') && [...this.sure].some((one) => one.endsWith(` ${surname}`))
  }

  /** "Corrie Bank … Shares in Corrie fell": a firm is called by its first word in short, a person by the last. */
  isCalledByFirst([first = '', last = '']: readonly string[]): boolean {
    const address = pattern(honorificsOf(this.rules), `${WORD_START}(?:%)\\.?\\s$`)
    const isAlone = (word: string) =>
      this.around(word).some(
        ({before, after}) =>
          !/\p{Lu}\S*\s$/u.test(before.replace(address, '')) && !/^[\p{L}-]|^\s\p{Lu}/u.test(after),
      )
    return isAlone(first) && !isAlone(last)
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
}
