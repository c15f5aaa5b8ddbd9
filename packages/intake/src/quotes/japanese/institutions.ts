// Names of institutions in a line, and of companies, which are known by the words around them.
import type {Line} from './lines.ts'
import {isInstitution} from './names.ts'
import {anyOf, BRACKET, type Lexicon, NOUN} from './rules.ts'

export interface InstitutionMention {
  start: number
  to: number
  name: string
  line: number
}

/** Names after 会社 and the like in marks, or before a place in brackets: リレイ（澄江市）. */
export function companiesIn(lines: readonly Line[], lexicon: Lexicon): Set<string> {
  const found = new Set<string>()
  const named = new RegExp(`${anyOf(lexicon.companyWords)}(?:の)?「(〓+)」`, 'gu')
  const inBrackets = new RegExp(
    `([${NOUN}]{2,})（(?:本社・?|本社は)?[^（）]{0,8}${anyOf(lexicon.placeWords)}[^（）]{0,4}）`,
    'gu',
  )
  const introduced = new RegExp(
    `[${NOUN}]{2,}${anyOf(lexicon.companyWords)}の([${NOUN}]{2,})(?=は|が|も|、|（)`,
    'gu',
  )
  for (const {text, masked} of lines) {
    for (const [, name = ''] of masked.matchAll(introduced))
      if (isProper(name, lexicon)) found.add(name)
    for (const {0: whole, 1: name = '', index} of masked.matchAll(named)) {
      const from = index + whole.length - 1 - name.length
      found.add(text.slice(from, from + name.length))
    }
    for (const [, name = ''] of masked.matchAll(inBrackets)) found.add(name)
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
  companies: ReadonlySet<string>,
  lexicon: Lexicon,
): InstitutionMention[] {
  const found: InstitutionMention[] = []
  const marked = new RegExp(`([${NOUN}]*)「(〓+)」`, 'gu')
  for (const {0: whole, 1: lead = '', 2: inside = '', index} of line.masked.matchAll(marked)) {
    const from = index + lead.length + 1
    const name = line.text.slice(from, from + inside.length)
    if (companies.has(name))
      found.push({start: index, to: index + whole.length, name, line: line.index})
  }
  // A department belongs to its town: 県の河川課.
  const runs = new RegExp(
    `(?:(?<![${NOUN}])[県市町村区都府国]の)?([${NOUN}]+)(?:${BRACKET})?`,
    'gu',
  )
  for (const {0: whole, 1: run = '', index} of line.masked.matchAll(runs)) {
    const owner = whole.startsWith(run) ? '' : whole.slice(0, 2)
    const name = nameIn(run, companies, lexicon)
    if (name === null) {
      if (owner !== '')
        found.push({start: index, to: index + 1, name: owner.slice(0, 1), line: line.index})
      continue
    }
    const isDepartment = owner !== '' && name === run
    const start =
      index + owner.length + run.length - name.length - (isDepartment ? owner.length : 0)
    const full = isDepartment ? owner + name : name
    found.push({start, to: index + whole.length, name: full, line: line.index})
  }
  return found.toSorted((a, b) => a.start - b.start)
}

/** 最大野党・民政党 is 民政党. */
function nameIn(run: string, companies: ReadonlySet<string>, lexicon: Lexicon): string | null {
  if (companies.has(run)) return run
  const name = run.split(/(?<=\p{Script=Han})・(?=\p{Script=Han})/u).at(-1) ?? run
  if (companies.has(name)) return name
  const isPlace = lexicon.placeWords.includes(name)
  return isPlace || isInstitution(name, lexicon) ? name : null
}
