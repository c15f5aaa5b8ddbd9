// Who shares a preview of which piece, and what its holder can remark.
import {describe, expect, it} from 'vitest'
import type {Stage} from '../../../model/stages.ts'
import {performOnPreview} from '../../../workflow/preview/perform.ts'
import {parsePreviewRequest} from '../../../workflow/preview/requests.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {approvedWith, documentsWith, later, NOW, type Change} from '../pieces.ts'

const LINK: PieceDocument = {
  _id: 'link.1',
  _type: 'previewLink',
  article: {_type: 'reference', _ref: 'a', _weak: true},
  recipient: 'Her lawyer',
  expiresAt: later(24),
  by: 'editor',
  byName: 'Edith',
  at: NOW,
}
const people = ['editor', 'other', 'journalist'].map((id) => ({
  id,
  roles: [id === 'journalist' ? id : 'editor'],
}))
const holder = {id: LINK._id, kind: 'shareToken', roles: ['reader'], name: 'Her lawyer'}

interface Asked {
  role?: string
  change?: Change
  /** Beside the piece and its link. */
  more?: readonly PieceDocument[]
  link?: PieceDocument
}

/** What becomes of a request, as it comes over HTTP. */
function ask(body: object, {role, change, more = [], link = LINK}: Asked = {}) {
  const request = parsePreviewRequest({...body})
  if ('problem' in request) return request
  const all = new Map<string, PieceDocument>()
  for (const one of [...Object.values(documentsWith(change)), link, ...more]) all.set(one._id, one)
  return performOnPreview(request, {
    actor: role ? {id: 'editor', kind: 'user', roles: [role], name: 'Edith'} : holder,
    now: NOW,
    transactionId: 't',
    people,
    policy: {fourEyes: 'enforced'},
    isDue: false,
    read: (id) => all.get(id) ?? null,
    referrers: (id) =>
      [...all.values()]
        .filter((one) => JSON.stringify(one).includes(`"_ref":"${id}"`))
        .map(({_id}) => _id),
  })
}
const codes = (...asked: Parameters<typeof ask>) => {
  const done = ask(...asked)
  return 'reasons' in done ? done.reasons.map(({code}) => code) : Object.keys(done)
}
const created = (...asked: Parameters<typeof ask>) => {
  const done = ask(...asked)
  return 'mutations' in done ? done.mutations.flatMap((one) => Object.values(one)) : []
}

describe('A preview is shared', () => {
  const share = {
    act: 'sharePreview',
    articleId: 'a',
    recipient: 'Her lawyer',
    expiresAt: later(24),
  }

  it.each(['journalist', 'photoEditor', 'developer', 'administrator'])(
    'but not by a %s',
    (role) => {
      expect(codes(share, {role})).toEqual(['roleMissing'])
      expect(codes({act: 'revokePreview', linkId: LINK._id}, {role})).toEqual(['roleMissing'])
    },
  )

  it.each<[string, object, string]>([
    ['a recipient of spaces', {recipient: ' '}, 'recipientMissing'],
    ['a recipient of 101 characters', {recipient: 'x'.repeat(101)}, 'recipientTooLong'],
    ['an end that is now', {expiresAt: NOW}, 'expiryWrong'],
    ['an end after 90 days', {expiresAt: later(90 * 24 + 1)}, 'expiryWrong'],
    ['an end that cannot be read', {expiresAt: 'soon'}, 'expiryWrong'],
    ['a piece that does not exist', {articleId: 'nowhere'}, 'noArticle'],
    ['a document that is not a piece', {articleId: 'jane'}, 'noArticle'],
  ])('but not with %s', (_name, fields, code) => {
    expect(codes({...share, ...fields}, {role: 'editor'})).toEqual([code])
  })

  it.each<[string, object]>([
    ['no link', {act: 'revokePreview'}],
    ['no piece', {...share, articleId: ''}],
    ['a version', {...share, articleId: 'versions.r.a'}],
    ['a recipient that is not text', {...share, recipient: {}}],
    ['a remark that is not text', {act: 'remark', text: {$: 1}}],
    ['a revision that is not one', {act: 'remark', text: 'x', revision: '<b>'}],
  ])('but a request with %s is malformed', (_name, body) => {
    expect(ask(body, {role: 'editor'})).toEqual({problem: expect.any(String)})
  })

  const STAGES: [Stage, boolean][] = [
    ['drafting', true],
    ['inReview', true],
    ['changesRequested', true],
    ['approved', true],
    ['scheduled', true],
    ['withdrawn', true],
    ['spiked', false],
    ['killed', false],
  ]
  it.each(STAGES)('while the piece is %s: %s', (stage, isShared) => {
    const change = approvedWith({review: {stage}})
    const expected = isShared ? ['mutations'] : ['wrongState']
    expect(codes(share, {role: 'editor', change})).toEqual(expected)
  })

  it('and revoked once', () => {
    const revoke = {act: 'revokePreview', linkId: LINK._id}
    const revoked = {by: 'editor', byName: 'Edith', at: NOW}
    expect(created(revoke, {role: 'editor'})).toEqual([{...LINK, revoked}])
    expect(created(revoke, {role: 'editor', link: {...LINK, revoked}})).toEqual([])
    expect(codes({...revoke, linkId: 'link.2'}, {role: 'editor'})).toEqual(['noLink'])
  })
})

