import {describe, expect, it} from 'vitest'
import {isLong, isMuch, withinCpuTime, withinWallTime} from '../src/deadline.ts'
import type {LakeDocument} from '../src/types.ts'

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

describe('what needs a deadline', () => {
  const document = (characters: number): LakeDocument => ({
    _id: 'a',
    _type: 'article',
    _createdAt: '2026-11-25T10:00:00Z',
    _updatedAt: '2026-11-25T10:00:00Z',
    _rev: '1',
    text: 'x'.repeat(characters),
  })
  const [short, long] = [document(60 * 1024), document(64 * 1024)]
  const change = {previous: null, result: short}

  it('is counted from 64 kB of a document', () => {
    expect([short, long].map(isLong)).toEqual([false, true])
  })

  it.each([
    ['eight changes', Array.from({length: 8}, () => change), false],
    ['nine changes', Array.from({length: 9}, () => change), true],
    ['a long document that is created', [{previous: null, result: long}], true],
    ['a long document that is deleted', [change, {previous: long, result: null}], true],
  ])('%s', (_what, changes, expected) => {
    expect(isMuch(changes)).toBe(expected)
  })
})
