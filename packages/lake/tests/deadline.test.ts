import {describe, expect, it} from 'vitest'
import {within, withinOnTheClock} from '../src/deadline.ts'

const forEver = (): never => {
  for (;;);
}

/** Takes no CPU time: the thread waits, as it does where the machine is busy. */
const waitWithoutCpu = (milliseconds: number): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

describe('a limit of CPU time', () => {
  it('lets work that only waited begin again and end', () => {
    let runs = 0
    const finished = within(100, () => {
      runs++
      if (runs === 1) waitWithoutCpu(60_000)
    })
    expect({finished, runs}).toEqual({finished: true, runs: 2})
  })

  it('is another than a limit on the clock, which work runs against once', () => {
    let runs = 0
    const finished = withinOnTheClock(20, () => {
      runs++
      waitWithoutCpu(60_000)
    })
    expect({finished, runs}).toEqual({finished: false, runs: 1})
  })
})

describe('within', () => {
  it('runs work to its end and says so', () => {
    let ran = false
    expect(within(1_000, () => void (ran = true))).toBe(true)
    expect(ran).toBe(true)
  })

  it('ends work that would never end, whatever it catches', () => {
    const steps: string[] = []
    const finished = within(20, () => {
      try {
        forEver()
      } catch {
        steps.push('caught')
      }
      steps.push('went on')
    })
    expect(finished).toBe(false)
    expect(steps).toEqual([])
  })

  it('passes on what the work throws', () => {
    expect(() =>
      within(1_000, () => {
        throw new TypeError('mine')
      }),
    ).toThrow(TypeError)
  })

  it('may be used by the work itself', () => {
    let inner = true
    expect(within(5_000, () => void (inner = within(20, forEver)))).toBe(true)
    expect(inner).toBe(false)
  })
})
