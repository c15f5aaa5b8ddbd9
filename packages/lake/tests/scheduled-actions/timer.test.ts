// What the timer does when something goes wrong around it; what it performs is in tests/contract/.
import {expect, it} from 'vitest'
import {LakeError} from '../../src/errors.ts'
import type {ScheduleSource} from '../../src/scheduled-actions/schedule-source.ts'
import {createTimer} from '../../src/scheduled-actions/timer.ts'
import type {Actor, LakeDocument} from '../../src/types.ts'

const START = Date.parse('2026-11-25T10:00:00.000Z')
const EDITOR: Actor = {id: 'ue', kind: 'user', roles: ['editor'], name: 'E'}

const planned = (_id: string, minutes: number): LakeDocument => ({
  _id,
  _type: 'plan',
  _rev: 'r1',
  _createdAt: '',
  _updatedAt: '',
  at: new Date(START + minutes * 60_000).toISOString(),
})

/** A timer on documents that are changed by hand. */
function open(...documents: LakeDocument[]) {
  const stored = new Map(documents.map((document) => [document._id, document]))
  const changes: {position: number; dataset: string; id: string}[] = []
  const performed: string[] = []
  const reported: string[] = []
  let isBroken = false
  const change = (id: string, document: LakeDocument | null): void => {
    if (document) stored.set(id, document)
    else stored.delete(id)
    changes.push({position: changes.length + 2, dataset: 'production', id})
  }
  const read: string[] = []
  const world = {
    now: START,
    read,
    performed,
    reported,
    change,
    onPerform: (_id: string): void => {},
    breakLog: (broken: boolean) => void (isBroken = broken),
  }
  const source: ScheduleSource = {
    type: 'plan',
    read: ({_id, at}) => ({at: String(at), by: 'ue', request: {id: _id}, transactionId: _id}),
    async perform({request}) {
      const id = String(request['id'])
      performed.push(id)
      world.onPerform(id)
      change(id, null)
    },
    fail: async () => {},
  }
  const timer = createTimer({
    documents: {
      get(_dataset: string, id: string) {
        read.push(id)
        return stored.get(id) ?? null
      },
      ofType: () => [...stored.values()],
    },
    log: {
      last: () => changes.length + 1,
      datasetEventsSince: () => [],
      changedSince(position: number) {
        if (isBroken) throw new Error('disk I/O error')
        return changes.filter((one) => one.position > position)
      },
    },
    datasets: () => ['production'],
    sources: [source],
    actorOf: () => EDITOR,
    clock: () => world.now,
    report: (error) => reported.push(String(error)),
  })
  return {timer, world}
}

it('performs due actions after the log could not be read for some time', async () => {
  const {timer, world} = open(planned('a', 0))
  world.breakLog(true)
  await expect(timer.check()).rejects.toThrow('disk I/O error')
  world.breakLog(false)
  await timer.check()
  expect(world.performed).toEqual(['a'])
  world.breakLog(true)
  await expect(timer.check()).rejects.toThrow('disk I/O error')
  await expect(timer.close()).resolves.toBeUndefined()
})

it('reads a document once that was changed many times', async () => {
  const {timer, world} = open()
  await timer.check()
  for (let letter = 0; letter < 50; letter++) world.change('draft', planned('draft', 60))
  world.change('b', planned('b', 0))
  await timer.check()
  expect(world.read.filter((id) => id === 'draft')).toEqual(['draft'])
  expect(world.performed).toEqual(['b'])
  await timer.close()
})

it('does not perform an action that is removed from the schedule meanwhile', async () => {
  const {timer, world} = open(planned('a', 0), planned('b', 1), planned('c', 2), planned('d', 3))
  world.now = START + 5 * 60_000
  world.onPerform = (id) => {
    if (id !== 'a') return
    world.change('b', null)
    world.change('c', planned('c', 60))
  }
  await timer.check()
  expect(world.performed).toEqual(['a', 'd'])
  world.now = START + 60 * 60_000
  await timer.check()
  expect(world.performed).toEqual(['a', 'd', 'c'])
  await timer.close()
})

it('waits longer after each temporary fault, and performs other actions meanwhile', async () => {
  const {timer, world} = open(planned('large', 0), planned('small', 0))
  let isBusy = true
  world.onPerform = (id) => {
    if (id === 'large' && isBusy) throw new LakeError(503, 'transactionTimeout', 'Too long.')
  }
  await timer.check()
  await timer.check()
  expect(world.performed).toEqual(['large', 'small'])
  // For ten minutes the timer looks each second, as it does by itself.
  for (let second = 0; second < 600; second++) {
    world.now += 1_000
    await timer.check()
  }
  const attempts = world.performed.filter((id) => id === 'large').length
  expect(attempts).toBeGreaterThan(10)
  expect(attempts).toBeLessThan(20)
  expect(world.reported).toHaveLength(attempts)
  isBusy = false
  world.now += 60_000
  await timer.check()
  await timer.check()
  expect(world.performed.filter((id) => id === 'large')).toHaveLength(attempts + 1)
  await timer.close()
})
