// The people of an article as they are named, one entry for each place.
import type {InstitutionMention} from './institutions.ts'
import type {Line, Sentence} from './lines.ts'
import type {PersonMention} from './names.ts'
import type {Vocabulary} from './organisations.ts'
import {anyOf, expression, HAN, NOUN} from './rules.ts'

export interface Place {
  line: number
  at: number
}

export interface Known extends Place {
  name: string
  title: string | null
  affiliation: string | null
  /** Before は, が or も. */
  isActing: boolean
}

export const isBefore = (a: Place, b: Place): boolean =>
  a.line < b.line || (a.line === b.line && a.at < b.at)

export function knownIn(
  lines: readonly Line[],
  people: PersonMention[][],
  institutions: InstitutionMention[][],
  lexicon: Vocabulary,
): Known[] {
  const known: Known[] = []
  for (const mention of people.flat()) {
    const {name, title, affiliation, line, from, to, isWeak} = mention
    const text = lines[line]?.masked ?? ''
    if (name === null || isWeak) continue
    const isActing = /^(?:は|が|も)/u.test(text.slice(to))
    const full = isRelative(text, mention, lexicon) ? ofFamily(name, known, people) : name
    if (full !== name) Object.assign(mention, {name: full, given: name})
    const body = affiliation ?? bodyAfter(text, to, institutions[line] ?? [], lexicon)
    known.push({name: full, title, affiliation: body, line, at: from, isActing})
  }
  return withPredicates(lines, known, lexicon)
}

/** 森さんが勤める県立青柳高校 */
function bodyAfter(
  text: string,
  to: number,
  institutions: readonly InstitutionMention[],
  {working}: Vocabulary,
): string | null {
  const clause = expression(`^が[^、。「」]{0,8}?(?:${working.join('|')})`, 'u').exec(
    text.slice(to),
  )?.[0]
  if (clause === undefined) return null
  return institutions.find(({start}) => start === to + clause.length)?.name ?? null
}

/** 夫の健さん */
const isRelative = (text: string, {from}: PersonMention, {relatives}: Vocabulary): boolean =>
  expression(`(?<![${HAN}])${anyOf(relatives)}(?:の|で|、)?$`, 'u').test(text.slice(0, from))

/** The given name of a relative with the family's name of the person who is named last. */
function ofFamily(name: string, known: readonly Known[], people: PersonMention[][]): string {
  const isGiven = name.length < 3 || /^\p{Script=Hiragana}+$|^\p{Script=Katakana}+$/u.test(name)
  const last = known.findLast((one) => expression(`^[${HAN}]{2,}`, 'u').test(one.name))
  if (!isGiven || !last || last.name.length < 3 || last.name.includes(name)) return name
  const names = people.flat().flatMap((one) => one.name ?? [])
  const short = names.find((one) => one.length < last.name.length && last.name.startsWith(one))
  return (short ?? familyOf(last.name)) + name
}

/** 香月 of 香月ひばり; two characters of four, three of most that have five. */
function familyOf(name: string): string {
  const kanji = expression(`^[${HAN}]+`, 'u').exec(name)?.[0] ?? ''
  if (kanji !== name) return kanji
  return name.slice(0, name.length > 4 && !/[子美郎介朗恵代]$/u.test(name) ? 3 : 2)
}

/** 隣町で働く大工で, 座長になって: a sentence without a subject says what the person before is. */
function withPredicates(
  lines: readonly Line[],
  known: readonly Known[],
  lexicon: Vocabulary,
): Known[] {
  const title = `(?<title>(?:${anyOf(lexicon.titlePrefixes)})*(?:${anyOf([...lexicon.titles, ...lexicon.trades])}))`
  const pattern = expression(
    `^[^はがも。、「」（）]{0,12}?(?<![${NOUN}])${title}(?:${lexicon.holding.join('|')})`,
    'u',
  )
  const added = lines.flatMap((line) =>
    line.sentences.flatMap((sentence, index): Known[] => {
      const said = pattern.exec(sentence.text)?.groups?.['title']
      const who = said === undefined ? null : personBefore(line, index, sentence, known)
      if (!who || said === undefined || known.some((one) => one.name === who.name && one.title))
        return []
      return [
        {
          ...who,
          title: said,
          affiliation: null,
          line: line.index,
          at: sentence.from,
          isActing: false,
        },
      ]
    }),
  )
  return [...known, ...added].toSorted((a, b) => (isBefore(a, b) ? -1 : 1))
}

/** The last who is named in the sentence before; a caption does not tell on. */
function personBefore(
  line: Line,
  index: number,
  {from}: Sentence,
  known: readonly Known[],
): Known | undefined {
  const before = line.sentences[index - 1]
  if (!before) return undefined
  return known.findLast((one) => one.line === line.index && one.at >= before.from && one.at < from)
}
