// The patches that are accepted: each operation, with its paths and values.
import {describe, expect, it} from 'vitest'
import {parsePatch} from '../src/parse-patch.ts'
import type {Json} from '../src/types.ts'

const parse = (operations: Record<string, Json>) => parsePatch({id: 'a', ...operations}, 'The edit')

/** Every operation with one path in it. */
const OPERATIONS: [string, (path: string) => Record<string, Json>][] = [
  ['set', (path) => ({set: {[path]: {until: 'x'}}})],
  ['setIfMissing', (path) => ({setIfMissing: {[path]: 1}})],
  ['unset', (path) => ({unset: [path]})],
  ['insert before', (path) => ({insert: {before: path, items: [1]}})],
  ['insert after', (path) => ({insert: {after: path, items: [1]}})],
  ['insert replace', (path) => ({insert: {replace: path, items: [1]}})],
  ['inc', (path) => ({inc: {[path]: 1}})],
  ['dec', (path) => ({dec: {[path]: 1}})],
  ['diffMatchPatch', (path) => ({diffMatchPatch: {[path]: '@@ -1 +1 @@\n-a\n+b\n'}})],
]

describe.each(OPERATIONS)('%s', (name, operation) => {
  it('is accepted with a path to a field', () => {
    expect(parse(operation('list[0].a'))).toMatchObject(operation('list[0].a'))
  })

  it.each(['embargo.__proto__', "embargo['constructor']", 'embargo[prototype].until'])(
    'is refused with the path %s',
    (path) => {
      expect(() => parse(operation(path))).toThrow(
        /^The edit: the path .* no field can be called\.$/,
      )
    },
  )

  it.each(['body[0', 'body]', '[]', ''])('is refused with the incomplete path "%s"', (path) => {
    expect(() => parse(operation(path))).toThrow(`of "${name}"`)
  })
})

const planted = (): Json => JSON.parse('{"deep": [{"__proto__": {"until": "x"}}]}') as Json

it.each([
  ['a text to add', {inc: {views: '1'}}, '"inc" of "views" needs a number, not "1"'],
  ['a list to subtract', {dec: {views: [1]}}, '"dec" of "views" needs a number, not [1]'],
  ['a text patch that is no text', {diffMatchPatch: {title: 1}}, 'needs a text, not 1'],
  ['values without paths', {set: ['a']}, '"set" must be an object'],
  ['a path to unset that is not in a list', {unset: 'a'}, '"unset" must be a list'],
  ['a number to unset', {unset: [1]}, '"unset" needs a path'],
  ['nothing to insert', {insert: {after: 'a[-1]'}}, '"insert" needs "items"'],
  ['no items to insert', {insert: {after: 'a[-1]', items: []}}, 'at least one item'],
  ['items without a place', {insert: {items: [1]}}, 'one of "before", "after" and "replace"'],
  ['two places', {insert: {before: 'a', after: 'b', items: [1]}}, 'one of "before"'],
  ['the unknown operation merge', {merge: {a: 1}}, 'unknown patch operation "merge"'],
  ['a planted prototype to set', {set: {embargo: planted()}}, 'a field called "__proto__"'],
  ['a planted prototype to insert', {insert: {after: 'a[-1]', items: [planted()]}}, '__proto__'],
] satisfies [string, Record<string, Json>, string][])('refuses %s', (_what, patch, sentence) => {
  expect(() => parse(patch)).toThrow(sentence)
})

it('accepts a replacement by nothing, which removes items', () => {
  expect(() => parse({insert: {replace: 'a[0:2]', items: []}})).not.toThrow()
})
