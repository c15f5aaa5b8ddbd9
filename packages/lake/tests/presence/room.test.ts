// Which events members receive, without sockets: each member collects them in a list.
import {beforeEach, describe, expect, it} from 'vitest'
import {
  createPresenceRoom,
  type Member,
  type PresenceEvent,
  type PresenceRoom,
} from '../../src/presence/room.ts'
import type {Actor} from '../../src/types.ts'

const person = (id: string, role = 'editor'): Actor => ({
  id,
  kind: 'user',
  roles: [role],
  name: id,
})
const place = (documentId: string) => ({type: 'document', documentId, path: ['headline']})
const state = (i: string, sessionId: string, ...ids: string[]): PresenceEvent => ({
  type: 'state',
  i,
  m: {sessionId, locations: ids.map(place)},
})
const gone = (i: string, session: string): PresenceEvent => ({
  type: 'disconnect',
  i,
  m: {session},
})

let room: PresenceRoom
/** How often the visibility of a location was checked. */
let asked: number

beforeEach(() => {
  asked = 0
  room = createPresenceRoom({
    isVisible({roles}, _dataset, id) {
      asked += 1
      return !id.startsWith('private.') || !roles.includes('developer')
    },
    audienceOf: ({roles}) => roles.join(),
  })
})

interface Tab extends Member {
  received: PresenceEvent[]
}

function join(actor: Actor, {listens = true, dataset = 'production'} = {}): Tab {
  const received: PresenceEvent[] = []
  const send = (event: string): void => void received.push(JSON.parse(event) as PresenceEvent)
  const member = room.join({actor, dataset, send})
  if (listens) member.listen()
  return {...member, received}
}

describe('a tab at another node of the cluster', () => {
  const remote = (locations: string[] | null, session = 'far') => ({
    dataset: 'production',
    session,
    person: 'samuel',
    locations: locations && locations.map(place),
  })

  it('is shown here, also to those who come later, until it is gone', () => {
    room.applyRemote(remote(['a']), 'node-2')
    const hester = join(person('hester'))
    room.applyRemote(remote(['b']), 'node-2')
    room.applyRemote(remote(null), 'node-2')
    room.applyRemote(remote(null), 'node-2')
    expect(hester.received).toEqual([
      state('samuel', 'far', 'a'),
      state('samuel', 'far', 'b'),
      gone('samuel', 'far'),
    ])
  })

  it('shows no place in a document that somebody may not read', () => {
    const wen = join(person('wen', 'developer'))
    room.applyRemote(remote(['private.a', 'b']), 'node-2')
    expect(wen.received).toEqual([state('samuel', 'far', 'b')])
  })

  it('is gone when its node is', () => {
    const hester = join(person('hester'))
    room.applyRemote(remote(['a']), 'node-2')
    room.applyRemote(remote(['a'], 'other'), 'node-3')
    room.keepNodes(['node-1', 'node-3'])
    expect(hester.received.slice(2)).toEqual([gone('samuel', 'far')])
  })

  it('may come here, and what its old node says then does not count', () => {
    const hester = join(person('hester'))
    room.applyRemote(remote(['a']), 'node-2')
    join(person('samuel')).announce('far', [place('b')])
    room.applyRemote(remote(null), 'node-2')
    expect(hester.received.at(-1)).toEqual(state('samuel', 'far', 'b'))
  })

  it('cannot take over the session of somebody else', () => {
    const hester = join(person('hester'))
    room.applyRemote(remote(['a']), 'node-2')
    expect(join(person('ingrid')).announce('far', [place('b')])).toBe(false)
    expect(hester.received).toEqual([state('samuel', 'far', 'a')])
  })

  it('gets what happens here', () => {
    const told: unknown[] = []
    room = createPresenceRoom({isVisible: () => true, audienceOf: () => ''}, (change) =>
      told.push(change),
    )
    const ingrid = join(person('ingrid'))
    ingrid.announce('tab', [place('a')])
    ingrid.leave()
    const change = {dataset: 'production', session: 'tab', person: 'ingrid'}
    expect(told).toEqual([
      {...change, locations: [place('a')]},
      {...change, locations: null},
    ])
  })
})

