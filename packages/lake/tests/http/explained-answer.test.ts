// A query that was ended is explained too.
import {afterEach, beforeEach, expect, test} from 'vitest'
import {explainedAnswer} from '../../src/http/explained-answer.ts'
import {createFixture, JOURNALIST} from '../query/fixture.ts'
import {DATASET, doc} from '@copydesk/groq/tests/fixture.ts'

let fixture: ReturnType<typeof createFixture>
beforeEach(() => {
  fixture = createFixture({maxRows: 1_000})
  fixture.write(Array.from({length: 400}, (_, n) => doc(`n${n}`, 'article', {n})))
})
afterEach(() => fixture.close())

const ask = (query: string, how: 'text' | 'json') =>
  explainedAnswer(
    {...fixture, queryCache: {stateOf: () => 'kept'}},
    {
      request: {
        dataset: DATASET,
        query,
        params: {},
        perspective: 'raw',
        actor: JOURNALIST,
        echo: false,
      },
      how,
    },
  )

test.each([
  ['text', expect.stringMatching(/\nSCAN: goes through 400 documents, 3 times: /)],
  ['json', expect.objectContaining({documents: 1_200})],
] as const)('an ended query is explained up to its end: %s', async (how, explain) => {
  await expect(ask('*[count(*[n != ^.n]) > 0]', how)).rejects.toMatchObject({
    status: 400,
    type: 'queryTimeout',
    details: {explain},
  })
})

test('an explained response has the same result', async () => {
  expect(JSON.parse(await ask('count(*)', 'text'))).toEqual({
    ms: expect.any(Number),
    syncTags: expect.any(Array),
    result: 400,
    explain: expect.stringMatching(/^0 documents gone through\.$[^]* come from the cache\.\n$/m),
  })
})
