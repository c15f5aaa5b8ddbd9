// Webhooks whose projection is too costly are switched off, and get the missed changes later.
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {compactionTable, openDatabase} from '@copydesk/lake/store'
import {afterEach, beforeEach, expect, it} from 'vitest'
import {HELD, importEmbargoed} from '../support/embargoed.ts'
import {START, startLake, type TestLake} from '../support/lake.ts'
import {type Receiver, startReceiver} from '@copydesk/lake/tests/webhooks/receiver.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const HOUR = 3_600_000
/** Makes more than four million characters of a document with a long text. */
const COSTLY = `{_id, "all": [${Array(12).fill('text').join(', ')}]}`
const CHEAP = '{_id}'
const TOO_LONG = 'Its projection makes a body that is too long.'

let folder: string
let lake: TestLake
let editor: SanityClient
let receiver: Receiver
beforeEach(async () => {
  folder = temporaryFolder()
  receiver = await startReceiver()
  await open()
})
afterEach(async () => {
  await lake.close()
  await receiver.close()
})

async function open(time = START): Promise<void> {
  lake = await startLake({dataFolder: folder, webhooksPrivate: 'allow', time})
  editor = lake.client('editor')
}
const hooks = () => lake.lake.services.webhooks
const add = (given: object = {}) =>
  hooks().add({
    name: 'Index',
    url: receiver.url,
    dataset: 'production',
    rule: {filter: '_type == "topic"', projection: COSTLY},
    ...given,
  })
const told = () => hooks().check()
const heard = () => receiver.received.map(({json}) => json._id)
const short = (_id: string) => editor.create({_id, _type: 'topic', title: _id, text: ''})
const long = (_id: string) =>
  editor.create({_id, _type: 'topic', title: _id, text: 'x'.repeat(400_000)})
/** `first` was sent. Three documents are too costly, the last in one transaction with `beside`. */
async function switchOff(): Promise<string> {
  const {id} = add()
  await short('first')
  await long('long-1')
  await long('long-2')
  await short('between')
  await told()
  lake.setTime(START + HOUR)
  const text = 'x'.repeat(400_000)
  await editor
    .transaction()
    .create({_id: 'long-3', _type: 'topic', title: 'long-3', text})
    .create({_id: 'beside', _type: 'topic', title: 'beside', text: ''})
    .commit()
  await told()
  expect(heard()).toEqual(['first', 'between'])
  return id
}

it('one document that is too costly again and again leaves a webhook on', async () => {
  const {id} = add()
  await long('monster')
  for (const title of ['a', 'b', 'c']) await editor.patch('monster').set({title}).commit()
  await short('other')
  await told()
  expect(heard()).toEqual(['other'])
  expect(hooks().get(id).switchedOff).toBeNull()
  expect(hooks().missed(id)).toBe(4)
})

it('three documents switch it off, with time and reason, in the API and in the metrics', async () => {
  add({name: 'By hand', isDisabledByUser: true})
  const id = await switchOff()
  const switchedOff = {at: new Date(START + HOUR).toISOString(), reason: TOO_LONG}
  expect(hooks().get(id)).toMatchObject({isDisabledByUser: false, switchedOff})
  const response = await lake.fetch(`/v2021-10-04/hooks/projects/copydesk/${id}`, {
    headers: {authorization: `Bearer ${lake.token('developer')}`},
  })
  expect(await response.json()).toMatchObject({
    isDisabled: true,
    isDisabledByUser: false,
    switchedOff,
  })
  const metrics = await (await lake.fetch('/metrics')).text()
  expect(metrics).toContain('copydesk_webhooks_off{by="itself"} 1\n')
  expect(metrics).toContain('copydesk_webhooks_off{by="person"} 1\n')
})

