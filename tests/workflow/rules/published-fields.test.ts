import {describe, expect, it} from 'vitest'
import {keepPublishedFields} from '../../../workflow/rules/published-fields.ts'

const now = '2026-11-25T10:00:00.000Z'
const editor = {id: 'u1', name: 'Edith Editor', kind: 'user', roles: ['editor']}
const article = (fields: Record<string, unknown>, id = 'a') => ({
  _id: id,
  _type: 'article',
  ...fields,
})
const change = (
  previous: Record<string, unknown> | null,
  result: Record<string, unknown> | null,
  id = 'a',
) => ({
  id,
  previous: previous && article(previous, id),
  result: result && article(result, id),
})
const writes = (
  changes: ReturnType<typeof change>[],
  actor: {id: string; name: string; kind: string; roles: string[]} = editor,
  more: {read?: (id: string) => {_id: string; _type: string} | null; act?: string} = {},
) =>
  keepPublishedFields({changes, actor, now, read: () => null, ...more}).writes.map((write) =>
    'patch' in write ? write.patch : null,
  )

describe('keepPublishedFields', () => {
  it('dates the first publication by the server', () => {
    expect(writes([change(null, {firstPublishedAt: '1999-01-01T00:00:00Z'})])).toEqual([
      {id: 'a', set: {firstPublishedAt: now}},
    ])
  })

  it('never changes that date again', () => {
    const first = '2026-11-01T00:00:00.000Z'
    expect(writes([change({firstPublishedAt: first}, {firstPublishedAt: now})])).toEqual([
      {id: 'a', set: {firstPublishedAt: first}},
    ])
    expect(writes([change({firstPublishedAt: first}, {firstPublishedAt: first})])).toEqual([])
  })

  it('keeps a slug that was live when it changes, and forgets it when it comes back', () => {
    const first = {firstPublishedAt: now}
    const old = {...first, slug: {current: 'old'}}
    expect(writes([change(old, {...first, slug: {current: 'new'}})])).toEqual([
      {id: 'a', set: {previousSlugs: ['old']}},
    ])
    expect(
      writes([
        change(
          {...first, slug: {current: 'new'}, previousSlugs: ['old']},
          {...old, previousSlugs: ['old']},
        ),
      ]),
    ).toEqual([{id: 'a', set: {previousSlugs: ['new']}}])
  })

  it('leaves drafts, deletions and other types alone', () => {
    expect(writes([change(null, {}, 'drafts.a'), change({}, null)])).toEqual([])
    expect(
      keepPublishedFields({
        changes: [{id: 's', previous: null, result: {_id: 's', _type: 'section'}}],
        actor: editor,
        now,
        read: () => null,
      }).writes,
    ).toEqual([])
  })

  it('keeps on a draft what is known, whatever a client says', () => {
    const first = '2026-11-01T00:00:00.000Z'
    const live = article({firstPublishedAt: first})
    const read = (id: string) => (id === 'a' ? live : null)
    expect(writes([change(null, {}, 'drafts.a')], editor, {read})).toEqual([
      {id: 'drafts.a', set: {firstPublishedAt: first}},
    ])
    expect(
      writes([change({}, {firstPublishedAt: first, previousSlugs: ['x']}, 'drafts.b')], editor),
    ).toEqual([
      {id: 'drafts.b', unset: ['firstPublishedAt']},
      {id: 'drafts.b', unset: ['previousSlugs']},
    ])
  })

  it('gives an article that comes back the date of its first publication', () => {
    const first = '2026-11-01T00:00:00.000Z'
    const back = [change(null, {firstPublishedAt: first, previousSlugs: ['old']})]
    expect(writes(back, editor, {act: 'publish'})).toEqual([])
    expect(writes(back, editor)).toEqual([
      {id: 'a', set: {firstPublishedAt: now, previousSlugs: []}},
    ])
  })

  it('lets an import bring its own dates', () => {
    const firstPublishedAt = '2024-03-05T00:00:00Z'
    expect(
      writes([change(null, {firstPublishedAt})], {...editor, kind: 'token', roles: ['importer']}),
    ).toEqual([])
  })
})
