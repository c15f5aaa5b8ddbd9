import {describe, expect, test} from 'vitest'
import {startOf, withinTools} from '../../../../studio/plugins/start/start-of.ts'

describe('a person begins', () => {
  test.each([
    {roles: ['journalist'], start: 'desk/mine'},
    {roles: ['photoEditor'], start: 'structure/photos;photos-to-complete'},
    {roles: ['editor'], start: 'desk'},
    {roles: ['administrator'], start: 'desk'},
    {roles: ['developer'], start: 'structure'},
    {roles: [], start: 'structure'},
    {roles: ['journalist', 'photoEditor'], start: 'desk/mine'},
    {roles: ['journalist', 'editor'], start: 'desk'},
    {roles: ['administrator', 'journalist'], start: 'desk/mine'},
    {roles: ['administrator', 'developer'], start: 'desk'},
  ])('as $roles at $start', ({roles, start}) => {
    expect(startOf(roles, false)).toBe(start)
  })

  test.each([
    {roles: ['administrator'], start: 'people'},
    {roles: ['administrator', 'editor'], start: 'people'},
    {roles: ['journalist'], start: 'desk/mine'},
  ])('as $roles at $start while the newsroom is set up', ({roles, start}) => {
    expect(startOf(roles, true)).toBe(start)
  })

  test('in the first tool if the newsroom has left out the plugin', () => {
    expect(withinTools('desk/mine', ['structure', 'desk'])).toBe('desk/mine')
    expect(withinTools('desk/mine', ['structure', 'page'])).toBe('structure')
    expect(withinTools('desk', [])).toBe('')
  })
})