it('enabled, it is sent missed changes, in order, before new ones', async () => {
  const other = await startReceiver()
  add({name: 'Other', url: other.url, rule: {projection: CHEAP}})
  const id = await switchOff()
  await short('while-off')
  await editor.patch('while-off').set({title: 'Changed'}).commit()
  await told()
  expect(heard()).toEqual(['first', 'between'])

  const enabled = hooks().change(id, {isDisabledByUser: false, rule: {projection: CHEAP}})
  expect(enabled.catchUp).toMatchObject({since: new Date(START).toISOString(), lostSince: null})
  await short('after')
  await told()
  const missed = ['long-1', 'long-2', 'long-3', 'beside', 'while-off', 'while-off']
  expect(heard()).toEqual(['first', 'between', ...missed, 'after'])
  expect(hooks().get(id)).toMatchObject({switchedOff: null, catchUp: null})
  expect(hooks().missed(id)).toBe(0)
  expect(other.received.map(({json}) => json._id)).toEqual(
    'first,long-1,long-2,between,long-3,beside,while-off,while-off,after'.split(','),
  )
  await short('last')
  await told()
  expect(heard().at(-1)).toBe('last')
  expect(new Set(receiver.received.map(({headers}) => headers['idempotency-key'])).size).toBe(
    receiver.received.length,
  )
  await other.close()
})

it('enabled and still too costly, it is switched off again and loses nothing', async () => {
  const id = await switchOff()
  await short('while-off')
  hooks().change(id, {isDisabledByUser: false})
  await told()
  expect(hooks().get(id)).toMatchObject({switchedOff: {reason: TOO_LONG}, catchUp: null})
  await short('later')
  await told()
  hooks().change(id, {isDisabledByUser: false, rule: {projection: CHEAP}})
  await told()
  expect(heard()).toEqual('first,between,long-1,long-2,long-3,beside,while-off,later'.split(','))
})

it('is sent missed changes although the lake stops and starts in between', async () => {
  const id = await switchOff()
  await short('while-off')
  hooks().change(id, {isDisabledByUser: false, rule: {projection: CHEAP}})
  await lake.close()
  await open(START + HOUR)
  await short('after')
  await told()
  expect(heard()).toEqual('first,between,long-1,long-2,long-3,beside,while-off,after'.split(','))
  expect(hooks().get(id).catchUp).toBeNull()
})

it('is sent all that was not merged, and from when', async () => {
  const id = await switchOff()
  lake.setTime(START + 2 * HOUR)
  await short('forgotten')
  const database = openDatabase(join(folder, 'lake.sqlite'))
  compactionTable(database).beginMerging(lake.lake.services.log.last())
  database.close()
  lake.setTime(START + 3 * HOUR)
  await short('kept')
  expect(hooks().change(id, {isDisabledByUser: false, rule: {projection: CHEAP}}).catchUp).toEqual({
    after: expect.any(Number),
    since: new Date(START + 3 * HOUR).toISOString(),
    lostSince: new Date(START).toISOString(),
  })
  await told()
  // The changes that switched it off are known one by one, and still there.
  expect(heard()).toEqual('first,between,long-1,long-2,long-3,beside,kept'.split(','))
})

it('is sent an embargo that ends after it was enabled again, once', async () => {
  const id = await switchOff()
  // While no webhook is on, nobody follows the log.
  await importEmbargoed(lake, START + 2 * HOUR)
  hooks().change(id, {
    isDisabledByUser: false,
    rule: {filter: '_type in ["topic", "article"]', projection: CHEAP},
  })
  await told()
  expect(heard()).not.toContain(HELD.article)
  lake.setTime(START + 2 * HOUR)
  await told()
  await told()
  expect(heard().filter((one) => one === HELD.article)).toHaveLength(1)
})

it('starts again if a person switches it off as well', async () => {
  const id = await switchOff()
  await short('while-off')
  hooks().change(id, {isDisabledByUser: true})
  expect(hooks().get(id).switchedOff).toBeNull()
  expect(hooks().change(id, {isDisabledByUser: false}).catchUp).toBeNull()
  await short('after')
  await told()
  expect(heard()).toEqual(['first', 'between', 'after'])
})

it('is sent an embargo that ended while it was off, once', async () => {
  await importEmbargoed(lake, START + 2 * HOUR)
  const id = await switchOff()
  hooks().change(id, {rule: {filter: '_type in ["topic", "article"]'}})
  await short('earlier')
  lake.setTime(START + 2 * HOUR)
  await told()
  await short('later')
  hooks().change(id, {isDisabledByUser: false, rule: {projection: CHEAP}})
  await told()
  await told()
  const missed = ['long-1', 'long-2', 'long-3', 'beside', 'earlier', HELD.article, 'later']
  expect(heard().slice(2)).toEqual(missed)
})
