// Who gets a notification about a comment or a task, and what it says.
import {describe, expect, it} from 'vitest'
import {comment, message, task} from '../support/comments.ts'
import {notificationsOf} from '../../workflow/comment-notifications.ts'
import type {PieceDocument} from '../../workflow/piece.ts'
import {later, NOW} from './pieces.ts'

const people = [
  'journalist',
  'colleague',
  'editor',
  'photoEditor',
  'administrator',
  'developer',
].map((id) => ({id, name: `The ${id}`, roles: [id === 'colleague' ? 'journalist' : id]}))
const by = (id: string) => ({id, headers: {}})
const job = task('t1', by('editor'), {_createdAt: NOW})
const review = (stage: string, more: object = {}): PieceDocument => ({
  _id: 'review.piece',
  _type: 'review',
  stage,
  approval: {by: 'editor', byName: 'E', at: NOW, hash: 'h'},
  ...more,
})
const CONTENT: PieceDocument[] = [
  {_id: 'drafts.piece', _type: 'article', headline: 'The story'},
  {_id: 'piece', _type: 'article', headline: 'As it was'},
]
/** The notifications about a comment or a task. */
const told = (
  document: PieceDocument,
  {writtenBy = 'editor', content = [] as PieceDocument[]} = {},
) =>
  notificationsOf(document, {
    people,
    writtenBy,
    read: (id) => [...CONTENT, ...content].find(({_id}) => _id === id) ?? null,
    readComment: (id) => (id === job._id ? job : null),
  })
const recipients = (...args: Parameters<typeof told>) =>
  told(...args).map(({kind, recipient}) => `${kind}: ${recipient}`)
const mentioning = (...ids: string[]) =>
  comment('m', by('editor'), 'piece', {_createdAt: NOW, message: message('Look: ', ...ids)})

describe('A mention', () => {
  it('makes a notification with author, words and place', () => {
    expect(told(mentioning('colleague'))).toEqual([
      expect.objectContaining({
        recipient: 'colleague',
        kind: 'mentioned',
        by: 'editor',
        byName: 'The editor',
        headline: 'The story',
        subject: {_type: 'reference', _ref: 'piece', _weak: true},
        subjectType: 'article',
        comment: 'm',
        note: 'Look: @The colleague',
        at: NOW,
      }),
    ])
  })

  it('notifies each person once, but not its author, nor anybody without an inbox or an account', () => {
    const document = mentioning('colleague', 'colleague', 'editor', 'developer', 'nobody')
    expect(recipients(document)).toEqual(['mentioned: colleague'])
    expect(told(document)).toEqual(told({...document, status: 'resolved'}))
  })

  it('in a comment on a task leads to the task', () => {
    const document = {_ref: 't1', _type: 'reference', _weak: true}
    const target = {target: {documentType: 'tasks.task', document}}
    const [note] = told({...mentioning('administrator'), ...target})
    expect(note).toMatchObject({task: 't1', headline: 'Call the harbour master'})
    expect(note).not.toHaveProperty('subject')
  })
})

describe('A task', () => {
  const given = (more: object): PieceDocument => ({...job, ...more})

  it.each<[string, PieceDocument, string, string[]]>([
    ['that is given', given({assignedTo: 'journalist'}), 'editor', ['task: journalist']],
    ['that is passed on', given({assignedTo: 'colleague'}), 'journalist', ['task: colleague']],
    ['that is not filled in', given({assignedTo: 'colleague', createdByUser: ''}), 'editor', []],
    ['that its author takes', given({assignedTo: 'editor'}), 'editor', []],
    ['that is done', given({assignedTo: 'colleague', status: 'closed'}), 'editor', []],
    [
      'that mentions its assignee and another',
      given({assignedTo: 'colleague', description: message('', 'colleague', 'journalist')}),
      'editor',
      ['task: colleague', 'mentioned: journalist'],
    ],
  ])('%s', (_name, document, writtenBy, expected) => {
    expect(recipients(document, {writtenBy})).toEqual(expected)
  })
})

describe('The approver of a piece', () => {
  const said = (at: string, more: object = {}) =>
    comment('c', by('journalist'), 'piece', {_createdAt: at, ...more})

  it.each<[string, PieceDocument, PieceDocument, string[]]>([
    ['gets later comments', said(later(1)), review('approved'), ['commented: editor']],
    ['gets no earlier ones', said(NOW), review('approved'), []],
    ['gets no answers', said(later(1), {parentCommentId: 'p'}), review('approved'), []],
    ['gets none that is resolved', said(later(1), {status: 'resolved'}), review('approved'), []],
    ['gets none once it is published', said(later(1)), review('published'), []],
    [
      'gets one notification where the comment mentions them',
      said(later(1), {message: message('', 'editor')}),
      review('approved'),
      ['mentioned: editor'],
    ],
    [
      'gets it together with the person who scheduled the piece',
      said(later(1)),
      review('scheduled', {schedule: {by: 'colleague'}}),
      ['commented: editor', 'commented: colleague'],
    ],
  ])('%s', (_name, document, record, expected) => {
    expect(recipients(document, {content: [record]})).toEqual(expected)
  })
})
