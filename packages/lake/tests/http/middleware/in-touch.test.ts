// What a node of a cluster answers without asking itself again is held to the same: it may be cut off.
import {Hono} from 'hono'
import {beforeEach, describe, expect, it} from 'vitest'
import {LakeError} from '../../../src/errors.ts'
import type {LakeEnv} from '../../../src/http/context.ts'
import {inTouch} from '../../../src/http/middleware/in-touch.ts'
import {cachePolicyOf, type ResponseCachePolicy} from '../../../src/http/response-cache-policy.ts'
import type {Clustering, Seen} from '../../../src/parts/clustering.ts'

const ANSWER = {body: '{}', etag: '"1"', isValid: () => true}
const FROM = {address: '127.0.0.1', signal: new AbortController().signal}

let isCutOff: boolean
let refused: (boolean | undefined)[]
let reached: Seen[]
let freshened: number
const clustering = {
  shortId: 'abcdef01',
  refusal(isForReaders) {
    refused.push(isForReaders)
    return isCutOff ? new LakeError(503, 'unavailable', 'It is cut off.') : null
  },
  reach: (seen) => Promise.resolve(void reached.push(seen)),
  freshen: () => Promise.resolve(++freshened > 0),
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
  refused = []
  reached = []
  freshened = 0
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
    const answer = await answerSearch?.('query=2', FROM)
    expect([answer?.etag, answer?.isValid?.()]).toEqual([ANSWER.etag, true])
    expect(answerSearch?.('query=2&lastLiveEventId=9', FROM)).toBeUndefined()
    isCutOff = true
    expect(answerSearch?.('query=2', FROM)).toBeUndefined()
    // It may be stored meanwhile.
    expect(answer?.isValid?.()).toBe(false)
  })
})

it.each([
  ['a stream that goes on', '/query', {'last-event-id': '12.3'}, {position: 0, event: 12}],
  ['a query behind a live event', '/query?lastLiveEventId=12', {}, {position: 0, event: 12}],
  ['a program that has written', '/query', {'x-lake-position': '8'}, {position: 8, event: 0}],
  ['a browser that has', '/query', {cookie: 'lake_position=abcdef01.9'}, {position: 9, event: 0}],
  [
    'a cookie of another cluster',
    '/query',
    {cookie: 'lake_position=zzz.9'},
    {position: 0, event: 0},
  ],
  ['nonsense', '/query?lastLiveEventId=x', {'x-lake-position': '-1'}, {position: 0, event: 0}],
])('%s gets what it has seen', async (_who, path, headers, seen) => {
  await app.request(path, {headers})
  expect(reached).toEqual([seen])
})

it.each([
  ['a person who reads', 'GET', '/v1/data/query/x', 'lake_session=1', 1],
  ['a person who reads with a long query', 'POST', '/v1/data/query/x', 'lake_session=1', 1],
  ['a person who writes', 'POST', '/v1/data/mutate/x', 'lake_session=1', 0],
  ['a person whose stream opens', 'GET', '/v1/data/listen/x', 'lake_session=1', 0],
  ['a reader', 'GET', '/v1/data/query/x', '', 0],
  ['somebody who signs in', 'POST', '/v1/auth/login', '', 1],
])('%s has the node look at the log or not', async (_who, method, path, cookie, times) => {
  await app.request(path, {method, headers: {cookie}})
  expect(freshened).toBe(times)
})

it.each([
  ['a reader', {}, false],
  ['a reader, if no node is in touch', {'x-lake-no-node-in-touch': '1'}, true],
  [
    'somebody who is signed in then',
    {'x-lake-no-node-in-touch': '1', cookie: 'lake_session=1'},
    false,
  ],
  [
    'a program with a token then',
    {'x-lake-no-node-in-touch': '1', authorization: 'Bearer 1'},
    false,
  ],
])('%s is refused by a node that is cut off sooner or later', async (_who, headers, isLater) => {
  await app.request('/query', {headers})
  expect(refused).toEqual([isLater])
})
