// Words between quotation marks, in languages that divide words by spaces.
import type {LanguageRules} from '../languages/rules.ts'
import {isApposed} from './nouns.ts'
import {
  NONE,
  pattern,
  sourceOf,
  together,
  WORD_END,
  wordPattern,
  wordsOf,
} from '../parts/patterns.ts'
import type {Passage, Quoted} from './mentions.ts'

type Pair = readonly [open: string, close: string]

const SINGLE = new Set(['‘', "'", '‹', '‚'])

/** The marks that the article puts around speech: the most frequent pair, double ones first. */
export function outerMarks(
  passages: readonly Passage[],
  rules: LanguageRules,
): {text: Pair[]; heading: Pair[]} {
  const count = (pair: Pair) =>
    passages.reduce(
      (sum, {text}) => sum + between(text, pair).filter(({isOpenEnded}) => !isOpenEnded).length,
      0,
    )
  const all = rules.speech.marks
    .map((pair) => ({pair, count: count(pair)}))
    .filter((entry) => entry.count > 0)
  // „…“ has no speech between “ and ”.
  const used = all.filter(
    ({pair: [open, close], count: own}) =>
      open === close ||
      !all.some((other) => other.pair[1] === open && other.pair[0] !== open && other.count >= own),
  )
  const double = used.filter(({pair}) => !SINGLE.has(pair[0]))
  const single = used.filter(({pair}) => SINGLE.has(pair[0]))
  const of = (list: {count: number}[]) => list.reduce((sum, entry) => sum + entry.count, 0)
  const pairs = (list: {pair: Pair}[]) => list.map(({pair}) => pair)
  if (of(double) >= of(single)) {
    const most = Math.max(0, ...double.map((entry) => entry.count))
    const outer = double.filter((entry) => entry.count >= most / 4)
    return {text: pairs(outer), heading: [...pairs(outer), ...pairs(single)]}
  }
  return {text: pairs(single), heading: [...pairs(single), ...pairs(double)]}
}

interface Between {
  from: number
  to: number
  open: number
  isOpenEnded: boolean
}

/** Stretches between one pair of marks: `from` and `to` are those of the words. */
function between(text: string, [open, close]: Pair): Between[] {
  const found: Between[] = []
  let at = 0
  for (;;) {
    const start = nextOpen(text, open, at, open === close)
    if (start < 0) return found
    const end = nextClose(text, open, close, start + open.length)
    found.push({
      open: start,
      from: start + open.length,
      to: end < 0 ? text.length : end,
      isOpenEnded: end < 0,
    })
    if (end < 0) return found
    at = end + close.length
  }
}

