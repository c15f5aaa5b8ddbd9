// Responses to queries have an ETag and say who may cache them. A page's valid response is neither
// sent nor computed again. Live events name what the responses depend on.
import type {LiveEvent} from '@sanity/client'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {collector} from '@copydesk/lake/tests/listen/collect.ts'
import {HELD, importEmbargoed, mutate} from '../support/embargoed.ts'
import {START, startLake, type TestLake} from '../support/lake.ts'

let lake: TestLake
beforeEach(async () => {
  lake = await startLake()
  await write(
    {_id: 'ada', _type: 'author', name: 'Ada'},
    {_id: 'world', _type: 'section', title: 'World'},
  )
})
afterEach(() => lake.close())

async function write(...documents: object[]): Promise<void> {
  const mutations = documents.map((document) => ({createOrReplace: document}))
  expect(await mutate(lake, mutations)).toBe(200)
}

const AUTHORS = '*[_type == "author"] | order(name){name}'
const address = (query: string, more: Record<string, string> = {}) =>
  `/v2025-02-19/data/query/production?${new URLSearchParams({query, ...more})}`

const ask = (query: string, headers: Record<string, string> = {}, more?: Record<string, string>) =>
  lake.fetch(address(query, more), {headers})
const etagOf = async (query: string): Promise<string> => (await ask(query)).headers.get('etag')!
/** The response to a page that has this ETag already. */
const again = async (query: string, etag: string): Promise<number> =>
  (await ask(query, {'if-none-match': etag})).status
const evaluations = () => vi.spyOn(lake.lake.services.engine, 'queryJson')

