// Two texts compared word by word.
import {diffArrays} from 'diff'
import type {Mark, Run} from './diff-model.ts'
import {sameMarks, tidy} from './tidy-runs.ts'
import {wordsOf, type Word} from './words.ts'

/** A stretch of text under the same marks. */
export interface Span {
  text: string
  marks: Mark[]
}

/** A stretch of words that is unchanged (as many on both sides) or was replaced. */
interface Stretch {
  same: boolean
  before: Word[]
  after: Word[]
}

/**
 * Below this share of common words, a text counts as rewritten and is shown as old and new text.
 */
const REWRITTEN = 0.3

/** The words of both versions in reading order. Removed words come before the words that replace them. */
export function diffWords(before: readonly Span[], after: readonly Span[]): Run[] {
  const [oldText, newText] = [textOf(before), textOf(after)]
  const [oldMarks, newMarks] = [marksOf(before), marksOf(after)]
  const runs: Run[] = []
  const removed = (word: Word): void =>
    push(runs, 'removed', word.text + word.space, word.start, oldMarks)
  const added = (word: Word): void =>
    push(runs, 'added', word.text + word.space, word.start, newMarks)

  for (const stretch of stretches(wordsOf(oldText), wordsOf(newText))) {
    if (!stretch.same) {
      stretch.before.forEach(removed)
      stretch.after.forEach(added)
      continue
    }
    stretch.after.forEach((word, index) => {
      const old = stretch.before[index] ?? word
      const equal = old.space === word.space
      const text = equal ? word.text + word.space : word.text
      push(runs, 'same', text, word.start, newMarks, {marks: oldMarks, start: old.start})
      if (equal) return
      push(runs, 'removed', old.space, old.start + old.text.length, oldMarks)
      push(runs, 'added', word.space, word.start + word.text.length, newMarks)
    })
  }
  return tidy(runs)
}

/** The unchanged text, if there is no other version. */
export function runsOf(spans: readonly Span[], change: Run['change']): Run[] {
  return spans
    .filter(({text}) => text !== '')
    .map(({text, marks}) => ({change, text, marks, gained: [], lost: []}))
}

export const textOf = (spans: readonly Span[]): string => spans.map(({text}) => text).join('')

function stretches(before: Word[], after: Word[]): Stretch[] {
  const changes = diffArrays(
    before.map(({text}) => text),
    after.map(({text}) => text),
  )
  const found: Stretch[] = []
  let [b, a, common] = [0, 0, 0]
  for (const {value, added, removed} of changes) {
    const count = value.length
    const same = !added && !removed
    const next = {
      same,
      before: added ? [] : before.slice(b, (b += count)),
      after: removed ? [] : after.slice(a, (a += count)),
    }
    if (same) common += count
    const last = found.at(-1)
    if (last && !last.same && !same) join(last, next)
    else found.push(next)
  }
  const total = before.length + after.length
  if (before.length > 0 && after.length > 0 && (2 * common) / total < REWRITTEN) {
    return [{same: false, before, after}]
  }
  return withoutIslands(found)
}

/**
 * One or two unchanged words between two longer changes are easier to read as part of the change.
 */
function withoutIslands(all: Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  for (const [index, stretch] of all.entries()) {
    const [last, next] = [joined.at(-1), all[index + 1]]
    const short = Math.min(size(last), size(next))
    const island = stretch.same && stretch.after.length <= 2 && stretch.after.length * 2 <= short
    if (last && !last.same && (island || !stretch.same)) join(last, stretch)
    else joined.push({...stretch})
  }
  return joined
}

const size = (stretch: Stretch | undefined): number =>
  stretch ? Math.max(stretch.before.length, stretch.after.length) : 0

function join(into: Stretch, next: Stretch): void {
  into.before = [...into.before, ...next.before]
  into.after = [...into.after, ...next.after]
}

/** The marks of each UTF-16 unit. */
const marksOf = (spans: readonly Span[]): Mark[][] =>
  spans.flatMap(({text, marks}) => Array.from<Mark[]>({length: text.length}).fill(marks))

/** Appends text to the last run if everything else about it is the same. */
function push(
  runs: Run[],
  change: Run['change'],
  text: string,
  start: number,
  marks: Mark[][],
  old?: {marks: Mark[][]; start: number},
): void {
  for (let index = 0; index < text.length; index += 1) {
    const here = marks[start + index] ?? []
    const there = old ? (old.marks[old.start + index] ?? []) : here
    const gained = here === there ? [] : without(here, there)
    const lost = here === there ? [] : without(there, here)
    const unit = text.charAt(index)
    const last = runs.at(-1)
    const run = {change, text: unit, marks: here, gained, lost}
    if (last && sameMarks(last, run)) last.text += unit
    else runs.push(run)
  }
}

const without = (marks: Mark[], others: Mark[]): Mark[] =>
  marks.filter(({id}) => !others.some((other) => other.id === id))
