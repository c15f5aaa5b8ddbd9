import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {follow} from '../../../../studio/data/follow.ts'
import {loadUses, USES_LISTEN} from '../../../../studio/data/where-used/load-uses.ts'
import {usedIn} from '../../../../studio/data/where-used/used-in.ts'
import {startLake, type TestLake} from '../../../support/lake.ts'
import {store} from '../../../support/commit.ts'
import {quoting} from '../../../support/quotations.ts'
import {container, front, slot} from '../../../workflow/fronts/fronts.ts'

const ref = (_ref: string) => ({_type: 'reference', _ref})
const draftRef = (_ref: string, type: string) => ({
  ...ref(_ref),
  _weak: true,
  _strengthenOnPublish: {type},
})

let newsroom: TestLake
beforeAll(async () => {
  newsroom = await startLake()
  await write(
    {_id: 'siteSettings', _type: 'siteSettings', timeZone: 'Asia/Tokyo'},
    {_id: 'photo-ferry', _type: 'photoWithCredit'},
    {_id: 'photo-gull', _type: 'photoWithCredit'},
    {_id: 'ruth', _type: 'source', name: 'Ruth'},
    {_id: 'quote-a', _type: 'expertQuote', text: 'A', speakers: [{_key: 's', source: ref('ruth')}]},
    {
      _id: 'drafts.quote-b',
      _type: 'expertQuote',
      text: 'B',
      speakers: [{_key: 's', source: ref('ruth')}],
    },
    {
      _id: 'story',
      _type: 'article',
      headline: 'Live',
      firstPublishedAt: '2026-11-20T06:00:00Z',
      leadPhoto: {photo: ref('photo-ferry')},
      body: [{_key: 'q', _type: 'quoteUse', quote: ref('quote-a')}],
    },
    {
      _id: 'drafts.story',
      _type: 'article',
      headline: 'Live',
      leadPhoto: {photo: ref('photo-gull')},
    },
    {
      _id: 'drafts.planned',
      _type: 'article',
      headline: 'Planned',
      leadPhoto: {photo: ref('photo-ferry'), caption: 'Its own'},
      body: [{_key: 'q', _type: 'quoteUse', quote: draftRef('quote-b', 'expertQuote')}],
    },
    {_id: 'quote-c', _type: 'expertQuote', text: 'C', speakers: [{_key: 's', source: ref('carl')}]},
    {_id: 'carl', _type: 'source', name: 'Carl'},
    {
      _id: 'sentence',
      _type: 'article',
      headline: 'Sentence',
      firstPublishedAt: '2026-11-21T06:00:00Z',
      body: [
        quoting('other', 'Words of nobody.'),
        quoting('p', ['“C,”', 'quote-c'], ' he said, ', ['“C.”', 'quote-c']),
      ],
    },
    {_id: 'ada', _type: 'author', name: 'Ada', portrait: {photo: ref('photo-ferry')}},
  )
})
afterAll(() => newsroom.close())

const write = (...documents: object[]): Promise<void> => store(newsroom.lake, documents)

async function uses(id: string, type: string) {
  const client = newsroom.client('journalist')
  return usedIn({...(await loadUses(client, {id, type})), stateIsStored: true})
}

describe('where something is used, as a journalist finds it in the lake', () => {
  test('a photo: live, in a draft with words of its own, as a portrait; also where a draft dropped it', async () => {
    const found = await uses('photo-ferry', 'photoWithCredit')
    expect(found).toMatchObject([
      {id: 'story', live: {uses: [{place: 'leadPhoto'}]}, draft: {uses: []}},
      {id: 'ada', live: {uses: [{place: 'portrait'}]}},
      {id: 'planned', draft: {uses: [{place: 'leadPhoto', caption: 'Its own'}]}},
    ])
  })

  test('a photo that only a front shows', async () => {
    const picture = {_type: 'image', photo: ref('photo-pier')}
    await write(
      {_id: 'photo-pier', _type: 'photoWithCredit'},
      front(container('Top', [slot('story', {picture})])),
    )
    expect(await uses('photo-pier', 'photoWithCredit')).toMatchObject([
      {id: 'front-home', type: 'front', live: {uses: [{place: 'front'}]}},
    ])
  })

  test('a source: through a published quote, and through one that is only a draft', async () => {
    const found = await uses('ruth', 'source')
    expect(found).toMatchObject([
      {id: 'story', live: {uses: [{quote: {id: 'quote-a', as: 'speaker'}}]}},
      {id: 'planned', draft: {uses: [{quote: {id: 'quote-b', as: 'speaker'}}]}},
    ])
  })

  test.each([
    ['quote-c', 'expertQuote', undefined],
    ['carl', 'source', {id: 'quote-c', as: 'speaker'}],
  ])('%s: by each annotation in a sentence', async (id, type, quote) => {
    const place = (key: string) => ({
      path: `body[_key=="p"].markDefs[_key=="${key}"]`,
      place: 'text',
      ...(quote && {quote}),
    })
    expect(await uses(id, type)).toMatchObject([
      {id: 'sentence', live: {uses: [place('m0'), place('m2')]}},
    ])
  })

  test('with the newsroom’s zone, and what to listen to from now on', async () => {
    const loaded = await loadUses(newsroom.client('journalist'), {id: 'ruth', type: 'source'})
    expect(loaded.timeZone).toBe('Asia/Tokyo')
    expect(loaded.ids.toSorted()).toEqual(['quote-a', 'quote-b', 'ruth'])
  })
})

test('a new use is told by the listener, and so is its end', async () => {
  const client = newsroom.client('journalist')
  const values: string[][] = []
  let wake = (): void => {}
  const following = follow({
    client,
    listenTo: USES_LISTEN,
    params: {ids: ['photo-gull']},
    load: () => loadUses(client, {id: 'photo-gull', type: 'photoWithCredit'}),
    onValue(loaded) {
      values.push(usedIn({...loaded, stateIsStored: true}).map(({id}) => id))
      wake()
    },
    onError: (error) => {
      throw error
    },
    tag: 'test',
    pauseMs: 0,
  })
  const until = async (expected: string[]): Promise<void> => {
    while (values.at(-1)?.join() !== expected.join()) {
      await new Promise<void>((resolve) => void (wake = resolve))
    }
  }
  await until(['story'])
  const other = {_id: 'drafts.other', _type: 'article', headline: 'Other'}
  await write({...other, leadPhoto: {photo: ref('photo-gull')}})
  await until(['story', 'other'])
  await write(other)
  await until(['story'])
  following.close()
  expect(values.length).toBeGreaterThanOrEqual(3)
})
