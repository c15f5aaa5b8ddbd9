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

test('What was begun stays with the thread, what was taken back does not', () => {
  const progress = createProgress()
  expect(begun(progress, 2)).toEqual([true, true])
  expect(takeBack(progress)).toBe(2)
  expect(begin(progress, 3)).toBe(false)
  expect(takeBack(progress)).toBeNull()
})

test('The first question is nobody else’s: what a thread has not looked at cannot be told apart', () => {
  const progress = createProgress()
  expect(takeBack(progress)).toBeNull()
  expect(begin(progress, 1)).toBe(true)
})

test('A thread that comes late does not take the next hand-over for the one before', () => {
  const progress = createProgress()
  begun(progress, 2)
  takeBack(progress)
  reset(progress)
  expect(begin(progress, 3)).toBe(false)
  expect(begun(progress, 2)).toEqual([true, true])
})

test('The budget counts for the question at hand alone', () => {
  const progress = createProgress()
  expect(isEvaluating(progress, 1)).toBe(false)
  evaluating(progress, 1)
  expect([isEvaluating(progress, 1), isEvaluating(progress, 2)]).toEqual([true, false])
  reset(progress)
  expect(isEvaluating(progress, 1)).toBe(false)
})
