// Recognises a divided paragraph and two joined ones: Enter or Backspace between the same words.
import type {Aligned} from './align.ts'
import {UNSEEN, type Row, type Run} from './diff-model.ts'
import type {Shape} from './shape.ts'
import {styledText} from './styled-text.ts'
import {textRow} from './text-row.ts'
import {shapeOfItem, type WordContext} from './describe-value.ts'
import {diffWords, type Span} from './word-diff.ts'

/** Unicode’s paragraph separator: people do not type it. */
const BREAK = '\u2029'

/** @returns the rows of both entries, or null if they are neither divided nor joined */
export function joinedRows(
  first: Aligned<unknown>,
  second: Aligned<unknown> | undefined,
  list: Shape,
  context: WordContext,
): Row[] | null {
  if (!second || first.before === undefined || first.after === undefined || first.moved) return null
  const other = second.after ?? second.before
  const shapes = [first.before, first.after, other].map((item) => shapeOfItem(item, list))
  const [, , shape] = shapes
  if (!shape || shapes.some(({kind}) => kind !== 'block')) return null
  const spans = (item: unknown): Span[] => styledText(item, shape, context)
  const both = (a: unknown, b: unknown): Span[] => [
    ...spans(a),
    {text: BREAK, marks: []},
    ...spans(b),
  ]

  const divided = second.before === undefined
  if (!divided && second.after !== undefined) return null
  const runs = divided
    ? diffWords(spans(first.before), both(first.after, other))
    : diffWords(both(first.before, other), spans(first.after))
  const [head, tail] = splitAtBreak(runs)
  if (!mostlyStayed(head) || !mostlyStayed(tail)) return null
  const row = (after: unknown, words: Run[], ...notes: string[]): Row => {
    const {notes: others, ...rest} = textRow({...first, after, shape, context, runs: words})
    return {...rest, change: 'changed', notes: [...notes, ...others.filter((n) => n !== UNSEEN)]}
  }
  return divided
    ? [row(first.after, [...head, sign('added', ' ¶')], 'One paragraph made two'), row(other, tail)]
    : [row(first.after, [...head, sign('removed', ' ¶ '), ...tail], 'Two paragraphs made one')]
}

const sign = (change: Run['change'], text: string): Run => ({
  change,
  text,
  marks: [],
  gained: [],
  lost: [],
})

/** Ignores spaces around the break. */
function splitAtBreak(runs: Run[]): [Run[], Run[]] {
  const index = runs.findIndex(({text}) => text.includes(BREAK))
  const run = runs[index]
  if (!run) return [runs, []]
  const at = run.text.indexOf(BREAK)
  const part = (text: string): Run => ({...run, text})
  const space = ({change, text}: Run): boolean => change !== 'same' && text.trim() === ''
  const head = [...runs.slice(0, index), part(run.text.slice(0, at))]
  const tail = [part(run.text.slice(at + 1)), ...runs.slice(index + 1)]
  const end = head.findLastIndex((each) => !space(each))
  const start = tail.findIndex((each) => !space(each))
  return [head.slice(0, end + 1), start < 0 ? [] : tail.slice(start)]
}

function mostlyStayed(runs: Run[]): boolean {
  const length = (all: Run[]): number => all.reduce((sum, {text}) => sum + text.trim().length, 0)
  const stayed = length(runs.filter(({change}) => change === 'same'))
  return stayed > 0 && stayed * 2 >= length(runs)
}
