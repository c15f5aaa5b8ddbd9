import {describe, expect, it} from 'vitest'
import {testAccess} from './support.ts'

describe('datasets', () => {
  it('are created once and listed by name', () => {
    const {access, pass} = testAccess()
    access.datasets.ensure('production')
    pass(1000)
    access.datasets.ensure('production', 'u1')
    access.datasets.ensure('archive', 'u1')
    const plain = {aclMode: null, description: null, since: 0}
    expect(access.datasets.list()).toEqual([
      {...plain, name: 'archive', createdAt: '2026-11-25T12:00:01.000Z', createdBy: 'u1'},
      {...plain, name: 'production', createdAt: '2026-11-25T12:00:00.000Z', createdBy: 'system'},
    ])
    expect(access.datasets.has('production')).toBe(true)
    expect(access.datasets.has('elsewhere')).toBe(false)
  })
})
