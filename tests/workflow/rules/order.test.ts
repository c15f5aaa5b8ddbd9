// Series and packages: what editors cannot publish, and what the ledger keeps of what they do.
import {describe, expect, it} from 'vitest'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {documentsWith, later} from '../pieces.ts'
import {ME, transact, type Attempt} from './transact.ts'

const weak = (_ref: string) => ({_key: _ref, _type: 'reference', _ref, _weak: true})
const story = (_id: string): PieceDocument => ({_id, _type: 'article', headline: `Story ${_id}`})
const STORIES = ['a', 'b', 'c'].map(story)
const flood = (more: Record<string, unknown> = {}): PieceDocument => ({
  _id: 'flood',
  _type: 'storyPackage',
  title: 'The flood',
  main: weak('a'),
  sides: [weak('b')],
  ...more,
})
const tide = (more: Record<string, unknown> = {}): PieceDocument => ({
  _id: 'tide',
  _type: 'series',
  title: 'The tide',
  parts: [weak('a'), weak('b')],
  ...more,
})
const editing = (attempt: Attempt) =>
  transact({role: 'editor', ...attempt, stored: [...STORIES, ...(attempt.stored ?? [])]})
const ledgerOf = (attempt: Attempt) =>
  editing(attempt)
    .documents()
    .filter(({_type}) => _type === 'ledgerEntry')

describe('A piece is in one package', () => {
  it.each([
    ['as a side story of both', {_id: 'other', main: weak('c'), sides: [weak('b')]}],
    ['as the main story of both', {_id: 'other', sides: [weak('c')]}],
    ['as a main story and a side story', {_id: 'other', main: weak('b'), sides: [weak('c')]}],
  ])('and not in two, %s', (_how, more) => {
    const {codes, reasons} = editing({stored: [flood()], writes: [flood(more)]})
    expect(codes).toEqual(['inAnotherPackage'])
    expect(reasons[0]?.message).toMatch(
      /^“Story [ab]” is in the package “The flood” already\. A piece belongs to one package/,
    )
  })

  it('and once in it', () => {
    const codes = (more: Record<string, unknown>) => editing({writes: [flood(more)]}).codes
    expect(codes({sides: [weak('b'), weak('a')]})).toEqual(['storyRepeated'])
    expect(codes({sides: [weak('b'), weak('c'), {...weak('b'), _key: 'd'}]})).toEqual([
      'storyRepeated',
    ])
    expect(codes({sides: [weak('b'), weak('c')]})).toEqual([])
  })

  it('and changes its package in one transaction', () => {
    const other = flood({_id: 'other', main: weak('c'), sides: [weak('b')]})
    expect(editing({stored: [flood()], writes: [flood({sides: []}), other]}).codes).toEqual([])
  })

  it('whatever drafts say, and whatever an import brings', () => {
    const other = flood({_id: 'other', main: weak('c'), sides: [weak('b')]})
    expect(editing({stored: [flood()], writes: [{...other, _id: 'drafts.other'}]}).codes).toEqual(
      [],
    )
    expect(
      editing({stored: [flood()], writes: [other], role: 'importer', kind: 'token'}).codes,
    ).toEqual([])
  })

  it('also where a release is to publish the second one', () => {
    const version = flood({_id: 'versions.r.other', main: weak('c'), sides: [weak('b')]})
    const release = (state: string): PieceDocument => ({
      _id: '_.releases.r',
      _type: 'system.release',
      state,
      publishAt: later(1),
    })
    const planned = (more: PieceDocument[]) =>
      editing({
        stored: [flood(), version, release('active'), ...more],
        writes: [release('scheduled')],
      }).codes
    expect(planned([])).toEqual(['inAnotherPackage'])
    expect(planned([flood({_id: 'versions.r.flood', sides: []})])).toEqual([])
  })

  it('and in as many series as the editors like', () => {
    expect(editing({stored: [tide()], writes: [tide({_id: 'second'})]}).codes).toEqual([])
  })
})

