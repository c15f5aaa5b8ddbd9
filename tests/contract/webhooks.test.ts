// Webhooks, from a write over HTTP to a real receiver.
import {isValidSignature, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import type {SanityClient} from '@sanity/client'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {HELD, importEmbargoed, mutate} from '../support/embargoed.ts'
import {openDesk, publish, submit, write as writePiece} from '../support/piece.ts'
import {START, startLake, type Role, type TestLake} from '../support/lake.ts'
import {
  type Received,
  type Receiver,
  startReceiver,
} from '@copydesk/lake/tests/webhooks/receiver.ts'

const HOUR = 3_600_000

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

describe('a published change', () => {
  it('is sent with the document, signed so that @sanity/webhook verifies it', async () => {
    const hook = add({secret: 'between you and me'})
    const {transactionId} = await editor
      .transaction()
      .create(topic('ports', 'Ports & “harbours”'))
      .commit()
    await told()

    expect(receiver.received).toHaveLength(1)
    const [request] = receiver.received
    expect(request?.json).toMatchObject({_id: 'ports', _type: 'topic', title: 'Ports & “harbours”'})
    expect(request?.method).toBe('POST')
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json',
      'sanity-dataset': 'production',
      'sanity-document-id': 'ports',
      'sanity-operation': 'create',
      'sanity-project-id': 'copydesk',
      'user-agent': 'Copydesk webhook delivery',
      'sanity-transaction-id': transactionId,
      'sanity-transaction-time': new Date(START).toISOString(),
      'sanity-webhook-id': hook.id,
      'idempotency-key': expect.stringMatching(/^[0-9a-f]{32}$/),
    })
    const {body} = request!
    const signature = header(request, SIGNATURE_HEADER_NAME)
    expect(await isValidSignature(body, signature, 'between you and me')).toBe(true)
    expect(await isValidSignature(body, signature, 'something else')).toBe(false)
    expect(await isValidSignature(`${body} `, signature, 'between you and me')).toBe(false)
  })

  it('is sent without a signature if there is no secret', async () => {
    add()
    await editor.create(topic('ports', 'Ports'))
    await told()
    expect(receiver.received).toHaveLength(1)
    expect(receiver.received[0]?.headers).not.toHaveProperty(SIGNATURE_HEADER_NAME)
  })

  it('is sent by the method and with the headers that the webhook names', async () => {
    add({httpMethod: 'PUT', headers: {Authorization: 'Bearer deploy-key'}})
    await editor.create(topic('ports', 'Ports'))
    await told()
    expect(receiver.received[0]).toMatchObject({
      method: 'PUT',
      headers: {authorization: 'Bearer deploy-key'},
    })
  })

  it('is sent as created, changed and deleted, each only to webhooks for it', async () => {
    const other = await startReceiver()
    add({rule: {on: ['create', 'delete']}})
    add({url: other.url, rule: {on: ['update']}})
    await editor.create(topic('ports', 'Ports'))
    await editor.patch('ports').set({title: 'Harbours'}).commit()
    await editor.delete('ports')
    await told()
    const operations = ({received}: Receiver) =>
      received.map((request) => header(request, 'sanity-operation'))
    expect(operations(receiver)).toEqual(['create', 'delete'])
    expect(operations(other)).toEqual(['update'])
    // A deleted document is sent as it was last.
    expect(receiver.received[1]?.json).toMatchObject({_id: 'ports', title: 'Harbours'})
    await other.close()
  })

  it('from before the webhook was made, or while it was switched off, is not sent', async () => {
    await editor.create(topic('before', 'Before'))
    const {id} = add()
    await told()
    await editor.create(topic('while', 'While'))
    await told()
    hooks().change(id, {isDisabledByUser: true})
    await editor.create(topic('off', 'Off'))
    await told()
    hooks().change(id, {isDisabledByUser: false})
    await editor.create(topic('after', 'After'))
    await told()
    expect(receiver.received.map(({json}) => json._id)).toEqual(['while', 'after'])
  })
})

