import {afterEach, describe, expect, it, vi} from 'vitest'
import {startWatch} from '../../src/documents/transaction-deadline.ts'

const tooLong = expect.objectContaining({status: 503, type: 'transactionTimeout'})
const forEver = (): never => {
  for (;;);
}

afterEach(() => vi.restoreAllMocks())
/** So many milliseconds later. */
function later(ms: number): void {
  const now = performance.now()
  vi.spyOn(performance, 'now').mockReturnValue(now + ms)
}

describe('a transaction’s watch', () => {
  it('has three seconds, counted from its start', () => {
    const watch = startWatch()
    later(2_900)
    watch.look()
    later(3_100)
    expect(() => watch.look()).toThrow(tooLong)
  })

  it('ends what looks at no watch, when the time is over', () => {
    const watch = startWatch()
    later(2_950)
    expect(() => watch.guard(() => true, forEver)).toThrow(tooLong)
    later(200)
    expect(() => watch.guard(() => true, expect.unreachable)).toThrow(tooLong)
  })

  it('runs what needs no guard, and what is guarded already, as it is', () => {
    const watch = startWatch()
    const steps: string[] = []
    watch.guard(
      () => false,
      () => void steps.push('plain'),
    )
    watch.guard(
      () => true,
      () => watch.guard(expect.unreachable, () => void steps.push('inside')),
    )
    watch.guard(
      () => steps.push('asked again') > 0,
      () => void steps.push('guarded'),
    )
    expect(steps).toEqual(['plain', 'inside', 'asked again', 'guarded'])
  })

  it('passes on what fails', () => {
    const fail = (): never => {
      throw new TypeError('mine')
    }
    expect(() => startWatch().guard(() => true, fail)).toThrow(TypeError)
  })
})
