import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {ANONYMOUS_ACTOR} from '../../src/grants.ts'
import type {ServerEvent, Sink} from '../../src/listen/feed.ts'
import {createHub, type Hub, type HubOptions} from '../../src/listen/hub.ts'
import type {ListenRequest} from '../../src/listen/mutation-feed.ts'
import {cpuTime} from '../../src/deadline.ts'
import {typeTags} from './type-tags.ts'
import {clock, EDITOR, openTestLake, request, type TestLake} from './lake.ts'
import {temporaryFolder} from '../../../../tests/support/temporary-folder.ts'

interface Recorder extends Sink {
  events: ServerEvent[]
  /** How the events were grouped. */
  pieces: number[]
  idles: number
  ended: boolean
}

function recorder(): Recorder {
  const self: Recorder = {
    events: [],
    pieces: [],
    idles: 0,
    ended: false,
    send(events) {
      self.events.push(...events)
      self.pieces.push(events.length)
    },
    idle: () => void self.idles++,
    end: () => void (self.ended = true),
  }
  return self
}

const data = ({data}: ServerEvent): Record<string, unknown> => JSON.parse(data)
const names = (sink: Recorder): string[] =>
  sink.events.map(({event, data: text}) => {
    const {transition, documentId, tags} = JSON.parse(text) as Record<string, unknown>
    const types = tags && typeTags(tags as string[])
    return [event, transition, documentId, types].filter(Boolean).join(' ')
  })

let lake: TestLake
let hub: Hub
let timers: Map<number, () => void>

function startHub(options: Partial<HubOptions> = {}): Hub {
  timers = new Map()
  hub = createHub({
    log: lake.log,
    documents: lake.documents,
    grantsOf: () => lake.grants,
    clock,
    pollMs: 1,
    keepAliveMs: 2,
    every: (milliseconds, work) => {
      timers.set(milliseconds, work)
      return () => timers.delete(milliseconds)
    },
    ...options,
  })
  return hub
}

const resume = (lastEventId: string): Recorder => {
  const sink = recorder()
  hub.listen(request({lastEventId}), sink)
  return sink
}

const listenAs = (overrides: Partial<ListenRequest> = {}): Recorder => {
  const sink = recorder()
  hub.listen(request({actor: ANONYMOUS_ACTOR, effects: true, ...overrides}), sink)
  return sink
}

const liveAs = (actor = ANONYMOUS_ACTOR, includeDrafts = false, lastEventId?: string) => {
  const sink = recorder()
  const resume = lastEventId === undefined ? {} : {lastEventId}
  hub.live({dataset: 'production', actor, includeDrafts, ...resume}, sink)
  return sink
}

beforeEach(() => {
  lake = openTestLake()
  startHub()
})
afterEach(() => {
  hub.close()
  lake.close()
})

