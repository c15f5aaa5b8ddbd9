import {expect, test} from 'vitest'
import {
  begin,
  createProgress,
  evaluating,
  isEvaluating,
  reset,
  takeBack,
} from '../../src/query/progress.ts'

const begun = (progress: ReturnType<typeof createProgress>, to: number): boolean[] =>
  Array.from({length: to}, (_, at) => begin(progress, at + 1))

test('A thread keeps the queries that it has begun and loses those that were taken back', () => {
  const progress = createProgress()
  expect(begun(progress, 2)).toEqual([true, true])
  expect(takeBack(progress)).toBe(2)
  expect(begin(progress, 3)).toBe(false)
  expect(takeBack(progress)).toBeNull()
})

test('A hand-over that the thread has not begun cannot be taken back', () => {
  const progress = createProgress()
  expect(takeBack(progress)).toBeNull()
  expect(begin(progress, 1)).toBe(true)
})

test('A late thread does not mistake the next hand-over for the last one', () => {
  const progress = createProgress()
  begun(progress, 2)
  takeBack(progress)
  reset(progress)
  expect(begin(progress, 3)).toBe(false)
  expect(begun(progress, 2)).toEqual([true, true])
})

test('The budget counts only for the current query', () => {
  const progress = createProgress()
  expect(isEvaluating(progress, 1)).toBe(false)
  evaluating(progress, 1)
  expect([isEvaluating(progress, 1), isEvaluating(progress, 2)]).toEqual([true, false])
  reset(progress)
  expect(isEvaluating(progress, 1)).toBe(false)
})
