// What was made for one question is gone with the next small collection: what stays until the large one makes
// a busy lake twice as big, and its answers late.
import {getHeapSpaceStatistics} from 'node:v8'
import {expect, test} from 'vitest'
import {createGrants} from '../../src/grants.ts'
import {createDocumentIndex} from '@copydesk/groq/documents'
import {createPlan} from '@copydesk/groq/plan'
import {doc, NOON, OPTIONS} from '@copydesk/groq/tests/fixture.ts'
import {JOURNALIST, ROLES} from './fixture.ts'

const TIMES = 5_000
const ROUNDS = 9

/** Bytes that go on living, for each time; a large collection falls into few of the rounds. */
function left(work: () => unknown): number {
  const old = (): number =>
    getHeapSpaceStatistics().find(({space_name: name}) => name === 'old_space')?.space_used_size ??
    Number.NaN
  const rounds = Array.from({length: ROUNDS}, () => {
    const before = old()
    for (let n = 0; n < TIMES; n++) work()
    return (old() - before) / TIMES
  })
  return rounds.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN
}

const DOCUMENTS = [doc('a', 'article', {slug: {current: 'a'}}), doc('b', 'author')]

test('by a query', () => {
  const plan = createPlan('*[slug.current == $slug][0]{_id, "n": count(*)}', {slug: 'a'})
  const view = createDocumentIndex(DOCUMENTS)
  expect(left(() => plan.evaluate({view, ...OPTIONS}))).toBeLessThan(10)
})

test('by a decision about a document', () => {
  const grants = createGrants(ROLES, () => NOON)
  expect(left(() => grants.decide(JOURNALIST, 'read', doc('a')))).toBeLessThan(10)
})