describe('A remark', () => {
  const remark = {act: 'remark', text: 'Not 12 but 1,200 tonnes.'}
  const earlier = (count: number, at = later(-1)): PieceDocument[] =>
    Array.from({length: count}, (_, index) => ({
      _id: `remark.${index}`,
      _type: 'previewRemark',
      link: {_type: 'reference', _ref: LINK._id, _weak: true},
      at,
    }))

  it.each<[string, object, string]>([
    ['of spaces', {text: ' \n '}, 'textMissing'],
    ['of 5001 characters', {text: 'x'.repeat(5001)}, 'textTooLong'],
    ['with a name of 101 characters', {name: 'y'.repeat(101)}, 'nameTooLong'],
  ])('%s is refused', (_name, fields, code) => {
    expect(codes({...remark, ...fields})).toEqual([code])
  })

  it('is the last one of 200', () => {
    expect(codes(remark, {more: earlier(199)})).toEqual(['mutations'])
    expect(codes(remark, {more: earlier(200)})).toEqual(['tooManyRemarks'])
  })

  it('is taken ten times a minute', () => {
    expect(codes(remark, {more: earlier(9, NOW)})).toEqual(['mutations'])
    expect(ask(remark, {more: earlier(10, NOW)})).toMatchObject({retryAfter: 60})
  })

  it('is for the holder of an open link only', () => {
    expect(codes(remark, {role: 'editor'})).toEqual(['noLink'])
    expect(codes(remark, {link: {...LINK, expiresAt: NOW}})).toEqual(['noLink'])
    expect(codes(remark, {link: {...LINK, revoked: {by: 'editor'}}})).toEqual(['noLink'])
  })

  const recipients = (more: readonly PieceDocument[] = [], link = LINK) =>
    created(remark, {more, link})
      .filter((one) => '_type' in one && one._type === 'notification')
      .map((one) => ('recipient' in one ? one['recipient'] : undefined))

  it('reaches the editor who shared the piece and the one whose piece it is', () => {
    expect(recipients()).toEqual(['editor'])
    const {'review.a': review} = documentsWith({
      review: {assignment: {assignee: 'other', by: 'editor', byName: 'Edith', at: NOW}},
    })
    expect(recipients([review!])).toEqual(['other', 'editor'])
  })

  it('reaches every editor where the one who shared the piece has left', () => {
    expect(recipients([], {...LINK, by: 'leaver'})).toEqual(['editor', 'other'])
  })
})
