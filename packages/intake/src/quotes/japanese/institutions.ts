// Names of institutions in a line, by their endings and by what the article says elsewhere.
import type {Line} from './lines.ts'
import {isInstitution, isKindOnly, withoutRank} from './belonging.ts'
import type {Organisations, Vocabulary} from './organisations.ts'
import {expression, BRACKET, NOUN} from './rules.ts'
import {founderBefore, kanaBefore} from './runs.ts'

export interface InstitutionMention {
  start: number
  to: number
  name: string
  /** What it is, where the name does not say so: 図書館 before 「…」. */
  kind: string | null
  line: number
}

export function institutionsIn(line: Line, vocabulary: Vocabulary): InstitutionMention[] {
  const {organisations} = vocabulary
  const found = [...inMarks(line, organisations), ...withKana(line, organisations)]
  const isFree = (from: number, to: number): boolean =>
    !found.some((one) => from < one.to && one.start < to)
  // A department belongs to its town: 県の河川課.
  const runs = expression(
    `(?<owner>(?<![${NOUN}])[県市町村区都府国]の)?(?<run>[${NOUN}]+)(?:${BRACKET})?`,
    'gu',
  )
  for (const {0: whole, index, groups = {}} of line.masked.matchAll(runs)) {
    const {owner = '', run: words = ''} = groups
    // 浜野高校１年の
    const run = words.replace(/(?<=.{2}[校高中小学大専])[\p{Nd}一二三四五六]年生?$/u, '')
    const from = index + owner.length
    if (!isFree(from, from + run.length)) continue
    const mention = inRun(line, from, run, owner, vocabulary)
    if (mention) {
      const {start, name} = mention
      const kind = organisations.get(name) ?? null
      // 浜野市まちづくり推進課, not 浜野市.
      const earlier = found.findIndex((one) => start < one.to && one.start < from)
      if (earlier >= 0) found.splice(earlier, 1)
      found.push({start, to: index + whole.length, name, kind, line: line.index})
    } else if (owner !== '') {
      const name = owner.slice(0, 1)
      found.push({start: index, to: index + 1, name, kind: null, line: line.index})
    }
  }
  return withOwners(
    found.toSorted((a, b) => a.start - b.start),
    line,
    vocabulary,
  )
}

/** 浜野工業の労働組合: 労働組合 says nothing by itself. */
function withOwners(
  found: readonly InstitutionMention[],
  {masked}: Line,
  vocabulary: Vocabulary,
): InstitutionMention[] {
  const joined: InstitutionMention[] = []
  for (const one of found) {
    const owner = joined.at(-1)
    const isOwned =
      owner !== undefined &&
      !isKindOnly(owner.name, vocabulary) &&
      masked.slice(owner.to, one.start) === 'の'
    if (isOwned && isKindOnly(one.name, vocabulary) && /^[はがも]/u.test(masked.slice(one.to)))
      joined[joined.length - 1] = {...one, start: owner.start, name: `${owner.name}の${one.name}`}
    else joined.push(one)
  }
  return joined
}

/** 会社「…」, with what it is. */
function inMarks(line: Line, organisations: Organisations): InstitutionMention[] {
  const marked = expression(`([${NOUN}]*)(?:「(〓+)」|(?<=[誌紙])『(〓+)』)`, 'gu')
  return [...line.masked.matchAll(marked)].flatMap(
    ({0: whole, 1: lead = '', 2: inMarks, 3: inDouble, index}) => {
      const inside = inMarks ?? inDouble ?? ''
      const from = index + lead.length + 1
      const name = line.text.slice(from, from + inside.length)
      // 劇評誌『舞台の灯』は
      const isPaper =
        inDouble !== undefined && /^(?:は|が|によ)/u.test(line.masked.slice(index + whole.length))
      const kind = organisations.get(name) ?? (isPaper ? '誌' : undefined)
      const mention = {start: index, to: index + whole.length, name, line: line.index}
      return kind === undefined ? [] : [{...mention, kind}]
    },
  )
}

/** 劇団うしろまえ: a run of nouns has no hiragana. */
function withKana({masked, index}: Line, organisations: Organisations): InstitutionMention[] {
  return [...organisations].flatMap(([name, kind]) =>
    /[\p{Script=Hiragana} ]/u.test(name)
      ? placesOf(name, masked).map((at) => {
          const founder = founderBefore(masked.slice(Math.max(0, at - 16), at))
          return {
            start: at - founder.length,
            to: at + name.length,
            name: founder + name,
            kind,
            line: index,
          }
        })
      : [],
  )
}

function placesOf(words: string, text: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}

/** The institution at the end of a run of nouns, with what belongs to it before the run. */
function inRun(
  line: Line,
  from: number,
  run: string,
  owner: string,
  vocabulary: Vocabulary,
): Pick<InstitutionMention, 'start' | 'name'> | null {
  const kana = owner === '' ? kanaBefore(line.masked, from, vocabulary) : ''
  // すみれ診療所, where 診療所 is none.
  const isWhole = kana !== '' && isInstitution(kana + run, vocabulary)
  const name =
    nameIn(run, vocabulary) ?? (isWhole || isSameAgain(line, from, run, vocabulary) ? run : null)
  if (name === null) return null
  const start = from + run.length - name.length
  if (name !== run) return {start, name}
  const isDepartment = vocabulary.departments.some((word) => name.endsWith(word))
  const lead = owner === '' || isDepartment ? owner + kana : ''
  return {start: start - lead.length, name: lead + name}
}

/** 同行 is a bank; but 記者が同行する. */
const isSameAgain = (
  {masked}: Line,
  from: number,
  run: string,
  {sameInstitution}: Vocabulary,
): boolean =>
  run.startsWith('同') &&
  sameInstitution[run.slice(1)] !== undefined &&
  !/^[さしす]/u.test(masked.slice(from + run.length))

/** 最大野党・民政党 is 民政党. */
function nameIn(run: string, vocabulary: Vocabulary): string | null {
  const {organisations} = vocabulary
  if (
    organisations.has(run) ||
    /^(?:(?:株式|合同|有限|合資)会社|\p{Script=Han}{0,4}法人|NPO法人)(?!・)./u.test(run)
  )
    return run
  const name = withoutRank(
    run.split(/(?<=\p{Script=Han})・(?=\p{Script=Han})/u).at(-1) ?? run,
    vocabulary,
  )
  if (organisations.has(name)) return name
  const isPlace = vocabulary.placeWords.includes(name)
  return isPlace || isInstitution(name, vocabulary) ? name : null
}