describe('a stream', () => {
  it('begins with the current end of the log', () => {
    lake.write({a: {title: 'Before'}})
    const sink = recorder()
    hub.listen(request(), sink)
    expect(sink.events).toEqual([
      {event: 'welcome', id: '1', data: '{"listenerName":"production.uEditor"}'},
    ])
  })

  it('receives events only of its own dataset', () => {
    const sink = recorder()
    hub.listen(request(), sink)
    lake.write({a: {}}, {dataset: 'other'})
    lake.write({b: {}})
    hub.notify()
    expect(names(sink)).toEqual(['welcome', 'mutation appear b'])
  })

  it('has no IDs at positions from which it cannot resume', () => {
    const sink = recorder()
    hub.listen(request({enableResume: false}), sink)
    lake.write({a: {}})
    hub.notify()
    expect(sink.events.map(({id}) => id)).toEqual([undefined, undefined])
  })

  it('gets the events of one transaction together', () => {
    const sink = recorder()
    hub.listen(request(), sink)
    lake.write({a: {}, b: {}, c: {}})
    hub.notify()
    expect(sink.pieces).toEqual([1, 3])
  })

  it('gets the writes of another process by polling', () => {
    const file = join(temporaryFolder(), 'lake.sqlite')
    const here = openTestLake(file)
    const there = openTestLake(file)
    hub.close()
    startHub({log: here.log})
    const sink = recorder()
    hub.listen(request(), sink)
    there.write({a: {}})
    timers.get(1)?.()
    timers.get(1)?.()
    expect(names(sink)).toEqual(['welcome', 'mutation appear a'])
    hub.close()
    here.close()
    there.close()
    startHub()
  })

  it('gets the same events for passed entries and read ones, in the order of the log', () => {
    const wanted = {effects: true, includeResult: true, includePreviousRevision: true}
    const told = recorder()
    let reads = 0
    startHub({
      log: {
        ...lake.log,
        since(position, limit) {
          reads += 1
          return lake.log.since(position, limit)
        },
      },
    })
    hub.listen(request(wanted), told)
    const begun = lake.log.last()
    lake.write({'drafts.a': {headline: 'A'}})
    lake.write({'drafts.a': {headline: 'B'}})
    hub.notify(lake.log.since(begun, 10))
    expect(reads).toBe(0)
    // Another process was first, and its entry was not passed.
    lake.write({'drafts.b': {headline: 'C'}})
    lake.write({'drafts.a': {headline: 'D'}})
    hub.notify(lake.log.since(begun + 3, 10))
    expect(reads).toBe(1)

    const again = resume(String(begun))
    const mutations = (sink: Recorder) =>
      sink.events.filter(({event}) => event === 'mutation').map(data)
    expect(mutations(told).map(({documentId}) => documentId)).toEqual([
      'drafts.a',
      'drafts.a',
      'drafts.b',
      'drafts.a',
    ])
    expect(mutations(told)).toMatchObject(mutations(again))
  })

  it('gets a sign of life while nothing happens, until it is closed', () => {
    const sink = recorder()
    const close = hub.listen(request(), sink)
    timers.get(2)?.()
    close()
    timers.get(2)?.()
    lake.write({a: {}})
    hub.notify()
    expect(sink.idles).toBe(1)
    expect(names(sink)).toEqual(['welcome'])
  })

  it('ends with the hub, which stops its timers', () => {
    const sink = recorder()
    hub.listen(request(), sink)
    hub.close()
    expect(sink.ended).toBe(true)
    expect(timers.size).toBe(0)
  })

  it('is not affected by another stream’s failure', () => {
    const errors: unknown[] = []
    hub.close()
    startHub({report: (error) => errors.push(error)})
    const broken = recorder()
    const sink = recorder()
    hub.listen(request(), broken)
    broken.send = () => {
      throw new Error('full')
    }
    hub.listen(request(), sink)
    lake.write({a: {}})
    hub.notify()
    expect(names(sink)).toEqual(['welcome', 'mutation appear a'])
    expect(errors).toEqual([new Error('full')])
    expect(broken.ended).toBe(true)
  })
})

describe('many listeners', () => {
  const COLLEAGUE = {...EDITOR, id: 'uColleague', credential: 'session:colleague'}
  const heard = (...listening: Partial<ListenRequest>[]): Recorder[] => {
    const sinks = listening.map((one) => {
      const sink = recorder()
      hub.listen(request(one), sink)
      return sink
    })
    lake.write({a: {title: 'Out'}})
    hub.notify()
    return sinks
  }
  const contents = ({events}: Recorder): string[] =>
    events
      .slice(1)
      .flatMap((event) => Object.keys(data(event)))
      .filter((name) => ['mutations', 'effects', 'result', 'previous'].includes(name))

  it('with the same query and rights get the same text', () => {
    const [first, second] = heard({}, {actor: COLLEAGUE})
    expect(first!.events[1]).toBeDefined()
    expect(second!.events[1]).toBe(first!.events[1])
  })

  it('get the events that they request', () => {
    const sinks = heard(
      {},
      {effects: true},
      {includeMutations: false, includeResult: true},
      {includePreviousRevision: true},
      {visibility: 'query'},
      {enableResume: false},
    )
    expect(sinks.map(contents)).toEqual([
      ['mutations'],
      ['mutations', 'effects'],
      ['result'],
      ['mutations', 'previous'],
      ['mutations'],
      ['mutations'],
    ])
    expect(sinks.map(({events}) => data(events[1]!).visibility)[4]).toBe('query')
    expect(sinks.map(({events}) => events[1]!.id)).toEqual(['1', '1', '1', '1', '1', undefined])
  })

  it('are evaluated by their own query, parameters, name and rights', () => {
    const ids = {query: '*[_id in $ids]'}
    const mine = {query: '*[identity() == "uEditor"]'}
    const hidden = heard(
      {...ids, params: {ids: ['a']}},
      {...ids, params: {ids: ['b']}},
      mine,
      {...mine, actor: COLLEAGUE},
      {},
      {actor: ANONYMOUS_ACTOR},
    )
    lake.write({a: {hidden: true}})
    hub.notify()
    const appeared = 'mutation appear a'
    const updated = 'mutation update a'
    expect(hidden.map((sink) => names(sink).slice(1))).toEqual([
      [appeared, updated],
      [],
      [appeared, updated],
      [],
      [appeared, updated],
      [appeared, 'mutation disappear a'],
    ])
  })
})