describe('A response for everybody', () => {
  it('can be cached but must be revalidated, for each credential and origin', async () => {
    const response = await ask(AUTHORS)
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect(response.headers.get('etag')).toMatch(/^"[\w-]+"$/)
    const vary = response.headers.get('vary')!.toLowerCase()
    for (const name of ['authorization', 'cookie', 'origin']) expect(vary).toContain(name)
  })

  it('is not sent again, even if a proxy has changed the ETag', async () => {
    const etag = await etagOf(AUTHORS)
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const response = await ask(AUTHORS, {'if-none-match': known})
      expect(response.status).toBe(304)
      expect(response.headers.get('etag')).toBe(etag)
      expect(response.headers.get('cache-control')).toMatch(/^public/)
      expect(await response.text()).toBe('')
    }
    expect(await again(AUTHORS, '"other"')).toBe(200)
    const head = await lake.fetch(address(AUTHORS), {method: 'HEAD'})
    expect(head.headers.get('etag')).toBe(etag)
  })

  it('is compressed for clients that accept it, with an ETag of its own', async () => {
    const plain = await ask(AUTHORS, {'accept-encoding': 'identity'})
    const packed = await ask(AUTHORS, {'accept-encoding': 'br'})
    expect([plain, packed].map(({headers}) => headers.get('content-encoding'))).toEqual([
      null,
      'br',
    ])
    expect(await packed.text()).toBe(await plain.text())
    const etag = packed.headers.get('etag')!
    expect(etag).not.toBe(plain.headers.get('etag'))
    const known = await ask(AUTHORS, {'accept-encoding': 'br', 'if-none-match': etag})
    expect([known.status, known.headers.get('etag')]).toEqual([304, etag])
    expect(known.headers.get('vary')).toContain('Accept-Encoding')
  })

  it('has other ETags with other parameters, perspectives or parts', async () => {
    const query = '*[_type == $type][0]._type'
    const asked: [string, Record<string, string>][] = [
      [query, {$type: '"author"'}],
      [query, {$type: '"section"'}],
      [AUTHORS, {}],
      [AUTHORS, {returnQuery: 'false'}],
      [`${AUTHORS}[0]`, {}],
    ]
    const etags = await Promise.all(
      asked.map(async ([groq, more]) => (await ask(groq, {}, more)).headers.get('etag')),
    )
    expect(new Set(etags).size).toBe(asked.length)
  })

  it('has the same bytes under the same ETag', async () => {
    const first = await ask(AUTHORS)
    await write({_id: 'ada', _type: 'author', name: 'Ada', expertise: ['Engines']})
    const second = await ask(AUTHORS)
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'))
    expect(await second.text()).toBe(await first.text())
  })

  it('is computed again when one of its types changes, and not before', async () => {
    const etag = await etagOf(AUTHORS)
    const spy = evaluations()
    await write({_id: 'world', _type: 'section', title: 'The world'})
    await lake
      .client('journalist')
      .createOrReplace({_id: 'drafts.ada', _type: 'author', name: 'A draft'})
    expect(await again(AUTHORS, etag)).toBe(304)
    expect(spy).toHaveBeenCalledTimes(0)
    await write({_id: 'ada', _type: 'author', name: 'Ada Lovelace'})
    const response = await ask(AUTHORS, {'if-none-match': etag})
    expect(response.status).toBe(200)
    expect(response.headers.get('etag')).not.toBe(etag)
    expect(await response.json()).toMatchObject({result: [{name: 'Ada Lovelace'}]})
    expect(spy).toHaveBeenCalledTimes(1)
  })

  it('is reused after other changes: others of the type, their fields and references', async () => {
    const to = (_ref: string) => ({_type: 'reference', _ref})
    const piece = (_id: string, slug: string, section: string, more = {}) => ({
      _id,
      _type: 'article',
      slug: {_type: 'slug', current: slug},
      section: to(section),
      byline: to('ada'),
      ...more,
    })
    await write(
      {_id: 'home', _type: 'section', title: 'Home'},
      {_id: 'bob', _type: 'author', name: 'Bob'},
      {_id: 'topic', _type: 'topic', title: 'Waves'},
      piece('a', 'one', 'world'),
      piece('b', 'two', 'home', {byline: to('topic')}),
    )
    const bySlug =
      '*[_type == "article" && slug.current == "one"][0]{"by": byline->name, "n": note}'
    const bySection = '*[_type == "article" && section._ref == "world"]{"slug": slug.current}'
    const byId = '*[_id == "world"][0].title'
    const uses =
      '*[_type == "author"]{name, "n": count(*[_type == "article" && references(^._id)])}'
    const all = [bySlug, bySection, byId, uses]
    const etags = new Map<string, string>()
    for (const query of all) etags.set(query, await etagOf(query))
    const spy = evaluations()
    /** Which responses were computed again, and which of them differ. */
    const after = async (...documents: object[]) => {
      await write(...documents)
      const made: string[] = []
      const other: string[] = []
      for (const query of all) {
        spy.mockClear()
        const response = await ask(query, {'if-none-match': etags.get(query)!})
        if (spy.mock.calls.length > 0) made.push(query)
        if (response.status === 200) other.push(query)
        etags.set(query, response.headers.get('etag')!)
      }
      return {made, other}
    }
    const nothing = {made: [], other: []}
    expect(await after({_id: 'topic', _type: 'topic', title: 'Tides'})).toEqual(nothing)
    expect(await after({_id: 'home', _type: 'section', title: 'At home'})).toEqual(nothing)
    expect(await after(piece('b', 'three', 'home', {byline: to('topic')}))).toEqual(nothing)
    expect(await after({_id: 'bob', _type: 'author', name: 'Robert'})).toEqual({
      made: [uses],
      other: [uses],
    })
    expect(await after({_id: 'world', _type: 'section', title: 'The world'})).toEqual({
      made: [byId],
      other: [byId],
    })
    expect(await after(piece('b', 'three', 'world', {byline: to('topic')}))).toEqual({
      made: [bySection],
      other: [bySection],
    })
    expect(await after(piece('b', 'one', 'home', {byline: to('topic')}))).toEqual({
      made: [bySlug, bySection],
      other: [bySection],
    })
    expect(await after({_id: 'ada', _type: 'author', name: 'Ada L.'})).toEqual({
      made: [bySlug, uses],
      other: [bySlug, uses],
    })
  })

  it('follows a reference to the content that it shows', async () => {
    const query = '*[_type == "author"]{"section": section->title}'
    await write({_id: 'ada', _type: 'author', section: {_type: 'reference', _ref: 'world'}})
    const etag = await etagOf(query)
    await write({_id: 'world', _type: 'section', title: 'The world'})
    expect(await again(query, etag)).toBe(200)
  })

  it('includes the writes of another process', async () => {
    const etag = await etagOf(AUTHORS)
    const other = await startLake({dataFolder: lake.folder})
    try {
      await other.client('importer').createOrReplace({_id: 'ada', _type: 'author', name: 'Other'})
      expect(await again(AUTHORS, etag)).toBe(200)
    } finally {
      await other.close()
    }
  })

  it('is computed again when the clock decides', async () => {
    const query = '*[_type == "author" && dateTime($then) <= dateTime(now())]._id'
    const then = {$then: JSON.stringify(new Date(START + 5_000).toISOString())}
    const etag = (await ask(query, {}, then)).headers.get('etag')!
    expect((await ask(query, {'if-none-match': etag}, then)).status).toBe(304)
    lake.setTime(START + 5_000)
    const response = await ask(query, {'if-none-match': etag}, then)
    expect(await response.json()).toMatchObject({result: ['ada']})
  })

  it('includes content under embargo from the second in which the embargo ends', async () => {
    const query = '*[_type == "article"] | order(_id)._id'
    await importEmbargoed(lake, START + 60_000)
    const etag = await etagOf(query)
    lake.setTime(START + 59_999)
    expect(await again(query, etag)).toBe(304)
    lake.setTime(START + 60_000)
    const response = await ask(query, {'if-none-match': etag})
    expect(await response.json()).toMatchObject({result: ['held', 'open']})
  })

  it('stays valid as time passes if only a draft has an embargo', async () => {
    await write({
      _id: 'drafts.soon',
      _type: 'article',
      embargo: {until: new Date(START + 60_000).toISOString()},
    })
    const etag = await etagOf(AUTHORS)
    const asked = evaluations()
    lake.setTime(START + 5_000)
    expect(await again(AUTHORS, etag)).toBe(304)
    expect(asked).not.toHaveBeenCalled()
  })

  it.each([
    ['nothing was under embargo', START],
    ['an embargo was over', START + 60_000],
  ])('that was cached when %s hides later embargoes in time', async (_when, time) => {
    const query = '*[_type == "article" && _id in ["held", "other"]] | order(_id)._id'
    if (time > START) await importEmbargoed(lake, time)
    lake.setTime(time)
    const etag = await etagOf(query)
    const until = new Date(time + 60_000).toISOString()
    await write({_id: 'other', _type: 'article', embargo: {until}})
    expect(await again(query, etag)).toBe(304)
    lake.setTime(time + 60_000)
    const response = await ask(query, {'if-none-match': etag})
    expect(((await response.json()) as {result: string[]}).result).toContain('other')
  })

  it('can be cached again after an embargo', async () => {
    await importEmbargoed(lake, START + 60_000)
    lake.setTime(START + 60_000)
    const etag = await etagOf(AUTHORS)
    const asked = evaluations()
    lake.setTime(START + 90_000)
    expect(await again(AUTHORS, etag)).toBe(304)
    expect(asked).not.toHaveBeenCalled()
  })

  it.each([HELD['lead photo'], HELD['source of the quote'], HELD.correction])(
    'includes %s when its article comes out, without another change',
    async (id) => {
      await importEmbargoed(lake, START + 60_000)
      const {_type} = lake.lake.services.documents.get('production', id)!
      const query = `*[_type == "${_type}" && defined(_id)]._id`
      const before = await ask(query)
      expect(await before.clone().text()).not.toContain(id)
      expect(await mutate(lake, [{patch: {id: HELD.article, unset: ['embargo']}}])).toBe(200)
      const after = await ask(query, {'if-none-match': before.headers.get('etag')!})
      expect(await after.text()).toContain(id)
    },
  )
})

