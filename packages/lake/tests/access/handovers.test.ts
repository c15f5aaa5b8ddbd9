import {describe, expect, it} from 'vitest'
import {testAccess} from './support.ts'

describe('a handover to a studio on another origin', () => {
  it('can be exchanged once, within a minute', () => {
    const {access, pass} = testAccess()
    const id = access.handovers.give('secret')
    expect(id.length).toBeGreaterThanOrEqual(20)
    expect(access.handovers.take('another')).toBeNull()
    expect(access.handovers.take(id)).toBe('secret')
    expect(access.handovers.take(id)).toBeNull()
    const late = access.handovers.give('secret')
    pass(60_000)
    expect(access.handovers.take(late)).toBeNull()
  })
})
