// Deliveries of webhooks that fail, take long, or are many.
import {isValidSignature, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import type {SanityClient} from '@sanity/client'
import {setImmediate as turn} from 'node:timers/promises'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {START, startLake, type Role, type TestLake} from '../support/lake.ts'
import {
  type Received,
  type Receiver,
  startReceiver,
} from '@copydesk/lake/tests/webhooks/receiver.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let lake: TestLake
let editor: SanityClient
let receiver: Receiver
beforeEach(async () => {
  lake = await startLake({webhooksPrivate: 'allow'})
  editor = lake.client('editor')
  receiver = await startReceiver()
})
afterEach(async () => {
  await lake.close()
  await receiver.close()
})

const hooks = () => lake.lake.services.webhooks
const add = (given: object = {}) =>
  hooks().add({name: 'Rebuild', url: receiver.url, dataset: 'production', ...given})
/** Everything due is sent, and every receiver has answered. */
const told = () => hooks().check()
const topic = (_id: string, title: string) => ({_id, _type: 'topic', title})
const header = (received: Received | undefined, name: string) => String(received?.headers[name])
const api = (role: Role | undefined, path = '', init: RequestInit = {}) =>
  lake.fetch(`/v2021-10-04/hooks/projects/copydesk${path}`, {
    ...init,
    headers: role ? {authorization: `Bearer ${lake.token(role)}`} : {},
  })

describe('a delivery that fails', () => {
  const later = async (milliseconds: number) => {
    lake.setTime(lake.now() + milliseconds)
    await told()
  }

  it.each([503, 500, 429, 'network'] as const)(
    'with %s is repeated later and later, with the same bytes',
    async (how) => {
      const {id} = add({secret: 's'})
      receiver.answer(how === 'network' ? (response) => response.destroy() : how)
      await editor.create(topic('ports', 'Ports'))
      await told()
      await later(1_000)
      expect(receiver.received).toHaveLength(1)
      await later(5_000)
      expect(receiver.received).toHaveLength(2)
      await later(5_000 - 1)
      expect(receiver.received.length).toBeLessThan(4)
      receiver.answer(200)
      await later(HOUR)
      await later(HOUR)
      const {length} = receiver.received
      await later(HOUR)
      expect(receiver.received).toHaveLength(length)
      const keys = receiver.received.map((request) => header(request, 'idempotency-key'))
      expect(new Set(keys).size).toBe(1)
      expect(new Set(receiver.received.map(({body}) => body)).size).toBe(1)
      // Signed at its own time, so that a receiver can refuse an old one.
      const last = receiver.received.at(-1)!
      const signature = header(last, SIGNATURE_HEADER_NAME)
      expect(await isValidSignature(last.body, signature, 's')).toBe(true)
      expect(signature).not.toBe(header(receiver.received[0], SIGNATURE_HEADER_NAME))
      expect(hooks().messages(id)).toMatchObject([{status: 'success', resultCode: 200}])
    },
  )

  it('waits as long as the receiver asks', async () => {
    add()
    receiver.answer({status: 429, headers: {'retry-after': '1800'}})
    await editor.create(topic('ports', 'Ports'))
    await told()
    await later(29 * MINUTE)
    expect(receiver.received).toHaveLength(1)
    await later(MINUTE)
    expect(receiver.received).toHaveLength(2)
  })

  it.each([400, 401, 404, 410, 302])(
    'with %d is not repeated, and the next one is sent',
    async (status) => {
      const {id} = add()
      receiver.answer({status, headers: {location: receiver.url}})
      await editor.create(topic('ports', 'Ports'))
      await told()
      receiver.answer(200)
      await later(HOUR)
      expect(receiver.received).toHaveLength(1)
      await editor.create(topic('rails', 'Rails'))
      await told()
      expect(receiver.received.map(({json}) => json._id)).toEqual(['ports', 'rails'])
      expect(hooks().messages(id)).toMatchObject([
        {status: 'success', failures: 0},
        {status: 'failure', failures: 1, resultCode: status},
      ])
    },
  )

  it('keeps later ones waiting, so that the order stays', async () => {
    add()
    receiver.answer(503)
    await editor.create(topic('ports', 'Ports'))
    await editor.patch('ports').set({title: 'Harbours'}).commit()
    await told()
    receiver.answer(200)
    await later(MINUTE)
    expect(receiver.received.map(({json}) => json.title)).toEqual(['Ports', 'Ports', 'Harbours'])
  })

  it('is dropped after a day', async () => {
    const {id} = add()
    receiver.answer(503)
    await editor.create(topic('ports', 'Ports'))
    await told()
    await editor.create(topic('rails', 'Rails'))
    for (let hour = 0; hour < 26; hour++) await later(HOUR)
    expect(hooks().messages(id)).toMatchObject([
      // It waited behind the other one, and its own length does not matter.
      {documentId: 'rails', status: 'failure', failures: expect.any(Number)},
      {documentId: 'ports', status: 'failure', resultCode: 503},
    ])
    const {length} = receiver.received
    expect(length).toBeGreaterThan(20)
    expect(hooks().waiting(id)).toBe(0)
    await later(HOUR)
    expect(receiver.received).toHaveLength(length)
  })
})

it('to a receiver that never answers delays neither others nor saving', async () => {
  const slow = await startReceiver()
  slow.answer(() => {})
  add({url: slow.url, name: 'Slow'})
  add()
  await editor.create(topic('ports', 'Ports'))
  await Promise.all([slow.heard(1), receiver.heard(1)])
  await editor.create(topic('rails', 'Rails'))
  await receiver.heard(2)
  expect(receiver.received.map(({json}) => json._id)).toEqual(['ports', 'rails'])
  expect(slow.received).toHaveLength(1)
  await slow.close()
})

describe('the record of deliveries', () => {
  it('has time, duration, attempt and error, and is limited', async () => {
    const {id} = add()
    receiver.answer(404)
    const transaction = editor.transaction()
    for (let n = 0; n < 230; n++) transaction.create(topic(`t${n}`, 'One of many'))
    await transaction.commit()
    await told()
    expect(receiver.received).toHaveLength(230)
    expect(hooks().messages(id, 1000)).toHaveLength(200)
    const attempts = hooks().attempts(id, 1000)
    expect(attempts).toHaveLength(200)
    expect(attempts[0]).toMatchObject({at: START, resultCode: 404, failure: 'http'})
    expect(attempts[0]?.duration).toBeGreaterThanOrEqual(0)
  })

  it('is deleted with its webhook', async () => {
    const {id} = add()
    receiver.answer(503)
    await editor.create(topic('ports', 'Ports'))
    await told()
    expect((await api('developer', `/${id}`, {method: 'DELETE'})).status).toBe(204)
    lake.setTime(START + HOUR)
    await told()
    expect(receiver.received).toHaveLength(1)
    expect((await api('developer', `/${id}/messages`)).status).toBe(404)
  })
})

it(
  'a long log does not delay the stop, and is followed to its end after the next start',
  {tags: ['full']},
  async () => {
    const quiet = await startLake({webhooksPrivate: 'allow', serve: false})
    const {webhooks} = quiet.lake.services
    const {id} = webhooks.add({name: 'Rebuild', url: receiver.url, dataset: 'production'})
    const importer = quiet.client('importer')
    const topics = Array.from({length: 160}, (_, n) => topic(`t${n}`, 'Topic'))
    await Promise.all(topics.map((one) => importer.create(one)))
    receiver.answer(503)
    const looking = webhooks.check()
    while (webhooks.waiting(id) === 0) await turn()
    await webhooks.close()
    await looking
    expect(webhooks.waiting(id)).toBeLessThan(160)

    const next = await startLake({webhooksPrivate: 'allow', dataFolder: quiet.folder, serve: false})
    await next.lake.services.webhooks.check()
    expect(next.lake.services.webhooks.waiting(id)).toBe(160)
    await next.close()
    await quiet.close()
  },
)
