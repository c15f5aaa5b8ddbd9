import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import type {DeskSnapshot} from '../../../../studio/plugins/review-desk/desk-records.ts'
import {
  createDeskFollower,
  type DeskClient,
} from '../../../../studio/plugins/review-desk/follow-desk.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

interface Stored {
  _id: string
  headline?: string
  text?: string
  stage?: string
}

/** A lake with a few documents that counts what it is asked. */
function openDesk(documents: Stored[], timeZone = 'Europe/London') {
  const stored = new Map(documents.map((document) => [document._id, document]))
  const asked: {tag: string; params: Record<string, unknown>}[] = []
  const snapshots: DeskSnapshot[] = []
  const errors: string[] = []
  let emit: (event: {type: string; documentId?: string}) => void = () => {}
  let breakOff: (error: Error) => void = () => {}
  let isListening = false
  let fails = false
  const client: DeskClient = {
    fetch: (async (_query: string, params: Record<string, unknown>, {tag}: {tag: string}) => {
      asked.push({tag, params})
      if (fails) throw new Error('The lake is away.')
      if (tag === 'desk.frame') {
        return {
          frame: {sections: [], myAuthors: [], timeZone},
          drafts: [...stored.keys()].filter((id) => id.startsWith('drafts.')),
          open: [...stored.keys()].flatMap((id) =>
            id.startsWith('review.') ? id.slice('review.'.length) : [],
          ),
          closed: [null],
          today: [],
          publishedAgain: [],
        }
      }
      const find = (ids: unknown) => (ids as string[]).flatMap((id) => stored.get(id) ?? [])
      return {articles: find(params['articles']), reviews: find(params['reviews'])}
    }) as DeskClient['fetch'],
    listen: () => ({
      subscribe({next, error}) {
        isListening = true
        emit = next
        breakOff = error
        return {unsubscribe: () => void (isListening = false)}
      },
    }),
  }
  const follower = createDeskFollower({
    client,
    me: 'uMe',
    stateIsStored: true,
    startOfDay: (zone) => `day in ${zone}`,
    onSnapshot: (snapshot) => snapshots.push(snapshot),
    onError: ({message}) => errors.push(message),
  })
  return {
    follower,
    asked,
    snapshots,
    errors,
    put: (document: Stored) => void stored.set(document._id, document),
    remove: (id: string) => void stored.delete(id),
    fail: (now: boolean) => void (fails = now),
    isListening: () => isListening,
    breakOff(message: string) {
      isListening = false
      breakOff(new Error(message))
    },
    async happen(...events: {type: string; documentId?: string}[]) {
      for (const event of events) emit(event)
      await vi.advanceTimersByTimeAsync(1_000)
    },
    headlines: () =>
      [...(snapshots.at(-1)?.entries ?? [])].map(([id, {draft, published, review}]) => [
        id,
        draft?.headline ?? published?.headline ?? null,
        review?.stage ?? null,
      ]),
  }
}

const WELCOME = {type: 'welcome'}
const changed = (documentId: string) => ({type: 'mutation', documentId})
const frames = (desk: ReturnType<typeof openDesk>) =>
  desk.asked.filter(({tag}) => tag === 'desk.frame')

