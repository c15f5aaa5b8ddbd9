// What is done to a file's lines before anything is looked for in them.
import type {LanguageRules} from '../languages/rules.ts'
import {moveMarks, type Line, type Reading} from '../lines.ts'
import {embedTarget} from '../read/address.ts'
import {makeItems} from '../read/ornaments.ts'
import {isTitleCased} from './headline-points.ts'
import {groupsOf, isPageLine} from './page.ts'
import {bare, endsSentence, length, pattern} from './patterns.ts'

export interface Prepared {
  lines: Line[]
  /** Running heads, greetings, what follows the end: of the page or the mail around the article. */
  isPage: Set<number>
  /** Lines whose words have gone to an earlier one, and to which. */
  joined: Map<number, number>
}

export function prepare(reading: Reading, rules: LanguageRules): Prepared {
  const lines = reading.lines.map(withEmbed)
  distrustHints(lines, rules)
  const isPage = new Set<number>([
    ...runningHeads(lines, rules),
    ...siteNames(lines, reading.site),
    ...greeting(lines, rules),
    ...(reading.format === 'mail' ? coveringNote(lines, rules) : []),
    ...afterEnd(lines, rules),
  ])
  const joined = joinBroken(lines, isPage, rules)
  if (rules.speech.hasDashSpeech) findDashLists(lines)
  return {lines, isPage, joined}
}

/** An address of a film or a post as a line of its own stands for it. */
function withEmbed({...line}: Line): Line {
  const embed = /^https?:\S+$/iu.test(line.text) ? embedTarget(line.text) : undefined
  if (embed === undefined) return line
  const {heading: _, ...rest} = line
  return {...rest, text: '', embed}
}

/** Where most of the text is marked as something of the page, the marks mean something else. */
function distrustHints(lines: Line[], rules: LanguageRules) {
  const isText = ({text}: Line) => length(text, rules) >= 15 && endsSentence(text)
  const count = (of: readonly Line[]) => of.filter(isText).length
  const marked = lines.filter(({hint}) => hint === 'furniture')
  if (count(marked) < 3 || count(marked) * 2 < count(lines)) return
  const isOfText = ({text, heading}: Line) =>
    heading !== undefined || (length(text, rules) >= 8 && endsSentence(text))
  for (const line of marked) if (isOfText(line)) delete line.hint
}

/** Lines with nothing but the name of the site. */
function siteNames(lines: readonly Line[], site: string | undefined): number[] {
  const name = bare(site ?? '')
  const isSite = ({text, picture, hint}: Line): boolean =>
    name !== '' &&
    picture === undefined &&
    hint !== 'credit' &&
    text.length < 60 &&
    !text.includes('©') &&
    bare(text) === name
  return lines.flatMap((line, index) => (isSite(line) ? [index] : []))
}

/** The same words on each page, with its number: "4 THE HERALD Thursday 12 March", "Page 18 · The Herald". */
function runningHeads(lines: readonly Line[], rules: LanguageRules): number[] {
  const byWords = new Map<string, number[]>()
  lines.forEach((line, index) => {
    if (line.picture !== undefined || line.list || length(line.text, rules) > 16) return
    if (endsSentence(line.text) || !/\p{N}/u.test(line.text)) return
    const words = bare(line.text)
      .split(' ')
      .filter((word) => !/^\p{L}?\d{1,3}$/u.test(word))
    const key = words.toSorted().join(' ')
    if (words.length > 1) byWords.set(key, [...(byWords.get(key) ?? []), index])
  })
  return [...byWords.values()].filter((found) => found.length > 1).flat()
}

/** "Hi desk," and what is said to the desk before the article begins. */
function greeting(lines: readonly Line[], rules: LanguageRules): number[] {
  const isGreeting = pattern(rules.page.greetings, '^(?:%)')
  const start = lines.findIndex(
    ({text}, index) => index < 6 && length(text, rules) <= 6 && isGreeting.test(text),
  )
  if (start < 0) return []
  // Below a headline it begins a letter to the editor, whose text it belongs to.
  if (!lines.slice(0, start).every((line) => isPageLine(line, rules))) return []
  const groups = groupsOf(lines)
  const first = groups.findIndex((group) => group.includes(start))
  const found = [...(groups[first] ?? [])]
  for (const group of groups.slice(first + 1)) {
    const isTitle = group.some((index) => {
      const line = lines[index] as Line
      return (
        line.heading !== undefined ||
        line.picture !== undefined ||
        (!endsSentence(line.text) && !/[,:，：、]$/u.test(line.text) && !isPageLine(line, rules))
      )
    })
    if (isTitle) return found
    found.push(...group)
  }
  return []
}

