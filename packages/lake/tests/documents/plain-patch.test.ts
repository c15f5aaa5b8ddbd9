import {describe, expect, it} from 'vitest'
import {isPlainPatch} from '../../src/documents/plain-patch.ts'

const id = 'a'

describe('a patch from the studio', () => {
  it.each([
    {set: {headline: 'A', 'embargo.until': null}},
    {setIfMissing: {body: []}, insert: {after: 'body[0]', items: [1]}},
    {unset: ['body[_key=="p1"]', 'body[_key == "p1"].children[_key=="s"]']},
    {diffMatchPatch: {'body[_key=="p1"].children[_key=="s"].text': '@@ -1,3 +1,4 @@\n abc\n+d\n'}},
    {inc: {rank: 1}, dec: {'counts[3].n': 1}},
  ])('is plain: %j', (operations) => {
    expect(isPlainPatch({id, ...operations})).toBe(true)
  })
})

describe('a patch that may walk a document for each of its parts', () => {
  it.each([
    ['goes down to any depth', {unset: ['a..b..c']}],
    ['takes ranges of ranges', {unset: ['a[:][:][:]']}],
    ['takes all elements', {set: {'a[*].b[*]': 1}}],
    ['compares what is no key', {unset: ['a[n > 1].b[n > 1]']}],
    ['takes unions', {unset: ['a[0,1,2][0,1,2]']}],
    ['names many paths', {unset: Array.from({length: 40}, (_, n) => `a${n}`)}],
    ['brings a long text patch', {diffMatchPatch: {a: '@@ -1 +1 @@\n-a\n+b\n'.repeat(200)}}],
  ])('is not plain: it %s', (_what, operations) => {
    expect(isPlainPatch({id, ...operations})).toBe(false)
  })
})