describe('GROQ', () => {
  it('filters and projects, with before(), after(), delta:: and references', async () => {
    await editor.create({_id: 'politics', _type: 'section', title: 'Politics'})
    const section = {_type: 'reference', _ref: 'politics'}
    await editor.create({...topic('ports', 'Ports'), section})
    add({
      rule: {
        filter: '_type == "topic" && delta::changedAny(title) && before().title != null',
        projection: `{
          _id, "was": before().title, "is": after().title, "how": delta::operation(),
          "section": section->title, "where": sanity::projectId() + "/" + sanity::dataset(),
          "others": *[_type == "topic"]._id
        }`,
      },
    })
    await editor.patch('ports').set({title: 'Harbours'}).commit()
    await editor.patch('ports').set({note: 'no other title'}).commit()
    await editor.create(topic('rails', 'Rails'))
    await told()
    expect(receiver.received.map(({json}) => json)).toEqual([
      {
        _id: 'ports',
        was: 'Ports',
        is: 'Harbours',
        how: 'update',
        section: 'Politics',
        where: 'copydesk/production',
        others: [],
      },
    ])
  })

  it.each([
    ['a filter', {rule: {filter: '_type == '}}, 'queryParseError'],
    ['a projection', {rule: {projection: '{_id'}}, 'queryParseError'],
    ['an address', {url: 'ftp://example.org/'}, 'invalidWebhook'],
    ['a password in the address', {url: 'https://me:secret@example.org/'}, 'invalidWebhook'],
    ['a dataset', {dataset: 'nowhere'}, 'invalidWebhook'],
    ['a header', {headers: {'sanity-operation': 'create'}}, 'invalidWebhook'],
    ['a header with a line end', {headers: {'x-a': 'b\r\nc: d'}}, 'invalidWebhook'],
    ['an operation', {rule: {on: ['publish']}}, 'invalidWebhook'],
    ['no name', {name: ' '}, 'invalidWebhook'],
    ['a version', {apiVersion: 'latest'}, 'invalidWebhook'],
  ])('that does not parse in the %s is refused, and nothing is stored', async (_, given, type) => {
    const body = {name: 'Rebuild', url: receiver.url, dataset: 'production', ...given}
    const response = await api('developer', '', {method: 'POST', body: JSON.stringify(body)})
    expect(response.status).toBe(400)
    expect(((await response.json()) as {error: {type: string}}).error.type).toBe(type)
    expect(hooks().list()).toEqual([])
  })
})

it(
  'a filter that would delay saving switches its webhook off at the third document',
  {tags: ['full']},
  async () => {
    const filter = 'count(list[count(^.list[count(^.^.list[@ > 0]) > 0]) > 0]) > 0'
    const {id} = add({rule: {filter}})
    add({rule: {filter: 'count(list) > 0 && delta::operation() == "create"', projection: '{_id}'}})
    const list = Array.from({length: 400}, (_, n) => n)
    for (const long of ['a', 'b']) await editor.create({...topic(long, 'Long'), list})
    await told()
    expect(hooks().get(id).switchedOff).toBeNull()
    await editor.create({...topic('c', 'Long'), list})
    await told()
    expect(receiver.received.map(({json}) => json._id)).toEqual(['a', 'b', 'c'])
    expect(hooks().get(id)).toMatchObject({
      isDisabledByUser: false,
      switchedOff: {reason: 'Its filter or projection takes too long.'},
    })
  },
)

it('a published piece is sent as its article, photo, quote and source', async () => {
  const desk = await openDesk(lake)
  add({rule: {projection: '{_id, "operation": delta::operation()}'}})
  await writePiece(desk, 'another')
  await submit(desk, 'another')
  await told()
  expect(receiver.received).toEqual([])
  await publish(desk, 'piece')
  await told()
  const created = receiver.received.map(({json}) => json)
  expect(created.toSorted((a, b) => a._id.localeCompare(b._id))).toEqual(
    ['piece', 'piece-photo', 'piece-quote', 'piece-source'].map((_id) => ({
      _id,
      operation: 'create',
    })),
  )
  expect(new Set(receiver.received.map((one) => header(one, 'sanity-transaction-id'))).size).toBe(1)
})

describe('content that is not public', () => {
  const write = (documents: object[]) =>
    mutate(
      lake,
      documents.map((createOrReplace) => ({createOrReplace})),
    )

  it('is sent to webhooks for drafts or versions, and never if it is confidential', async () => {
    const [drafts, versions] = [await startReceiver(), await startReceiver()]
    add()
    add({url: drafts.url, includeDrafts: true})
    add({url: versions.url, includeAllVersions: true})
    const documents = [
      topic('open', 'Open'),
      topic('drafts.ports', 'Draft'),
      topic('versions.r1.ports', 'Version'),
      {_id: 'private.source.a', _type: 'privateSource', phone: '+44 1'},
      {_id: 'drafts.private.source.b', _type: 'privateSource', phone: '+44 2'},
      {_id: 'drafts.x', _type: 'privateQuote', note: 'off the record'},
    ]
    expect(await write(documents)).toBe(200)
    await told()
    const ids = ({received}: Receiver) => received.map(({json}) => json._id)
    expect(ids(receiver)).toEqual(['open'])
    expect(ids(drafts)).toEqual(['open', 'drafts.ports'])
    expect(ids(versions)).toEqual(['open', 'versions.r1.ports'])
    await Promise.all([drafts.close(), versions.close()])
  })

  it('is not reached through a reference', async () => {
    add({rule: {filter: '_id == "open"', projection: '{"draft": to->title, "other": of->title}'}})
    await write([
      topic('drafts.secret', 'Secret'),
      topic('shown', 'Shown'),
      {
        ...topic('open', 'Open'),
        to: {_type: 'reference', _ref: 'drafts.secret', _weak: true},
        of: {_type: 'reference', _ref: 'shown'},
      },
    ])
    await told()
    expect(receiver.received.map(({json}) => json)).toEqual([{draft: null, other: 'Shown'}])
  })

  it('under an embargo is sent when that ends, once, without a write', async () => {
    add({rule: {projection: '{_id, "operation": delta::operation(), headline}'}})
    await importEmbargoed(lake, START + HOUR)
    await told()
    const early = receiver.received.map(({json}) => json._id as string)
    expect(early).toContain('open')
    for (const hidden of Object.values(HELD)) expect(early).not.toContain(hidden)
    expect(receiver.received.map(({body}) => body).join()).not.toMatch(/embargo/)

    lake.setTime(START + HOUR - 1)
    await told()
    expect(receiver.received).toHaveLength(early.length)
    lake.setTime(START + HOUR)
    await told()
    await told()
    expect(receiver.received.slice(early.length).map(({json}) => json)).toEqual([
      {_id: 'held', operation: 'create', headline: 'Under embargo'},
    ])
  })

  it('under an earlier embargo than the webhook is sent when that ends', async () => {
    await importEmbargoed(lake, START + HOUR)
    add({rule: {projection: '{_id, headline}'}})
    const off = add({isDisabledByUser: true, rule: {projection: '{_id, "again": true}'}})
    await told()
    expect(receiver.received).toEqual([])
    hooks().change(off.id, {isDisabledByUser: false})
    lake.setTime(START + HOUR)
    await told()
    await told()
    expect(receiver.received.map(({json}) => json).toSorted((a) => (a.again ? 1 : -1))).toEqual([
      {_id: 'held', headline: 'Under embargo'},
      {_id: 'held', again: true},
    ])
  })

  it('and was public before is sent as deleted', async () => {
    await write([{_id: 'a', _type: 'article', headline: 'Known', slug: {current: 'a'}}])
    add({rule: {projection: '{_id, headline}'}})
    const embargo = {until: new Date(START + HOUR).toISOString()}
    await write([{_id: 'a', _type: 'article', headline: 'News', slug: {current: 'a'}, embargo}])
    await told()
    expect(receiver.received.map((one) => [header(one, 'sanity-operation'), one.json])).toEqual([
      ['delete', {_id: 'a', headline: 'Known'}],
    ])
  })
})

