// Which new keys of an editor the form takes.
import {expect, test} from 'vitest'
import {keepKeys} from '../../../../studio/plugins/body/keep-keys.ts'
import type {Patch} from '../../../../studio/plugins/body/patches-of-others.ts'

const text = [
  {_key: 'a', children: [{_key: 's'}, {_key: 't'}]},
  {_key: 'b', children: [{_key: 's'}, {_key: 's'}]},
  {_key: 'a', children: [{}]},
  {children: []},
]
const set = (path: Patch['path']) => ({type: 'set', path, value: 'new', origin: 'local'}) as Patch

test.for<[string, Patch['path'], boolean]>([
  ['of a paragraph without one', [3, '_key'], true],
  ['of the second paragraph with the same', [2, '_key'], true],
  ['of the first paragraph with the same', [0, '_key'], false],
  ['of a paragraph with its own', [1, '_key'], false],
  ['of a paragraph that the form does not have', [4, '_key'], false],
  ['of a span without one', [2, 'children', 0, '_key'], true],
  ['of the second span with the same', [{_key: 'b'}, 'children', 1, '_key'], true],
  ['of a span with its own', [{_key: 'a'}, 'children', 1, '_key'], false],
  ['of a span in a paragraph that is gone', [{_key: 'x'}, 'children', 1, '_key'], false],
])('a new key %s', ([, path, isTaken]) => {
  expect(keepKeys([set(path)], text)).toEqual(isTaken ? [set(path)] : [])
})

test('all else is taken', () => {
  const patches = [set([1]), set([{_key: 'b'}, 'style']), set([{_key: 'b'}, 'markDefs', 0])]
  expect(keepKeys(patches, text)).toEqual(patches)
  expect(keepKeys(patches, undefined)).toEqual(patches)
})