describe('everybody in a dataset', () => {
  it('is sent where a colleague is, moves to, and that they have left', () => {
    const [ingrid, hester] = [join(person('ingrid')), join(person('hester'))]
    ingrid.announce('tab', [place('a')])
    ingrid.announce('tab', [place('b')])
    ingrid.disconnect('tab')
    expect(hester.received).toEqual([
      state('ingrid', 'tab', 'a'),
      state('ingrid', 'tab', 'b'),
      gone('ingrid', 'tab'),
    ])
  })

  it('is sent its own events, because the studio must recognise its own person', () => {
    const ingrid = join(person('ingrid'))
    ingrid.announce('tab', [place('a')])
    expect(ingrid.received).toEqual([state('ingrid', 'tab', 'a')])
  })

  it('is sent nothing before it listens, or after', () => {
    const [ingrid, hester] = [join(person('ingrid')), join(person('hester'), {listens: false})]
    ingrid.announce('tab', [place('a')])
    expect(hester.received).toEqual([])
    hester.listen()
    hester.stopListening()
    ingrid.announce('tab', [place('b')])
    expect(hester.received).toEqual([state('ingrid', 'tab', 'a')])
  })

  it('is sent no events of another dataset', () => {
    const ingrid = join(person('ingrid'))
    const hester = join(person('hester'), {dataset: 'production-comments'})
    ingrid.announce('tab', [place('a')])
    ingrid.leave()
    expect(hester.received).toEqual([])
    hester.callRoll('tab')
    expect(hester.received).toEqual([])
  })

  it('is sent a colleague’s state without documents that it may not read', () => {
    const [editor, developer] = [join(person('hester')), join(person('dev', 'developer'))]
    editor.announce('tab', [place('private.source.a'), place('b')])
    editor.announce('tab', [place('private.source.a')])
    expect(developer.received).toEqual([state('hester', 'tab', 'b'), state('hester', 'tab')])
    expect(editor.received.at(-1)).toEqual(state('hester', 'tab', 'private.source.a'))
    const late = join(person('late', 'developer'))
    expect(late.received).toEqual([state('hester', 'tab')])
  })

  it('is checked once for all who may read the same documents', () => {
    for (let n = 0; n < 20; n++) join(person(`editor${n}`))
    const tab = join(person('hester'))
    asked = 0
    tab.announce('tab', [place('a')])
    expect(asked).toBe(1)
    expect(tab.received).toHaveLength(1)
  })
})

describe('a roll call', () => {
  it('is answered from stored states for a new member', () => {
    const ingrid = join(person('ingrid'))
    ingrid.announce('one', [place('a')])
    ingrid.announce('two', [place('b')])
    ingrid.announce('one', [place('c')])
    const hester = join(person('hester'))
    expect(hester.received).toEqual([state('ingrid', 'one', 'c'), state('ingrid', 'two', 'b')])
    hester.callRoll('tab')
    expect(hester.received).toHaveLength(4)
  })

  it('is passed on only to members that have announced nothing', () => {
    const [silent, speaking] = [join(person('silent')), join(person('speaking'))]
    speaking.announce('tab', [place('a')])
    silent.received.length = 0
    speaking.received.length = 0
    join(person('hester')).callRoll('new')
    expect(silent.received).toEqual([{type: 'rollCall', i: 'hester', session: 'new'}])
    expect(speaking.received).toEqual([])
  })
})

describe('a tab', () => {
  it('is dropped with its connection', () => {
    const [ingrid, hester] = [join(person('ingrid')), join(person('hester'))]
    ingrid.announce('one', [place('a')])
    ingrid.announce('two', [place('b')])
    hester.received.length = 0
    ingrid.leave()
    expect(hester.received).toEqual([gone('ingrid', 'one'), gone('ingrid', 'two')])
    expect(join(person('late')).received).toEqual([])
  })

  it('that has returned on a new connection stays when the old one closes', () => {
    const [before, hester] = [join(person('ingrid')), join(person('hester'))]
    before.announce('tab', [place('a')])
    const after = join(person('ingrid'))
    after.announce('tab', [place('b')])
    hester.received.length = 0
    before.disconnect('tab')
    before.leave()
    expect(hester.received).toEqual([])
    after.leave()
    expect(hester.received).toEqual([gone('ingrid', 'tab')])
  })

  it('is moved and removed only by its own person', () => {
    const [ingrid, mallory] = [join(person('ingrid')), join(person('mallory'))]
    ingrid.announce('tab', [place('a')])
    mallory.received.length = 0
    expect(mallory.announce('tab', [place('b')])).toBe(false)
    mallory.disconnect('tab')
    mallory.leave()
    expect(ingrid.received).toEqual([state('ingrid', 'tab', 'a')])
    expect(join(person('late')).received).toEqual([state('ingrid', 'tab', 'a')])
  })

  it('is one of at most eight on one connection', () => {
    const ingrid = join(person('ingrid'))
    const said = Array.from({length: 9}, (_, n) => ingrid.announce(`tab${n}`, []))
    expect(said).toEqual([true, true, true, true, true, true, true, true, false])
    expect(ingrid.announce('tab0', [place('a')])).toBe(true)
    ingrid.disconnect('tab0')
    expect(ingrid.announce('tab8', [])).toBe(true)
  })
})
