// What is written of a proposal: the article with everything that the person dropped, changed and put back.
import type {Article, Block, Byline, Found} from '@copydesk/intake/types'
import type {Confirmed} from '../../../workflow/intake/record.ts'
import type {Known} from '../../../workflow/intake/quote-drafts.ts'
import {isKickerTheSection, photoOf, quoteOf, valueOf, type Proposal} from './proposal.ts'

export interface Outcome {
  article: Article
  section: string | null
  confirmed: Confirmed
  /** Descriptions of the article's photos, by position. */
  alts: string[]
  known: {authors: ReadonlyMap<string, Known>; sources: ReadonlyMap<string, Known>}
}

/** Words of what was dropped stay in the text, as paragraphs where they were in the file. */
export function outcomeOf(typed: Proposal): Outcome {
  const proposal = {...typed, edits: trimmed(typed.edits)}
  const {result, toggled} = proposal
  const {article} = result
  const isKept = (kind: string) => (_: unknown, index: number) => !toggled.has(`${kind}:${index}`)
  const photos = positionsOf(article.photos, isKept('photo'))
  const quotes = positionsOf(article.quotes, isKept('quote'))
  const {body, blockAt} = bodyOf(proposal, photos)
  const kept = photos.map((index) => photoOf(proposal, index))
  const section = toggled.has('section') ? '' : valueOf(proposal, 'section', 'section', '')
  return {
    section: section || null,
    alts: kept.map(({alt}) => alt),
    confirmed: {
      photos: confirmedAmong(proposal, 'photo', photos),
      quotes: confirmedAmong(proposal, 'quote', quotes),
    },
    known: {
      authors: new Map(Object.entries(proposal.chosen.authors)),
      sources: new Map(Object.entries(proposal.chosen.sources)),
    },
    article: {
      ...article,
      kicker: isKickerTheSection(proposal) ? null : foundOf(proposal, 'kicker', article.kicker),
      headline: foundOf(proposal, 'headline', article.headline),
      dek: foundOf(proposal, 'dek', article.dek),
      dateline: foundOf(proposal, 'dateline', article.dateline),
      authorBio: foundOf(proposal, 'bio', article.authorBio),
      bylines: article.bylines.flatMap((byline, index): Byline[] => {
        const name = valueOf(proposal, `byline:${index}`, 'name', byline.name)
        return toggled.has(`byline:${index}`) || !name ? [] : [{...byline, name}]
      }),
      photos: kept.map(({alt: _alt, ...photo}) => photo),
      quotes: quotes.map((index) => {
        const quote = quoteOf(proposal, index)
        return {...quote, block: blockAt(quote.block)}
      }),
      body,
      furniture: article.furniture.filter((_, index) => !toggled.has(`leftOut:${index}`)),
    },
  }
}

const trimmed = (edits: Proposal['edits']): Proposal['edits'] =>
  Object.fromEntries(
    Object.entries(edits).map(([key, values]) => [
      key,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim()])),
    ]),
  )

function positionsOf<T>(all: readonly T[], isKept: (one: T, index: number) => boolean): number[] {
  return all.flatMap((one, index) => (isKept(one, index) ? [index] : []))
}

function confirmedAmong(
  {confirmed}: Proposal,
  kind: string,
  positions: readonly number[],
): Set<number> {
  return new Set(
    positions.flatMap((index, position) => (confirmed.has(`${kind}:${index}`) ? [position] : [])),
  )
}

/** Null if it was dropped or emptied. */
function foundOf(proposal: Proposal, key: string, found: Found | null): Found | null {
  if (!found || proposal.toggled.has(key)) return null
  const text = valueOf(proposal, key, 'text', found.text)
  return text ? {...found, text} : null
}

/** A block of the article's body, or a paragraph in place of something that was dropped. */
interface Entry {
  block: Block
  /** Its position in the body that was read. */
  from: number | null
  /** The line of the file where it begins. */
  line: number
}

function bodyOf(
  proposal: Proposal,
  photos: readonly number[],
): {body: Block[]; blockAt: (before: number) => number} {
  const {article} = proposal.result
  let line = 0
  const entries = article.body.flatMap((block, from): Entry[] => {
    line = block.lines[0] ?? line
    const kept = keptBlock(proposal, block, from, photos)
    return kept ? [{block: kept, from, line}] : []
  })
  for (const {text, lines} of droppedWords(proposal)) {
    const at = lines[0] ?? 0
    const next = entries.findIndex((entry) => entry.line >= at)
    const entry: Entry = {block: paragraph(text, lines), from: null, line: at}
    entries.splice(next < 0 ? entries.length : next, 0, entry)
  }
  return {
    body: entries.map(({block}) => block),
    blockAt: (before) => entries.findIndex(({from}) => from === before),
  }
}

function keptBlock(
  proposal: Proposal,
  block: Block,
  index: number,
  photos: readonly number[],
): Block | null {
  const {toggled} = proposal
  if (block.kind === 'photo') {
    if (!toggled.has(`photo:${block.photo}`)) {
      return {...block, photo: photos.indexOf(block.photo)}
    }
    const text = printed(proposal, block.photo)
    return text ? paragraph(text, block.lines) : null
  }
  if (!toggled.has(`block:${index}`)) return block
  return block.kind === 'callToAction' || block.kind === 'pullQuote'
    ? paragraph(block.text, block.lines)
    : block
}

/** What was dropped from around the text, in the order of the file. */
function droppedWords(proposal: Proposal): Found[] {
  const {result, toggled} = proposal
  const {article, reading} = result
  const heads = [
    ['kicker', article.kicker],
    ['headline', article.headline],
    ['dek', article.dek],
    ['dateline', article.dateline],
    ['bio', article.authorBio],
  ] as const
  const inText = new Set(
    article.body.flatMap((block) => (block.kind === 'photo' ? block.photo : [])),
  )
  const bylines = article.bylines.flatMap(({lines}, index) => {
    // A line with two names is one paragraph.
    const same = article.bylines.findIndex((other) => other.lines.join() === lines.join())
    const areDropped = article.bylines.every(
      (other, position) => other.lines.join() !== lines.join() || toggled.has(`byline:${position}`),
    )
    const text = lines.map((line) => reading.lines[line]?.text ?? '').join(' ')
    return areDropped && same === index ? [{text, lines}] : []
  })
  return [
    ...heads.flatMap(([key, found]) => (found && toggled.has(key) ? [found] : [])),
    ...bylines,
    ...article.photos.flatMap(({lines}, index) =>
      toggled.has(`photo:${index}`) && !inText.has(index)
        ? [{text: printed(proposal, index), lines}]
        : [],
    ),
    ...article.furniture.filter((_, index) => toggled.has(`leftOut:${index}`)),
  ]
    .filter(({text}) => text !== '')
    .toSorted((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0))
}

/** A photo's caption with its credit. */
function printed(proposal: Proposal, index: number): string {
  const {caption, creditLine} = photoOf(proposal, index)
  return [caption, creditLine ? `(${creditLine})` : ''].filter(Boolean).join(' ')
}

const paragraph = (text: string, lines: number[]): Block => ({
  kind: 'text',
  style: 'normal',
  text,
  marks: [],
  lines,
})