describe('A response for one person or program', () => {
  it('is stored on no disk and in no cache, and still has an ETag', async () => {
    const {cookie} = lake.person('editor')
    for (const who of [{cookie}, {authorization: `Bearer ${lake.readerToken()}`}] as Record<
      string,
      string
    >[]) {
      const response = await ask(AUTHORS, who)
      expect(response.headers.get('cache-control')).toBe('private, no-store')
      expect(response.headers.get('content-encoding')).toBeNull()
      const etag = response.headers.get('etag')!
      expect((await ask(AUTHORS, {...who, 'if-none-match': etag})).status).toBe(304)
    }
  })

  it('is shared by people with the same rights, until somebody types', async () => {
    const query = '*[_type == "author"]{_id, name}'
    const [first, second] = [lake.person('editor'), lake.person('editor')]
    const asked = async ({cookie}: {cookie: string}) => {
      const response = await ask(query, {cookie}, {perspective: 'raw'})
      return ((await response.json()) as {result: {_id: string}[]}).result.map(({_id}) => _id)
    }
    const spy = evaluations()
    expect(await asked(first)).toEqual(['ada'])
    expect(await asked(second)).toEqual(['ada'])
    expect(spy).toHaveBeenCalledTimes(1)
    await lake.client('editor').create({_id: 'drafts.new', _type: 'author', name: 'New'})
    expect(await asked(first)).toEqual(['ada', 'drafts.new'])
    expect(await asked(second)).toEqual(['ada', 'drafts.new'])
    await lake.client('editor').create({_id: 'drafts.other', _type: 'section', title: 'New'})
    expect(await asked(first)).toEqual(['ada', 'drafts.new'])
    expect(spy).toHaveBeenCalledTimes(2)
  })

  it('is not sent to others, and does not match their ETag', async () => {
    const query = '*[_type == "author"]._id'
    const who = {authorization: `Bearer ${lake.token('editor')}`}
    await lake.client('editor').create({_id: 'drafts.new', _type: 'author', name: 'New'})
    const anonymous = await ask(query, {}, {perspective: 'raw'})
    const staff = await ask(
      query,
      {...who, 'if-none-match': anonymous.headers.get('etag')!},
      {perspective: 'raw'},
    )
    expect(await staff.json()).toMatchObject({result: ['ada', 'drafts.new']})
    expect(await (await ask(query, {}, {perspective: 'raw'})).json()).toMatchObject({
      result: ['ada'],
    })
  })
})

