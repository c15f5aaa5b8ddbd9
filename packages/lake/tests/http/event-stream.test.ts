import {describe, expect, it} from 'vitest'
import {ANONYMOUS_ACTOR} from '../../src/grants.ts'
import {createEventStream} from '../../src/http/event-stream.ts'
import type {Actor} from '../../src/types.ts'

const STAFF: Actor = {id: 'u1', kind: 'user', roles: ['editor'], name: 'Edith'}
const EVENT = {event: 'mutation', data: 'x'.repeat(16 * 1024)}

/** How many events of 16 kB a stream buffers before it ends, for a reader that does not read. */
function heldFor(reader: Actor): number {
  const {sink, whenClosed} = createEventStream(reader)
  let ended = false
  whenClosed(() => (ended = true))
  for (let sent = 0; sent < 1_000; sent++) {
    sink.send([EVENT])
    if (ended) return sent
  }
  return Infinity
}

describe('a stream whose reader does not read', () => {
  it('ends at 4 MB of unsent events for staff', () => {
    expect(heldFor(STAFF)).toBe(256)
  })

  it('ends sooner for an anonymous reader', () => {
    expect(heldFor(ANONYMOUS_ACTOR)).toBe(16)
  })
})
