import {describe, expect, test} from 'vitest'
import {
  initialPrivateValue,
  privateDocumentOf,
} from '../../../../studio/plugins/confidential/private-document.ts'

describe('the confidential part', () => {
  test.each([
    ['source', 'private.source.a', 'privateSource', 'source'],
    ['expertQuote', 'private.quote.a', 'privateQuote', 'quote'],
    ['photoWithCredit', 'private.photo.a', 'privatePhoto', 'photo'],
    ['author', 'private.author.a', 'privateAuthor', 'author'],
  ])('of a %s is kept in %s', (type, id, privateType, backlink) => {
    const secret = privateDocumentOf(type, 'drafts.a')
    expect(secret).toEqual({id, type: privateType, backlink})
    expect(secret && initialPrivateValue(secret, 'drafts.a')).toEqual({
      _id: id,
      _type: privateType,
      [backlink]: {_type: 'reference', _ref: 'a', _weak: true},
    })
  })

  test('does not exist for an article', () => {
    expect(privateDocumentOf('article', 'a')).toBeNull()
    expect(privateDocumentOf('source', '')).toBeNull()
  })
})
