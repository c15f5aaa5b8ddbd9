// What the server writes for readers where an article is taken away.
import {describe, expect, it} from 'vitest'
import {noticeOf} from '../../../workflow/perform/corrections.ts'
import type {EditorialContext} from '../../../workflow/perform/types.ts'

const NOW = '2026-11-25T10:00:00.000Z'

/** A live article and the notices that stand for it already. */
function contextOf(published: Record<string, unknown>, taken: string[] = []): EditorialContext {
  const article = {
    _id: 'a',
    _type: 'article',
    headline: 'Why',
    slug: {current: 'why'},
    ...published,
  }
  return {
    now: NOW,
    piece: {root: {id: 'a', published: article, draft: null}},
    read: (id: string) => (taken.includes(id) ? {_id: id, _type: 'notice'} : null),
  } as unknown as EditorialContext
}

describe('a notice', () => {
  it('names the article by its address and headline, and says what readers are told', () => {
    expect(noticeOf(contextOf({}), 'withdrawn', 'It was wrong.')).toEqual({
      create: {
        _id: 'notice-a-1',
        _type: 'notice',
        articleId: 'a',
        slug: 'why',
        headline: 'Why',
        kind: 'withdrawn',
        readerNote: 'It was wrong.',
        at: NOW,
      },
    })
  })

  it('is also at the earlier addresses of the article', () => {
    const {create} = noticeOf(contextOf({previousSlugs: ['how', 'what']}), 'killed', 'No.') as {
      create: {previousSlugs?: string[]}
    }
    expect(create.previousSlugs).toEqual(['how', 'what'])
  })

  it('takes the next number where the article was taken away before', () => {
    const context = contextOf({}, ['notice-a-1', 'notice-a-2'])
    expect(noticeOf(context, 'withdrawn', 'Again.')).toMatchObject({create: {_id: 'notice-a-3'}})
  })
})
