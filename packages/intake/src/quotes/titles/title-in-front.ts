// The title directly before a name: "the mayor of Orbal, Alan Frye", "Chief Inspector Frye".
import type {LanguageRules} from '../../languages/rules.ts'
import {NONE, WORD_START, pattern, sourceOf, wordPattern} from '../../parts/patterns.ts'
import {nominativeTitle} from '../cases.ts'
import {endsInJob, upToJob} from '../nouns.ts'
import {affiliationWords} from './organisations.ts'
import {shortTitle} from './short-title.ts'
import type {FoundTitle} from './split-title.ts'

/** "Chief Executive Ruth Okell", "tide-gauge engineer Rob Sallis", "deren Vorsitzender Kai Diercks". */
export function directTitle(before: string, rules: LanguageRules): FoundTitle | null {
  const {names, speech} = rules
  const own = wordPattern(names.owners, '^%\\s', 'iu')
  const printed = capitalTitle(before, rules)
  // "founder and Chief Executive Ann Poll"
  const joined = printed === null ? null : jobAhead(before, printed, rules)
  if (joined) return {title: joined, affiliation: null}
  const capitalised = withAdjectives(before, printed, rules)
  if (capitalised) {
    const later = withoutNew(capitalised, rules)
    if (later) return {title: later, affiliation: null}
    const owner = speech.hasCapitalNouns
      ? /^(?<where>\p{Lu}\p{Ll}{2,}[^s])s\s(?<title>\p{Lu}.*)$/u.exec(capitalised)?.groups
      : undefined
    // "Nordhaldens Ministerpräsident"
    if (owner?.['where'] && owner['title'] && !endsInJob(owner['where'], rules))
      return {title: owner['title'], affiliation: owner['where']}
    if (own.test(capitalised))
      return {title: capitalised.replace(own, ''), affiliation: null, isOwn: true}
    const placed = pattern(names.placeTitles, '^(?<where>.*)\\s(?<title>%)$').exec(
      capitalised,
    )?.groups
    const isPlaced = /^\p{Lu}/u.test(placed?.['where'] ?? '')
    const isOwn = wordPattern(names.owners, `${WORD_START}%\\s${capitalised}\\s$`, 'iu').test(
      before,
    )
    return {
      title: isPlaced ? (placed?.['title'] ?? capitalised) : capitalised,
      affiliation: isPlaced ? ofTown(placed?.['where'] ?? '', rules) : null,
      ...(isOwn ? {isOwn} : {}),
    }
  }
  const words = before.trimEnd().split(/\s+/u)
  const isSmall = (word: string) =>
    /^\p{Ll}[\p{Ll}\p{N}-]*$/u.test(word) &&
    !pattern(speech.verbs, '^%$').test(word) &&
    (pattern(names.soleBodies ?? NONE, '^(?:%)$').test(word) ||
      [names.prepositions, names.starters, names.clauses].every(
        (list) => !wordPattern(list, '^%$').test(word),
      )) &&
    [names.articles, names.indefinite, rules.head.and].every(
      (list) => !pattern(list, '^%$').test(word),
    )
  // "le chef d’orchestre": all of it is the title.
  const joinedTitle = /\sd[’']\p{L}+\s$/u.test(before)
    ? pattern(names.titles, `${WORD_START}(?<whole>%)$`).exec(before.trimEnd())?.groups?.['whole']
    : undefined
  if (names.hasLateAdjectives && joinedTitle?.includes(' '))
    return {title: joinedTitle, affiliation: null}
  // "a fait valoir l’avocat": the article is at the noun.
  const elided = /^\p{L}{1,2}[’']/u.exec(words.at(-1) ?? '')?.[0].length ?? 0
  words.push((words.pop() ?? '').slice(elided))
  let from = words.length - 1
  const most = elided > 0 ? 1 : 5
  const behindArticle = elided > 0 ? null : wordsBehindArticle(words, rules)
  if (behindArticle !== null) return {title: behindArticle, affiliation: null}
  while (from > 0 && words.length - from < most && isSmall(words[from - 1] ?? '')) from -= 1
  const title = shortTitle(words.slice(from).join(' '), rules)
  const isOwn = wordPattern(names.owners, '^%$', 'iu').test(words[from - 1] ?? '')
  if (isOwn) return {title, affiliation: null, isOwn}
  const both = jobAhead(before, words.slice(from).join(' '), rules)
  if (both) return {title: both, affiliation: null}
  return ownerBefore(words.slice(0, from).join(' '), title, rules)
}

/** The whole of "founder and Chief Executive", where only the second title has capitals. */
function jobAhead(before: string, title: string, rules: LanguageRules): string | null {
  if (!rules.names.hasLateBodies) return null
  const ahead = before.trimEnd().slice(0, -title.length)
  // "Novelist and critic Ann Poll"
  const first =
    /(?:^|\s)(?<first>(?:[\p{Ll}-]+\s)?[\p{Ll}-]+|(?<=^|[.~]\s)\p{Lu}\p{Ll}+)\sand\s$/u.exec(ahead)
      ?.groups?.['first']
  const job =
    first === undefined ? null : (upToJob(first.split(' ').at(-1) ?? '', 1, rules) ?? null)
  return job && `${job} and ${title}`
}

/** "der frühere Direktor" before a name, but "der Arnauer Direktor" is the director. */
function withAdjectives(before: string, title: string | null, rules: LanguageRules): string | null {
  const {names, speech} = rules
  if (title === null || !speech.hasCapitalNouns) return title
  const ahead = before.slice(0, before.lastIndexOf(title))
  const {adjectives = ''} =
    pattern(names.titleAdjectives ?? NONE, '(?:^|\\s)(?<adjectives>(?:(?:%)e[nr]?\\s)+)$').exec(
      ahead,
    )?.groups ?? {}
  const {article, first: job} =
    pattern(
      names.articles,
      `(?:^|[\\s~])(?<article>%)\\s(?:(?<first>[\\p{L}-]{4,})\\s(?:${sourceOf(rules.head.and)})\\s)?$`,
    ).exec(ahead.slice(0, ahead.length - adjectives.length))?.groups ?? {}
  // "der Dachdecker und Hobbyimker Jan Roth"
  if (job && /^\p{Lu}/u.test(job) && endsInJob(job, rules)) return `${job} und ${title}`
  const [first = '', ...rest] = title.split(' ')
  const isOfTown =
    rest.length > 0 &&
    /^\p{Lu}\p{Ll}{2,}er$/u.test(first) &&
    !pattern(names.titles, '^(?:%)$').test(first) &&
    !pattern(names.placeTitles, '^(?:%)$').test(rest.join(' '))
  const own = isOfTown ? rest.join(' ') : title
  return nominativeTitle(adjectives + own, article ?? '', rules)
}

/** "l’institutrice retraitée", "l’ancien ministre", "le photographe et vidéaste": up to an article that is close. */
function wordsBehindArticle(words: readonly string[], rules: LanguageRules): string | null {
  const {names, head} = rules
  if (!names.hasLateAdjectives) return null
  const last = words.at(-1) ?? ''
  const and = words.at(-2) ?? ''
  const isPair = pattern(head.and, '^(?:%)$').test(and)
  const [before = '', article = ''] = isPair ? [words.at(-3), words.at(-4)] : [and]
  const elided = /^[lL][’'](?=\p{Ll}{2})/u.exec(before)?.[0].length ?? 0
  const noun = before.slice(elided)
  if (isPair) {
    const isWhole = elided > 0 || pattern(names.articles, '^(?:%)$').test(article)
    return isWhole && endsInJob(noun, rules) ? `${noun} ${and} ${last}` : null
  }
  const isFormer = wordPattern(names.formerTitles ?? NONE, '^%$').test(noun)
  return elided > 0 && (isFormer || endsInJob(noun, rules)) ? `${noun} ${last}` : null
}

/** "Ellmoors Bürgermeisterin" is of Ellmoor. */
const ofTown = (where: string, {speech}: LanguageRules): string =>
  speech.hasCapitalNouns ? where.replace(/(?<=\p{L}{3}[^s])s$/u, '') : where

/** "Cutler Pass goaltender" and "the port’s director", but "Defense attorney" is of nobody. */
function ownerBefore(before: string, title: string, rules: LanguageRules): FoundTitle {
  const {names} = rules
  const {where, own} =
    pattern(
      names.of,
      `(?:^|[\\s,~])(?<where>${affiliationWords(rules)})(?<own>[’']s?)?$`,
      'u',
    ).exec(before)?.groups ?? {}
  const owner = where?.replace(wordPattern(names.articles, '^%(?:\\s|$)'), '') ?? ''
  // "former Arden mayor"
  const was = pattern(names.formerly ?? NONE, `${WORD_START}(?<was>%\\s)$`).exec(
    before.slice(0, before.length - (where ?? '').length - (own ?? '').length),
  )?.groups?.['was']
  // "Former Arden mayor" at the beginning of a sentence
  const {first, town} =
    pattern(names.formerly ?? NONE, '^(?<first>%\\s)(?<town>\\p{L}.*)$').exec(owner)?.groups ?? {}
  if (first && town && !own && names.hasLateBodies) return {title: first + title, affiliation: town}
  if (was && owner !== '' && names.hasLateBodies)
    return {title: was + title, affiliation: /\p{Lu}/u.test(owner) ? owner : null}
  if (!own && names.hasLateBodies && pattern(names.placeTitles, '^(?:%)$').test(title))
    return {title, affiliation: /\p{Lu}/u.test(owner) ? owner : null}
  const isKind = !own && /^\p{Lu}\p{Ll}+$/u.test(owner)
  if (isKind)
    return wordPattern(names.starters, '^%$').test(owner)
      ? {title, affiliation: null}
      : {title: shortTitle(`${owner} ${title}`, rules), affiliation: null}
  return {title, affiliation: /\p{Lu}/u.test(owner) ? owner : null}
}

/** "Chief Executive" at the end, without a word that only begins the sentence. */
function capitalTitle(before: string, rules: LanguageRules): string | null {
  const {names} = rules
  const found = /(?<title>(?:\p{Lu}[\p{L}-]+\s)*\p{Lu}[\p{L}-]+)\s$/u.exec(before)?.groups?.[
    'title'
  ]
  if (!found || !endsInJob(found, rules)) return null
  const isOwned = wordPattern(names.owners, '^%\\s').test(found)
  const title = isOwned
    ? found
    : titleWords(rules.speech.hasCapitalNouns ? ownWords(found, rules) : found, rules)
  const begins = wordPattern(names.starters, '^%(?:\\s|$)').test(title)
  return title === '' || (begins && !isOwned && !isOfSoleBody(title, rules)) ? null : title
}

/** "am Nachmittag Richterin": of the words before the noun, only adjectives, jobs and owners belong to it. */
function ownWords(title: string, rules: LanguageRules): string {
  const words = title.split(' ')
  const belongs = (word: string) =>
    (/(?:e[nrs]?|s)$/u.test(word) && !wordPattern(rules.page.calendar, '^%$').test(word)) ||
    endsInJob(word, rules)
  const from = words.slice(0, -1).findLastIndex((word) => !belongs(word)) + 1
  return words.slice(from).join(' ')
}

/** Words of a title before a name, without what only begins the sentence. */
const titleWords = (text: string, rules: LanguageRules): string =>
  isOfSoleBody(text, rules)
    ? text
    : text.replace(wordPattern(rules.names.starters, '^%\\s+', 'iu'), '')

/** "Police Chief" */
const isOfSoleBody = (title: string, {names}: LanguageRules): boolean =>
  names.hasLateBodies === true && pattern(names.soleBodies ?? NONE, '^(?:%)\\s').test(title)

/** "Councillor" of "Local councillor Ann Poll", but "First Minister". */
function withoutNew(title: string, {names}: LanguageRules): string | null {
  const early = wordPattern(names.newTitles, '^%\\s(?=\\p{L})', 'iu').exec(title)?.[0] ?? ''
  const isNew = early !== '' && !pattern(names.ordinals, '^(?:%)$').test(early.trim())
  return isNew ? title.slice(early.length) : null
}