it('A query in a body gets a response without an ETag', async () => {
  const init = {method: 'POST', body: JSON.stringify({query: AUTHORS})}
  const response = await lake.fetch(address(''), init)
  expect(await response.json()).toMatchObject({result: [{name: 'Ada'}]})
  expect(response.headers.get('etag')).toBeNull()
})

describe('Live', () => {
  it(
    'a thousand open pages cost one evaluation for each change',
    {tags: ['full'], timeout: 60_000},
    async () => {
      const pages = 1_000
      const events = collector<string>()
      const stop = new AbortController()
      const {fetch} = lake.lake
      const live = `${lake.origin}/v2025-02-19/data/live/events/production`
      const query = `${lake.origin}${address(AUTHORS)}`
      const streams = Array.from({length: pages}, async () => {
        const response = await fetch(new Request(live))
        const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
        stop.signal.addEventListener('abort', () => void reader.cancel())
        for (;;) {
          const {done, value} = await reader.read()
          if (done) return
          if (value.includes('event: ')) events.add(value)
        }
      })
      await events.until(pages)
      const spy = evaluations()
      for (const name of ['One', 'Two', 'Three']) {
        events.items.length = 0
        await write({_id: 'ada', _type: 'author', name})
        await events.until(pages)
        expect(events.items.every((text) => text.includes('s1:author'))).toBe(true)
        spy.mockClear()
        const answers = await Promise.all(
          Array.from({length: pages}, async () => {
            const response = await fetch(new Request(query))
            return await response.text()
          }),
        )
        expect(new Set(answers).size).toBe(1)
        expect(answers[0]).toContain(`"name":"${name}"`)
        expect(spy).toHaveBeenCalledTimes(1)
      }
      stop.abort()
      await Promise.all(streams)
    },
  )

  it('the real client gets the tags of the responses that a change affects', async () => {
    const client = lake.client()
    const tagsOf = async (query: string) =>
      (await client.fetch(query, {}, {filterResponse: false})).syncTags!
    const heard = collector<LiveEvent>()
    const subscription = client.live.events().subscribe((event) => heard.add(event))
    try {
      expect((await heard.until(1))[0]).toMatchObject({type: 'welcome'})
      const [authors, sections, everything] = [
        await tagsOf(AUTHORS),
        await tagsOf('*[_type == "section"]'),
        await tagsOf('count(*)'),
      ]
      await write({_id: 'ada', _type: 'author', name: 'Ada Lovelace'})
      const event = (await heard.until(2))[1]!
      if (event.type !== 'message') throw new Error(`The event is a ${event.type}.`)
      const touched = (tags: readonly string[]) =>
        tags.some((tag) => (event.tags as string[]).includes(tag))
      expect([touched(authors), touched(sections), touched(everything)]).toEqual([
        true,
        false,
        true,
      ])
      // As it fetches again after an event.
      const fresh = await client.fetch(AUTHORS, {}, {lastLiveEventId: event.id})
      expect(fresh).toEqual([{name: 'Ada Lovelace'}])
    } finally {
      subscription.unsubscribe()
    }
  })
})
