import {describe, expect, test} from 'vitest'
import {
  creditBadge,
  embargoBadge,
  legalBadge,
  stateBadge,
} from '../../../../studio/plugins/badges/article-badges.ts'
import {documentBadges} from '../../../../studio/plugins/badges/index.ts'
import {STATES, type State} from '../../../../model/stages.ts'
import {HESTER, moment, NOW, piece} from '../review/support.ts'

const photo = (id: string, creditLine?: string) => ({
  id,
  draft: null,
  published: {_id: id, _type: 'photoWithCredit', ...(creditLine && {creditLine})},
})

describe('an article’s badges', () => {
  test('name all ten states apart', () => {
    const states = Object.keys(STATES) as State[]
    const labels = states.map((state) => stateBadge(piece(), {state, lapsed: false}, moment).label)
    expect(new Set(labels).size).toBe(10)
  })

  test('mark an approval that lapsed', () => {
    const approval = {...HESTER, hash: 'h'}
    const lapsed = stateBadge(
      piece({review: {approval}}),
      {state: 'inReview', lapsed: true},
      moment,
    )
    expect(lapsed).toMatchObject({label: 'Approval lapsed', color: 'warning'})
    expect(lapsed.title).toContain('Hester Brandwick')
  })

  test('show an embargo on the newsroom’s clock, until it is over', () => {
    const until = '2026-03-11T12:00:00.000Z'
    const under = piece({article: {draft: {_id: 'drafts.a1', _type: 'article', embargo: {until}}}})
    expect(embargoBadge(under, NOW, moment)?.label).toBe('Embargo until tomorrow 12:00')
    expect(embargoBadge(under, Date.parse(until), moment)).toBeNull()
  })

  test('count the photos without a credit', () => {
    expect(creditBadge(piece({members: [photo('p1', 'Ann Moss')]}))).toBeNull()
    expect(creditBadge(piece({members: [photo('p1', 'Ann Moss'), photo('p2')]}))?.label).toBe(
      'A photo has no credit',
    )
    expect(creditBadge(piece({members: [photo('p1'), photo('p2', ' ')]}))?.label).toBe(
      '2 photos have no credit',
    )
  })

  test('say that a legal check is pending', () => {
    const asked = piece({review: {legal: {...HESTER, state: 'required', note: 'A judge.'}}})
    expect(legalBadge(asked, {state: 'inReview', lapsed: false})).toMatchObject({
      label: 'Legal check',
      title: 'Required by Hester Brandwick: A judge.',
    })
    expect(legalBadge(asked, {state: 'spiked', lapsed: false})).toBeNull()
    const cleared = piece({review: {legal: {...HESTER, state: 'cleared'}}})
    expect(legalBadge(cleared, {state: 'inReview', lapsed: false})).toBeNull()
  })
})

describe('badges by type', () => {
  const names = (schemaType: string): (string | undefined)[] => {
    if (typeof documentBadges !== 'function') throw new Error('The badges are a resolver')
    return documentBadges([], {schemaType} as never).map(({displayName}) => displayName)
  }

  test('show editorial states on articles, and drafts on other types', () => {
    expect(names('article')).toContain('ArticleStateBadge')
    expect(names('article')).not.toContain('StateBadge')
    expect(names('photoWithCredit')).toEqual(
      expect.arrayContaining(['StateBadge', 'ChangedMemberBadge']),
    )
  })

  test('are missing on private documents and records', () => {
    expect(names('privateQuote')).toEqual([])
    expect(names('review')).toEqual([])
  })
})