const isSpace = (character: string | undefined): boolean =>
  character === undefined || /[\s([{—–\-“„«"'‘/¿¡:]/u.test(character)

function nextOpen(text: string, open: string, from: number, isBoth: boolean): number {
  for (let at = text.indexOf(open, from); at >= 0; at = text.indexOf(open, at + 1)) {
    const after = text[at + 1]
    if (after === undefined) return -1
    const isAtWord = isSpace(text[at - 1])
    const isElision = (open === "'" || open === '‘') && /\d/u.test(after)
    if (isBoth || SINGLE.has(open)) {
      if (isAtWord && !/\s/u.test(after) && !isElision) return at
    } else return at
  }
  return -1
}

/** The closing mark, which for ’ and ' must not be an apostrophe. */
function nextClose(text: string, open: string, close: string, from: number): number {
  const candidates: number[] = []
  for (let at = text.indexOf(close, from); at >= 0; at = text.indexOf(close, at + 1))
    candidates.push(at)
  if (!SINGLE.has(open)) return balanced(text, open, close, from, candidates)
  const next = nextOpen(text, open, from, true)
  const limit = next < 0 ? text.length : next
  const closing = candidates.filter(
    (at) =>
      at > from && !/[\s]/u.test(text[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? ''),
  )
  const here = closing.filter((at) => at < limit)
  const strong = here.find((at) => /[.,?!…;]/u.test(text[at - 1] ?? ''))
  const first = here[0]
  if (first === undefined) return closing[0] ?? -1
  // "badgers’ union": a plural, if speech ends further on.
  if (
    /[.!?]\s/u.test(text.slice(from, first)) &&
    /s/iu.test(text[first - 1] ?? '') &&
    /^\s\p{Ll}/u.test(text.slice(first + 1, first + 3)) &&
    here.length === 1
  )
    return -1
  const isPossessive =
    /s/iu.test(text[first - 1] ?? '') && /^\s\p{Ll}/u.test(text.slice(first + 1, first + 3))
  if (!isPossessive) return first
  return strong !== undefined && strong !== first ? strong : (here[1] ?? first)
}

/** The same pair within itself is counted. */
function balanced(
  text: string,
  open: string,
  close: string,
  from: number,
  candidates: number[],
): number {
  if (open === close)
    return (
      candidates.find(
        (at) => !isSpace(text[at - 1]) || !/[\p{L}\p{N}]/u.test(text[at + 1] ?? ''),
      ) ?? -1
    )
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text.startsWith(open, at) && close !== open) depth++
    else if (text.startsWith(close, at)) {
      if (depth === 0) return at
      depth--
    }
  }
  return candidates.at(-1) ?? -1
}

/** Words without white space and the comma or full stop at their end. */
export function trimmed(text: string, from: number, to: number): {from: number; to: number} {
  let [start, end] = [from, to]
  while (start < end && /\s/u.test(text[start] ?? '')) start++
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end--
  if (!text.slice(start, end).endsWith('...'))
    while (end > start && /[.,;:]/u.test(text[end - 1] ?? '')) end--
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end--
  return {from: start, to: end}
}

const quoted = (
  text: string,
  from: number,
  to: number,
  outer: {from: number; to: number},
  part: number,
): Quoted => {
  const stretch = trimmed(text, from, to)
  return {...stretch, words: text.slice(stretch.from, stretch.to), outer, part}
}

/** All that is quoted in a passage, in order. An interrupted quotation gives one entry for each part. */
export function quotedIn(
  passage: Passage,
  marks: {text: Pair[]; heading: Pair[]},
  rules: LanguageRules,
): Quoted[] {
  const {text} = passage
  const speech = rules.speech.hasDashSpeech ? dashSpeech(text, rules) : null
  if (speech) return speech
  const all = (passage.isHeading ? marks.heading : marks.text).flatMap((pair) =>
    between(text, pair),
  )
  const found: Quoted[] = []
  let last = -1
  for (const stretch of all.toSorted((a, b) => a.open - b.open)) {
    if (stretch.open < last) continue
    last = stretch.to
    if (stretch.isOpenEnded && text.slice(stretch.from).split(' ').length < 4) continue
    const outer = {from: stretch.open, to: Math.min(text.length, stretch.to + 1)}
    found.push(...parts(text, stretch.from, stretch.to, outer, rules))
  }
  return found.filter(({words}) => /\p{L}|\p{N}/u.test(words))
}

/** «Words —said she, a judge—; more words», « Words, says she, more words ». */
function parts(
  text: string,
  from: number,
  to: number,
  outer: {from: number; to: number},
  rules: LanguageRules,
): Quoted[] {
  const inside = text.slice(from, to)
  const aside =
    dashAside(inside, rules) ?? (rules.speech.hasInnerAsides ? commaAside(inside, rules) : null)
  if (!aside) return [quoted(text, from, to, outer, 0)]
  const first = quoted(text, from, from + aside.from, {from: outer.from, to: from + aside.from}, 0)
  const second = quoted(text, from + aside.to, to, {from: from + aside.to, to: outer.to}, 1)
  return second.words ? [first, second] : [first]
}

function dashAside(inside: string, rules: LanguageRules): {from: number; to: number} | null {
  // Long expressions are made only where a short one finds something.
  if (!/\s[—–-]/u.test(inside)) return null
  const found = pattern(
    rules.speech.verbs,
    `\\s[—–-]\\s?(?=(?:\\p{Ll}{2,3}\\s){0,2}%${WORD_END})[^—–]+?(?:[—–](?<after>[;,.]?)|$)`,
  ).exec(inside)
  return found ? {from: found.index, to: found.index + found[0].length} : null
}

/** A verb of speech with its subject behind it, between commas; a title of the subject may follow. */
function commaAside(inside: string, rules: LanguageRules): {from: number; to: number} | null {
  if (!/[,!?…]\s/u.test(inside)) return null
  const named = `\\s(?:\\p{Lu}|M\\.|Mme|le\\s|la\\s|l[’']|une?\\s)`
  // ", a expliqué mardi à la presse le capitaine Anna Roth,"
  const day = `(?:\\s(?:${wordsOf(rules.page.calendar)})${WORD_END})?`
  const told = `\\s(?:${wordsOf(rules.head.from)}|${sourceOf(rules.speech.houses ?? NONE)})(?:\\s|(?<=[’']))[^,.]{2,40}?`
  const subject = `(?:-t)?-(?:il|elle|ils|elles|on)|${day}(?:${told})?${named}`
  // « …, a-t-il conclu, … »: the subject is within the verb.
  const small = wordsOf(together(rules.names.prepositions, rules.names.links))
  // A verb that no list has, before a whole name: ", corrige Anna Roth,"
  const unknown = `(?!(?:${small})\\s)\\p{Ll}{4,}(?:e|ent|it)\\s(?=\\p{Lu}\\p{L}+\\s\\p{Lu}\\p{L}+[,.]|\\p{Lu}\\p{L}+\\s\\p{Lu}\\p{L}+$)`
  // ", commence-t-il d’une voix sourde.", ", lui a-t-elle dit,"
  const inverted = `(?:(?:me|nous|lui|leur)\\s)?\\p{Ll}+-t-(?:il|elle)\\b(?![^,.]*[?])`
  const verb = `(?:(?:s[’'])?(?:%)(?:${subject})|${unknown}|${inverted})`
  // « Une conversation ! a-t-elle lancé à l’orchestre. Alors, répondez. »
  const begins = `(?:,\\s|(?<=[!?…])\\s(?=\\p{Ll}))`
  const found = pattern(rules.speech.verbs, `${begins}${verb}[^,.]*(?<end>[,.]|$)`, 'u').exec(
    inside,
  )
  if (!found) return null
  let to = found.index + found[0].length
  while (inside[to - 1] === ',') {
    const more = furtherPart(inside.slice(found.index, to), inside.slice(to), rules)
    if (!more) break
    to += more.length
  }
  return {from: found.index, to}
}

/** What else is said about the subject: age, title, place. `clause` ends with a comma, `text` is behind it. */
function furtherPart(clause: string, text: string, rules: LanguageRules): string | undefined {
  // " 34 ans,", " trente et un ans de maison."
  const years =
    /^\s(?:\d{1,3}|(?:[\p{Ll}-]+\s){0,3}[\p{Ll}-]+)\sans[^,.\p{L}]*(?:\s[^,.]*)?(?:[,.]|$)/u
  const title = pattern(rules.names.titles, `^\\s(?:\\S+\\s){0,2}%${WORD_END}[^,.]*(?:[,.]|$)`, 'u')
  // " jointe par téléphone."
  const participle = /^\s\p{Ll}+(?:[éiu]e?s?|inte?s?)\s[^,.]{2,40}\.(?=\s)/u
  return (
    years.exec(text) ??
    title.exec(text) ??
    titleOfBody(text, rules) ??
    anyTitle(clause, text, rules) ??
    restOfSubject(clause, text, rules) ??
    (clause.slice(2, -1).includes(',') ? participle.exec(text) : null) ??
    circumstance(text, rules)
  )?.[0]
}

/** " qui dirige l’expédition.", " Anna Roth," behind "la patronne du bar,", " assise au bord du plateau." */
function restOfSubject(
  subject: string,
  text: string,
  {speech}: LanguageRules,
): RegExpExecArray | null {
  const isNamed = /\p{Lu}[\p{L}-]+,$/u.test(subject)
  // " qui fait le trajet.", behind "le camionneur,": up to the end of the sentence
  const end = isNamed ? '(?:,|\\.(?=\\s\\p{Lu})|\\.?$)' : '\\.(?=\\s\\p{Lu})'
  const clause = pattern(speech.relative, `^\\s(?:%)\\s[^,.]*${end}`, 'u').exec(text)
  const name = /^\s\p{Lu}[\p{L}-]+(?:\s(?:\p{Ll}{1,3}\s)?\p{Lu}[\p{L}-]+)+(?:[,.]|$)/u.exec(text)
  const participle =
    /^\s\p{Ll}{3,}(?:[éu]e?s?|[ai]ise?s?|ise?s?|inte?s?|ant)\s[^,.]{2,50}\.(?=\s\p{Lu})/u
  return clause ?? name ?? participle.exec(text)
}

/** " fondeur à la Fonderie du Haut.": what is between a whole name and the end of the sentence, if it may be a title. */
function anyTitle(name: string, text: string, rules: LanguageRules): RegExpExecArray | null {
  const found = /^\s(?<words>\p{Ll}{4,}[^,.]*)\.(?=\s\p{Lu})/u.exec(text)
  const isWhole = /\p{Lu}[\p{L}-]+\s(?:\p{Ll}+\s)?\p{Lu}[\p{L}-]+,$/u.test(name)
  const words = found?.groups?.['words'] ?? ''
  return isWhole && isApposed(words, rules) ? found : null
}

/** " à 12 kilomètres de là.", " une main sur le casque.": where or how somebody speaks, up to the end of the sentence, without a verb. */
function circumstance(text: string, {names, speech}: LanguageRules): RegExpExecArray | null {
  const {auxiliaries, clauseSigns} = speech
  const held = `(?:${sourceOf(names.indefinite)})(?:\\s\\p{Ll}+){1,3}\\s`
  const found = wordPattern(
    names.prepositions,
    `^\\s(?<words>(?:${held})?(?:%)\\s[^,.;:!?~]{4,70})\\.(?=\\s\\p{Lu})`,
    'u',
  ).exec(text)
  const [main = ''] = (found?.groups?.['words'] ?? '').split(
    pattern(names.clauses, '\\s(?:%)\\s', 'u'),
  )
  const isClause =
    wordPattern(auxiliaries, '\\s%\\s').test(main) || pattern(clauseSigns, '%').test(main)
  return isClause ? null : found
}

/** " violon solo de l’orchestre.": a noun that no list has, with an organisation. */
function titleOfBody(text: string, {names}: LanguageRules): RegExpExecArray | null {
  const found =
    /^\s(?:\p{Ll}+\s){1,3}(?:\p{Ll}+\s|\p{Ll}[’'])(?<noun>\p{Ll}+)[^,.]{0,30}(?:[,.]|$)/u.exec(text)
  return found && pattern(names.bodies, '^%$').test(found.groups?.['noun'] ?? '') ? found : null
}

/** —Words —said she from above—. More words. */
function dashSpeech(text: string, rules: LanguageRules): Quoted[] | null {
  const opening = /^[—–―]\s?(?=\S)/u.exec(text)
  if (!opening) return null
  const from = opening[0].length
  const aside = dashAside(text.slice(from), rules)
  if (!aside) return [quoted(text, from, text.length, {from: 0, to: text.length}, 0)]
  const first = quoted(text, from, from + aside.from, {from: 0, to: from + aside.from}, 0)
  const second = quoted(
    text,
    from + aside.to,
    text.length,
    {from: from + aside.to, to: text.length},
    1,
  )
  return second.words ? [first, second] : [first]
}
