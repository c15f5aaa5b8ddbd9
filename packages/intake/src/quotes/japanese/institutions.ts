// Names of institutions in a line, and of companies, which are known by the words around them.
import type {Line} from './lines.ts'
import {isInstitution, withoutRank} from './names.ts'
import {expression, anyOf, BRACKET, HAN, type Lexicon, NOUN} from './rules.ts'

export interface InstitutionMention {
  start: number
  to: number
  name: string
  /** What it is, where the name does not say so: 図書館 before 「…」. */
  kind: string | null
  line: number
}

/** Names with what they are: after 会社 and the like, or before a place in brackets: リレイ（澄江市）. */
export function companiesIn(lines: readonly Line[], lexicon: Lexicon): Map<string, string> {
  const kinds = anyOf(lexicon.kinds)
  const named = expression(`(${kinds})(?:の)?「(〓+)」`, 'gu')
  const founded = expression(`(?:つくる|作る)「(〓+)」`, 'gu')
  const called = expression(
    `(?:名前?|屋号|店名|社名)は、?「(〓+)」|「(〓+)」を(?:経営|営|運営|開い|開業|立ち上げ|創業|切り盛り|主宰)|「(〓+)」の(?:${anyOf(lexicon.shopTitles)})`,
    'gu',
  )
  const place = `[^（）]{0,8}${anyOf(lexicon.placeWords)}[^（）]{0,4}`
  const inBrackets = expression(`([${NOUN}]{2,})（(?:本社・?|本社は)?${place}）`, 'gu')
  const troupes = expression(
    `(?:劇団|楽団|喫茶|食堂|旅館|民宿|居酒屋|酒場|書店|農園|牧場|工房)(?:[ぁ-ん]{3,8}?|[ァ-ヶー]{2,10})(?=が|は|の|に|を|で|と|、|。|（)`,
    'gu',
  )
  const introduced = expression(
    `[${NOUN}]{2,}(${anyOf(lexicon.longCompanyWords)})の([${NOUN}]{2,})(?=は|が|も|、|。|（|に|を|と|の|で)`,
    'gu',
  )
  const found = new Map<string, string>()
  for (const {text, masked} of lines) {
    for (const [, kind = '', name = ''] of masked.matchAll(introduced))
      if (isProper(name, lexicon)) found.set(name, kind)
    for (const {0: whole, 1: kind = '', 2: name = '', index} of masked.matchAll(named)) {
      const from = index + whole.length - 1 - name.length
      found.set(text.slice(from, from + name.length), kind)
    }
    // 店の名は「…」
    for (const {0: whole, index} of masked.matchAll(called)) {
      const from = index + whole.indexOf('「') + 1
      const name = text.slice(from, index + whole.lastIndexOf('」'))
      if (!found.has(name)) found.set(name, '店')
    }
    // 住民がつくる「…会」
    for (const {0: whole, 1: name = '', index} of masked.matchAll(founded)) {
      const to = index + whole.length - 1
      found.set(text.slice(to - name.length, to), '団体')
    }
    // 劇団うしろまえ
    for (const [name] of masked.matchAll(troupes)) found.set(name, name.slice(0, 2))
    for (const [, name = ''] of masked.matchAll(inBrackets))
      if (isProper(name, lexicon)) found.set(name, lexicon.companyWords[0] ?? '')
  }
  return found
}

const isProper = (
  name: string,
  {endsInTitle, endsInAnonymous, endsInDocument, nameStops}: Lexicon,
): boolean =>
  !endsInTitle.test(name) &&
  !endsInAnonymous.test(name) &&
  !endsInDocument.test(name) &&
  !nameStops.some((word) => name.endsWith(word))

export function institutionsIn(
  line: Line,
  companies: ReadonlyMap<string, string>,
  lexicon: Lexicon,
): InstitutionMention[] {
  const found: InstitutionMention[] = []
  const marked = expression(`([${NOUN}]*)「(〓+)」`, 'gu')
  for (const {0: whole, 1: lead = '', 2: inside = '', index} of line.masked.matchAll(marked)) {
    const from = index + lead.length + 1
    const name = line.text.slice(from, from + inside.length)
    const kind = companies.get(name)
    if (kind !== undefined)
      found.push({start: index, to: index + whole.length, name, kind, line: line.index})
  }
  // A department belongs to its town: 県の河川課.
  // 全国まち書店協会, みなと食文化総研
  const inside = `[${HAN}]{2,}[あうおかきこさせそちつぬねひふほまみむめゆよりろわ]{2,3}(?=[${HAN}])`
  const ahead = `(?<=^|[、。「」（\u3000])(?!${lexicon.openings.join('|')})\\p{Script=Hiragana}{2,4}(?=[${HAN}])`
  const runs = expression(
    `(?:(?<![${NOUN}])[県市町村区都府国]の)?((?:${inside}|${ahead})?[${NOUN}]+)(?:${BRACKET})?`,
    'gu',
  )
  for (const {0: whole, 1: run = '', index} of line.masked.matchAll(runs)) {
    const owner = whole.startsWith(run) ? '' : whole.slice(0, 2)
    const name = nameIn(run, companies, lexicon)
    const isNameAfter = line.masked[index + whole.length] === '「'
    if (isNameAfter && found.some((one) => one.start <= index && index < one.to)) continue
    if (name === null) {
      if (owner !== '')
        found.push({
          start: index,
          to: index + 1,
          name: owner.slice(0, 1),
          kind: null,
          line: line.index,
        })
      continue
    }
    const isDepartment =
      owner !== '' && name === run && lexicon.departments.some((word) => name.endsWith(word))
    const start =
      index + owner.length + run.length - name.length - (isDepartment ? owner.length : 0)
    const full = isDepartment ? owner + name : name
    const kind = companies.get(name) ?? null
    found.push({start, to: index + whole.length, name: full, kind, line: line.index})
  }
  // 劇団うしろまえ: a run of nouns has no hiragana.
  for (const [name, kind] of companies) {
    if (!/\p{Script=Hiragana}/u.test(name)) continue
    for (let at = line.masked.indexOf(name); at >= 0; at = line.masked.indexOf(name, at + 1)) {
      const isFree = found.every(({start, to}) => at >= to || at + name.length <= start)
      if (isFree) found.push({start: at, to: at + name.length, name, kind, line: line.index})
    }
  }
  return found.toSorted((a, b) => a.start - b.start)
}

/** 最大野党・民政党 is 民政党. */
function nameIn(
  run: string,
  companies: ReadonlyMap<string, string>,
  lexicon: Lexicon,
): string | null {
  if (
    companies.has(run) ||
    /^(?:(?:株式|合同|有限|合資)会社|\p{Script=Han}{0,4}法人|NPO法人)./u.test(run)
  )
    return run
  const name = withoutRank(
    run.split(/(?<=\p{Script=Han})・(?=\p{Script=Han})/u).at(-1) ?? run,
    lexicon,
  )
  if (companies.has(name)) return name
  const isPlace = lexicon.placeWords.includes(name)
  return isPlace || isInstitution(name, lexicon) ? name : null
}
