// Runs of text become a line.
import type {Hint, Line, Mark} from '../lines.ts'
import {spaceBetween, tidy, visible} from './clean.ts'

/** What a run of text looks like. */
export interface Format {
  isBold: boolean
  isItalic: boolean
  /** In points. */
  size?: number
  href?: string
}

export interface Run {
  text: string
  format: Format
  /** What an element within the line says. */
  hint: Hint | undefined
}

/** A line before its place is known. */
export type Bare = Omit<Line, 'startsGroup'>

/** One line of several runs: white space is single, and marks are where the words are. */
export function assemble(runs: Run[]): {line: Bare; space: string} {
  const texts: string[] = []
  const marks: Mark[] = []
  const sizes = new Map<number, number>()
  let space = ''
  let before = ''
  let length = 0
  for (const {text, format} of runs) {
    const shown = visible(text)
    const start = shown.length - shown.trimStart().length
    const words = shown.trim()
    space += shown.slice(0, start)
    if (words === '') continue
    const tidied = tidy(words)
    const between = spaceBetween(texts.at(-1) ?? '', space, tidied)
    if (texts.length === 0) before = space
    else if (space !== '') texts.push(between)
    const from = length + (texts.length > 0 && space !== '' ? between.length : 0)
    space = shown.slice(start + words.length)
    texts.push(tidied)
    addMarks(marks, format, {from, to: from + tidied.length, after: length})
    length = from + tidied.length
    if (format.size) sizes.set(format.size, (sizes.get(format.size) ?? 0) + tidied.length)
  }
  const line: Bare = {text: texts.join(''), marks}
  const worded = runs.filter(({text}) => /[\p{L}\p{N}]/u.test(text))
  if (worded.length > 0 && worded.every(({format}) => format.isBold)) line.isBold = true
  if (worded.length > 0 && worded.every(({format}) => format.isItalic)) line.isItalic = true
  const [size] = [...sizes].toSorted((a, b) => b[1] - a[1])
  if (size) line.size = size[0]
  return {line, space: before}
}

/** Where a run is, and where the one before it ended. */
interface Place {
  from: number
  to: number
  after: number
}

function addMarks(marks: Mark[], {isBold, isItalic, href}: Format, place: Place): void {
  if (isBold) extend(marks, place, {kind: 'strong'})
  if (isItalic) extend(marks, place, {kind: 'em'})
  if (href) extend(marks, place, {kind: 'link', href})
}

/** Runs next to each other have one mark. */
function extend(marks: Mark[], {from, to, after}: Place, mark: Pick<Mark, 'kind' | 'href'>): void {
  const last = marks.findLast(({kind}) => kind === mark.kind)
  if (last && last.href === mark.href && last.to === after) last.to = to
  else marks.push({from, to, ...mark})
}

/** What all runs of a line with words in them say. */
export function sharedHint(runs: Run[]): Hint | undefined {
  const hints = new Set(runs.filter(({text}) => /\S/.test(text)).map(({hint}) => hint))
  return hints.size === 1 ? [...hints][0] : undefined
}
