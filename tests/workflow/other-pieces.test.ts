// The editorial rules hold for every type of kind `piece`, and speak of it by its own name.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {CONTENT_TYPES} from '../../model/content-types.ts'
import type {ContentType} from '../../model/kinds.ts'
import {asReview} from '../../model/records.ts'
import {check} from '../../workflow/check.ts'
import {contentHash} from '../../workflow/content-hash.ts'
import {documentsOf, gatherPiece} from '../../workflow/gather.ts'
import {noticeOf} from '../../workflow/perform/corrections.ts'
import {notify} from '../../workflow/perform/notify.ts'
import type {EditorialContext} from '../../workflow/perform/types.ts'
import type {PieceDocument} from '../../workflow/piece.ts'
import {holdFieldOwnership} from '../../workflow/rules/field-ownership.ts'

const NOW = '2026-11-25T10:00:00Z'
const PODCAST: ContentType = {
  kind: 'piece',
  title: 'Podcast',
  plural: 'Podcasts',
  fields: {title: 'title', summary: 'summary', people: 'hosts[]'},
  labels: {hosts: 'host'},
  path: '/podcast/:slug',
}
const registry = CONTENT_TYPES as Record<string, ContentType>
/** A newsroom may have podcasts of its own. */
const ofTheHouse = registry['podcast']

beforeAll(() => {
  registry['podcast'] = PODCAST
})
afterAll(() => {
  if (ofTheHouse) registry['podcast'] = ofTheHouse
  else delete registry['podcast']
})

const DRAFT: PieceDocument = {
  _id: 'drafts.p',
  _type: 'podcast',
  title: 'Harbour at night',
  summary: 'Six hours on a tug.',
  slug: {current: 'harbour-at-night'},
  hosts: [{_type: 'reference', _ref: 'ada'}],
}
const ACCOUNT = {
  _id: 'private.author.ada',
  _type: 'privateAuthor',
  userId: 'u-ada',
}
const AUTHOR = {_id: 'ada', _type: 'author', name: 'Ada Quay'}

const editor = (id: string) => ({id, kind: 'user', name: 'Edith', roles: ['editor']})

function gather(draft: PieceDocument = DRAFT, more: PieceDocument[] = []) {
  const documents = new Map([draft, ACCOUNT, AUTHOR, ...more].map((one) => [one._id, one]))
  return gatherPiece('p', (id) => documents.get(id) ?? null).piece
}

const submitted = (changes: object = {}) =>
  asReview({
    _id: 'review.p',
    _type: 'review',
    subjectType: 'podcast',
    stage: 'inReview',
    state: 'inReview',
    lapsed: false,
    ...changes,
  } as PieceDocument)

const messages = (input: Parameters<typeof check>[0], actor = editor('u-edith')) =>
  check(input, actor, NOW).map(({code, message}) => `${code}: ${message}`)

describe('a podcast', () => {
  it('is approved where nothing is missing', () => {
    expect(messages({...gather(), review: submitted(), act: 'approve'})).toEqual([])
  })

  it('is missed its title, host, summary and address by their own names', () => {
    const {_id, _type} = DRAFT
    expect(messages({...gather({_id, _type}), review: submitted(), act: 'approve'})).toEqual([
      'headlineMissing: The podcast has no title.',
      'bylineMissing: The podcast has no host.',
      'dekMissing: The podcast has no summary.',
      'slugMissing: The podcast has no slug.',
    ])
  })

  it('is not approved by its host', () => {
    const piece = {...gather(), review: submitted(), act: 'approve' as const}
    expect(messages(piece, editor('u-ada'))).toEqual([
      'fourEyesByline: Your name is on this piece: somebody else approves it.',
    ])
  })

  it('is not published after its approval has lapsed', () => {
    const piece = gather()
    const approval = {
      by: 'u-edith',
      byName: 'Edith',
      at: NOW,
      hash: contentHash(documentsOf(piece)),
    }
    const review = submitted({stage: 'approved', state: 'approved', approval})
    const publish = (draft: PieceDocument) =>
      messages({...gather(draft), review, act: 'publish', request: {}})
    expect(publish(DRAFT)).toEqual([])
    expect(publish({...DRAFT, summary: 'Seven hours.'})[0]).toMatch(/^approvalLapsed: /)
  })

  it('is not published before its embargo ends', () => {
    const draft = {...DRAFT, embargo: {until: '2026-11-26T10:00:00Z'}}
    const piece = gather(draft)
    const approval = {
      by: 'u-edith',
      byName: 'Edith',
      at: NOW,
      hash: contentHash(documentsOf(piece)),
    }
    const review = submitted({stage: 'approved', state: 'approved', approval})
    expect(messages({...piece, review, act: 'publish'})).toEqual([
      'embargoAhead: The podcast is under embargo and cannot appear before its time.',
    ])
  })

  it('has its embargo set by editors only', () => {
    const result = {...DRAFT, embargo: {until: '2026-11-26T10:00:00Z'}}
    const reasons = (roles: string[]) =>
      holdFieldOwnership({
        changes: [{id: DRAFT._id, previous: DRAFT, result}],
        actor: {id: 'u', kind: 'user', name: 'U', roles},
        read: () => null,
        referrers: () => [],
        now: NOW,
        transactionId: 't',
      }).reasons?.map(({code}) => code)
    expect(reasons(['journalist'])).toEqual(['fieldOwnership'])
    expect(reasons(['editor'])).toEqual([])
  })

  it('is named in notices and notifications together with its type', () => {
    const live = {...DRAFT, _id: 'p'}
    const context: EditorialContext = {
      piece: {...gather(), root: {id: 'p', draft: null, published: live}},
      actor: {...editor('u-edith'), kind: 'user'},
      now: NOW,
      transactionId: 't',
      read: () => null,
      people: [{id: 'u-ada', roles: ['journalist']}],
      policy: {fourEyes: 'enforced'},
      isDue: false,
    }
    expect(noticeOf(context, 'withdrawn', 'It was wrong.')).toMatchObject({
      create: {subjectType: 'podcast', headline: 'Harbour at night', slug: 'harbour-at-night'},
    })
    expect(notify(context, 'withdrawn', ['u-ada'])).toMatchObject([
      {create: {subjectType: 'podcast', headline: 'Harbour at night'}},
    ])
  })
})
