// What is on record nobody writes: not under another id, as another type, or as a draft.
import {describe, expect, it} from 'vitest'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {ME, transact, type Attempt} from './transact.ts'

const ROLES = ['journalist', 'photoEditor', 'editor', 'administrator']

/** One of each type, and an id of its kind that is free. */
const RECORDS: [PieceDocument, string][] = [
  [{_id: 'review.a', _type: 'review', stage: 'inReview'}, 'review.b'],
  [{_id: 'override.a', _type: 'override', reason: 'Heard it.'}, 'override.b'],
  [{_id: 'ledger.a', _type: 'ledgerEntry', kind: 'published'}, 'ledger.b'],
  [{_id: 'snapshot.a', _type: 'pieceSnapshot', hash: 'h'}, 'snapshot.b'],
  [{_id: 'correction-a-1', _type: 'correction', readerNote: 'Ten.'}, 'correction-a-99'],
  [{_id: 'notice-a-1', _type: 'notice', readerNote: 'Wrong.'}, 'notice-a-99'],
  [{_id: 'link.a', _type: 'previewLink', recipient: 'A lawyer'}, 'link.b'],
  [{_id: 'remark.a', _type: 'previewRemark', text: 'Line 2'}, 'remark.b'],
  [{_id: 'notification.a', _type: 'notification', recipient: ME, note: 'x'}, 'notification.b'],
]

const topic = (_id: string): PieceDocument => ({_id, _type: 'topic', title: 'In the way'})

describe.each(RECORDS.map(([record, free]) => [record._type, record, free] as const))(
  'A document of the type %s',
  (_type, record, free) => {
    const ATTEMPTS: [string, Attempt][] = [
      ['changed', {writes: [{...record, stage: 'approved', note: 'y'}]}],
      ['replaced by another type', {writes: [topic(record._id)]}],
      ['deleted', {deletes: [record._id]}],
      ['created', {writes: [{...record, _id: free}]}],
      ['created as a draft', {writes: [{...record, _id: `drafts.${free}`}]}],
      ['created as a version', {writes: [{...record, _id: `versions.r1.${free}`}]}],
      ['created under a plain id', {writes: [{...record, _id: 'plain'}]}],
      ['kept out of its id', {writes: [topic(free)]}],
      ['kept out of its draft', {writes: [topic(`drafts.${free}`)]}],
    ]
    it.each(ATTEMPTS)('is not %s', (_how, attempt) => {
      for (const role of ROLES) {
        for (const kind of ['user', 'token'] as const) {
          const {codes} = transact({stored: [record], ...attempt, role, kind})
          expect(codes).toContain('serverOnly')
        }
      }
    })
  },
)

describe('An import', () => {
  const imported = (attempt: Attempt) => transact({...attempt, role: 'importer', kind: 'token'})

  it.each(RECORDS)('restores $_type where it is not there, and says it again', (record) => {
    expect(imported({writes: [record]}).codes).toEqual([])
    const again = {...record, _rev: 'another'}
    expect(imported({stored: [record], writes: [again]}).codes).toEqual([])
  })

  const FOR_GOOD = [
    'override',
    'ledgerEntry',
    'correction',
    'notice',
    'previewLink',
    'previewRemark',
  ]
  it.each(RECORDS)('of $_type changes nothing that is on record for good', (record) => {
    const changes: Attempt[] = [
      {writes: [{...record, readerNote: 'y', reason: 'y'}]},
      {writes: [topic(record._id)]},
      {writes: [{_id: record._id, _type: record._type}]},
    ]
    for (const change of changes) {
      const codes = FOR_GOOD.includes(record._type) ? ['serverOnly'] : []
      expect(imported({stored: [record], ...change}).codes).toEqual(codes)
    }
    const {codes} = imported({stored: [record], deletes: [record._id]})
    expect(codes).toEqual(record._type === 'notification' ? [] : ['serverOnly'])
  })
})

describe('A notification', () => {
  const note = {
    _id: 'notification.a',
    _type: 'notification',
    recipient: ME,
    article: {_type: 'reference', _ref: 'a', _weak: true},
  }
  const written = (fields: object) =>
    transact({stored: [note], writes: [{...note, ...fields}], role: 'editor'}).codes

  it('is marked read', () => {
    expect(written({readAt: '2026-11-25T10:00:00.000Z'})).toEqual([])
  })

  it.each([
    ['how firmly it refers to its article', {article: {_type: 'reference', _ref: 'a'}}],
    ['a note', {note: 'x'}],
    ['another article', {article: {...note.article, _ref: 'world'}}],
    ['another recipient', {recipient: 'somebody'}],
  ])('says nothing else for that: %s', (_name, fields) => {
    expect(written(fields)).toEqual(['serverOnly'])
  })
})
