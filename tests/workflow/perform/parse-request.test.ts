// What of a request is refused before anybody looks at a piece.
import {describe, expect, it} from 'vitest'
import {parseEditorialActionRequest} from '../../../workflow/perform/parse-request.ts'

const submit = {act: 'submit', articleId: 'piece'}
const approve = {act: 'approve', articleId: 'piece', ifRevision: 'x'}
const amend = {act: 'amend', documentId: 'photo', ifContentHash: 'x'}

describe('A request', () => {
  it.each<[string, object, RegExp]>([
    ['nothing', {}, /no editorial action undefined/],
    ['no act', {articleId: 'piece'}, /no editorial action undefined/],
    ['an unknown act', {...submit, act: 'bless'}, /no editorial action "bless"/],
    ['an act of the language’s own', {...submit, act: 'constructor'}, /"constructor"/],
    ['an act that is not text', {...submit, act: ['submit']}, /no editorial action/],
    ['no article', {act: 'submit'}, /"articleId" is missing/],
    [
      'an article that is not text',
      {act: 'submit', articleId: {id: 'piece'}},
      /"articleId" is text/,
    ],
    ['a version', {...submit, articleId: 'versions.r1.piece'}, /not a published document ID/],
    ['a private document', {act: 'assign', articleId: 'private.source.x'}, /not a published/],
    ['a note that is not text', {...submit, note: ['x']}, /"note" is text/],
    ['a revision that is not text', {...submit, ifRevision: 1}, /"ifRevision" is text/],
    ['overrides that are not a list', {...approve, overrides: {}}, /"overrides" is a list/],
    ['an override without a reason', {...approve, overrides: [{code: 'x'}]}, /"overrides"/],
    [
      'a correction without words',
      {act: 'publish', articleId: 'piece', correction: {type: 'update'}},
      /"correction" is/,
    ],
    ['an amendment without words', {...amend, amendments: {a: {type: 'update'}}}, /"amendments"/],
    ['a time that cannot be read', {...submit, act: 'assign', dueAt: 'soon'}, /"dueAt" a date/],
    ['an approval of nothing in particular', {...submit, act: 'approve'}, /somebody looked at/],
    ['an amendment of nothing in particular', {...amend, ifContentHash: ''}, /somebody looked at/],
    ['an amendment without its document', {...amend, documentId: ''}, /"documentId" is missing/],
  ])('with %s is malformed', (_name, body, problem) => {
    expect(parseEditorialActionRequest({...body})).toEqual({
      problem: expect.stringMatching(problem),
    })
  })

  it('may name the draft, and members that acts do not have are dropped', () => {
    const body = {...approve, articleId: 'drafts.piece', by: 'somebody', note: ''}
    expect(parseEditorialActionRequest(body)).toEqual({request: approve})
  })
})
