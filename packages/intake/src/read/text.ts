// Reads plain text, also where a program has broken its lines.
import type {Line, Reading} from '../lines.ts'
import {columnsOf, isSeparator, isWide} from './clean.ts'
import {beginsWithOrnament, settleOrnaments} from './ornaments.ts'
import {setPageLinesAside} from './page-lines.ts'
import {type RawLine, rawLines} from './raw-lines.ts'
import {joined, wrapOf} from './unwrap.ts'

/** Reads the lines of a text. */
export function readText(source: string): Reading {
  const lines = linesOf(paragraphsOf(source))
  settleOrnaments(lines)
  return {format: 'text', lines, pictures: [], language: null, title: null}
}

interface Paragraph {
  text: string
  first: RawLine
  last: RawLine
  /** A page number or the like. */
  isPageLine: boolean
}

function paragraphsOf(source: string): Paragraph[] {
  const lines = rawLines(source)
  const wrap = wrapOf(lines)
  const {flow, aside} = setPageLinesAside(lines, wrap !== null)
  const paragraphs: Paragraph[] = []
  let pageLines: RawLine[] = []
  const finishPages = (): void => {
    for (const line of pageLines) {
      paragraphs.push({text: line.text, first: line, last: line, isPageLine: true})
    }
    pageLines = []
  }
  let current: Paragraph | undefined
  for (const line of flow) {
    const text =
      current &&
      wrap &&
      joined(current.text, {first: current.first, line: current.last, next: line}, wrap)
    if (current && text) Object.assign(current, {text, last: line})
    else {
      finishPages()
      current = {text: line.text, first: line, last: line, isPageLine: false}
      paragraphs.push(current)
    }
    const more = aside.get(line)
    if (more) pageLines = pageLines.concat(more)
  }
  finishPages()
  return paragraphs
}

function linesOf(paragraphs: Paragraph[]): Line[] {
  const hasBlankLines = paragraphs.some(({first}, index) => index > 0 && first.gap === 'blank')
  const isQuotation = quotationsOf(paragraphs)
  const lines: Line[] = []
  let isBehindSeparator = false
  let figure = 0
  for (const [index, paragraph] of paragraphs.entries()) {
    const {first, text, isPageLine} = paragraph
    const before = paragraphs[index - 1]
    const line: Line = {text, startsGroup: first.gap !== 'line' || isBehindSeparator, marks: []}
    isBehindSeparator = isSeparator(text)
    if (isBehindSeparator) continue
    const isRow = first.cells.length > 0
    if (isRow && !before?.first.cells.length) figure += 1
    if (isRow) line.figure = figure
    const areParagraphs = isLong(text) && before !== undefined && isLong(before.text)
    if (isRow || areParagraphs || (first.beginsWide && isWide(text))) line.startsGroup = true
    if (isPageLine) Object.assign(line, {hint: 'furniture', startsGroup: true})
    else if (isQuotation(paragraph)) line.hint = 'blockquote'
    const goesOn = line.hint === 'blockquote' && before !== undefined && isQuotation(before)
    if (!hasBlankLines && !goesOn) line.startsGroup = true
    lines.push(withHeading(line))
  }
  return lines
}

/** Long lines that nobody has broken are paragraphs, also if there is no blank line between them. */
const isLong = (text: string): boolean => columnsOf(text) > 100

/** Whether a paragraph is a quotation: behind `>`, or indented among others that are not. */
function quotationsOf(paragraphs: Paragraph[]): (paragraph: Paragraph) => boolean {
  const isIndented = ({first, last}: Paragraph): boolean =>
    first.indent >= 4 && first.indent <= 16 && last.indent >= 4 && !beginsWithOrnament(first.text)
  const share = (found: Paragraph[]): number => found.length / paragraphs.length
  const isMostQuoted = share(paragraphs.filter(({first}) => first.isQuoted)) > 0.8
  const isRare = share(paragraphs.filter(isIndented)) <= 1 / 3
  // What is indented at the top is a headline in the middle of its line.
  const top = new Set(paragraphs.slice(0, 2))
  return (paragraph) =>
    (paragraph.first.isQuoted && !isMostQuoted) ||
    (isRare && isIndented(paragraph) && !top.has(paragraph))
}

/** `## A heading`, as in Markdown. */
function withHeading(line: Line): Line {
  const [mark, level] = /^(#{1,6})\s+(?=\S)/.exec(line.text) ?? []
  return mark && level ? {...line, text: line.text.slice(mark.length), heading: level.length} : line
}
