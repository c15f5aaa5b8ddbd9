import {describe, expect, it} from 'vitest'
import {check} from '../../../workflow/check.ts'
import {openCommentsOn, type OpenComment} from '../../../workflow/comments.ts'
import {approved, later, NOW, pieceWith} from '../pieces.ts'

const editor = {id: 'edith', kind: 'user', roles: ['editor']}
const said = (document: string, more: Partial<OpenComment> = {}): OpenComment => ({
  id: `c-${document}`,
  document,
  at: NOW,
  ...more,
})
const inReview = {review: {stage: 'inReview', state: 'inReview'} as const}
const comments = (list: OpenComment[]) =>
  check({...pieceWith(inReview), comments: list, act: 'approve'}, editor, NOW).filter(({code}) =>
    code.startsWith('comments'),
  )

describe('unresolved comments', () => {
  it('are one reason for each document, with the place of the first', () => {
    expect(comments([said('a', {path: 'dek'}), said('a'), said('photo'), said('source')])).toEqual([
      expect.objectContaining({
        document: 'source',
        message: 'There is a comment on the source “Prof. Source” that nobody has resolved.',
      }),
      expect.objectContaining({
        document: 'photo',
        message: 'There is a comment on the photo “A ferry” that nobody has resolved.',
      }),
      {
        code: 'commentsUnresolved',
        severity: 'error',
        document: 'a',
        path: 'dek',
        message: 'There are 2 comments on the article that nobody has resolved.',
        overridable: true,
      },
    ])
  })

  it('give no reason if there are none, and only for these actions', () => {
    expect(comments([])).toEqual([])
    for (const act of ['submit', 'requestChanges', 'handBack', 'spike', 'assign'] as const) {
      const piece = {...pieceWith(inReview), comments: [said('a')]}
      expect(check({...piece, act}, editor, NOW).map(({code}) => code)).not.toContain(
        'commentsUnresolved',
      )
    }
  })

  it('are told apart from what was said since the approval', () => {
    const piece = {...approved(), comments: [said('a'), said('photo', {at: later(1)})]}
    const found = check({...piece, act: 'publish'}, editor, later(2))
    expect(found.filter(({code}) => code.startsWith('comments'))).toMatchObject([
      {code: 'commentsSinceApproval', document: 'photo'},
      {code: 'commentsUnresolved', document: 'a'},
    ])
  })
})

describe('a comment', () => {
  const document = {
    _id: 'drafts.a',
    _type: 'article',
    headline: 'Ferry',
    body: [{_key: 'k', _type: 'block', children: [{_key: 's', text: 'Words'}]}],
  }
  const on = (path?: string, more: object = {}) =>
    openCommentsOn(document, 'a', [
      {
        _id: 'c',
        _type: 'comment',
        _createdAt: NOW,
        status: 'open',
        target: {document: {_ref: 'a'}, ...(path === undefined ? {} : {path: {field: path}})},
        ...more,
      },
    ]).length

  it.each([
    ['headline', 1],
    ['dek', 1],
    [undefined, 1],
    ['body', 1],
    ['body[_key=="k"]', 1],
    ['body[_key=="k"].children[_key=="s"].text', 1],
    ['body[_key=="gone"]', 0],
    ['body[_key=="k"].children[_key=="gone"]', 0],
    ['embargo.until', 1],
  ])('on %s is seen in the studio: %i', (path, seen) => {
    expect(on(path)).toBe(seen)
  })

  it('is not open once it is resolved, and neither is an answer, nor one about something else', () => {
    expect(on('headline', {status: 'resolved'})).toBe(0)
    expect(on('headline', {parentCommentId: 'p'})).toBe(0)
    expect(on('headline', {target: {document: {_ref: 'a'}, documentVersionId: 'r'}})).toBe(0)
    expect(on('headline', {target: {document: {_ref: 'b'}}})).toBe(0)
    expect(on('headline', {_type: 'tasks.task'})).toBe(0)
  })
})
