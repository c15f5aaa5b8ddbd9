// The lines of a plain text as they are in the file.
import {columnsOf, tidy} from './clean.ts'

export interface RawLine {
  /** Without the white space and the `>` before it. */
  text: string
  /** What is between the line and the one before: a line end, an empty line, or a new page. */
  gap: 'line' | 'blank' | 'page'
  /** Columns of white space before the text. */
  indent: number
  /** Columns of the whole line. */
  width: number
  isQuoted: boolean
  /** A paragraph of a Japanese newspaper begins with a wide space. */
  beginsWide: boolean
  /** A word goes on in the next line. */
  endsInWord: boolean
  /** Parted by tabs. */
  cells: string[]
}

/** The lines with text in them. */
export function rawLines(source: string): RawLine[] {
  const lines: RawLine[] = []
  let gap: RawLine['gap'] = 'blank'
  for (const [index, page] of source.split('\f').entries()) {
    if (index > 0) gap = 'page'
    for (const paragraph of page.split('\u2029')) {
      for (const line of paragraph.split(/\r\n|[\n\r\v\x85\u2028]/)) {
        const raw = rawLine(line, gap)
        if (raw.text !== '') lines.push(raw)
        if (raw.text !== '') gap = 'line'
        else if (gap === 'line') gap = 'blank'
      }
      if (gap === 'line') gap = 'blank'
    }
  }
  return markRows(lines)
}

function rawLine(line: string, gap: RawLine['gap']): RawLine {
  const [before = ''] = /^(?:\s*>)+ ?/.exec(line) ?? []
  const rest = line.slice(before.length).trimEnd()
  const [space = ''] = /^\s*/.exec(rest) ?? []
  const words = rest.slice(space.length)
  const indent = columnsOf(space.replaceAll('\t', '    '))
  return {
    text: tidy(words),
    gap,
    indent,
    width: before.length + indent + columnsOf(words),
    isQuoted: before !== '',
    beginsWide: space.includes('\u3000'),
    endsInWord: words.endsWith('\u00AD'),
    cells: words.includes('\t') ? words.split('\t').map(tidy) : [],
  }
}

/** A line with tabs is a row of a table if the line before or after it has tabs, too. */
function markRows(lines: RawLine[]): RawLine[] {
  const isRow = lines.map(
    ({cells}, index) =>
      cells.length > 0 && Boolean(lines[index - 1]?.cells.length || lines[index + 1]?.cells.length),
  )
  for (const [index, line] of lines.entries()) {
    if (!isRow[index]) line.cells = []
    else {
      const beside = [lines[index - 1], lines[index + 1]].filter((other) => other?.cells.length)
      const isEven = beside.some((other) => other?.cells.length === line.cells.length)
      line.text = (isEven ? line.cells : line.cells.filter((cell) => cell !== '')).join('\t')
    }
  }
  return lines
}
