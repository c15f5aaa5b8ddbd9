import {expect, test} from 'vitest'
import {clockProblem} from '../../src/cluster/clock-problem.ts'

test.each([
  [0, null],
  [2_000, null],
  [-2_000, null],
  [2_600, 'the clock of this machine is 2.6 s ahead of the database’s'],
  [-60_000, 'the clock of this machine is 60.0 s behind the database’s'],
])('a clock that is %i ms ahead: %s', (ahead, problem) => {
  expect(clockProblem(ahead)).toBe(problem)
})
