// Readers of marked-up files hand over runs of text; lines come out.
import type {Hint, Line} from '../lines.ts'
import {isSeparator, isWide} from './clean.ts'
import {bylineAndTime, captionAndCredit, kickerAndHeading} from './groups.ts'
import {assemble, type Bare, type Format, type Run, sharedHint} from './runs.ts'

/** What the block around a run says. */
export interface Block {
  hint?: Hint
  heading?: number
  /** The first line of an item takes it. */
  list?: {kind: 'bullet' | 'number'; isUsed: boolean; level?: number}
  figure?: number
  isIndented?: boolean
  /** Of which elements and classes it is made. Paragraphs of the text share one. */
  shape?: string
}

type Shown = Pick<Line, 'picture' | 'embed'>
type Item = Run | Shown

const isRun = (item: Item): item is Run => 'text' in item
const isShown = (item: Item): item is Shown => !isRun(item)

export class LineWriter {
  block: Block = {}
  /** Whether a paragraph has been written that is long and nothing else. */
  hasBody = false
  #lines: Line[] = []
  #items: Item[] = []
  #startsGroup = true
  #indented = new Set<Line>()
  readonly #shapes = new Map<Line, string>()

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
    markAboveBody(this.#lines, this.#shapes)
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
    for (const group of this.#groups(runs)) isWritten = this.#write(group) || isWritten
    for (const item of after) this.#push({text: '', marks: [], ...item})
    return isWritten
  }

  #groups(runs: Run[]): Run[][] {
    const {figure, heading} = this.block
    if (figure !== undefined) return captionAndCredit(runs)
    return heading === undefined ? bylineAndTime(runs) : kickerAndHeading(runs)
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
    const own = sharedHint(runs)
    const isHeading = heading !== undefined && own !== 'kicker'
    if (isHeading) {
      line.heading = heading
      line.marks = line.marks.filter(({from, to}) => from > 0 || to < line.text.length)
    }
    if (list && !list.isUsed) {
      line.list = list.kind
      if (list.level !== undefined && list.level > 1) line.level = list.level
      list.isUsed = true
    }
    const hint = own ?? this.block.hint
    // Some sites call the line with the day a dateline.
    if (hint) line.hint = hint === 'dateline' && /\d/.test(line.text) ? 'time' : hint
    this.#push(line)
    const isPlain = !line.list && !isHeading && !hint
    if (this.block.shape !== undefined && isPlain && this.block.figure === undefined)
      this.#shapes.set(this.#lines.at(-1)!, this.block.shape)
    if (this.block.isIndented && isPlain) this.#indented.add(this.#lines.at(-1)!)
    this.hasBody ||= isPlain && line.text.length > 100
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

/** The shape that most of the text has is the body's. What is above it in another shape may be a standfirst. */
function markAboveBody(lines: readonly Line[], shapes: ReadonlyMap<Line, string>): void {
  const isLong = ({text}: Line): boolean => text.length > 25
  const sums = new Map<string, {count: number; characters: number}>()
  for (const [line, shape] of shapes) {
    const sum = sums.get(shape) ?? {count: 0, characters: 0}
    if (isLong(line))
      sums.set(shape, {count: sum.count + 1, characters: sum.characters + line.text.length})
  }
  const most = [...sums].toSorted(([, a], [, b]) => b.characters - a.characters)[0]
  if (!most || most[1].count < 2) return
  const [body] = most
  for (const line of lines) {
    const shape = shapes.get(line)
    if (shape === body && isLong(line)) return
    if (shape !== undefined && shape !== body) line.isAboveBody = true
  }
}