/** "Kiln piece below, 600 words." above the head of an article in a mail: one sentence, and no headline. */
function coveringNote(lines: readonly Line[], rules: LanguageRules): number[] {
  const [first = [], second = []] = groupsOf(lines)
  const [note, below] = [lines[first[0] ?? -1], lines[second[0] ?? -1]]
  const isNote =
    note !== undefined &&
    first.length === 1 &&
    note.heading === undefined &&
    note.picture === undefined &&
    endsSentence(note.text) &&
    length(note.text, rules) <= 14 &&
    !isTitleCased(note.text, rules)
  const isAboveHead = below !== undefined && below.text !== '' && !endsSentence(below.text)
  return isNote && isAboveHead ? first : []
}

/** "ENDS", and below it greetings and names. What a mail program adds is marked already. */
function afterEnd(lines: readonly Line[], rules: LanguageRules): number[] {
  const half = lines.length / 2
  const isEnd = pattern(rules.page.ends, '^[\\p{P}\\p{S}\\s]*(?:%)[\\p{P}\\p{S}\\s]*$')
  const isEndWithMore = pattern(rules.page.ends, '^[\\p{P}\\p{S}\\s]*(?:%)[.:。]\\s.{0,60}$')
  const isSignOff = pattern(rules.page.signOffs, '^(?:%)')
  const found: number[] = []
  let isOver = false
  lines.forEach((line, index) => {
    if (index < half || line.picture !== undefined) return
    const {text} = line
    const isShort = length(text, rules) <= 16
    if (isEnd.test(text) || isEndWithMore.test(text)) isOver = true
    else if (isSignOff.test(text) && length(text, rules) <= 8 && isFoot(lines, index)) isOver = true
    if (isOver && isShort && line.heading === undefined && !line.list) found.push(index)
    else isOver = false
  })
  return found
}

/** Nothing but short lines follows. */
const isFoot = (lines: readonly Line[], index: number): boolean =>
  lines.slice(index + 1).every(({text, list}) => text.length < 120 && !list)

/** A paragraph that goes on below the head of the next page, or on the next line. */
function joinBroken(
  lines: Line[],
  isPage: ReadonlySet<number>,
  rules: LanguageRules,
): Map<number, number> {
  const joined = new Map<number, number>()
  const isOfPage = (index: number) => {
    const line = lines[index]
    return line !== undefined && (isPage.has(index) || isPageLine(line, rules))
  }
  for (let index = 0; index < lines.length; index++) {
    if (joined.has(index)) continue
    let after = index + 1
    while (isOfPage(after) || joined.has(after)) after++
    const one = lines[index] as Line
    const two = lines[after]
    const isNextPage = after > index + 1
    if (!two || isOfPage(index) || (!isNextPage && two.startsGroup)) continue
    const goesOn =
      one.text.length > 60 &&
      !endsSentence(one.text) &&
      !/[:：]$/u.test(one.text) &&
      !isTitled(one) &&
      !isTitled(two)
    const isBroken = isNextPage
      ? /^[\p{Ll}«“„"'‘]/u.test(two.text) && [...isPage].some((at) => at > index && at < after)
      : /^[«“„]/u.test(two.text) && /\p{Ll}$/u.test(one.text) && endsSentence(two.text)
    if (!goesOn || !isBroken) continue
    join(one, two)
    joined.set(after, index)
    lines[after] = {...two, text: '', marks: []}
    // The same paragraph may go on once more.
    index--
  }
  return joined

  function isTitled(line: Line): boolean {
    return line.heading !== undefined || line.list !== undefined || line.picture !== undefined
  }
}

function join(one: Line, two: Line) {
  const isHyphen = /\p{Ll}-$/u.test(one.text)
  const text = isHyphen ? one.text.slice(0, -1) : `${one.text} `
  one.marks = [...one.marks, ...moveMarks(two.marks, text.length)]
  one.text = text + two.text
}

/** Lines with a dash below a colon are a list; elsewhere the dash begins a speech. */
function findDashLists(lines: Line[]) {
  const dash = /^[—–-]\s?/u
  lines.forEach((line, index) => {
    if (!line.text.endsWith(':')) return
    let end = index + 1
    while (dash.test(lines[end]?.text ?? '') && !lines[end]?.list) end++
    if (end - index >= 3) makeItems(lines.slice(index + 1, end), dash, 'bullet')
  })
}
