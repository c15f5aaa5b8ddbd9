// Who runs a newsroom can see what makes the lake work: the log tells of each evaluation, and of none
// where an answer was kept.
import {afterEach, beforeEach, expect, it, vi} from 'vitest'
import {createAnswers, type Answers} from '../../../lake/http/answers.ts'
import {ANYONE, createFixture, DATASET, doc, JOURNALIST} from '../query/fixture.ts'

const QUERY = '*[_type == "author"]{name}'

let fixture: ReturnType<typeof createFixture>
let untouched: boolean
let answers: Answers
const debug = vi.fn()

beforeEach(() => {
  debug.mockClear()
  untouched = true
  fixture = createFixture()
  fixture.write([doc('p', 'author', {name: 'Ada'})])
  answers = createAnswers({
    ...fixture,
    clock: () => fixture.time.now,
    touched: {follow() {}, isUntouched: () => untouched},
    logger: {debug},
  })
})
afterEach(() => fixture.close())

const ask = (actor = ANYONE) =>
  answers({
    dataset: DATASET,
    query: QUERY,
    params: {name: 'a secret'},
    perspective: 'published',
    actor,
    echo: true,
  })

it('An evaluation is in the log, with its query and time and without its parameters', async () => {
  expect((await ask()).body).toContain('Ada')
  expect(debug.mock.calls).toEqual([
    [{by: 'anonymous', tookMs: expect.any(Number), query: QUERY}, 'Query evaluated'],
  ])
})

it('A thousand that ask the same at once, and later, are one line until a change', async () => {
  const asked = await Promise.all(Array.from({length: 1_000}, () => ask()))
  expect(new Set(asked.map(({etag}) => etag)).size).toBe(1)
  await ask()
  expect(debug).toHaveBeenCalledTimes(1)
  untouched = false
  await ask()
  expect(debug).toHaveBeenCalledTimes(2)
})

it('What is asked by a person or program is evaluated each time', async () => {
  await ask(JOURNALIST)
  await ask(JOURNALIST)
  expect(debug).toHaveBeenCalledTimes(2)
})