describe('The picture of a series', () => {
  const withPhoto = (photo: Record<string, unknown>, use: Record<string, unknown> = {}) => {
    const stored = {...documentsWith()['photo'], ...photo} as PieceDocument
    const picture = {_type: 'photoUse', photo: {_type: 'reference', _ref: 'photo'}, ...use}
    return editing({stored: [stored], writes: [tide({picture})]}).codes
  }
  it.each([
    ['has no credit', {creditLine: ''}, 'creditMissing'],
    ['has no description', {alt: ''}, 'altMissing'],
    ['may not be printed', {rights: {clearance: 'denied'}}, 'rightsDenied'],
    ['may not be printed any more', {rights: {validUntil: later(-1)}}, 'rightsExpired'],
    ['may not be printed yet', {rights: {validFrom: later(1)}}, 'rightsNotYetValid'],
    ['is not published', {_id: 'drafts.photo'}, 'photoMissing'],
  ])('is refused that %s', (_what, photo, code) => {
    expect(withPhoto(photo)).toEqual([code])
  })

  it('is shown with credit, description and rights', () => {
    expect(withPhoto({})).toEqual([])
    expect(withPhoto({alt: ''}, {alt: 'A ferry'})).toEqual([])
  })
})

describe('The ledger', () => {
  it('keeps who published a series, when, and its words', () => {
    expect(ledgerOf({writes: [tide()]})).toEqual([
      expect.objectContaining({
        _id: expect.stringMatching(/^ledger\.order\./),
        kind: 'published',
        subject: {_type: 'reference', _ref: 'tide', _weak: true},
        by: ME,
        byName: 'Me',
        at: later(0),
        articles: ['a', 'b'].map((_ref) => expect.objectContaining({_ref, _weak: true})),
        changes: [
          'Set the title to “The tide”.',
          'Added “Story a” as part 1.',
          'Added “Story b” as part 2.',
        ],
      }),
    ])
  })

  it('keeps what was changed, and what was removed', () => {
    const stored = [tide(), flood()]
    const writes = [tide({parts: [weak('b'), weak('a'), weak('c')]})]
    expect(
      ledgerOf({stored, writes, deletes: ['flood']}).map(({kind, changes}) => [kind, changes]),
    ).toEqual([
      ['changed', ['Moved “Story b” from part 2 to part 1.', 'Added “Story c” as part 3.']],
      [
        'removed',
        [
          'Removed the title “The flood”.',
          'Removed the main story “Story a”.',
          'Removed “Story b”, which was side story 1.',
        ],
      ],
    ])
  })

  it('says with which release', () => {
    const release = (state: string): PieceDocument => ({
      _id: '_.releases.r',
      _type: 'system.release',
      state,
      metadata: {title: 'Monday'},
    })
    const stored = [release('active')]
    expect(ledgerOf({stored, writes: [release('published'), tide()]})).toMatchObject([
      {kind: 'published', reason: 'With the release “Monday”'},
    ])
  })

  it('keeps what an import brings, as an import', () => {
    expect(ledgerOf({writes: [tide()], role: 'importer', kind: 'token'})).toMatchObject([
      {kind: 'import', subject: {_ref: 'tide'}},
    ])
  })

  it.each<[string, Attempt]>([
    ['drafts', {writes: [tide({_id: 'drafts.tide'})]}],
    [
      'how firmly a reference is kept',
      {stored: [tide()], writes: [tide({parts: [{...weak('a'), _weak: false}, weak('b')]})]},
    ],
    ['sections', {writes: [{_id: 'world', _type: 'section', title: 'World'}]}],
    ['what is restored', {writes: [tide()], kind: 'system', role: ''}],
  ])('says nothing of %s', (_what, attempt) => {
    expect(ledgerOf(attempt)).toEqual([])
  })
})
