import 'fake-indexeddb/auto'
import {beforeEach, expect, test} from 'vitest'
import {
  forget,
  keep,
  keptHere,
  rebase,
  setAside,
  settle,
} from '../../../../../studio/plugins/session/unsaved/keeper.ts'
import {watchSaves} from '../../../../../studio/plugins/session/unsaved/sent-saves.ts'
import {forgetWork, workOf} from '../../../../../studio/plugins/session/unsaved/unsaved-store.ts'

const AUTHOR = {person: 'ingrid', dataset: 'production', type: 'article', window: 'one'}
const version = (headline: string) => ({_id: 'drafts.ferry', _type: 'article', headline})
const words = (base: string, mine: string) => ({base: version(base), mine: version(mine)})

beforeEach(async () => {
  await forget('drafts.ferry')
  for (const work of await workOf('ingrid')) await forgetWork(work)
})

test('keeps the newest words until the lake has them', async () => {
  void keep('drafts.ferry', AUTHOR, words('A', 'Ab'))
  await keep('drafts.ferry', AUTHOR, words('A', 'Abc'), 0)
  expect(await workOf('ingrid')).toEqual([
    {
      ...AUTHOR,
      id: 'drafts.ferry',
      ...words('A', 'Abc'),
      sent: [],
      changedAt: '1970-01-01T00:00:00.000Z',
    },
  ])
  expect(keptHere.get()).toEqual({unsaved: 1, isRefused: false, left: 0, isTyping: false})
  await forget('drafts.ferry')
  expect(await workOf('ingrid')).toEqual([])
  expect(keptHere.get()).toEqual({unsaved: 0, isRefused: false, left: 0, isTyping: false})
})

test('shows nobody the words of another person', async () => {
  await keep('drafts.ferry', AUTHOR, words('A', 'B'))
  expect(await workOf('tomas')).toEqual([])
  expect(await workOf('ingri')).toEqual([])
})

test('each window has its own', async () => {
  await keep('drafts.ferry', AUTHOR, words('A', 'B'), 1)
  await keep('drafts.ferry', {...AUTHOR, window: 'two'}, words('A', 'C'), 2)
  expect((await workOf('ingrid')).map(({mine}) => mine['headline'])).toEqual(['C', 'B'])
})

test('a save is written down before it is sent, until the document shows it', async () => {
  const seen: unknown[] = []
  let answer = (): void => {}
  const page = {
    location: {href: 'http://127.0.0.1/studio'},
    fetch: async () => {
      const [work] = await workOf('ingrid')
      seen.push(work?.sent)
      await new Promise<void>((resolve) => (answer = resolve))
      return new Response('{}')
    },
  }
  watchSaves(page)
  await keep('drafts.ferry', AUTHOR, words('A', 'B'))
  const body = JSON.stringify({
    transactionId: 't1',
    actions: [{actionType: 'sanity.action.document.edit', draftId: 'drafts.ferry', patch: {}}],
  })
  const url = 'http://127.0.0.1/v2025-02-19/data/actions/production?tag=x'
  const sending = page.fetch(...([url, {method: 'POST', body}] as unknown as []))
  await expect.poll(() => seen).toEqual([[{transactionId: 't1', body}]])
  answer()
  await sending
  // The answer may come before the document shows the save.
  await keep('drafts.ferry', AUTHOR, words('A', 'C'))
  expect((await workOf('ingrid'))[0]).toMatchObject({base: version('A'), sent: [{body}]})
  rebase('drafts.ferry', version('B'), 't1')
  await keep('drafts.ferry', AUTHOR, words('B', 'C'))
  expect((await workOf('ingrid'))[0]).toMatchObject({base: version('B'), sent: []})
})

test('a refused save is not sent again', async () => {
  const page = {
    location: {href: 'http://127.0.0.1/studio'},
    fetch: async () => new Response('{}', {status: 403}),
  }
  watchSaves(page)
  await keep('drafts.ferry', AUTHOR, words('A', 'B'))
  const body = JSON.stringify({transactionId: 't2', mutations: [{patch: {id: 'drafts.ferry'}}]})
  const url = 'http://127.0.0.1/v1/data/mutate/production'
  await page.fetch(...([url, {method: 'POST', body}] as unknown as []))
  await keep('drafts.ferry', AUTHOR, words('A', 'C'))
  expect((await workOf('ingrid'))[0]?.sent).toEqual([])
})

test('unsaved words of a document that was read again stay until the lake shows them', async () => {
  await keep('drafts.ferry', AUTHOR, words('A', 'A new'))
  setAside('drafts.ferry')
  await forget('drafts.ferry')
  await expect.poll(async () => (await workOf('ingrid')).length).toBe(1)
  // What is written from now on begins without them.
  await keep('drafts.ferry', AUTHOR, words('A', 'A!'))
  settle('drafts.ferry', version('A'))
  expect((await workOf('ingrid')).map(({mine}) => mine['headline']).toSorted()).toEqual([
    'A new',
    'A!',
  ])
  settle('drafts.ferry', version('Not A new'))
  await expect
    .poll(async () => (await workOf('ingrid')).map(({mine}) => mine['headline']))
    .toEqual(['A!'])
})