describe('following the desk', () => {
  test('joins each article’s two sides with its review, and counts its words', async () => {
    const desk = openDesk([
      {_id: 'drafts.a', headline: 'Draft', text: 'Two words'},
      {_id: 'a', headline: 'Live'},
      {_id: 'review.a', stage: 'inReview'},
      {_id: 'b', headline: 'Other'},
      {_id: 'review.b', stage: 'approved'},
    ])
    await desk.happen(WELCOME)
    const entries = desk.snapshots.at(-1)?.entries
    expect(entries?.get('a')).toMatchObject({
      draft: {headline: 'Draft', length: {count: 2, unit: 'words'}, bylines: [], authors: []},
      published: {headline: 'Live'},
      review: {stage: 'inReview'},
    })
    expect(entries?.get('a')?.draft).not.toHaveProperty('text')
    expect(entries?.get('b')).toMatchObject({draft: null, published: {headline: 'Other'}})
  })

  test('loads today’s pieces in the newsroom’s zone, which it loads first', async () => {
    const desk = openDesk([], 'Asia/Tokyo')
    await desk.happen(WELCOME)
    expect(frames(desk).map(({params}) => params['startOfDay'])).toEqual([
      'day in UTC',
      'day in Asia/Tokyo',
    ])
    await desk.happen(WELCOME)
    expect(frames(desk)).toHaveLength(3)
  })

  test('loads only what has changed, once for a burst of keys', async () => {
    const desk = openDesk([{_id: 'drafts.a', headline: 'Before'}, {_id: 'drafts.b'}])
    await desk.happen(WELCOME)
    const before = desk.asked.length
    desk.put({_id: 'drafts.a', headline: 'After'})
    await desk.happen(changed('drafts.a'), changed('drafts.a'), changed('drafts.a'))
    expect(desk.asked.slice(before)).toEqual([
      {tag: 'desk.entries', params: {articles: ['drafts.a', 'a'], reviews: ['review.a']}},
    ])
    expect(desk.headlines()).toEqual([
      ['a', 'After', null],
      ['b', null, null],
    ])
  })

  test('adds new pieces and drops deleted ones', async () => {
    const desk = openDesk([{_id: 'drafts.a', headline: 'A'}])
    await desk.happen(WELCOME)
    desk.put({_id: 'drafts.b', headline: 'B'})
    desk.put({_id: 'review.b', stage: 'inReview'})
    desk.remove('drafts.a')
    await desk.happen(changed('review.b'), changed('drafts.a'))
    expect(desk.headlines()).toEqual([['b', 'B', 'inReview']])
  })

  test('loads everything again after an interruption, and after many changes', async () => {
    const desk = openDesk([{_id: 'drafts.a'}])
    await desk.happen(WELCOME)
    const count = frames(desk).length
    await desk.happen({type: 'reconnect'})
    expect(frames(desk)).toHaveLength(count)
    await desk.happen(WELCOME)
    expect(frames(desk)).toHaveLength(count + 1)
    await desk.happen(...Array.from({length: 301}, (_, index) => changed(`drafts.x${index}`)))
    expect(frames(desk)).toHaveLength(count + 2)
  })

  test('loads many in several requests', async () => {
    const desk = openDesk(Array.from({length: 310}, (_, index) => ({_id: `drafts.x${index}`})))
    await desk.happen(WELCOME)
    expect(desk.asked.filter(({tag}) => tag === 'desk.entries')).toHaveLength(3)
    expect(desk.snapshots.at(-1)?.entries.size).toBe(310)
  })

  test('keeps its pieces if the lake fails, and loads again on request', async () => {
    const desk = openDesk([{_id: 'drafts.a', headline: 'A'}])
    await desk.happen(WELCOME)
    desk.fail(true)
    await desk.happen(changed('drafts.a'))
    expect(desk.errors).toEqual(['The lake is away.'])
    expect(desk.snapshots).toHaveLength(1)
    desk.fail(false)
    desk.follower.reload()
    await desk.happen()
    expect(desk.snapshots).toHaveLength(2)
  })

  test('listens again on request, if the listener has ended for good', async () => {
    const desk = openDesk([{_id: 'drafts.a'}])
    await desk.happen(WELCOME)
    desk.breakOff('The listener takes too long.')
    expect(desk.errors).toEqual(['The listener takes too long.'])
    desk.follower.reload()
    expect(desk.isListening()).toBe(true)
    await desk.happen(WELCOME)
    expect(desk.snapshots).toHaveLength(2)
  })

  test('does nothing after it is closed', async () => {
    const desk = openDesk([{_id: 'drafts.a'}])
    await desk.happen(WELCOME)
    desk.follower.close()
    await desk.happen(changed('drafts.a'))
    expect(desk.isListening()).toBe(false)
    expect(desk.snapshots).toHaveLength(1)
  })
})
