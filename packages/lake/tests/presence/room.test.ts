// Who hears of whom, without a socket: members hear into lists.
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
/** How often it was asked whether somebody may know. */
let asked: number

beforeEach(() => {
  asked = 0
  room = createPresenceRoom({
    of({roles}, _dataset, id) {
      asked += 1
      return !id.startsWith('private.') || !roles.includes('developer')
    },
    groupOf: ({roles}) => roles.join(),
  })
})

interface Tab extends Member {
  heard: PresenceEvent[]
}

function join(actor: Actor, {listens = true, dataset = 'production'} = {}): Tab {
  const heard: PresenceEvent[] = []
  const hear = (event: string): void => void heard.push(JSON.parse(event) as PresenceEvent)
  const member = room.join({actor, dataset, hear})
  if (listens) member.listen()
  return {...member, heard}
}

describe('everybody in a dataset', () => {
  it('hears where a colleague is, moves to, and that they are gone', () => {
    const [ingrid, hester] = [join(person('ingrid')), join(person('hester'))]
    ingrid.announce('tab', [place('a')])
    ingrid.announce('tab', [place('b')])
    ingrid.disconnect('tab')
    expect(hester.heard).toEqual([
      state('ingrid', 'tab', 'a'),
      state('ingrid', 'tab', 'b'),
      gone('ingrid', 'tab'),
    ])
  })

  it('hears itself, too: the studio takes its own person for a colleague otherwise', () => {
    const ingrid = join(person('ingrid'))
    ingrid.announce('tab', [place('a')])
    expect(ingrid.heard).toEqual([state('ingrid', 'tab', 'a')])
  })

  it('hears nothing before it listens, nor after', () => {
    const [ingrid, hester] = [join(person('ingrid')), join(person('hester'), {listens: false})]
    ingrid.announce('tab', [place('a')])
    expect(hester.heard).toEqual([])
    hester.listen()
    hester.stopListening()
    ingrid.announce('tab', [place('b')])
    expect(hester.heard).toEqual([state('ingrid', 'tab', 'a')])
  })

  it('hears nothing of another dataset', () => {
    const ingrid = join(person('ingrid'))
    const hester = join(person('hester'), {dataset: 'production-comments'})
    ingrid.announce('tab', [place('a')])
    ingrid.leave()
    expect(hester.heard).toEqual([])
    hester.callRoll('tab')
    expect(hester.heard).toEqual([])
  })

  it('hears of a colleague, but of no document that it may not read', () => {
    const [editor, developer] = [join(person('hester')), join(person('dev', 'developer'))]
    editor.announce('tab', [place('private.source.a'), place('b')])
    editor.announce('tab', [place('private.source.a')])
    expect(developer.heard).toEqual([state('hester', 'tab', 'b'), state('hester', 'tab')])
    expect(editor.heard.at(-1)).toEqual(state('hester', 'tab', 'private.source.a'))
    const late = join(person('late', 'developer'))
    expect(late.heard).toEqual([state('hester', 'tab')])
  })

  it('is asked about once for all who are allowed the same', () => {
    for (let n = 0; n < 20; n++) join(person(`editor${n}`))
    const tab = join(person('hester'))
    asked = 0
    tab.announce('tab', [place('a')])
    expect(asked).toBe(1)
    expect(tab.heard).toHaveLength(1)
  })
})

describe('the roll', () => {
  it('is told to whoever begins to listen, as it was last', () => {
    const ingrid = join(person('ingrid'))
    ingrid.announce('one', [place('a')])
    ingrid.announce('two', [place('b')])
    ingrid.announce('one', [place('c')])
    const hester = join(person('hester'))
    expect(hester.heard).toEqual([state('ingrid', 'one', 'c'), state('ingrid', 'two', 'b')])
    hester.callRoll('tab')
    expect(hester.heard).toHaveLength(4)
  })

  it('is called out to those alone who have said nothing yet', () => {
    const [silent, speaking] = [join(person('silent')), join(person('speaking'))]
    speaking.announce('tab', [place('a')])
    silent.heard.length = 0
    speaking.heard.length = 0
    join(person('hester')).callRoll('new')
    expect(silent.heard).toEqual([{type: 'rollCall', i: 'hester', session: 'new'}])
    expect(speaking.heard).toEqual([])
  })
})

describe('a tab', () => {
  it('is forgotten with its connection', () => {
    const [ingrid, hester] = [join(person('ingrid')), join(person('hester'))]
    ingrid.announce('one', [place('a')])
    ingrid.announce('two', [place('b')])
    hester.heard.length = 0
    ingrid.leave()
    expect(hester.heard).toEqual([gone('ingrid', 'one'), gone('ingrid', 'two')])
    expect(join(person('late')).heard).toEqual([])
  })

  it('that has come back on a new connection outlives the old one', () => {
    const [before, hester] = [join(person('ingrid')), join(person('hester'))]
    before.announce('tab', [place('a')])
    const after = join(person('ingrid'))
    after.announce('tab', [place('b')])
    hester.heard.length = 0
    before.disconnect('tab')
    before.leave()
    expect(hester.heard).toEqual([])
    after.leave()
    expect(hester.heard).toEqual([gone('ingrid', 'tab')])
  })

  it('is moved and taken away by its own person alone', () => {
    const [ingrid, mallory] = [join(person('ingrid')), join(person('mallory'))]
    ingrid.announce('tab', [place('a')])
    mallory.heard.length = 0
    expect(mallory.announce('tab', [place('b')])).toBe(false)
    mallory.disconnect('tab')
    mallory.leave()
    expect(ingrid.heard).toEqual([state('ingrid', 'tab', 'a')])
    expect(join(person('late')).heard).toEqual([state('ingrid', 'tab', 'a')])
  })

  it('is one of eight at most on one connection', () => {
    const ingrid = join(person('ingrid'))
    const said = Array.from({length: 9}, (_, n) => ingrid.announce(`tab${n}`, []))
    expect(said).toEqual([true, true, true, true, true, true, true, true, false])
    expect(ingrid.announce('tab0', [place('a')])).toBe(true)
    ingrid.disconnect('tab0')
    expect(ingrid.announce('tab8', [])).toBe(true)
  })
})
