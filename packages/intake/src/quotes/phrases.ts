// Noun phrases of a clause: those that can speak.
import type {LanguageRules} from '../languages/rules.ts'
import {
  NONE,
  bare,
  pattern,
  sourceOf,
  together,
  wordPattern,
  wordsOf,
  WORD_END,
  WORD_START,
} from '../parts/patterns.ts'
import type {Cast} from './cast.ts'
import type {Entity} from './entities.ts'
import {withoutShortForms} from './sentences.ts'
import {isHolder} from './holder.ts'
import {endsInJob, isPluralJob, upToJob} from './nouns.ts'

export interface Phrase {
  from: number
  /** The end with what belongs to it: "a diplomat from one of the two countries". */
  to: number
  kind:
    | 'person'
    | 'institution'
    | 'pronoun'
    | 'relative'
    | 'role'
    | 'body'
    | 'document'
    | 'anonymous'
    | 'unknown'
  entity?: Entity
  /** Pronoun, or the noun of the phrase. */
  word: string
  /** The end of the noun itself. */
  coreTo: number
  /** As printed, without what follows a comma. */
  text: string
  isIndefinite: boolean
  /** "its report", "sa sœur". */
  isPossessed: boolean
  /** After a preposition: "in a statement". */
  isGoverned: boolean
}

/** Up to where a clause goes: a full stop, a semicolon. */
export const clauseEnd = (text: string): number => {
  const end = withoutShortForms(text).search(/[.;:!?](?:\s|$)/u)
  return end < 0 ? text.length : end
}

/** Back to where the last clause begins: after a full stop, a colon, a quotation. */
export const lastClause = (text: string): string => /[^;:.!?~]*$/u.exec(text)?.[0] ?? ''

export class Phrases {
  private readonly rules: LanguageRules
  private readonly cast: Cast
  private readonly found = new Map<string, Phrase[]>()

  constructor(rules: LanguageRules, cast: Cast) {
    this.rules = rules
    this.cast = cast
  }

  /** All in a stretch of text, in order. */
  in(text: string): Phrase[] {
    let found = this.found.get(text)
    if (!found) this.found.set(text, (found = this.find(text)))
    return found
  }

  private find(text: string): Phrase[] {
    const mentioned = this.cast.entities.mentionsIn(text).map(({from, to, entity}): Phrase => ({
      ...this.base(text, from, to),
      kind: entity.kind,
      entity,
    }))
    const free = (phrase: {from: number; to: number}, among: readonly Phrase[]) =>
      !among.some((other) => phrase.from < other.to && phrase.to > other.from)
    // "sources close to the Council" names nobody, though a name is in it; but "the critic Iona Blessed" does.
    const anonymous = this.anonymous(text).filter(({from, to}) =>
      mentioned.every((name) => {
        const between = text.slice(to, name.from)
        // "la conseillère régionale Anne Roth"
        const isTitle =
          pattern(this.rules.names.ages, '^,?\\s(?:(?:%)\\s)?$').test(between) ||
          pattern(this.rules.names.adjectiveEndings ?? NONE, '^\\s[\\p{Ll}-]*(?:%)\\s$').test(
            between,
          )
        const isBehind = name.from >= to && !isTitle
        // "la Cofradía de Pescadores de Lira"
        const isName = name.kind === 'institution' && name.from > from && name.from - from <= 4
        if (isName && this.rules.names.hasLateAdjectives) return false
        // "El portavoz del CSIC Luis Vela"
        const isWithin = name.kind === 'person' && name.from > from && name.to <= to
        if (isWithin && isHolder(text, name.from, this.rules)) return false
        return isBehind || name.to <= from || (name.from > from && name.to <= to)
      }),
    )
    anonymous.push(...this.officials(text, mentioned), ...this.many(text))
    const names = mentioned.filter((name) => free(name, anonymous))
    const pronouns = this.pronouns(text)
    const nouns = this.nouns(text)
      .filter(
        ({from, coreTo}) =>
          !pronouns.some((one) => one.from === from) &&
          free({from, to: coreTo}, names) &&
          free({from, to: coreTo}, anonymous),
      )
      .filter((noun) => !this.isKindOf(noun, names))
      .map((noun) => this.withoutHolder(noun, text, names))
    return [...names, ...anonymous, ...nouns, ...pronouns].toSorted((a, b) => a.from - b.from)
  }

