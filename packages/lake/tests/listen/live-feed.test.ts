// Live tags of documents that a change shows or hides indirectly, and the cost of a thousand
// listeners.
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {ANONYMOUS_ACTOR, createGrants, type Grants} from '../../src/grants.ts'
import {createHub, type Hub} from '../../src/listen/hub.ts'
import {MANY_TAG, tagOf} from '../../src/listen/live-tags.ts'
import type {ServerEvent} from '../../src/listen/feed.ts'
import type {Role} from '../../src/types.ts'
import {typeTags} from './type-tags.ts'
import {clock, openTestLake, type TestLake} from './lake.ts'
import {role} from '../role.ts'

const PUBLIC = '_id in path("*") && hidden != true'
const ROLES: Role[] = [
  role('reader', [
    {
      filter: `${PUBLIC} && !(_type in ["photo", "source", "asset", "correction"])`,
      permissions: ['read'],
    },
    {
      filter: `${PUBLIC} && _type in ["photo", "source"]`,
      permissions: ['read'],
      hiddenWith: 'referrers',
    },
    {filter: `${PUBLIC} && _type == "correction"`, permissions: ['read'], hiddenWith: 'targets'},
    {filter: `${PUBLIC} && _type == "asset"`, permissions: ['read'], onlyWhileReferenced: true},
  ]),
]

let lake: TestLake
let hub: Hub
let asked: number
beforeEach(() => {
  lake = openTestLake()
  asked = 0
  const grants = createGrants(ROLES, clock)
  const counted: Grants = {
    ...grants,
    permits(...request) {
      asked += 1
      return grants.permits(...request)
    },
  }
  const every = () => () => {}
  hub = createHub({log: lake.log, documents: lake.documents, grantsOf: () => counted, clock, every})
})
afterEach(() => {
  hub.close()
  lake.close()
})

const liveAs = (lastEventId?: string) => {
  const events: ServerEvent[] = []
  const sink = {
    send: (sent: readonly ServerEvent[]) => void events.push(...sent),
    idle() {},
    end() {},
  }
  const request = {dataset: 'production', actor: ANONYMOUS_ACTOR, includeDrafts: false}
  hub.live({...request, ...(lastEventId ? {lastEventId} : {})}, sink)
  const tags = () =>
    events
      .filter(({event}) => event === 'message')
      .map(({data}) => (JSON.parse(data) as {tags: string[]}).tags)
  return {all: tags, tags: () => tags().map((all) => typeTags(all).toSorted()), events}
}
const to = (...ids: string[]) => ({refs: ids.map((_ref) => ({_ref}))})
const photo = (more = {}) => ({_type: 'photo', ...more})

describe('a change', () => {
  beforeEach(() => {
    lake.write({img: {_type: 'asset'}, p: photo(to('img')), s: {_type: 'source'}})
    hub.notify()
  })

  it('of a document that others depend on has only its own tags while all stay visible', () => {
    lake.write({a: to('p', 's')})
    const live = liveAs()
    lake.write({a: {...to('p', 's'), headline: 'Another'}})
    hub.notify()
    expect(live.tags()).toEqual([['s1:any', 's1:article']])
  })

  it('that hides an article has the tags of everything hidden with it, and the reverse', () => {
    lake.write({a: to('p', 's'), c: {_type: 'correction', ...to('a')}})
    const live = liveAs()
    lake.write({a: {...to('p', 's'), hidden: true}})
    lake.write({a: to('p', 's')})
    hub.notify()
    const all = ['s1:any', 's1:article', 's1:asset', 's1:correction', 's1:photo', 's1:source']
    expect(live.tags()).toEqual([all, all])
  })

  it('that removes a picture has the tags of everything that this hides', () => {
    lake.write({a: to('p'), b: {...to('p'), hidden: true}})
    const live = liveAs()
    lake.write({a: {}})
    hub.notify()
    expect(live.tags()).toEqual([['s1:any', 's1:article', 's1:asset', 's1:photo']])
  })

  it('of an invisible document hides its dependents as soon as it decides about them', () => {
    lake.write({i: {_type: 'asset', ...to('s')}})
    const live = liveAs()
    lake.write({i: {hidden: true, ...to('s')}})
    hub.notify()
    expect(live.tags()).toEqual([['s1:any', 's1:source']])
  })

  it('of an invisible document has tags only if it hides visible ones', () => {
    lake.write({a: to('s')})
    const live = liveAs()
    lake.write({h: {hidden: true, ...to('s')}})
    lake.write({h: {hidden: true, ...to('s', 'p')}})
    hub.notify()
    expect(live.tags()).toEqual([['s1:any', 's1:asset', 's1:photo']])
  })
})

describe('the tags of a change', () => {
  const heardOf = (changes: Parameters<TestLake['write']>[0]): string[] => {
    const live = liveAs()
    lake.write(changes)
    hub.notify()
    return live.all().flat()
  }
  const told = (keys: string[], tags: string[]): boolean[] =>
    keys.map((key) => tags.includes(tagOf(key)))

  it('name its keys before and after, and are the same after a restart', () => {
    lake.write({a: {section: {_ref: 'world'}, slug: 'one', body: [{style: 'h2'}]}})
    const tags = heardOf({a: {section: {_ref: 'home'}, slug: 'two'}})
    const keys = ['_id=a', '_ref=world', '_ref=home', 'article.slug="one"', 'article.slug="two"']
    expect(told(keys, tags)).toEqual([true, true, true, true, true])
    expect(told(['_id=b', '_ref=a', 'article.slug="three"', 'photo.slug="one"'], tags)).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect(tags).not.toContain(MANY_TAG)
    expect([tagOf('_type=article'), tagOf('*'), tagOf('_id=a')]).toEqual([
      's1:article',
      's1:any',
      's1:08d7478dc996',
    ])
    for (const tag of tags) expect(tag).toMatch(/^s1:(article|any|0[0-9a-f]{11})$/)
  })

  it('do not name a side that the reader may not see', () => {
    lake.write({a: {hidden: true, slug: 'secret'}})
    const tags = heardOf({a: {slug: 'open'}})
    expect(told(['article.slug="secret"', 'article.slug="open"'], tags)).toEqual([false, true])
  })

  it('name only types and a general tag if there are too many', () => {
    const list = Array.from({length: 1_000}, (_, n) => `item ${n}`)
    const tags = heardOf({a: {list}, s: {_type: 'source'}})
    expect(tags).toEqual(['s1:article', 's1:source', MANY_TAG, 's1:any'])
  })
})

describe('a thousand listeners', () => {
  const askedFor = (count: number): number => {
    const all = Array.from({length: count}, () => liveAs())
    asked = 0
    lake.write({a: {headline: `Told ${count} times`}, p: photo({caption: `${count}`})})
    hub.notify()
    for (const {tags} of all) expect(tags()).toEqual([['s1:any', 's1:article', 's1:photo']])
    // One text for all of them.
    expect(new Set(all.map(({events}) => events.at(-1))).size).toBe(1)
    return asked
  }

  it('cost as much as one: each change is evaluated once', () => {
    lake.write({a: {}, p: photo()})
    hub.notify()
    const one = askedFor(1)
    expect(one).toBeGreaterThan(0)
    expect(askedFor(1_000)).toBe(one)
  })

  it('cost nothing while drafts are typed', () => {
    const all = Array.from({length: 1_000}, () => liveAs())
    asked = 0
    for (let n = 0; n < 20; n++) lake.write({'drafts.a': {headline: `${n}`}})
    hub.notify()
    expect(asked).toBe(0)
    expect(all.flatMap(({tags}) => tags())).toEqual([])
  })
})
