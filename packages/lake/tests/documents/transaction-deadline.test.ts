import {afterEach, describe, expect, it, vi} from 'vitest'
import {startDeadline} from '../../src/documents/transaction-deadline.ts'

const tooLong = expect.objectContaining({status: 503, type: 'transactionTimeout'})
const forEver = (): never => {
  for (;;);
}

afterEach(() => vi.restoreAllMocks())
/** Sets the clock forward. */
function later(ms: number): void {
  const now = performance.now()
  vi.spyOn(performance, 'now').mockReturnValue(now + ms)
}

describe('a transaction’s deadline', () => {
  it('has three seconds, counted from its start', () => {
    const deadline = startDeadline()
    later(2_900)
    deadline.check()
    later(3_100)
    expect(() => deadline.check()).toThrow(tooLong)
  })

  it('ends work that never checks it', () => {
    const deadline = startDeadline()
    later(2_950)
    expect(() => deadline.guard(() => true, forEver)).toThrow(tooLong)
    later(200)
    expect(() => deadline.guard(() => true, expect.unreachable)).toThrow(tooLong)
  })

  it('runs work without a guard if none is needed, or within another guard', () => {
    const deadline = startDeadline()
    const steps: string[] = []
    deadline.guard(
      () => false,
      () => void steps.push('plain'),
    )
    deadline.guard(
      () => true,
      () => deadline.guard(expect.unreachable, () => void steps.push('inside')),
    )
    deadline.guard(
      () => steps.push('asked again') > 0,
      () => void steps.push('guarded'),
    )
    expect(steps).toEqual(['plain', 'inside', 'asked again', 'guarded'])
  })

  it('passes on the errors of the work', () => {
    const fail = (): never => {
      throw new TypeError('mine')
    }
    expect(() => startDeadline().guard(() => true, fail)).toThrow(TypeError)
  })
})
