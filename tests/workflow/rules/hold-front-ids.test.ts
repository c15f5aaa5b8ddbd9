// A front has the ID of its page: no page shows a front with a different ID.
import {describe, expect, it} from 'vitest'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {front} from '../fronts/fronts.ts'
import {transact, type Attempt} from './transact.ts'

const weak = (_ref: string) => ({_type: 'reference', _ref, _weak: true})
const named = (_id: string, section?: string): PieceDocument => ({
  ...front(),
  _id,
  ...(section && {section: weak(section)}),
})
const codes = (attempt: Attempt) => transact({role: 'editor', ...attempt}).codes

describe('A front', () => {
  it.each<[id: string, section: string | undefined, codes: string[]]>([
    ['front-home', undefined, []],
    ['drafts.front-home', undefined, []],
    ['versions.evening.front-home', undefined, []],
    ['front-section-world', 'world', []],
    ['drafts.front-section-world', 'world', []],
    ['front', undefined, ['frontMisplaced']],
    ['drafts.front', undefined, ['frontMisplaced']],
    ['versions.evening.front', undefined, ['frontMisplaced']],
    ['front-home-2', undefined, ['frontMisplaced']],
    ['front-section-world', undefined, ['frontMisplaced']],
    ['front-section-world', 'politics', ['frontMisplaced']],
    ['front-home', 'world', ['frontMisplaced']],
  ])('with the ID %s and the section %s: %j', (id, section, expected) => {
    expect(codes({writes: [named(id, section)]})).toEqual(expected)
  })

  it('says which ID its page has', () => {
    const say = (id: string, section?: string) =>
      transact({role: 'editor', writes: [named(id, section)]}).reasons[0]?.message
    expect(say('drafts.front')).toBe(
      'For the front page, a front has the ID “front-home”, not “front”. Its field “section” says whose front it is. Arrange it in the tool Fronts.',
    )
    expect(say('front-home', 'world')).toBe(
      'For the section “world”, a front has the ID “front-section-world”, not “front-home”. Its field “section” says whose front it is. Arrange it in the tool Fronts.',
    )
  })

  it('that an import or a foreign dataset brought is edited and removed as it is', () => {
    const [foreign, world] = [named('front-of-2019'), named('front-section-world')]
    expect(codes({writes: [foreign, world], role: 'importer', kind: 'token'})).toEqual([])
    expect(codes({writes: [foreign], kind: 'system'})).toEqual([])
    const stored = [foreign, world]
    const draft = {...foreign, _id: 'drafts.front-of-2019'}
    expect(codes({stored, writes: [{...foreign, title: 'Old'}, draft]})).toEqual([])
    expect(codes({stored, deletes: ['front-of-2019', 'front-section-world']})).toEqual([])
    expect(codes({stored, writes: [named('front-section-world', 'world')]})).toEqual([])
    expect(codes({stored, writes: [named('front-section-world', 'politics')]})).toEqual([])
    const home = named('front-home')
    expect(codes({stored: [home], writes: [named('front-home', 'world')]})).toEqual([
      'frontMisplaced',
    ])
  })

  it.each(['article', 'section', 'front-page'])('is not a document of the type %s', (_type) => {
    expect(codes({writes: [{...front(), _id: 'drafts.any', _type}]})).not.toContain(
      'frontMisplaced',
    )
  })
})
