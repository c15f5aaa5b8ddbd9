// Page numbers, and the lines that a program prints on each page.
import type {RawLine} from './raw-lines.ts'

const PAGE_NUMBER =
  /^[-–—\s[(]*(?:(?:page|seite|página|pagina|pág\.|p\.|s\.)\s*)?(\d{1,4})(?:\s*(?:\/|of|von|de|di|sur)\s*\d{1,4})?[-–—\s\])]*$/iu

export interface Flow {
  /** The lines without those of pages. */
  flow: RawLine[]
  /** The lines of pages that were behind a line. */
  aside: Map<RawLine, RawLine[]>
}

/** Takes page numbers and running heads out of a text that has pages. */
export function setPageLinesAside(lines: RawLine[], isWrapped: boolean): Flow {
  const hasPages = lines.some(({gap}) => gap === 'page')
  const aside = new Map<RawLine, RawLine[]>()
  if (!hasPages && !isWrapped) return {flow: lines, aside}
  const taken = takenLines(lines)
  if (taken.size === 0) return {flow: lines, aside}
  const flow: RawLine[] = []
  let isBehindPage = false
  for (const line of lines) {
    const last = flow.at(-1)
    if (taken.has(line)) {
      const waiting = last && aside.get(last)
      if (waiting) waiting.push(line)
      else if (last) aside.set(last, [line])
      else flow.push(line)
      isBehindPage = true
    } else {
      flow.push(isBehindPage && last ? {...line, gap: 'page'} : line)
      isBehindPage = false
    }
  }
  return {flow, aside}
}

function takenLines(lines: RawLine[]): Set<RawLine> {
  const numbers = risingNumbers(lines)
  const isEdge = (index: number): boolean =>
    lines[index]?.gap === 'page' || lines[index + 1]?.gap === 'page'
  const taken = new Set(numbers)
  const count = new Map<string, number>()
  for (const line of lines) count.set(keyOf(line), (count.get(keyOf(line)) ?? 0) + 1)
  // Twice, since a page may have two lines at its top.
  for (let round = 0; round < 2; round++) {
    for (const [index, line] of lines.entries()) {
      const isRepeated = line.text.length <= 80 && (count.get(keyOf(line)) ?? 0) > 1
      const beside = [lines[index - 1], lines[index + 1]]
      const isBeside = isEdge(index) || beside.some((other) => other && taken.has(other))
      // The first is the headline.
      if (isRepeated && isBeside && index > 2) taken.add(line)
    }
  }
  return taken
}

const keyOf = ({text}: RawLine): string => text.replaceAll(/\d+/g, '#').toLowerCase()

/** Lines of nothing but a number, each one more than the last. */
function risingNumbers(lines: RawLine[]): RawLine[] {
  const found = new Set<RawLine>()
  let last: {line: RawLine; number: number} | null = null
  for (const line of lines) {
    const digits = PAGE_NUMBER.exec(line.text)?.[1]
    if (digits === undefined) continue
    const number = Number(digits)
    if (last && number === last.number + 1) found.add(last.line).add(line)
    last = {line, number}
  }
  return [...found]
}
