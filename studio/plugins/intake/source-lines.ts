// The lines of the file, each with what it became.
import {rowsOf, type Proposal, type Row, type RowKind} from './proposal.ts'

/** A stretch of a line that is a quote. */
export interface QuoteMark {
  key: string
  from: number
  to: number
}

export interface SourceLine {
  index: number
  text: string
  /** The row that it became; null for the text itself. */
  part: {key: string; kind: RowKind} | null
  isHeading: boolean
  quotes: QuoteMark[]
}

/** Lines without words, such as pictures, are not shown. */
export function sourceLines(proposal: Proposal): SourceLine[] {
  const rows = rowsOf(proposal).filter((row) => isShown(row))
  const quotes = rows.filter(({kind}) => kind === 'quote')
  const parts = new Map<number, Row>()
  for (const row of rows) {
    if (row.kind === 'quote') continue
    for (const line of row.lines) if (!parts.has(line)) parts.set(line, row)
  }
  const subheads = new Set(
    proposal.result.article.body.flatMap((block) =>
      block.kind === 'text' && /^h\d$/.test(block.style) ? block.lines : [],
    ),
  )
  return proposal.result.reading.lines.flatMap(({text}, index) => {
    if (text === '') return []
    const row = parts.get(index)
    return [
      {
        index,
        text,
        part: row ? {key: row.key, kind: row.kind} : null,
        isHeading: subheads.has(index),
        quotes: quotes.flatMap((quote) => markOf(quote, index, text)),
      },
    ]
  })
}

/** A part that was dropped is text again; a line that was put back, too. */
const isShown = ({isDropped, kind}: Row): boolean => isDropped === (kind === 'leftOut')

function markOf({key, lines, words}: Row, index: number, text: string): QuoteMark[] {
  const from = lines.includes(index) ? text.indexOf(words) : -1
  return from < 0 ? [] : [{key, from, to: from + words.length}]
}

/** The line cut where quotes begin and end. Of quotes that overlap, the first is marked. */
export function pieces(line: SourceLine): {text: string; key: string | null}[] {
  let at = 0
  const cut: {text: string; key: string | null}[] = []
  for (const {key, from, to} of line.quotes.toSorted((a, b) => a.from - b.from)) {
    if (from < at) continue
    cut.push({text: line.text.slice(at, from), key: null}, {text: line.text.slice(from, to), key})
    at = to
  }
  return [...cut, {text: line.text.slice(at), key: null}].filter(({text}) => text !== '')
}
