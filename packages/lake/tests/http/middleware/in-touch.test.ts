// What a node of a cluster answers without asking itself again is held to the same: it may be cut off.
import {Hono} from 'hono'
import {beforeEach, describe, expect, it} from 'vitest'
import {LakeError} from '../../../src/errors.ts'
import type {LakeEnv} from '../../../src/http/context.ts'
import {inTouch} from '../../../src/http/middleware/in-touch.ts'
import {cachePolicyOf, type ResponseCachePolicy} from '../../../src/http/response-cache-policy.ts'
import type {Clustering} from '../../../src/parts/clustering.ts'

const ANSWER = {body: '{}', etag: '"1"'}
const FROM = {address: '127.0.0.1', signal: new AbortController().signal}

let isCutOff: boolean
let heard: string[]
const clustering = {
  shortId: 'abcdef01',
  refusal: () => (isCutOff ? new LakeError(503, 'unavailable', 'It is cut off.') : null),
  reach: () => {},
  reachEvent: (id) => void heard.push(id),
  refresh: () => {},
  position: () => 7,
} satisfies Partial<Clustering> as unknown as Clustering

const app = new Hono<LakeEnv>()
app.use(inTouch(clustering, {prefix: 'lake', https: false}))
app.get('/query', (c) => {
  const policy = cachePolicyOf(c)
  if (policy) {
    policy.isValid = () => true
    policy.answerSearch = () => Promise.resolve(ANSWER)
  }
  return c.text('')
})
beforeEach(() => {
  isCutOff = false
  heard = []
})

async function policyOf(headers: Record<string, string> = {}): Promise<ResponseCachePolicy> {
  const cachePolicy: ResponseCachePolicy = {}
  await app.request('/query?query=1', {headers}, {cachePolicy})
  return cachePolicy
}

describe('a stored response', () => {
  it('is valid until the node is cut off, and again afterwards', async () => {
    const {isValid} = await policyOf()
    const valid = [isValid?.()]
    isCutOff = true
    valid.push(isValid?.())
    isCutOff = false
    expect([...valid, isValid?.()]).toEqual([true, false, true])
  })

  it('answers another query, unless the node is cut off or its caller has heard of a change', async () => {
    const {answerSearch} = await policyOf()
    expect(await answerSearch?.('query=2', FROM)).toBe(ANSWER)
    expect(answerSearch?.('query=2&lastLiveEventId=9', FROM)).toBeUndefined()
    isCutOff = true
    expect(answerSearch?.('query=2', FROM)).toBeUndefined()
  })
})

it.each([
  ['by a stream that goes on', '/query', {'last-event-id': '12.3'}, '12.3'],
  ['by a query behind a live event', '/query?lastLiveEventId=12', {}, '12'],
])(
  'a caller who has heard of a change %s gets an answer with it',
  async (_how, path, headers, id) => {
    await app.request(path, {headers})
    expect(heard).toEqual([id])
  },
)
