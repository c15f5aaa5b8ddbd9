import {expect, it} from 'vitest'
import {assertContent} from '../../src/documents/assert-content.ts'
import type {Json} from '../../src/types.ts'

const ADDRESS = 'file@file:///etc/passwd'

it.each<[string, Record<string, Json>]>([
  ['at its root', {_sanityAsset: ADDRESS}],
  ['in a field', {image: {_type: 'image', _sanityAsset: ADDRESS}}],
  ['in an item of an array', {body: [{_key: 'a', photos: [{image: {_sanityAsset: ADDRESS}}]}]}],
  ['as an object', {image: {_sanityAsset: {}}}],
  ['as null', {image: {_sanityAsset: null}}],
])('refuses a document with an address for an import %s', (_, fields) => {
  expect(() => assertContent({_id: 'a', _type: 'article', ...fields} as never, null)).toThrow(
    'A field cannot be called "_sanityAsset"',
  )
})

it('accepts a document that mentions such an address', () => {
  const headline = 'What "_sanityAsset" is'
  assertContent({_id: 'a', _type: 'article', headline, words: ['_sanityAsset']} as never, null)
})

it('accepts an edit of a document that an older version stored with one', () => {
  const planted = {_id: 'a', _type: 'article', image: {_sanityAsset: ADDRESS}}
  assertContent({...planted, headline: 'Edited'} as never, planted as never)
})
