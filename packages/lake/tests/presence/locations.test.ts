import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parseLocations} from '../../src/presence/locations.ts'
import {FACTOR, runs} from '../../../../tests/support/runs.ts'

const POINT = {path: ['body', {_key: 'a'}, 'children', {_key: 'b'}], offset: 7}
const CARET = {
  type: 'document',
  documentId: 'drafts.article-night-ferry',
  path: ['body', {_key: 'a'}],
  lastActiveAt: '2026-11-25T10:00:00.000Z',
  selection: {anchor: POINT, focus: POINT, backward: false},
}

describe('a location that a tab announces', () => {
  it('is passed on in the studio’s format: a field, or a caret in running text', () => {
    const field = {type: 'document', documentId: 'a', path: ['bylines', 0, {_key: 'x'}, 'role']}
    expect(parseLocations([CARET, field])).toEqual([CARET, field])
    expect(parseLocations([])).toEqual([])
  })

  it('is the root of the document without a field, and has no caret for null', () => {
    expect(parseLocations([{type: 'document', documentId: 'a', selection: null}])).toEqual([
      {type: 'document', documentId: 'a', path: []},
    ])
  })

  it('loses members that colleagues’ studios do not expect', () => {
    const more = {...CARET, script: '<script>', selection: {...CARET.selection, more: [1]}}
    expect(parseLocations([{...more, path: [{_key: 'a', _type: 'b'}]}])).toEqual([
      {...CARET, path: [{_key: 'a'}]},
    ])
  })

  it.each([
    ['no list', {...CARET}],
    ['too many places', Array.from({length: 11}, () => CARET)],
    ['a place without a document', [{type: 'document', path: []}]],
    ['a document without a name', [{...CARET, documentId: ''}]],
    ['a name without end', [{...CARET, documentId: 'a'.repeat(257)}]],
    ['a path that is text', [{...CARET, path: 'body'}]],
    ['a path without end', [{...CARET, path: Array.from({length: 65}, () => 'a')}]],
    ['a segment that is none', [{...CARET, path: [null]}]],
    ['a negative index', [{...CARET, path: [-1]}]],
    ['half a caret', [{...CARET, selection: {anchor: POINT}}]],
    [
      'a caret before the beginning',
      [{...CARET, selection: {anchor: POINT, focus: {...POINT, offset: -1}}}],
    ],
    ['a caret nowhere', [{...CARET, selection: {anchor: POINT, focus: {offset: 1}}}]],
  ])('is refused for %s', (_what, value) => {
    expect(parseLocations(value)).toBeNull()
  })

  it('is accepted or refused, and an accepted one is accepted again', {tags: ['random']}, () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.array(fc.record({type: fc.string(), documentId: fc.string(), path: fc.jsonValue()})),
    )
    let taken = 0
    fc.assert(
      fc.property(anything, (value) => {
        const parsed = parseLocations(value)
        if (parsed === null) return
        taken += 1
        expect(parseLocations(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed)
      }),
      {seed: 11, numRuns: runs(5_000)},
    )
    expect(taken).toBeGreaterThan(100 * FACTOR)
  })
})
