// An approval covers exactly what was looked at: a character lapses it, undoing that brings it back.
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {FACTOR, runs} from '../../support/runs.ts'
import {draftsOf, fresh, type PieceFields} from '../../support/piece.ts'
import {contentHash} from '../../../workflow/content-hash.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import type {Review} from '../../../model/records.ts'
import {NOW} from '../pieces.ts'
import {ME, transact} from './transact.ts'

/** A piece of drafts, with its review in this stage. */
function piece(stage: 'inReview' | 'approved', fields?: PieceFields): PieceDocument[] {
  const drafts = draftsOf('a', fields)
  const signature = {byName: 'X', at: NOW, hash: contentHash(drafts)}
  const review: Review = {
    _id: 'review.a',
    _type: 'review',
    subject: {_type: 'reference', _ref: 'a', _weak: true},
    subjectType: 'article',
    stage,
    state: stage,
    lapsed: false,
    submission: {by: 'writer', ...signature},
    ...(stage === 'approved' && {approval: {by: 'approver', ...signature}}),
    changedBy: [],
  }
  return [...drafts, review]
}

/** A draft of the piece with other fields. */
const changed = (documents: readonly PieceDocument[], part: string, fields: object) => ({
  ...documents.find(({_id}) => _id === `drafts.a${part}`)!,
  ...fields,
})

const CHANGES: [string, string, object][] = [
  ['a character of the article', '', {dek: 'What happened!'}],
  ['a photo’s caption', '-photo', {caption: 'A ferry.'}],
  ['a photo’s credit', '-photo', {creditLine: '© Agency '}],
  ['a quote’s words', '-quote', {text: 'So it was.'}],
  ['a source’s name', '-source', {name: 'Prof. Sauce'}],
]

describe('A change', () => {
  it.each(CHANGES)('of %s lapses an approval, and undone brings it back', (_name, part, fields) => {
    const before = piece('approved')
    const after = transact({stored: before, writes: [changed(before, part, fields)]})
    expect(after.get('review.a')).toMatchObject({
      stage: 'approved',
      state: 'inReview',
      lapsed: true,
      changedBy: [ME],
    })
    const undone = transact({stored: after.documents(), writes: [changed(before, part, {})]})
    expect(undone.get('review.a')).toMatchObject({state: 'approved', lapsed: false})
    const notes = undone.documents().filter(({_type}) => _type === 'notification')
    expect(notes.map(({recipient}) => recipient)).toEqual(['approver', 'writer'])
  })

  it.each(CHANGES)('of %s after the submission is noted with its author', (_name, part, fields) => {
    const stored = piece('inReview')
    const writes = [changed(stored, part, fields)]
    expect(transact({stored, writes}).get('review.a')).toMatchObject({changedBy: [ME]})
    const imported = transact({stored, writes, role: 'importer', kind: 'token'})
    expect(imported.get('review.a')).toMatchObject({changedBy: []})
  })

  it('of a photo that is meant by the id of its draft is noted, too', () => {
    const photo = {_type: 'reference', _ref: 'drafts.a-photo', _weak: true}
    const stored = piece('inReview', {article: {leadPhoto: {photo}}})
    const writes = [changed(stored, '-photo', {caption: 'Mine'})]
    expect(transact({stored, writes}).get('review.a')).toMatchObject({changedBy: [ME]})
  })

  it('is noted where it publishes a part by itself', () => {
    const stored = piece('inReview')
    const draft = changed(stored, '-photo', {caption: 'Mine'})
    const writes = [draft, {...draft, _id: 'a-photo'}]
    const {get} = transact({stored, writes, role: 'editor'})
    expect(get('review.a')).toMatchObject({changedBy: [ME]})
  })

  it('that changes nothing is not noted, nor does it lapse anything', () => {
    const stored = piece('approved')
    const writes = [changed(stored, '', {_rev: 'another', firstPublishedAt: NOW})]
    const review = {state: 'approved', lapsed: false, changedBy: []}
    expect(transact({stored, writes}).get('review.a')).toMatchObject(review)
  })
})

type Edit = {name: string; part: string; fields: object}
/** Few values for few fields, so that what is done is often undone. */
const set = (part: string, fields: object): Edit => ({
  name: `${part} ${JSON.stringify(fields)}`,
  part,
  fields,
})
const body = (text: string) => {
  const [block, ...rest] = draftsOf('a').at(-1)!['body'] as object[]
  return {body: [{...block, children: [{_key: 'c', _type: 'span', text}]}, ...rest]}
}
const photoUse = (more: object) => ({
  leadPhoto: {_type: 'photoUse', photo: {...fresh('a-photo', 'photoWithCredit'), ...more}},
})
const EDITS: Edit[] = [
  set('', {dek: 'What happened.'}),
  set('', {dek: 'What happened'}),
  set('', body('Words.')),
  set('', body('Words.\u200b')),
  set('-photo', {caption: 'A ferry'}),
  set('-photo', {caption: 'A Ferry'}),
  set('-quote', {text: 'So it is.'}),
  set('-quote', {text: 'So it is!'}),
  set('-source', {name: 'Prof. Source'}),
  set('-source', {name: 'Prof. Source '}),
  set('-photo', {place: 'Osaka'}),
  set('-photo', {place: undefined}),
  set('', {firstPublishedAt: '1999-01-01T00:00:00Z'}),
  set('', {leadPhoto: undefined}),
  set('', photoUse({})),
  // Weakly: the same to readers.
  set('', photoUse({_strengthenOnPublish: undefined})),
]

/** Everything that readers would see, as text: keys in order, without how the store keeps it. */
function content(documents: readonly PieceDocument[]): string {
  const article = changed(documents, '', {}) as PieceDocument
  const parts = ['-source', '-quote', ...(article['leadPhoto'] ? ['-photo'] : []), '']
  return JSON.stringify(parts.map((part) => sorted(changed(documents, part, {}))))
}

const BOOKKEEPING = /^(_rev|_createdAt|_updatedAt|_weak|_strengthenOnPublish|firstPublishedAt)$/
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .filter(([key, member]) => !BOOKKEEPING.test(key) && member !== undefined)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([key, member]) => [key, sorted(member)])
}

it('An approval holds exactly while the content is what was approved', {tags: ['random']}, () => {
  let lapses = 0
  let returns = 0
  const edit = fc.constantFrom(...EDITS.map((one) => ({...one, toString: () => one.name})))
  fc.assert(
    fc.property(fc.array(edit, {minLength: 3, maxLength: 14}), (edits) => {
      let stored = piece('approved')
      const approved = content(stored)
      let was = true
      for (const {part, fields} of edits) {
        const outcome = transact({stored, writes: [changed(stored, part, fields)]})
        stored = outcome.documents()
        const same = content(stored) === approved
        expect(outcome.get('review.a')).toMatchObject({
          stage: 'approved',
          state: same ? 'approved' : 'inReview',
          lapsed: !same,
        })
        if (was && !same) lapses++
        if (!was && same) returns++
        was = same
      }
    }),
    {numRuns: runs(300), seed: 20261125},
  )
  expect(lapses).toBeGreaterThan(60 * FACTOR)
  expect(returns).toBeGreaterThan(20 * FACTOR)
})
