// Webhooks on the dataset of comments and tasks, where readers see nothing.
import {afterAll, beforeAll, expect, it} from 'vitest'
import {createNewsroomLake} from '../../server/newsroom-lake.ts'
import {purgeDocument} from '../../server/operations/purge/purge-document.ts'
import {type Receiver, startReceiver} from '@copydesk/lake/tests/webhooks/receiver.ts'
import {startLake, type TestLake} from '../support/lake.ts'
import {openDesk, type Desk} from '../support/piece.ts'
import {comment, COMMENTS, message, commentsIn} from '../support/comments.ts'

let lake: TestLake
let desk: Desk
let receiver: Receiver
beforeAll(async () => {
  lake = await startLake({webhooksPrivate: 'allow', serve: false})
  desk = await openDesk(lake)
  receiver = await startReceiver()
})
afterAll(async () => {
  await lake.close()
  await receiver.close()
})

const hooks = () => lake.lake.services.webhooks
const add = (more: object = {}) =>
  hooks().add({name: 'CommentsClient', url: receiver.url, dataset: COMMENTS, ...more})
const say = async (id: string, words: string): Promise<void> => {
  const said = {...comment(id, desk.journalist, 'article-a'), message: message(words)}
  const answer = await commentsIn(lake).mutate(desk.journalist, [{create: said}])
  expect(answer.status, await answer.text()).toBe(200)
}

it('one with the rights of readers is refused, because it would be sent nothing', () => {
  expect(() => add()).toThrow(
    /^Readers cannot see any documents in "production-comments"\. .* \(--drafts\)/,
  )
  expect(hooks().list()).toEqual([])
})

it('one with the rights of staff is sent comments, and purging removes them', async () => {
  const {id} = add({includeDrafts: true, rule: {on: ['create'], projection: '{_id, message}'}})
  await say('c1', 'The skipper rings at night')
  await hooks().check()
  expect(receiver.received).toHaveLength(1)
  expect(receiver.received[0]?.json).toMatchObject({_id: 'c1'})
  receiver.answer(503)
  await say('c2', 'The skipper rings at noon')
  await hooks().check()
  expect(hooks().messages(id)).toHaveLength(2)

  const beside = createNewsroomLake({dataFolder: lake.folder, origin: lake.origin})
  for (const said of ['c1', 'c2']) {
    const work = {lake: beside, dataFolder: lake.folder, by: 'Ada', confirm: async () => true}
    expect(await purgeDocument({...work, id: said})).toMatchObject({documents: [said]})
  }
  await beside.close()
  receiver.answer(200)
  await hooks().check()
  expect(hooks().messages(id)).toEqual([])
  expect(receiver.received.map(({body}) => body).at(-1)).toContain('noon')
  expect(receiver.received).toHaveLength(2)
})
