// The selected words of a text, and how they are found again after others have written in it. Pure.
import type {EditorSelection} from '@portabletext/editor'
import type {SelectedWords, Stretch, TextStyle} from '@copydesk/intake/types'
import {textOf} from '../../ui/form-values.ts'

export type Range = NonNullable<EditorSelection>
type Point = Range['anchor']

interface Span {
  key: string
  text: string
}

/** A paragraph, a heading or an item of a list. */
export interface TextBlock {
  key: string
  /** Position in the whole text, with pictures and the like. */
  index: number
  style: TextStyle
  text: string
  spans: Span[]
}

const STYLES: readonly TextStyle[] = ['normal', 'h2', 'h3', 'blockquote', 'bullet', 'number']

export function textBlocksOf(value: readonly unknown[]): TextBlock[] {
  return value.flatMap((block, index) => {
    const {_key, children, style, listItem} = Object(block) as Record<string, unknown>
    if (!Array.isArray(children)) return []
    const spans = children.map((child): Span => {
      const {_key: key, text} = Object(child) as Record<string, unknown>
      return {key: textOf(key), text: textOf(text)}
    })
    const named = STYLES.find((one) => one === (listItem ?? style)) ?? 'normal'
    const text = spans.map((span) => span.text).join('')
    return [{key: textOf(_key), index, style: named, text, spans}]
  })
}

/** The selected stretch of each text block; for a caret, an empty one. */
export function selectedIn(value: readonly unknown[], selection: Range): SelectedWords[] {
  const blocks = textBlocksOf(value)
  const keys = value.map((block) => (Object(block) as {_key?: unknown})._key)
  const places = [selection.anchor, selection.focus].map((point) => placeOf(point, keys, blocks))
  const [start, end] = places.toSorted((a, b) => a.index - b.index || a.offset - b.offset)
  if (!start || !end || start.index < 0) return []
  const isCaret = start.index === end.index && start.offset === end.offset
  return blocks.flatMap(({index, text}, block) => {
    if (index < start.index || index > end.index) return []
    const from = index === start.index ? start.offset : 0
    const to = index === end.index ? end.offset : text.length
    return from < to || isCaret ? [{block, from, to}] : []
  })
}

/** The place of a point: a block of the whole text, and a position in its text. */
function placeOf({path, offset}: Point, keys: readonly unknown[], blocks: readonly TextBlock[]) {
  const index = keys.indexOf(keyOf(path[0]))
  const {spans = []} = blocks.find((block) => block.index === index) ?? {}
  const span = spans.findIndex(({key}) => key === keyOf(path[2]))
  const before = spans.slice(0, Math.max(0, span)).map(({text}) => text)
  return {index, offset: before.join('').length + (span < 0 ? 0 : offset)}
}

const keyOf = (segment: unknown): unknown => (Object(segment) as {_key?: unknown})._key

/** Words that can be found again. */
export interface Words extends Stretch {
  /** Key of the block. */
  block: string
  text: string
}

export const wordsOf = (blocks: readonly TextBlock[], parts: readonly SelectedWords[]): Words[] =>
  parts.flatMap(({block, from, to}) => {
    const {key, text} = blocks[block] ?? {}
    return key === undefined || text === undefined
      ? []
      : [{block: key, from, to, text: text.slice(from, to)}]
  })

/**
 * Where the words are now, from the first to the last character. Others may have written in the paragraph: of several
 * places with the same words, the nearest one is meant.
 *
 * @returns undefined if the words were changed or divided
 */
export function rangeOf(value: readonly unknown[], words: Words): Range | undefined {
  const block = textBlocksOf(value).find(({key}) => key === words.block)
  if (!block || words.text === '') return undefined
  const places: number[] = []
  for (let at = block.text.indexOf(words.text); at >= 0;) {
    places.push(at)
    at = block.text.indexOf(words.text, at + 1)
  }
  const [from] = places.toSorted((a, b) => Math.abs(a - words.from) - Math.abs(b - words.from))
  if (from === undefined) return undefined
  return {
    anchor: pointAt(block, from, 'after'),
    focus: pointAt(block, from + words.text.length, 'before'),
  }
}

/** Between two spans, it is in the one `after` or `before` the position: only words of that one are meant. */
function pointAt({key, spans}: TextBlock, position: number, side: 'after' | 'before'): Point {
  let left = position
  for (const span of spans) {
    const isHere = side === 'after' ? left < span.text.length : left <= span.text.length
    if (isHere && span.text !== '') {
      return {path: [{_key: key}, 'children', {_key: span.key}], offset: left}
    }
    left -= span.text.length
  }
  return {path: [{_key: key}], offset: 0}
}