describe('over HTTP', () => {
  const body = () => ({
    type: 'document',
    name: 'Rebuild',
    url: receiver.url,
    dataset: 'production',
    rule: {on: ['create', 'update'], filter: '_type == "article"', projection: '{_id}'},
    headers: {authorization: 'Bearer in-confidence'},
    secret: 'in confidence too',
  })

  it.each([
    [undefined, 401],
    ['journalist', 403],
    ['photoEditor', 403],
    ['editor', 403],
    ['developer', 201],
    ['administrator', 201],
  ] as const)('%s creating one gets %d', async (role, status) => {
    const response = await api(role, '', {method: 'POST', body: JSON.stringify(body())})
    expect(response.status).toBe(status)
    expect(hooks().list()).toHaveLength(status === 201 ? 1 : 0)
    expect((await api(role)).status).toBe(status === 201 ? 200 : status)
  })

  it('is created, changed, listed and deleted, and shows no secret', async () => {
    const made = await api('developer', '', {method: 'POST', body: JSON.stringify(body())})
    const {id} = (await made.clone().json()) as {id: string}
    const change = {name: 'Rebuild it', rule: {filter: '_type == "topic"'}}
    const changed = await api('developer', `/${id}`, {
      method: 'PATCH',
      body: JSON.stringify(change),
    })
    const listed = await api('administrator')
    const one = await api('administrator', `/${id}`)
    const texts = await Promise.all([made, changed, listed, one].map((answer) => answer.text()))
    for (const text of texts) expect(text).not.toContain('confidence')
    expect(JSON.parse(texts[3]!)).toMatchObject({
      name: 'Rebuild it',
      rule: {on: ['create', 'update'], filter: '_type == "topic"', projection: '{_id}'},
      headers: {authorization: '(hidden)'},
      hasSecret: true,
    })

    await editor.create(topic('ports', 'Ports'))
    await told()
    const [request] = receiver.received
    expect(header(request, 'authorization')).toBe('Bearer in-confidence')
    const signature = header(request, SIGNATURE_HEADER_NAME)
    expect(await isValidSignature(request!.body, signature, 'in confidence too')).toBe(true)
    const messages = await (await api('developer', `/${id}/messages`)).json()
    expect(messages).toMatchObject([{status: 'success', resultCode: 200, failureCount: 0}])
    const [attempt] = (await (await api('developer', `/${id}/attempts`)).json()) as [any]
    expect(attempt).toMatchObject({isFailure: false, resultCode: 200, inProgress: false})
    expect(await (await api('developer', `/attempts/${attempt.id}`)).json()).toEqual(attempt)
  })
})

describe('an address of this machine', () => {
  it('is refused in any spelling unless the operator allows it', async () => {
    const strict = await startLake()
    const urls = ['http://localhost:1/', 'http://2130706433/', 'http://[::ffff:10.0.0.1]/']
    for (const url of [receiver.url, ...urls]) {
      const given = {name: 'Inside', url, dataset: 'production'}
      expect(() => strict.lake.services.webhooks.add(given)).toThrow(/of this machine/)
    }
    await strict.close()
  })
})
