import {expect, test} from 'vitest'
import {nameOf, titleOf} from '../../../../studio/plugins/editorial-actions/describe-document.ts'

test('a document is called what lists call it, cut to a line', () => {
  expect(titleOf({_id: 'p', _type: 'photoWithCredit', caption: ' A ferry '})).toBe('A ferry')
  expect(titleOf({_id: 'x', _type: 'source'})).toBe('without a title')
  expect(
    Array.from(titleOf({_id: 'a', _type: 'article', headline: '長'.repeat(200)})),
  ).toHaveLength(90)
})

test('a type is called by the newsroom’s word for it', () => {
  expect(nameOf({_id: 'p', _type: 'photoWithCredit'})).toBe('photo')
  expect(nameOf({_id: 'p', _type: 'somethingElse'})).toBe('document')
})