describe('a costly query', () => {
  it('ends only the stream of its anonymous reader', () => {
    let now = 0
    hub.close()
    startHub({stopwatch: () => (now += 150)})
    const [cheap, costly, staff] = [recorder(), recorder(), recorder()]
    hub.listen(request({actor: ANONYMOUS_ACTOR}), cheap)
    lake.write({a: {}})
    hub.notify()
    expect(cheap.ended).toBe(false)
    hub.close()
    startHub({stopwatch: () => (now += 250)})
    hub.listen(request({actor: ANONYMOUS_ACTOR}), costly)
    hub.listen(request(), staff)
    lake.write({b: {}})
    lake.write({c: {}})
    hub.notify()
    expect(costly.events.map(({event}) => event)).toEqual(['welcome', 'mutation', 'channelError'])
    expect(costly.ended).toBe(true)
    expect(names(staff)).toEqual(['welcome', 'mutation appear b', 'mutation appear c'])
  })
})

describe('a query that never ends', () => {
  const endless = {
    query: '*[count($a[count($a[count($a[@ >= 0]) > 0]) > 0]) > 0]',
    params: {a: [...Array(1_000).keys()]},
  }

  it.each([
    ['who is not signed in', ANONYMOUS_ACTOR],
    ['somebody of the staff', EDITOR],
  ])('of %s ends its stream, and all others receive the change', (_who, actor) => {
    const [before, hostile, after, reader] = [recorder(), recorder(), recorder(), recorder()]
    hub.listen(request(), before)
    hub.listen(request({actor, ...endless}), hostile)
    hub.listen(request(), after)
    hub.listen(request({actor: ANONYMOUS_ACTOR}), reader)
    lake.write({a: {}})
    hub.notify()
    expect(hostile.events.map(({event}) => event)).toEqual(['welcome', 'channelError'])
    expect(hostile.ended).toBe(true)
    for (const sink of [before, after, reader]) {
      expect(names(sink)).toEqual(['welcome', 'mutation appear a'])
      expect(sink.ended).toBe(false)
    }
  })

  it('ends all streams with the same query, in the time of one', () => {
    const hostile = Array.from({length: 50}, () => recorder())
    for (const sink of hostile) hub.listen(request({actor: ANONYMOUS_ACTOR, ...endless}), sink)
    lake.write({a: {}})
    const begun = cpuTime()
    hub.notify()
    expect(cpuTime() - begun).toBeLessThan(900)
    for (const {events, ended} of hostile) {
      expect(events.map(({event}) => event)).toEqual(['welcome', 'channelError'])
      expect(ended).toBe(true)
    }
  })

  it('resumes no stream', () => {
    lake.write({a: {}})
    const hostile = recorder()
    hub.listen(request({...endless, lastEventId: '0', actor: ANONYMOUS_ACTOR}), hostile)
    expect(hostile.events.map(({event}) => event)).toEqual(['welcomeback', 'channelError'])
    expect(hostile.ended).toBe(true)
  })

  it('of many readers together is cut off after a second, staff first', {tags: ['full']}, () => {
    const hostile = Array.from({length: 50}, () => recorder())
    for (const [n, sink] of hostile.entries()) {
      const params = {...endless.params, n}
      hub.listen(request({actor: ANONYMOUS_ACTOR, ...endless, params}), sink)
    }
    const staff = recorder()
    const order: string[] = []
    staff.end = () => void order.push('staff ended')
    hub.listen(request(), staff)
    hostile[0]!.end = () => void order.push(`first reader after ${staff.events.length} of staff`)
    lake.write({a: {}})
    const begun = cpuTime()
    hub.notify()
    // 0.1 s for the turn and 0.2 s for the stream, until the second of all is over.
    expect(cpuTime() - begun).toBeLessThan(3_000)
    expect(order).toEqual(['first reader after 2 of staff'])
    expect(hostile.slice(1).every(({ended}) => ended)).toBe(true)
  })
})

