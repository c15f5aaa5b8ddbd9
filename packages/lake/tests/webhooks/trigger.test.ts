import {expect, it} from 'vitest'
import {compileTrigger} from '../../src/webhooks/trigger.ts'

const document = {
  _id: 'ports',
  _type: 'topic',
  _rev: 'r1',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
  section: {_type: 'reference', _ref: 'politics'},
}

it('is not too costly if the thread only waited for the machine', () => {
  const trigger = compileTrigger({on: ['create'], filter: 'section->title == "x"', projection: ''})
  let looked = 0
  const payload = trigger.payload(
    {before: null, after: document},
    {
      projectId: 'copydesk',
      dataset: 'production',
      now: new Date(0),
      identity: 'webhooks',
      dereference: () => {
        // Takes no CPU time, as where a machine has just started and does everything at once.
        const shared = new Int32Array(new SharedArrayBuffer(4))
        if (looked++ === 0) Atomics.wait(shared, 0, 0, 60_000)
        return {...document, title: 'x'}
      },
    },
  )
  expect(payload).toMatchObject({_id: 'ports'})
  expect(looked).toBe(2)
})
