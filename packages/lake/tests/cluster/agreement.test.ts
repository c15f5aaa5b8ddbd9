import {describe, expect, it} from 'vitest'
import {assertMayReplace, differenceTo, publicDifferenceTo} from '../../src/cluster/agreement.ts'

const agreed = {version: '1.9.0', schema: '3', SENDER: 'a'}

describe('a node that starts', () => {
  it('may bring anything if no other node runs', () => {
    expect(() => assertMayReplace({...agreed, SENDER: 'b'}, agreed, true)).not.toThrow()
  })

  it.each([
    [
      {...agreed, SENDER: 'b'},
      'This node’s SENDER is b, that of the cluster is a. Other nodes run.',
    ],
    [{...agreed, version: '1.8.0'}, 'This node’s version is 1.8.0, that of the cluster is 1.9.0.'],
    [{...agreed, rules: 'b'}, 'This node’s rules is b, that of the cluster is not set.'],
    [{...agreed, MORE: 'c'}, 'This node’s MORE is c, that of the cluster is not set.'],
    [{...agreed, version: '1.10.0', SENDER: 'b'}, 'This node’s SENDER is b'],
    [{...agreed, schema: '2'}, 'The cluster runs a newer version (schema 3, this one has 2)'],
  ])('is refused beside others (%#)', (own, words) => {
    expect(() => assertMayReplace(own, agreed, false)).toThrow(words)
  })

  it('may have more to agree on and other rules, if it is newer', () => {
    const own = {version: '1.10.0', schema: '4', SENDER: 'a', MORE: 'c', rules: 'b'}
    expect(() => assertMayReplace(own, agreed, false)).not.toThrow()
  })
})

it('compares only some names for a command', () => {
  const theirs = {...agreed, MORE: 'c'}
  expect(differenceTo(agreed, theirs)).toContain('This node’s MORE is not set')
  expect(differenceTo(agreed, theirs, Object.keys(agreed))).toBeNull()
})

it('shows callers no settings', () => {
  expect(publicDifferenceTo({...agreed, version: '1'}, agreed)).toContain('version is 1, that of')
  const differs = 'This node’s settings are not those of the cluster.'
  expect(publicDifferenceTo({...agreed, SENDER: 'b'}, agreed)).toBe(differs)
  expect(publicDifferenceTo(agreed, {...agreed})).toBeNull()
})