describe('a costly resumption', () => {
  it('is cut off for an anonymous reader, who fetches again', () => {
    let now = 0
    hub.close()
    startHub({stopwatch: () => (now += 45)})
    for (let n = 0; n < 9; n++) lake.write({a: {n}})
    const [anonymous, staff] = [recorder(), recorder()]
    hub.listen(request({actor: ANONYMOUS_ACTOR, lastEventId: '1'}), anonymous)
    hub.listen(request({lastEventId: '1'}), staff)
    expect(anonymous.events.map(({event}) => event)).toEqual([
      'welcomeback',
      'mutation',
      'mutation',
      'reset',
    ])
    expect(anonymous.ended).toBe(false)
    expect(names(staff)).toHaveLength(9)
  })
})

describe('credentials', () => {
  it('end their own streams and no others', () => {
    const [listener, live, other] = [recorder(), recorder(), recorder()]
    hub.listen(request(), listener)
    hub.live({dataset: 'production', actor: EDITOR, includeDrafts: true}, live)
    hub.listen(request({actor: {...EDITOR, credential: 'session:other'}}), other)
    hub.endCredential('session:edith')
    expect([listener.ended, live.ended, other.ended]).toEqual([true, true, false])
    lake.write({a: {}})
    hub.notify()
    expect(names(listener)).toEqual(['welcome'])
    expect(names(other)).toEqual(['welcome', 'mutation appear a'])
  })

  it('that another process ended are noticed by polling', () => {
    let alive = true
    hub.close()
    startHub({
      credentialLives: (credential, roles) =>
        alive && credential === 'session:edith' && roles[0] === 'editor',
    })
    const [sink, anonymous] = [recorder(), recorder()]
    hub.listen(request(), sink)
    hub.listen(request({actor: ANONYMOUS_ACTOR}), anonymous)
    timers.get(5_000)?.()
    expect(sink.ended).toBe(false)
    alive = false
    timers.get(5_000)?.()
    expect([sink.ended, anonymous.ended]).toEqual([true, false])
  })
})

describe('resuming', () => {
  it('sends missed events once, and continues from there', () => {
    lake.write({a: {}})
    lake.write({b: {}, c: {}})
    const sink = resume('1')
    lake.write({d: {}})
    hub.notify()
    expect(names(sink)).toEqual([
      'welcomeback',
      'mutation appear b',
      'mutation appear c',
      'mutation appear d',
    ])
    expect(sink.events.map(({id}) => id)).toEqual(['1', '2.0', '2', '3'])
  })

  it('starts again in the middle of a transaction, whose first half the studio has discarded', () => {
    lake.write({a: {}, b: {}})
    expect(names(resume('1.0'))).toEqual(['reset'])
  })

  it.each(['2', '99', 'x', '-1', ''])('starts again from the unknown position "%s"', (id) => {
    lake.write({a: {}})
    expect(names(resume(id))).toEqual([id === '' ? 'welcome' : 'reset'])
  })

  it('starts again if edits since then may be merged', () => {
    for (let n = 0; n < 10; n++) lake.write({a: {n}})
    lake.mergeUpTo(5)
    expect(names(resume('4'))).toEqual(['reset'])
    expect(names(resume('5')).slice(0, 2)).toEqual(['welcomeback', 'mutation update a'])
  })
})

describe('a reader', () => {
  it('never receives or counts drafts', () => {
    const sink = listenAs()
    lake.write({'drafts.a': {title: 'Draft'}})
    lake.write({'drafts.a': null, a: {title: 'Out'}})
    hub.notify()
    expect(names(sink)).toEqual(['welcome', 'mutation appear a'])
    expect(data(sink.events[1]!)).toMatchObject({
      transactionTotalEvents: 1,
      transactionCurrentEvent: 1,
      identity: '',
    })
  })

  it('gets a document that becomes readable as new, without its earlier content', () => {
    lake.write({a: {hidden: true, secret: 'was here'}})
    const sink = listenAs({includePreviousRevision: true, includeResult: true})
    lake.write({a: {title: 'Out'}})
    hub.notify()
    expect(names(sink)).toEqual(['welcome', 'mutation appear a'])
    const event = data(sink.events[1]!)
    expect(event).not.toHaveProperty('previousRev')
    expect(event).toMatchObject({previous: null, result: {title: 'Out'}, resultRev: 'tx-2'})
    expect(JSON.stringify(sink.events)).not.toContain('secret')
  })

  it('gets a document that becomes unreadable as deleted, without its later content', () => {
    lake.write({a: {title: 'Out'}})
    const sink = listenAs({includeResult: true})
    lake.write({a: {hidden: true, secret: 'is here'}})
    hub.notify()
    expect(names(sink)).toEqual(['welcome', 'mutation disappear a'])
    expect(data(sink.events[1]!)).toMatchObject({
      mutations: [{delete: {id: 'a'}}],
      effects: {apply: [0, null]},
      previousRev: 'tx-1',
    })
    expect(JSON.stringify(sink.events)).not.toContain('secret')
  })
})

