// The hard cases of the query engine, asked of a thread of the lake as well.
import {evaluate} from '@copydesk/groq/tests/fixture.ts'
import {
  byId,
  createEvaluator,
  withCopies,
  expectSameAfterCommits,
  json,
  groqJsResult,
  shuffled,
  type Case,
} from '@copydesk/groq/tests/hard-cases.ts'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {LakeDocument} from '../../src/types.ts'
import {createFixture, SYSTEM} from './fixture.ts'

interface Ways {
  /** Not asked of many documents: going through all of them for each pair takes long. */
  only?: 'few'
}

/** A test for each case. */
export function holds(
  what: string,
  documents: readonly LakeDocument[],
  cases: readonly Case[],
  {only}: Ways = {},
): void {
  const sorted = byId(documents)
  describe(what, () => {
    const ask = createEvaluator()
    let fixture: ReturnType<typeof createFixture>
    beforeAll(() => {
      fixture = createFixture({threads: {least: 1, most: 1}})
      fixture.write(shuffled(sorted))
    })
    afterAll(() => fixture.close())

    test.each(cases)('%s', async (query, expected, params = {}) => {
      expect(json(evaluate(query, sorted, params)), 'at first sight').toEqual(expected)
      expect(groqJsResult(query, params, sorted), 'by groq-js').toEqual(expected)
      expect(await fixture.ask(query, {actor: SYSTEM, params}), 'by a thread').toEqual(expected)
      expectSameAfterCommits(ask, [query, expected, params], sorted, 'few documents')
      if (!only)
        expectSameAfterCommits(ask, [query, expected, params], withCopies(sorted), 'many documents')
    })
  })
}
