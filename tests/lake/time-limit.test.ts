import {describe, expect, it} from 'vitest'
import {within} from '../../lake/time-limit.ts'

const forEver = (): never => {
  for (;;);
}

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
