import {beforeEach, describe, expect, test} from 'vitest'
import {Callers, type Lane} from '../../src/query/caller.ts'
import {createWaitingList, type Waiting} from '../../src/query/waiting-list.ts'

interface Named extends Waiting {
  name: string
}

let time = 0
beforeEach(() => (time = 0))

const open = (limits: {mostWaiting?: number; mostCharacters?: number} = {}) =>
  createWaitingList<Named>({stopwatch: () => time, ...limits})

const job = (
  name: string,
  party: string,
  {
    lane = 'stranger',
    attempts = 0,
    text = '',
  }: {lane?: Lane; attempts?: number; text?: string} = {},
): Named => ({
  name,
  callers: new Callers({lane, party}),
  attempts,
  text,
  since: (time += 1),
})

const namesOf = (jobs: readonly Named[]): string[] => jobs.map(({name}) => name)
const everybody = (): boolean => true

describe('The order', () => {
  test('is staff, site, anonymous callers, whenever they came', () => {
    const list = open()
    list.add(job('stranger', '10.0.0.1'))
    list.add(job('site', 'site', {lane: 'site'}))
    list.add(job('editor', 'u1', {lane: 'staff'}))
    expect(namesOf(list.take(3, everybody))).toEqual(['editor', 'site', 'stranger'])
  })

  test('of one lane is the order in which they came', () => {
    for (const lane of ['staff', 'site', 'stranger'] as const) {
      const list = open()
      for (const name of ['a', 'b', 'c']) list.add(job(name, name, {lane}))
      expect(namesOf(list.take(2, everybody))).toEqual(['a', 'b'])
      expect(namesOf(list.take(2, everybody))).toEqual(['c'])
    }
  })

  test('puts an address that has used its time behind all others', () => {
    const list = open()
    list.charge(new Callers({lane: 'stranger', party: 'spent'}), 1_000)
    list.charge(new Callers({lane: 'stranger', party: 'modest'}), 10)
    for (const name of ['spent', 'modest', 'new']) list.add(job(name, name))
    expect(namesOf(list.take(3, everybody))).toEqual(['new', 'modest', 'spent'])
  })

  test('forgets half of what an address has used every thirty seconds', () => {
    const list = open()
    list.charge(new Callers({lane: 'stranger', party: 'early'}), 1_000)
    time += 60_000
    list.charge(new Callers({lane: 'stranger', party: 'late'}), 300)
    for (const name of ['late', 'early']) list.add(job(name, name))
    expect(namesOf(list.take(2, everybody))).toEqual(['early', 'late'])
  })

  test('ignores what staff and site have used', () => {
    const list = open()
    list.charge(new Callers({lane: 'staff', party: 'u1'}), 10_000)
    list.add(job('first', 'u1', {lane: 'staff'}))
    list.add(job('second', 'u2', {lane: 'staff'}))
    expect(namesOf(list.take(2, everybody))).toEqual(['first', 'second'])
  })

  test('of one address puts a query that was cut behind one that was not begun', () => {
    const list = open()
    list.putBack([job('cut', 'proxy', {attempts: 1})])
    list.add(job('new', 'proxy'))
    expect(namesOf(list.take(2, everybody))).toEqual(['new', 'cut'])
  })

  test('skips queries that may not run yet', () => {
    const list = open()
    list.add(job('editor', 'u1', {lane: 'staff'}))
    list.add(job('stranger', '10.0.0.1'))
    expect(namesOf(list.take(2, ({name}) => name !== 'editor'))).toEqual(['stranger'])
    expect(list.size).toBe(1)
  })

  test('follows the most urgent caller of a query', () => {
    const list = open()
    const shared = job('shared', '10.0.0.1')
    list.add(job('earlier', '10.0.0.2'))
    list.add(shared)
    let told = 0
    shared.callers.onChanged = () => (told += 1)
    shared.callers.add({lane: 'site', party: 'site'})
    expect(told).toBe(1)
    expect(namesOf(list.take(2, everybody))).toEqual(['shared', 'earlier'])
  })

  test('follows the caller of a query whose address has used least', () => {
    const list = open()
    list.charge(new Callers({lane: 'stranger', party: 'spent'}), 1_000)
    list.charge(new Callers({lane: 'stranger', party: 'modest'}), 10)
    const shared = job('shared', 'spent')
    list.add(shared)
    list.add(job('other', 'modest'))
    shared.callers.add({lane: 'stranger', party: 'new'})
    expect(namesOf(list.take(2, everybody))).toEqual(['shared', 'other'])
  })
})

describe('Whether a query comes before a running anonymous one', () => {
  test.each<[string, Named, number, boolean]>([
    ['staff do', job('other', 'u1', {lane: 'staff'}), 0, true],
    ['an address that has used as much, once this one works', job('other', 'new'), 100, true],
    ['another query of the same address, which was not begun yet', job('other', 'here'), 0, true],
    ['an address that has used more does not', job('other', 'spent'), 100, false],
  ])('%s', (_what, other, usedMore, expected) => {
    const list = open()
    list.charge(new Callers({lane: 'stranger', party: 'spent'}), 1_000)
    expect(list.isBefore(other, job('running', 'here'), usedMore)).toBe(expected)
  })
})

describe('When too many wait', () => {
  test('the newest query of the busiest address is turned away, not the last to come', () => {
    const list = open({mostWaiting: 3})
    for (const name of ['a1', 'a2', 'a3']) expect(list.add(job(name, 'a'))).toEqual([])
    expect(namesOf(list.add(job('b1', 'b')))).toEqual(['a3'])
    expect(namesOf(list.add(job('a4', 'a')))).toEqual(['a4'])
    expect(list.size).toBe(3)
  })

  test('long queries count by their characters', () => {
    const list = open({mostCharacters: 100})
    list.add(job('long', 'a', {text: 'x'.repeat(90)}))
    expect(namesOf(list.add(job('short', 'b', {text: 'x'.repeat(20)})))).toEqual(['long'])
    expect(namesOf(list.add(job('longer', 'c', {text: 'x'.repeat(101)})))).toEqual(['longer'])
    expect(list.size).toBe(1)
  })

  test('many anonymous callers do not turn away staff or site', () => {
    const list = open({mostWaiting: 2})
    for (let n = 0; n < 10; n++) list.add(job(`${n}`, `10.0.0.${n}`))
    expect(list.add(job('editor', 'u1', {lane: 'staff'}))).toEqual([])
    expect(list.add(job('site', 'site', {lane: 'site'}))).toEqual([])
    expect(list.size).toBe(4)
  })

  test('a query that a thread gives back is never turned away', () => {
    const list = open({mostWaiting: 1})
    list.add(job('a', 'a'))
    list.putBack([job('b', 'b', {attempts: 1})])
    expect(list.size).toBe(2)
  })
})
