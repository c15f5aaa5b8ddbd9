// Who runs a newsroom can see what makes the lake work: the log tells of each evaluation, and of none
// where an answer was kept.
import {afterEach, beforeEach, expect, it, vi} from 'vitest'
import {createAnswers, type Answers, type AnswersOptions} from '../../src/http/query-cache.ts'
import {createGrants} from '../../src/grants.ts'
import type {Actor} from '../../src/types.ts'
import {ANYONE, createFixture, JOURNALIST, ROLES} from '../query/fixture.ts'
import {DATASET, doc, NOON} from '@copydesk/groq/tests/fixture.ts'

const QUERY = '*[_type == "author"]{name}'

const grants = createGrants(ROLES, () => NOON)
const audienceOf = ({actor}: {actor: Actor}): string => grants.audienceOf(actor)

let fixture: ReturnType<typeof createFixture>
let untouched: boolean
let answers: Answers
const debug = vi.fn()

beforeEach(() => {
  debug.mockClear()
  untouched = true
  fixture = createFixture()
  fixture.write([doc('p', 'author', {name: 'Ada'})])
  answers = answersWith()
})
const answersWith = (more: Partial<AnswersOptions> = {}): Answers =>
  createAnswers({
    ...fixture,
    clock: () => fixture.time.now,
    touched: {
      follow: () => 0,
      untouchedUntil: (_whose, _keys, position) => (untouched ? position : null),
    },
    audienceOf,
    logger: {debug},
    ...more,
  })
afterEach(() => fixture.close())

const question = {
  dataset: DATASET,
  query: QUERY,
  params: {name: 'a secret'},
  perspective: 'published',
  actor: ANYONE,
  echo: true,
}
type Asked = Parameters<Answers>[0]
const ask = (actor = ANYONE, query = QUERY) => answers({...question, actor, query})

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

it('People who may read the same share answers, and nobody else does', async () => {
  const colleague = {...JOURNALIST, id: 'u2'}
  fixture.write([doc('s', 'secret', {owner: 'u1'})])
  await ask(JOURNALIST)
  await ask(JOURNALIST)
  expect(debug).toHaveBeenCalledTimes(1)
  // One of a journalist's grants asks who it is.
  await ask(colleague)
  expect(debug).toHaveBeenCalledTimes(2)
  const editor: Actor = {...JOURNALIST, id: 'u3', roles: ['editor']}
  await ask(editor)
  await ask({...editor, id: 'u4'})
  expect(debug).toHaveBeenCalledTimes(3)
})

it('Who asks by a query that looks at who asks is answered for themselves', async () => {
  const editor: Actor = {...JOURNALIST, id: 'u3', roles: ['editor']}
  const mine = async (actor: Actor) => (await ask(actor, '{"me": identity()}')).body
  expect(await mine(editor)).toContain('"me":"u3"')
  expect(await mine({...editor, id: 'u4'})).toContain('"me":"u4"')
  expect(await mine(editor)).toContain('"me":"u3"')
  expect(debug).toHaveBeenCalledTimes(2)
})

it.each<[string, Partial<Asked>]>([
  ['by a program', {actor: {...JOURNALIST, kind: 'token'}}],
  ['by a guest', {actor: {...JOURNALIST, kind: 'guest', roles: ['reader'], opens: ['p']}}],
  ['in a stack of drafts', {actor: JOURNALIST, perspective: 'drafts'}],
  ['in a release', {actor: JOURNALIST, perspective: ['summer', 'published']}],
  ['about groups', {actor: JOURNALIST, query: '*[_type == "system.group"]'}],
  ['about groups by parameter', {actor: JOURNALIST, params: {name: 'system.group'}}],
])('What is asked %s is evaluated each time', async (_how, asked) => {
  for (let n = 0; n < 2; n++) {
    await answers({...question, ...asked})
  }
  expect(debug).toHaveBeenCalledTimes(2)
})

it('Memory is bounded: by what is kept, and by what that depends on', async () => {
  answers = answersWith({most: 1_900})
  const long = `*[_id in ["${'x'.repeat(900)}", "${'y'.repeat(900)}"]]`
  const brief = (query: string) => answers({...question, query, echo: false})
  await brief(long)
  await brief(long)
  expect(debug).toHaveBeenCalledTimes(1)
  await brief(QUERY)
  await brief(long)
  expect(debug).toHaveBeenCalledTimes(3)
})
