// Readers of marked-up files hand over runs of text; lines come out.
import type {Hint, Line, Mark} from '../lines.ts'
import {isSeparator, isWide, spaceBetween, tidy, visible} from './clean.ts'

/** What a run of text looks like. */
export interface Format {
  isBold: boolean
  isItalic: boolean
  /** In points. */
  size?: number
  href?: string
}

/** What the block around a run says. */
export interface Block {
  hint?: Hint
  heading?: number
  /** The first line of an item takes it. */
  list?: {kind: 'bullet' | 'number'; isUsed: boolean}
  figure?: number
  isIndented?: boolean
}

interface Run {
  text: string
  format: Format
  /** What an element within the line says. */
  hint: Hint | undefined
}
type Shown = Pick<Line, 'picture' | 'embed'>
type Item = Run | Shown
type Bare = Omit<Line, 'startsGroup'>

const isRun = (item: Item): item is Run => 'text' in item
const isShown = (item: Item): item is Shown => !isRun(item)

export class LineWriter {
  block: Block = {}
  #lines: Line[] = []
  #items: Item[] = []
  #startsGroup = true
  #indented = new Set<Line>()

  text(text: string, format: Format, hint?: Hint): void {
    this.#items.push({text, format, hint})
  }

  /** A picture or an embed. It never parts the words around it. */
  show(shown: Shown): void {
    this.#items.push(shown)
  }

  /** The next text is on the next line. */
  breakLine(): void {
    if (!this.#flush()) this.#startsGroup = true
  }

  /** The next text is on the next line, unless nothing was written on this one. */
  endLine(): void {
    this.#flush()
  }

  /** The next text is a paragraph of its own. */
  endBlock(): void {
    this.#flush()
    this.#startsGroup = true
  }

  /** The lines that `write` makes, which are not added to the others. */
  collect(write: () => void): Line[] {
    this.endBlock()
    const before = this.#lines
    this.#lines = []
    write()
    this.endBlock()
    const lines = this.#lines
    this.#lines = before
    return lines
  }

  add(lines: Line[]): void {
    for (const line of lines) this.#lines.push(line)
  }

  /** All lines. An indented paragraph among others that are not is a block quotation. */
  finish(): Line[] {
    this.endBlock()
    const texts = this.#lines.filter((line) => line.text !== '')
    if (this.#indented.size * 3 <= texts.length) {
      for (const line of this.#indented) line.hint ??= 'blockquote'
    }
    numberFigures(this.#lines)
    return this.#lines
  }

  #flush(): boolean {
    const items = this.#items
    if (items.length === 0) return false
    this.#items = []
    const last = items.findLastIndex((item) => isRun(item) && /\S/.test(item.text))
    const before = items.slice(0, Math.max(last, 0)).filter(isShown)
    const after = items.slice(Math.max(last, 0)).filter(isShown)
    let isWritten = before.length + after.length > 0
    for (const item of before) this.#push({text: '', marks: [], ...item})
    const runs = items.filter(isRun)
    const groups = this.block.figure === undefined ? [runs] : captionAndCredit(runs)
    for (const group of groups) isWritten = this.#write(group) || isWritten
    for (const item of after) this.#push({text: '', marks: [], ...item})
    return isWritten
  }

  #write(runs: Run[]): boolean {
    const {line, space} = assemble(runs)
    if (line.text === '') return false
    if (isSeparator(line.text)) {
      this.#startsGroup = true
      return true
    }
    // A paragraph of a Japanese newspaper begins with a wide space.
    if (space.includes('\u3000') && isWide(line.text)) this.#startsGroup = true
    const {list, heading} = this.block
    if (heading !== undefined) {
      line.heading = heading
      line.marks = line.marks.filter(({from, to}) => from > 0 || to < line.text.length)
    }
    if (list && !list.isUsed) {
      line.list = list.kind
      list.isUsed = true
    }
    const hint =
      this.block.hint === 'furniture' ? 'furniture' : (sharedHint(runs) ?? this.block.hint)
    // Some sites call the line with the day a dateline.
    if (hint) line.hint = hint === 'dateline' && /\d/.test(line.text) ? 'time' : hint
    this.#push(line)
    if (this.block.isIndented && !line.list && !heading && !hint) {
      this.#indented.add(this.#lines.at(-1)!)
    }
    return true
  }

  #push(line: Bare): void {
    const {figure, hint} = this.block
    const {text, ...rest} = line
    this.#lines.push({
      text,
      startsGroup: this.#startsGroup,
      ...(figure === undefined ? {} : {figure}),
      ...(text === '' && hint === 'furniture' ? {hint} : {}),
      ...rest,
    })
    this.#startsGroup = false
  }
}

/** A picture and the captions right below it are one figure, even if nothing is around them. */
function numberFigures(lines: Line[]): void {
  let last = lines.reduce((most, {figure = 0}) => Math.max(most, figure), 0)
  for (const [index, line] of lines.entries()) {
    const captions = lines.slice(index + 1, index + 4)
    const end = captions.findIndex(
      ({hint, figure}) => figure || (hint !== 'caption' && hint !== 'credit'),
    )
    const own = end < 0 ? captions : captions.slice(0, end)
    if (line.picture === undefined || line.figure !== undefined || own.length === 0) continue
    last += 1
    for (const part of [line, ...own]) part.figure = last
  }
}

/** One line of several runs: white space is single, and marks are where the words are. */
function assemble(runs: Run[]): {line: Bare; space: string} {
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
function sharedHint(runs: Run[]): Hint | undefined {
  const hints = new Set(runs.filter(({text}) => /\S/.test(text)).map(({hint}) => hint))
  return hints.size === 1 ? [...hints][0] : undefined
}

/** "Photo:" behind a sentence or at the beginning, or an opening bracket. */
const LABEL = /(?:(?:^\s*|(?<=[.!?。…”"]\s*))[^.!?。…]{0,30}(?:[:：,…]|\.{3})\s*|[(（]\s*)$/u

/** The line below a picture, in parts: its caption, and its credit with the label and the brackets around it. */
function captionAndCredit(runs: Run[]): Run[][] {
  if (!runs.some(({hint}) => hint === 'credit')) return [runs]
  const isCaptionKnown = runs.some(({hint}) => hint === 'caption')
  const parts: Run[][] = []
  const add = (run: Run, hint: Hint | undefined): void => {
    const last = parts.at(-1)
    if (last && last[0]?.hint === hint) last.push({...run, hint})
    else parts.push([{...run, hint}])
  }
  for (const [index, run] of runs.entries()) {
    const isNextCredit = runs[index + 1]?.hint === 'credit'
    const isBeside = isNextCredit || runs[index - 1]?.hint === 'credit'
    if (run.hint === 'credit' || run.hint === 'caption') add(run, run.hint)
    else if (isCaptionKnown || !/[\p{L}\p{N}]/u.test(run.text)) {
      add(run, isBeside ? 'credit' : 'caption')
    } else if (isNextCredit) {
      const label = LABEL.exec(run.text)?.[0] ?? ''
      add({...run, text: run.text.slice(0, run.text.length - label.length)}, 'caption')
      if (label !== '') add({...run, text: label}, 'credit')
    } else add(run, 'caption')
  }
  return parts
}
