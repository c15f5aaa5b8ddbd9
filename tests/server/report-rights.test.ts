import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {DATASET} from '../../server/newsroom-lake.ts'
import {createRightsReporter, type RightsReporter} from '../../server/report-rights.ts'
import {startLake, type TestLake} from '../support/lake.ts'
import {store} from '../support/commit.ts'

const DAY = 24 * 60 * 60_000
const ref = (_ref: string) => ({_type: 'reference', _ref})

let newsroom: TestLake
let reporter: RightsReporter | undefined
let rounds: (() => void)[]

beforeEach(async () => {
  newsroom = await startLake()
  rounds = []
})
afterEach(async () => {
  reporter?.close()
  reporter = undefined
  await newsroom.close()
})

const write = (...documents: object[]): Promise<void> => store(newsroom.lake, documents)

/** Without its own round at the start: the test says when. */
function startReporter(): RightsReporter {
  const {lake, now} = newsroom
  reporter = createRightsReporter({
    lake,
    clock: now,
    repeat(run) {
      rounds.push(run)
      return () => void (rounds.length = 0)
    },
    onError: (error) => {
      throw error
    },
  })
  return reporter
}

const notifications = () =>
  newsroom.lake.services.documents.all(DATASET).filter(({_type}) => _type === 'notification')

const LIVE_WITH_ENDING_RIGHTS = [
  {_id: 'siteSettings', _type: 'siteSettings', timeZone: 'Asia/Tokyo'},
  {
    _id: 'photo-ferry',
    _type: 'photoWithCredit',
    creditLine: '© Sankei',
    rights: {validUntil: '2026-11-29T20:00:00Z'},
  },
  {
    _id: 'story',
    _type: 'article',
    headline: 'A story',
    leadPhoto: {_type: 'photoUse', photo: ref('photo-ferry')},
  },
]

describe('the rights of photos', () => {
  test('are reported to editors and photo editors, once', async () => {
    await write(...LIVE_WITH_ENDING_RIGHTS)
    const editor = newsroom.person('editor')
    const photoEditor = newsroom.person('photoEditor')
    newsroom.person('journalist')
    const gone = newsroom.person('editor', 'Somebody who left')
    newsroom.lake.services.access.users.disable(gone.id)

    const {report} = startReporter()
    await report()
    const told = notifications()
    expect(told.map(({recipient}) => recipient).toSorted()).toEqual(
      [editor.id, photoEditor.id].toSorted(),
    )
    expect(told[0]).toMatchObject({
      kind: 'rightsEnding',
      headline: 'A story',
      note: 'The rights to a photo in it (© Sankei) end on 30 November 2026.',
    })

    const before = newsroom.lake.services.log.last()
    expect(await report()).toBe(0)
    expect(newsroom.lake.services.log.last()).toBe(before)
  })

  test('are reported without anybody asking: at the start and in each round', async () => {
    await write(...LIVE_WITH_ENDING_RIGHTS)
    const {id} = newsroom.person('editor')
    const {report} = startReporter()
    // The round of the start was begun before this one and writes the same.
    await report()
    expect(notifications()).toHaveLength(1)

    newsroom.setTime(newsroom.now() + 7 * DAY)
    expect(rounds).toHaveLength(1)
    rounds[0]!()
    await report()
    expect(notifications().map(({_id}) => _id)).toEqual([
      `notification.rights.photo-ferry.story.2026-11-29.ended.${id}`,
      `notification.rights.photo-ferry.story.2026-11-29.${id}`,
    ])
  })

  test('keep what the recipient has read', async () => {
    await write(...LIVE_WITH_ENDING_RIGHTS)
    newsroom.person('editor')
    const {report} = startReporter()
    await report()
    const [told] = notifications()
    await write({...told!, readAt: '2026-11-25T10:05:00Z'})
    await report()
    expect(notifications()).toMatchObject([{readAt: '2026-11-25T10:05:00Z'}])
  })

  test('stay with the newsroom: no reader sees a notification', async () => {
    await write(...LIVE_WITH_ENDING_RIGHTS)
    newsroom.person('editor')
    await startReporter().report()
    expect(notifications()).toHaveLength(1)
    expect(await newsroom.client().fetch('count(*[_type == "notification"])')).toBe(0)
  })
})
