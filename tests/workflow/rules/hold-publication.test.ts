// No transaction leads an article to its readers but that of an act, and that one only with what was approved.
import {describe, expect, it} from 'vitest'
import type {PieceDocument} from '../../../workflow/piece.ts'
import type {Stage} from '../../../model/stages.ts'
import {BLOCKING} from '../blocking-cases.ts'
import {approvedWith, documentsWith, type Change} from '../pieces.ts'
import {transact, type Attempt} from './transact.ts'

const documentsOf = (change: Change): PieceDocument[] => Object.values(documentsWith(change))
/** The article as it would be published. */
const liveOf = (change: Change = {}): PieceDocument => ({
  ...documentsWith(change)['drafts.a']!,
  _id: 'a',
})

/** An editor writes the article "a" by hand, beside a draft with a review as it is given. */
const publishing = (change: Change, more: Attempt = {}) =>
  transact({role: 'editor', stored: documentsOf(change), writes: [liveOf(change)], ...more})

describe('An article that is published by hand is refused', () => {
  it.each(BLOCKING)('that has a fault: %s', (_name, change, code) => {
    expect(publishing(approvedWith(change)).codes).toEqual([code, 'actRequired'])
  })

  it.each<[string, Change, string[]]>([
    ['that nobody submitted', {}, ['notSubmitted', 'actRequired']],
    ['that nobody approved', {review: {stage: 'inReview'}}, ['notApproved', 'actRequired']],
    ['that is approved', approvedWith(), ['actRequired']],
    [
      'that lawyers look at',
      approvedWith({review: {legal: {state: 'required', by: 'x', byName: 'X', at: 'x'}}}),
      ['legalNotCleared', 'actRequired'],
    ],
  ])('%s', (_name, change, codes) => {
    expect(publishing(change).codes).toEqual(codes)
    for (const kind of ['user', 'token'] as const) {
      for (const role of ['journalist', 'photoEditor', 'administrator']) {
        expect(publishing(change, {role, kind}).codes).toEqual(
          expect.arrayContaining(['roleMissing', ...codes]),
        )
      }
    }
  })

  it('that says something else than what was approved', () => {
    const writes = [{...liveOf(), dek: 'Something else happened.'}]
    expect(publishing(approvedWith(), {writes}).codes).toEqual(['approvalLapsed', 'actRequired'])
  })

  it('with another photo than the one that was approved', () => {
    const photo = {...documentsWith()['photo']!, caption: 'A ferry.'}
    const {codes} = publishing(approvedWith(), {writes: [photo, liveOf()]})
    expect(codes).toEqual(['usedByLiveArticle', 'approvalLapsed', 'actRequired'])
  })

  it('but not when an import brings it, nor when the act publishes what was approved', () => {
    expect(publishing({}, {role: 'importer', kind: 'token'}).codes).toEqual([])
    const act = (change: Change, writes = [liveOf()]) => {
      const {approval} = documentsWith(change)['review.a'] as {approval?: {hash: string}}
      const publication = {...approval, approvedBy: 'x', approvedByName: 'X', approvedAt: 'x'}
      const review = {...documentsWith(change)['review.a']!, publication}
      return publishing(change, {
        act: 'publish',
        writes: [...writes, review],
        deletes: ['drafts.a'],
      })
    }
    expect(act(approvedWith()).codes).toEqual([])
    expect(act(approvedWith(), [{...liveOf(), dek: 'Other.'}]).codes).toEqual(['approvalLapsed'])
  })
})

describe('An article that readers see', () => {
  const stored = [liveOf(), ...documentsOf(approvedWith())]
  const topic = (_id: string): PieceDocument => ({_id, _type: 'topic', title: 'In the way'})

  it.each<[string, Attempt]>([
    ['is not changed', {writes: [{...liveOf(), dek: 'New.'}]}],
    ['is not written anew', {writes: [liveOf()]}],
    ['is not replaced by another type', {writes: [topic('a')]}],
    ['is not deleted', {deletes: ['a']}],
    ['does not lose its draft', {deletes: ['drafts.a']}],
    ['has nothing else in its draft’s place', {writes: [topic('drafts.a')]}],
  ])('%s by hand', (_name, attempt) => {
    for (const role of ['journalist', 'editor', 'administrator']) {
      for (const kind of ['user', 'token'] as const) {
        expect(transact({stored, ...attempt, role, kind}).codes).toContain('actRequired')
      }
    }
  })
})

it('Nothing takes the place of an article that is being written, nor becomes one', () => {
  const topic = {_id: 'a', _type: 'topic', title: 'T'}
  const stored = documentsOf({})
  expect(transact({role: 'editor', stored, writes: [topic]}).codes).toContain('idTaken')
  expect(transact({role: 'editor', stored: [topic], writes: [liveOf()]}).codes).toContain(
    'actRequired',
  )
})

const STAGES: Stage[] = [
  'drafting',
  'inReview',
  'changesRequested',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
  'killed',
  'spiked',
]

describe('An edit of a draft is accepted', () => {
  it.each(STAGES)('while the piece is %s', (stage) => {
    const {'drafts.a': draft, photo, quote, source, ...rest} = documentsWith({review: {stage}})
    const members = [photo, quote, source].flatMap((one) =>
      one ? [{...one, _id: `drafts.${one._id}`}] : [],
    )
    const edits = [
      {...draft!, dek: 'By somebody'},
      {_id: 'drafts.a', _type: 'article'},
      ...members.map((one) => ({...one, creditLine: '', terms: 'offRecord', name: ''})),
    ]
    for (const role of ['journalist', 'photoEditor', 'editor']) {
      for (const edit of edits) {
        const stored = [draft!, ...members, ...Object.values(rest)]
        expect(transact({role, stored, writes: [edit]}).codes).toEqual([])
      }
    }
  })
})