  /** "El diario deportivo La Grada": the paper has a name. */
  private readonly isKindOf = ({kind, to, text}: Phrase, names: readonly Phrase[]): boolean =>
    this.rules.names.hasLateAdjectives === true &&
    (kind === 'document' || kind === 'body' || this.isFirmAhead(text)) &&
    names.some((name) => name.kind === 'institution' && name.from === to + 1)

  /** "Le géant américain" */
  private readonly isFirmAhead = (text: string): boolean =>
    pattern(this.rules.names.firms?.before ?? NONE, "^\\p{L}+(?:\\s|(?<=[’']))(?:%)$").test(text)

  /** "Le député de la Creuse Paul Renn": the name is not part of the noun phrase. */
  private withoutHolder(noun: Phrase, text: string, names: readonly Phrase[]): Phrase {
    const holder = names.find(
      ({kind, from, to}) => kind === 'person' && from > noun.coreTo && to <= noun.to,
    )
    // But "l’avocat du maire Paul Renn" speaks for him.
    const ahead = holder ? text.slice(noun.from, holder.from) : ''
    const {genitives, contracted} = this.rules.names
    const last =
      ahead
        .trimEnd()
        .split(/[\s’']/u)
        .at(-1) ?? ''
    const isOfAnother =
      endsInJob(last, this.rules) || wordPattern(together(genitives, contracted), '^%$').test(last)
    const before =
      /\p{Lu}[\p{L}-]+\s$/u.test(ahead) || (/\p{Ll}{3,}\s$/u.test(ahead) && !isOfAnother)
    const isLate = this.rules.names.hasLateAdjectives === true
    if (!isLate || !holder || !before || noun.kind !== 'role') return noun
    const to = holder.from - 1
    return {...noun, to, text: text.slice(noun.from, to)}
  }

  private base(text: string, from: number, to: number): Omit<Phrase, 'kind'> {
    const {names} = this.rules
    const before = text.slice(Math.max(0, from - 40), from)
    const article = `(?:(?:${sourceOf(names.articles)})\\s?)?`
    return {
      from,
      to,
      coreTo: to,
      word: text.slice(from, to),
      text: text.slice(from, to),
      isIndefinite: false,
      isPossessed: false,
      isGoverned:
        wordPattern(names.prepositions, `${WORD_START}%\\s(?:${article}|\\p{L}+[’']s\\s)$`).test(
          before,
        ) ||
        /d[’']$/u.test(before) ||
        this.isOwner(text.slice(from, to), before),
    }
  }

  /** "Eine Sprecherin des Landesamts" */
  private isOwner(name: string, before: string): boolean {
    const {speech, names} = this.rules
    const article = speech.hasCapitalNouns
      ? /\p{Lu}[\p{L}-]+\s(?<article>des|eines|der)\s$/u.exec(before)?.groups?.['article']
      : undefined
    const isFemale = pattern(names.bodyGenders?.female ?? NONE, '^(?:%)(?:\\s|$)').test(name)
    return article !== undefined && (article !== 'der' || isFemale)
  }

  private pronouns(text: string): Phrase[] {
    const {female, male, it, they} = this.rules.names.pronouns
    const {ages} = this.rules.names
    const list = together(together(together(female, male), together(it, they)), ages)
    // "nine-year-old Maisie" is not a pronoun, as "the nine-year-old" is.
    const isAge = (word: string) => pattern(ages, '^(?:%)$').test(word)
    const all = [...text.matchAll(pattern(list, `${WORD_START}%${WORD_END}`, 'giu'))].filter(
      ({0: word, index}) =>
        !(
          this.rules.names.hasLateBodies === true &&
          isAge(word) &&
          /^\s\p{Lu}/u.test(text.slice(index + word.length))
        ),
    )
    return all.map((match) => ({
      ...this.base(text, match.index, match.index + match[0].length),
      kind: 'pronoun',
      word: match[0].toLowerCase(),
    }))
  }

  /** "people familiar with the plan", "residents": as the language's list has them. */
  private anonymous(text: string): Phrase[] {
    const {names, speech} = this.rules
    const list = pattern(speech.anonymous, `${WORD_START}(?:%)${WORD_END}`, 'giu')
    return [...text.matchAll(list)].flatMap((match) => {
      // "Police Chief Mark Orr"
      const named = text.slice(match.index, match.index + match[0].length + 40)
      const isTitle =
        !speech.hasCapitalNouns &&
        (/^\p{Lu}\S*\s\p{Lu}/u.test(match[0]) ||
          /^\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+\s\p{Lu}/u.test(named))
      // "Die Gehälter der Beschäftigten": the first noun is what is spoken of.
      const head = /^\S+\s(?:\p{Ll}\S*\s)*\p{Lu}[\p{L}-]*/u.exec(match[0])?.[0]
      const isOther =
        speech.hasCapitalNouns === true &&
        pattern(this.rules.names.articles, '^(?:%)\\s').test(match[0]) &&
        head !== undefined &&
        head.length < match[0].length &&
        !pattern(speech.anonymous, '^(?:%)$').test(head)
      if (isTitle || isOther || this.isOfThings(match[0])) return []
      const found = this.verbIn(match[0])
      // "una camarera que prefiere no dar su nombre": the verb is within the clause.
      const isInClause =
        speech.hasInversion === true &&
        wordPattern(this.rules.names.clauses, '\\s%$').test(match[0].slice(0, Math.max(0, found)))
      const verb = isInClause ? -1 : found
      const whole = verb > 3 ? match[0].slice(0, verb) : match[0]
      // "Un conseiller du président le reconnaît": the pronoun belongs to the verb.
      const pronoun = wordPattern(names.hasLateAdjectives ? names.definite : NONE, '\\s%$')
      const printed = whole
        .trimEnd()
        .replace(/^aus\s/iu, '')
        .replace(pronoun, '')
        // "a former employee who asked not to be named"
        .replace(wordPattern(speech.relative, '\\s%$'), '')
      const from = match.index + whole.indexOf(printed)
      const to = this.more(text, this.withAdjective(text, from + printed.length), false)
      return {
        // "A collector who asked not to be named because she was at work said"
        ...this.base(text, from, this.withClause(text, to)),
        kind: 'anonymous',
        word: bare(printed),
        text: text.slice(from, to).trim(),
        isGoverned: wordPattern(this.rules.names.prepositions, `${WORD_START}%\\s$`).test(
          text.slice(Math.max(0, from - 20), from),
        ),
      }
    })
  }

  /** "Two of the trees": nobody says anything there. */
  private isOfThings(words: string): boolean {
    const {names} = this.rules
    const noun = /\sof the (?<noun>\p{Ll}{4,}s)$/u.exec(words)?.groups?.['noun']
    if (!names.hasLateBodies || noun === undefined) return false
    const one = noun.slice(0, -1)
    const relatives = together(names.relatives.female, names.relatives.male)
    const isSomebody =
      isPluralJob(noun, this.rules) ||
      wordPattern(names.notTitles, '^%$').test(one) ||
      pattern(relatives, '^(?:%)$').test(one)
    return !isSomebody && !/(?:ers|ors|ists|ants|ents|ees|ians|men|mates)$/u.test(noun)
  }

  /** "un portavoz municipal" */
  private withAdjective(text: string, to: number): number {
    const {names, speech} = this.rules
    if (!names.hasLateAdjectives) return to
    const word = pattern(
      names.adjectiveEndings ?? NONE,
      `^\\s[\\p{Ll}-]*(?:%)${WORD_END}`,
      'u',
    ).exec(text.slice(to))?.[0]
    const isOther =
      word === undefined ||
      pattern(speech.verbs, '^%$').test(word.trim()) ||
      wordPattern(names.starters, '^%$').test(word.trim())
    return isOther ? to : to + word.length
  }

  /** "Ministers have called it": several people, at the beginning of a sentence. */
  private many(text: string): Phrase[] {
    const {names, speech} = this.rules
    if (!names.hasLateBodies) return []
    const word = pattern(
      speech.verbs,
      `^\\s?(?<word>[\\p{L}]+s)(?=\\s(?:(?:${wordsOf(speech.auxiliaries)})\\s)?(?:\\p{Ll}+ly\\s)?(?:$|%${WORD_END}|(?:${sourceOf(speech.calls)})${WORD_END}))`,
    ).exec(text)?.groups?.['word']
    if (word === undefined || !isPluralJob(word, this.rules)) return []
    const from = text.indexOf(word)
    return [{...this.base(text, from, from + word.length), kind: 'anonymous', isIndefinite: true}]
  }

  /** "A Ministry of Communications official": nobody is named but the ministry. */
  private officials(text: string, mentioned: readonly Phrase[]): Phrase[] {
    const {names} = this.rules
    if (names.hasLateAdjectives) return []
    return mentioned.flatMap((name) => {
      const article = pattern(names.indefinite, `${WORD_START}(?:%)\\s(?:[\\p{Ll}-]+\\s)?$`).exec(
        text.slice(0, name.from),
      )?.[0]
      const behind = /^\s\p{Ll}.*$/su.exec(text.slice(name.to))?.[0] ?? ''
      const noun = upToJob(behind, 2, this.rules) ?? undefined
      if (name.kind !== 'institution' || article === undefined || noun === undefined) return []
      const from = name.from - article.length
      const to = name.to + noun.length
      const printed = text.slice(from, to)
      return {
        ...this.base(text, from, to),
        kind: 'anonymous' as const,
        word: bare(printed),
        text: printed,
        isIndefinite: true,
      }
    })
  }

  private readonly verbIn = (text: string): number =>
    pattern(this.rules.speech.verbs, `\\s(?:\\p{L}+ly\\s|had\\s|has\\s)?%${WORD_END}`).exec(text)
      ?.index ?? -1

  /** Phrases with an article and a noun that is not a name. */
  private nouns(text: string): Phrase[] {
    const {names} = this.rules
    const found: Phrase[] = []
    const starts = pattern(
      together(names.articles, names.indefinite),
      `(?<![\\p{L}\\p{N}])(?:%)(?:\\s|(?<=[’']))(?=[\\p{L}\\p{N}])`,
      'giu',
    )
    for (const match of text.matchAll(starts)) {
      const from = match.index
      if (found.some((other) => from < other.to && from > other.from && other.kind !== 'unknown'))
        continue
      const phrase = this.nounPhrase(text, from, match[0])
      if (phrase) found.push(phrase)
    }
    return found
  }

  private nounPhrase(text: string, from: number, article: string): Phrase | null {
    const {names, speech} = this.rules
    const start = from + article.length
    const rest = text.slice(start, start + 120)
    const end = this.nounEnd(rest)
    // "The council's own assessment", of which no list knows the noun, is the council's.
    const core = this.known(rest.slice(0, end).trim()).replace(/[’']s$/u, '')
    const words = core.split(/\s+/u)
    if (!core || words.length > 5 || /[~]/u.test(core)) return null
    if (this.isAddress(core) && text[start + core.length] === '.') return null
    const word = article.trim().toLowerCase()
    const is = (list: readonly string[]) =>
      pattern(list, `(?:^|[\\s-])(?:%)(?:[’']s)?$`).test(this.head(core))
    const isPossessed = wordPattern(names.possessives, '^%$').test(word)
    const isIndefinite = pattern(names.indefinite, '^(?:%)$').test(word)
    // "der als Gutachter", "das dieser Zeitung vorliegt": a pronoun, not an article.
    const isPronoun =
      !isIndefinite &&
      (wordPattern(names.prepositions, '^%$').test(words[0] ?? '') ||
        (speech.hasCapitalNouns === true &&
          pattern(together(names.articles, names.indefinite), '^(?:%|dies\\p{L}+)$').test(
            words[0] ?? '',
          )))
    if (isPronoun) return null
    const kind: Phrase['kind'] = is(together(names.relatives.female, names.relatives.male))
      ? isPossessed
        ? 'relative'
        : 'unknown'
      : is(speech.documents)
        ? 'document'
        : is(names.bodies)
          ? 'body'
          : endsInJob(this.head(core).replace(/[’']s$/u, ''), this.rules)
            ? 'role'
            : this.isGroup(core, word)
              ? 'anonymous'
              : 'unknown'
    if (kind === 'unknown' && this.isTime(core, isIndefinite)) return null
    const to = start + core.length + this.initialsBehind(kind, text.slice(start + core.length))
    // "indique la préfecture dans un communiqué"
    const isLate = names.hasLateAdjectives === true
    const more =
      isIndefinite && kind !== 'document'
        ? this.withClause(text, to)
        : this.more(text, to, kind === 'document', kind === 'body' && isLate)
    const printed = text.slice(from, more).trim()
    return {
      ...this.base(text, from, more),
      kind,
      coreTo: start + core.length,
      word: bare(this.head(core)).split(' ').at(-1) ?? core,
      text: printed,
      isIndefinite,
      isPossessed,
      isGoverned:
        (!isIndefinite && wordPattern(names.contracted, '^%$').test(word)) ||
        // "einen Anker": no subject
        wordPattern(names.caseArticles?.oblique ?? NONE, '^%$').test(word) ||
        this.isGenitive(text, from) ||
        wordPattern(names.prepositions, `${WORD_START}%\\s$`).test(
          text.slice(Math.max(0, from - 30), from),
        ),
    }
  }

  /** "the Rev. Ann Poll" */
  private readonly isAddress = (word: string): boolean =>
    pattern(this.rules.names.honorifics.any, '^(?:%)$').test(word)

  /** "ce délégué CGT": how long the union behind what somebody is. */
  private readonly initialsBehind = (kind: Phrase['kind'], rest: string): number =>
    kind === 'role' && this.rules.names.hasLateAdjectives
      ? (/^\s\p{Lu}{2,6}(?!\p{L})/u.exec(rest)?.[0].length ?? 0)
      : 0

  /** "les maires du canton", "los alcaldes": nobody of them. */
  private readonly isGroup = (core: string, article: string): boolean =>
    this.rules.names.hasLateAdjectives === true &&
    wordPattern(this.rules.names.plurals ?? NONE, '^%$').test(article) &&
    !wordPattern(this.rules.names.possessives, '^%$').test(article) &&
    isPluralJob(this.head(core), this.rules)

  /** "Un año antes", "contaba el domingo la delantera": when, and not who. */
  private readonly isTime = (core: string, isIndefinite: boolean): boolean => {
    const {names, page} = this.rules
    const times = names.timeNouns ?? NONE
    const days = names.hasLateAdjectives ? page.calendar : NONE
    return wordPattern(isIndefinite ? times : days, '^%(?:\\s|$)').test(core)
  }

  /** "Die Entschädigung der Stadt": the city is not the subject there. */
  private isGenitive(text: string, from: number): boolean {
    return (
      this.rules.speech.hasCapitalNouns === true &&
      /^(?:der|des|einer|eines)\s/iu.test(text.slice(from, from + 8)) &&
      /(?:^|\s)\p{Lu}[\p{L}-]+\s$/u.test(text.slice(0, from))
    )
  }

  /** "maintenance log seen": up to the last word that is known as a noun. */
  private known(core: string): string {
    const {names, speech} = this.rules
    if (names.hasLateAdjectives) return this.withAdjectives(core)
    // "Die Imkerin kniet": behind the noun the sentence goes on.
    if (speech.hasCapitalNouns) return /^(?:\p{Ll}\S*\s)*\p{Lu}\S*/u.exec(core)?.[0] ?? ''
    const found = pattern(
      names.titles,
      `^.*(?:^|[\\s-])(?:%|${sourceOf(names.bodies)}|${sourceOf(speech.documents)})(?:[’']s)?${WORD_END}(?!-)`,
    ).exec(core)
    return found?.[0] ?? core
  }

  /** "contrato prohíbe": behind a known noun only what ends as an adjective belongs to it. */
  private withAdjectives(core: string): string {
    const {names, speech} = this.rules
    const known = pattern(
      names.titles,
      `^(?:%|${sourceOf(names.bodies)}|${sourceOf(speech.documents)})${WORD_END}(?:\\s[\\p{L}-]*(?:${sourceOf(names.adjectiveEndings ?? NONE)}|[ée]e?s?|[ai]d[oa]s?)(?![\\p{L}]))*`,
    ).exec(core)
    if (known && names.adjectiveEndings) return known[0]
    // "une intérimaire acquiesce": what ends as no adjective is the verb.
    const words = core.split(' ')
    const early = wordPattern(together(names.earlyAdjectives ?? NONE, names.newTitles), '^%$')
    const noun = words.findIndex((word) => !early.test(word))
    const isLate = pattern(names.adjectiveEndings ?? NONE, '(?:%)$')
    const end = words.findIndex((word, index) => index > noun && !isLate.test(word))
    return names.adjectiveEndings && end > 0 ? words.slice(0, end).join(' ') : core
  }

  /** Where the noun ends: at a mark, a verb, a preposition or a relative clause. */
  private nounEnd(rest: string): number {
    const {names, speech} = this.rules
    const mark = /[,.;:!?~()—–«»“”"„‚]|\s[-]\s/u.exec(rest)?.index ?? rest.length
    const small = wordPattern(
      together(
        together(names.prepositions, names.clauses),
        // "los autores la califican": a second article is a pronoun.
        names.hasLateAdjectives ? together(speech.clitics ?? NONE, names.definite) : NONE,
      ),
      `\\s(?:%)(?:\\s|(?<=[’']))`,
    ).exec(rest)?.index
    const verb = pattern(
      together(together(speech.verbs, speech.calls), names.isVerbs),
      `\\s(?:%)${WORD_END}`,
    ).exec(rest)?.index
    // "a loss it described as"
    const pronoun = names.hasLateBodies
      ? pattern(
          together(names.pronouns.female, together(names.pronouns.male, names.pronouns.it)),
          `\\s(?:%|they)\\s`,
        ).exec(rest)?.index
      : undefined
    return Math.min(mark, small ?? rest.length, verb ?? rest.length, pronoun ?? rest.length)
  }

  /** The noun: in languages with adjectives behind it, the first word that is known. */
  private head(core: string): string {
    const {names, speech} = this.rules
    if (!names.hasLateAdjectives) return core
    const words = core.split(/\s+/u)
    const isKnown = pattern(
      names.titles,
      `^(?:%|${sourceOf(names.bodies)}|${sourceOf(speech.documents)})$`,
    )
    const isEarly = wordPattern(together(names.earlyAdjectives ?? NONE, names.newTitles), '^%$')
    return words.find((word) => isKnown.test(word) || !isEarly.test(word)) ?? core
  }

  /** "An engineer who worked on the model until last year said": the clause is part of it, up to the verb of speech. */
  private withClause(text: string, to: number): number {
    const {names, speech} = this.rules
    const more = this.more(text, to, false)
    const rest = text.slice(more, more + 120)
    if (names.hasLateAdjectives || !/^\swho\s/u.test(rest)) return more
    const end = pattern(speech.verbs, `^\\swho\\s[^,.;:~]+?(?=\\s(?:%)${WORD_END})`).exec(rest)?.[0]
    // A text that ends before the verb
    const whole = end ?? /^\swho\s[^,.;:~]+$/u.exec(rest)?.[0].trimEnd()
    return more + (whole?.length ?? 0)
  }

  /** What belongs to a noun: "of the two countries", up to a comma or a verb. */
  private more(text: string, to: number, isDocument: boolean, isBody = false): number {
    const {names, speech} = this.rules
    const rest = text.slice(to, to + 90)
    // "L’instituteur de 34 ans parle bas"
    const age = names.hasLateAdjectives ? /^\sde\s\d{1,3}\s(?:ans|años)(?=[\s,])/u.exec(rest) : null
    if (age) return to + age[0].length
    // "sagte ein Zeuge der Zeitung"
    if (pattern(speech.told ?? NONE, `^\\s(?:%)${WORD_END}`).test(rest)) return to
    // "teilte die Behörde auf Anfrage mit"
    const others = speech.hasCapitalNouns ? names.of : names.prepositions
    const follows = isDocument || isBody ? names.genitives : together(others, names.genitives)
    if (!wordPattern(follows, "^\\s(?:%)(?:\\s|(?<=[’']))").test(rest)) return to
    // "aconseja un celador a un hombre"
    if (pattern(speech.datives ?? NONE, '^\\s(?:%)\\s').test(rest)) return to
    const other = isBody
      ? wordPattern(names.prepositions, '(?<=\\s\\S+)\\s(?!(?:à|de|du|des|del|d’)\\s)%\\s')
      : undefined
    const marked = /[,.;:!?~()—–«»“”"„‚]/u.exec(rest)?.index ?? rest.length
    const mark = Math.min(marked, other?.exec(rest)?.index ?? marked)
    // The "comptes" of the "chambre régionale des comptes" looks like a verb.
    const first = /^\s\S+\s\p{L}+/u.exec(rest)?.[0].length ?? 0
    const verb =
      pattern(
        together(speech.verbs, speech.calls),
        `\\s(?:(?:\\p{L}+ly\\s|had\\s|has\\s|was\\s|a\\s|ha\\s)?(?:%)|${wordsOf(speech.auxiliaries)}|${wordsOf(speech.clitics ?? NONE)})(?:${WORD_END}|(?<=[’']))`,
      ).exec(rest.slice(first))?.index ?? rest.length
    const clause = wordPattern(names.clauses, '\\s%\\s').exec(rest)?.index ?? rest.length
    const ending =
      pattern(speech.verbEndings ?? speech.reported, `\\s(?:%)(?=\\s|$)`).exec(rest)?.index ??
      rest.length
    const end = Math.min(mark, first + verb, clause, ending, rest.length)
    // "Este profesor de la Universidad los enumera": the pronoun belongs to the verb.
    const pronoun = names.hasLateAdjectives
      ? wordPattern(names.definite, '\\s%$').exec(rest.slice(0, end))?.index
      : undefined
    return to + (pronoun ?? end)
  }
}