describe('a reader of a document that is hidden with its referrers', () => {
  const photo = (caption: string) => ({_type: 'photo', caption})
  const showing = (photo: string, fields = {}) => ({photo: {_ref: photo}, ...fields})

  it('gets no event for it, whichever transaction writes it', () => {
    const sink = listenAs()
    const live = liveAs()
    lake.write({p: photo('one'), a: showing('p', {hidden: true})})
    lake.write({p: photo('two')})
    lake.write({q: photo('by itself')})
    hub.notify()
    expect(names(sink)).toEqual(['welcome', 'mutation appear q'])
    expect(names(live)).toEqual(['welcome', 'message s1:photo,s1:any'])
  })

  it('gets it in the transaction that shows or hides its referrer', () => {
    lake.write({p: photo('one'), a: showing('p', {hidden: true})})
    const sink = listenAs({includePreviousRevision: true, includeResult: true})
    lake.write({a: showing('p'), p: photo('two')})
    hub.notify()
    lake.write({a: showing('p', {hidden: true}), p: photo('three')})
    hub.notify()
    expect(names(sink)).toEqual([
      'welcome',
      'mutation appear a',
      'mutation appear p',
      'mutation disappear a',
      'mutation disappear p',
    ])
    expect(JSON.stringify(sink.events)).not.toMatch(/one|three/)
  })

  it('keeps it while another document shows it, and loses it when the last one does not', () => {
    lake.write({p: photo('one'), a: showing('p', {hidden: true}), b: showing('p')})
    const sink = listenAs()
    lake.write({p: photo('two')})
    hub.notify()
    lake.write({p: photo('three'), b: {}})
    hub.notify()
    lake.write({p: photo('four'), a: null})
    hub.notify()
    expect(names(sink)).toEqual([
      'welcome',
      'mutation update p',
      'mutation disappear p',
      'mutation update b',
      'mutation appear p',
    ])
  })

  it('gets no hidden document when it resumes', () => {
    lake.write({x: {}})
    lake.write({p: photo('one')})
    lake.write({q: photo('one'), b: showing('q', {hidden: true})})
    lake.write({a: showing('p', {hidden: true})})
    lake.write({b: showing('q')})
    const sink = listenAs({lastEventId: '1', includeResult: true})
    expect(names(sink)).toEqual(['welcomeback', 'mutation appear b'])
    expect(JSON.stringify(sink.events)).not.toContain('one')
  })
})

describe('live tags', () => {
  it('name the types of published documents that changed', () => {
    const sink = liveAs()
    lake.write({'drafts.a': {}, 'versions.r.a': {}})
    lake.write({a: {}, p: {_type: 'photo'}, q: {_type: 'quote', hidden: true}})
    lake.write({a: null})
    hub.notify()
    expect(names(sink)).toEqual([
      'welcome',
      'message s1:article,s1:photo,s1:any',
      'message s1:article,s1:any',
    ])
  })

  it('include drafts for readers who ask for them and may read them', () => {
    const [asked, unasked, reader] = [
      liveAs(EDITOR, true),
      liveAs(EDITOR),
      liveAs(ANONYMOUS_ACTOR, true),
    ]
    lake.write({'drafts.a': {}})
    hub.notify()
    expect(names(asked)).toEqual(['welcome', 'message s1:article,s1:any'])
    expect(names(unasked)).toEqual(['welcome'])
    expect(names(reader)).toEqual(['welcome'])
  })

  it('that were missed are sent again, or the reader starts again', () => {
    lake.write({a: {}})
    lake.write({p: {_type: 'photo'}})
    expect(names(liveAs(ANONYMOUS_ACTOR, false, '1'))).toEqual([
      'welcome',
      'message s1:photo,s1:any',
    ])
    expect(names(liveAs(ANONYMOUS_ACTOR, false, '7'))).toEqual(['restart'])
  })
})
