import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {listen, type Listening} from '@copydesk/lake/serve'
import {createRetryingFetch} from '../../../../server/operations/sync/retrying-fetch.ts'

const answers: Response[] = []
const bodies: string[] = []
const waits: number[] = []
let listening: Listening
let url = ''

beforeAll(async () => {
  listening = await listen({
    host: '127.0.0.1',
    port: 0,
    async fetch(request) {
      bodies.push(await request.text())
      return answers.shift() ?? new Response('done')
    },
  })
  url = `http://127.0.0.1:${listening.port}/`
})
afterAll(() => listening.close())
beforeEach(() => {
  for (const list of [answers, bodies, waits]) list.length = 0
})

const patient = createRetryingFetch({
  attempts: 5,
  sleep: async (milliseconds) => void waits.push(milliseconds),
  random: () => 0,
  clock: () => Date.parse('2026-11-25T10:00:00Z'),
})
const busy = (status: number, retryAfter?: string): Response =>
  new Response('later', {status, ...(retryAfter ? {headers: {'retry-after': retryAfter}} : {})})

describe('a request', () => {
  it('is sent again, later each time, while the other side is busy', async () => {
    answers.push(busy(503), busy(502), busy(500))
    const response = await patient(url, {method: 'POST', body: 'the same'})
    expect(await response.text()).toBe('done')
    expect(bodies).toEqual(Array(4).fill('the same'))
    expect(waits).toEqual([500, 1000, 2000])
  })

  it('waits as long as it is asked to, in seconds or until a time', async () => {
    answers.push(busy(429, '7'), busy(429, 'Wed, 25 Nov 2026 10:00:30 GMT'))
    expect((await patient(url)).status).toBe(200)
    expect(waits).toEqual([7_500, 31_000])
  })

  it('ends if the wait would be too long, or no attempt can help', async () => {
    answers.push(busy(429, '3600'))
    expect((await patient(url)).status).toBe(429)
    answers.push(...Array.from({length: 5}, () => busy(503)))
    expect((await patient(url)).status).toBe(503)
    expect(bodies).toHaveLength(6)
  })

  it.each([400, 401, 403, 404, 409, 413, 507])(
    'that is answered %i is not sent again',
    async (status) => {
      answers.push(busy(status))
      expect((await patient(url)).status).toBe(status)
      expect(waits).toEqual([])
    },
  )

  it('to nobody says so', async () => {
    const gone = await listen({host: '127.0.0.1', port: 0, fetch: () => new Response()})
    await gone.close()
    await expect(patient(`http://127.0.0.1:${gone.port}/`)).rejects.toThrow(
      `http://127.0.0.1:${gone.port} cannot be reached (ECONNREFUSED).`,
    )
    expect(waits).toHaveLength(4)
  })

  it('ends soon at an address that has never answered', async () => {
    const gone = await listen({host: '127.0.0.1', port: 0, fetch: () => new Response()})
    await gone.close()
    const said: string[] = []
    const first = createRetryingFetch({
      sleep: async (milliseconds) => void waits.push(milliseconds),
      random: () => 0,
      onWait: (why) => said.push(why),
    })
    await expect(first(`http://127.0.0.1:${gone.port}/`)).rejects.toThrow('cannot be reached')
    expect(waits).toEqual([500, 1000])
    expect(said[0]).toBe(`127.0.0.1:${gone.port} cannot be reached (ECONNREFUSED): waiting`)
  })
})
