// Everybody comments in their own name; a colleague's words stay theirs.
import {describe, expect, it} from 'vitest'
import {comment, message, task} from '../../support/comments.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {ME, transact, type Attempt} from './transact.ts'

const me = {id: ME, headers: {}}
const colleague = {id: 'u-colleague', headers: {}}
const theirs: PieceDocument = comment('theirs', colleague, 'a')
const job: PieceDocument = task('job', colleague)
const codes = (attempt: Attempt) => transact(attempt).codes
const changed = (document: PieceDocument, fields: object) =>
  codes({stored: [document], writes: [{...document, ...fields}]})

describe('A comment', () => {
  it.each<[string, PieceDocument]>([
    ['of a colleague', comment('c', colleague, 'a')],
    ['of nobody', comment('c', me, 'a', {authorId: undefined})],
    ['that is a colleague’s task', task('c', colleague)],
  ])('is not written in the name %s', (_name, document) => {
    expect(codes({writes: [document]})).toEqual(['notYours'])
  })

  it('is written, changed, resolved and deleted by its author', () => {
    const mine: PieceDocument = comment('c', me, 'a')
    expect(codes({writes: [mine]})).toEqual([])
    expect(changed(mine, {message: message('Is it?'), status: 'resolved'})).toEqual([])
    expect(codes({stored: [mine], deletes: ['c']})).toEqual([])
    expect(changed(mine, {authorId: colleague.id})).toEqual(['notYours'])
  })

  const target = theirs['target'] as {document: object; path: object}
  it.each<[string, object, string]>([
    ['the words', {message: message('Never mind.')}, 'notYours'],
    ['its author', {authorId: ME}, 'notYours'],
    ['the document', {target: {...target, document: {...target.document, _ref: 'b'}}}, 'notYours'],
    ['the field', {target: {...target, path: {field: 'dek'}}}, 'notYours'],
    ['what it answers', {parentCommentId: 'another'}, 'notYours'],
    ['the status, to one that hides it', {status: 'gone'}, 'commentMalformed'],
    ['a reaction of somebody else', {reactions: [{_key: 'x', userId: 'u-x'}]}, 'notYours'],
    ['the text it was about', {contentSnapshot: 'Other words.'}, 'notYours'],
  ])('of a colleague keeps %s', (_name, fields, code) => {
    expect(changed(theirs, fields)).toEqual([code])
  })

  it.each<[string, object]>([
    ['resolved', {status: 'resolved'}],
    ['reacted to', {reactions: [{_key: 'x', userId: ME}]}],
    ['found again in changed words', {target: {...target, path: {...target.path, selection: {}}}}],
  ])('of a colleague is %s', (_name, fields) => {
    expect(changed(theirs, fields)).toEqual([])
  })

  it('is not deleted by a colleague, but an answer goes with its question', () => {
    expect(codes({stored: [theirs], deletes: ['theirs']})).toEqual(['notYours'])
    const answer: PieceDocument = comment('answer', colleague, 'a', {parentCommentId: 'question'})
    const question: PieceDocument = comment('question', me, 'a')
    expect(codes({stored: [answer, question], deletes: ['answer']})).toEqual([])
    expect(codes({stored: [answer], deletes: ['answer']})).toEqual([])
    const others = {...question, authorId: colleague.id}
    expect(codes({stored: [answer, others], deletes: ['answer']})).toEqual(['notYours'])
  })

  it.each([
    ['privateQuote', 'q'],
    ['expertQuote', 'private.quote.q'],
    ['expertQuote', 'drafts.private.quote.q'],
    ['expertQuote', 'versions.r.private.quote.q'],
    ['review', 'review.a'],
  ])('is not about what is confidential: a %s with the id %s', (documentType, _ref) => {
    const about = {target: {documentType, document: {_ref}}}
    expect(codes({writes: [comment('c', me, 'a', about)]})).toEqual(['confidential'])
  })

  it('of somebody else comes with an import', () => {
    expect(codes({writes: [theirs], role: 'importer', kind: 'token'})).toEqual([])
  })
})

describe('A colleague’s task', () => {
  it.each<[string, object]>([
    ['its title', {title: 'Do nothing'}],
    ['its description', {description: message('Do nothing.')}],
    ['its author', {authorId: ME}],
  ])('keeps %s', (_name, fields) => {
    expect(changed(job, fields)).toEqual(['notYours'])
  })

  it('is given on, followed and done, and not deleted', () => {
    const fields = {assignedTo: ME, dueBy: '2026-12-01', subscribers: [ME], status: 'closed'}
    expect(changed(job, fields)).toEqual([])
    expect(codes({stored: [job], deletes: ['job']})).toEqual(['notYours'])
  })
})
