import {expect, test} from 'vitest'
import {choose, mayHaveBoth, wordsIn} from '../../../../../studio/plugins/session/unsaved/choose.ts'
import {merge} from '../../../../../studio/plugins/session/unsaved/merge.ts'

const block = (_key: string, text: string) => ({
  _key,
  _type: 'block',
  children: [{_key: 's', text}],
})
const body = (...blocks: ReturnType<typeof block>[]) => ({body: blocks})
const [a, b] = [block('a', 'One.'), block('b', 'Two.')] as const

const TEXTS = {base: {dek: 'A'}, mine: {dek: 'B'}, theirs: {dek: 'C'}}
/** They deleted a paragraph in which I wrote. */
const DELETED = {base: body(a, b), mine: body(a, block('b', 'Two more.')), theirs: body(a)}
/** I deleted a paragraph in which they wrote. */
const CHANGED = {base: body(a, b), mine: body(b), theirs: body(block('a', 'One!'), b)}
const SPANS = {base: body(a), mine: body(block('a', 'Mine.')), theirs: body(block('a', 'Theirs.'))}

test.each([
  ['theirs', TEXTS, 'theirs', {dek: 'C'}],
  ['mine', TEXTS, 'mine', {dek: 'B'}],
  ['both texts', TEXTS, 'both', {dek: 'C B'}],
  ['my paragraph again', DELETED, 'mine', DELETED.mine],
  ['their deletion', DELETED, 'theirs', DELETED.theirs],
  ['my deletion', CHANGED, 'mine', body(b)],
  ['my words in a paragraph', SPANS, 'mine', SPANS.mine],
] as const)('takes %s', (_, versions, choice, expected) => {
  const {document, collisions} = merge(versions)
  const [collision] = collisions
  expect(collisions).toHaveLength(1)
  expect(choose(document, versions.mine, collision!, choice)).toEqual(expected)
})

test('only two texts can both be kept', () => {
  const both = [TEXTS, DELETED, SPANS].map((versions) =>
    merge(versions).collisions.map(mayHaveBoth),
  )
  expect(both).toEqual([[true], [false], [true]])
})

test.each([
  ['a text', 'Boats', 'Boats'],
  ['a paragraph', block('a', 'One.'), 'One.'],
  ['paragraphs', [a, b], 'One.\nTwo.'],
  ['fields of an object', {_type: 'callToAction', label: 'Read on', isBig: true}, 'Read on'],
  ['nothing', undefined, ''],
])('shows the words of %s', (_, value, words) => {
  expect(wordsIn(value)).toBe(words)
})
