import {describe, expect, it} from 'vitest'
import {assertMayReplace, differenceTo, publicDifferenceTo} from '../../src/cluster/agreement.ts'

const agreed = {version: '1.9.0', schema: '3', sender: 'a'}

describe('a node that starts', () => {
  it('may bring anything if no other node runs', () => {
    expect(() => assertMayReplace({...agreed, sender: 'b'}, agreed, true)).not.toThrow()
  })

  it.each([
    [
      {...agreed, sender: 'b'},
      'This node’s sender is b, that of the cluster is a. Other nodes run.',
    ],
    [{...agreed, version: '1.8.0'}, 'The cluster runs version 1.9.0, this node has 1.8.0.'],
    [{...agreed, more: 'c'}, 'This node’s more is c, that of the cluster is not set.'],
    [{...agreed, version: '1.10.0', sender: 'b'}, 'This node’s sender is b'],
    [{...agreed, schema: '2'}, 'The cluster runs a newer version (schema 3, this one has 2)'],
  ])('is refused beside others (%#)', (own, words) => {
    expect(() => assertMayReplace(own, agreed, false)).toThrow(words)
  })

  it('may have more to agree on, if it is newer', () => {
    const own = {version: '1.10.0', schema: '4', sender: 'a', more: 'c'}
    expect(() => assertMayReplace(own, agreed, false)).not.toThrow()
  })
})

it('compares only some names for a command', () => {
  const theirs = {...agreed, more: 'c'}
  expect(differenceTo(agreed, theirs)).toContain('This node’s more is not set')
  expect(differenceTo(agreed, theirs, Object.keys(agreed))).toBeNull()
})

it('shows callers no settings', () => {
  expect(publicDifferenceTo({...agreed, version: '1'}, agreed)).toContain('version is 1, that of')
  const differs = 'This node’s settings are not those of the cluster.'
  expect(publicDifferenceTo({...agreed, sender: 'b'}, agreed)).toBe(differs)
  expect(publicDifferenceTo(agreed, {...agreed})).toBeNull()
})
