// Document IDs are read in the newsroom and in the query engine (docs/decisions/two-readers-of-document-ids.md).
import {expect, it} from 'vitest'
import {publishedIdOf as ofTheEngine} from '@copydesk/groq/documents'
import {draftIdOf, publishedIdOf} from '../../model/ids.ts'

it.each([
  ['tide', 'tide'],
  ['drafts.tide', 'tide'],
  ['versions.summer.tide', 'tide'],
  ['versions.summer.private.source.tide', 'private.source.tide'],
  ['private.source.tide', 'private.source.tide'],
  ['draftsXtide', 'draftsXtide'],
  // These belong to no document.
  ['', ''],
  ['drafts.', ''],
  ['drafts.drafts.tide', 'drafts.tide'],
  ['versions.', 'versions.'],
  ['versions.summer', 'versions.summer'],
  ['versions.summer.', ''],
  ['versions..tide', 'tide'],
  ['tide\nversions.a.b', 'tide\nversions.a.b'],
])('the document of %j is %j, for both', (id, document) => {
  expect(publishedIdOf(id)).toBe(document)
  expect(ofTheEngine(id)).toBe(document)
})

it('a draft has one prefix, whatever it is made of', () => {
  expect(['tide', 'drafts.tide', 'versions.summer.tide'].map(draftIdOf)).toEqual(
    Array.from({length: 3}, () => 'drafts.tide'),
  )
})
