import {describe, expect, it} from 'vitest'
import {withinCpuTime, withinWallTime} from '../src/deadline.ts'

const forEver = (): never => {
  for (;;);
}

/** Takes no CPU time: the thread waits, as it does where the machine is busy. */
const waitWithoutCpu = (milliseconds: number): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

describe('a limit of CPU time', () => {
  it('repeats work that only waited', () => {
    let runs = 0
    const finished = withinCpuTime(100, () => {
      runs++
      if (runs === 1) waitWithoutCpu(60_000)
    })
    expect({finished, runs}).toEqual({finished: true, runs: 2})
  })

  it('is unlike a limit of wall-clock time, for which work runs once', () => {
    let runs = 0
    const finished = withinWallTime(20, () => {
      runs++
      waitWithoutCpu(60_000)
    })
    expect({finished, runs}).toEqual({finished: false, runs: 1})
  })
})

describe('withinCpuTime', () => {
  it('runs work to its end', () => {
    let ran = false
    expect(withinCpuTime(1_000, () => void (ran = true))).toBe(true)
    expect(ran).toBe(true)
  })

  it('ends endless work that catches every error', () => {
    const steps: string[] = []
    const finished = withinCpuTime(20, () => {
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

  it('passes on the errors of the work', () => {
    expect(() =>
      withinCpuTime(1_000, () => {
        throw new TypeError('mine')
      }),
    ).toThrow(TypeError)
  })

  it('can be nested', () => {
    let inner = true
    expect(withinCpuTime(5_000, () => void (inner = withinCpuTime(20, forEver)))).toBe(true)
    expect(inner).toBe(false)
  })
})
