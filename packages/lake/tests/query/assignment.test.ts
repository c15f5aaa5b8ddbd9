import {expect, test} from 'vitest'
import {nextLimit} from '../../src/query/assignment.ts'

test.each([
  ['was cut for somebody more urgent', {limit: 1000, spent: 120, cpu: 110}, 1000],
  ['has used up its second', {limit: 1000, spent: 1010, cpu: 990}, null],
  ['has nearly used it up', {limit: 1000, spent: 1010, cpu: 800}, null],
  ['had half a processor', {limit: 1000, spent: 1010, cpu: 500}, 2000],
  ['had almost no processor', {limit: 1000, spent: 1010, cpu: 10}, 4000],
  ['had none', {limit: 1000, spent: 1010, cpu: 0}, 4000],
  ['had half a processor, and then a whole one', {limit: 2000, spent: 2010, cpu: 1990}, null],
])('an anonymous query that %s', (_name, {limit, spent, cpu}, expected) => {
  expect(nextLimit(limit, spent, cpu)).toBe(expected)
})
