import {describe, expect, test} from 'vitest'
import {createDocumentIndex} from '../src/documents/document-index.ts'
import {createPerspectiveView} from '../src/documents/perspective-view.ts'
import {defaultPerspective, parsePerspective} from '../src/documents/perspective.ts'
import {publishedIdOf} from '../src/documents/ids.ts'
import {doc} from './fixture.ts'

describe('parsePerspective', () => {
  test.each([
    ['raw', 'raw'],
    ['published', ['published']],
    ['drafts', ['drafts', 'published']],
    ['previewDrafts', ['drafts', 'published']],
    ['rSummer,drafts', ['rSummer', 'drafts', 'published']],
    [
      ['rSummer', 'rAutumn'],
      ['rSummer', 'rAutumn', 'published'],
    ],
    ['published,drafts', ['published']],
  ])('parses %j to %j', (given, expected) => {
    expect(parsePerspective(given)).toEqual(expected)
  })

  test.each(['raw,drafts', '', 'a.b', 'drafts,', 'a"b'])('refuses %j', (given) => {
    expect(() => parsePerspective(given)).toThrow(
      expect.objectContaining({type: 'invalidPerspective'}),
    )
  })

  test.each([
    ['v1', 'raw'],
    ['v2021-06-07', 'raw'],
    ['v2025-02-18', 'raw'],
    ['v2025-02-19', ['published']],
    ['v2026-01-01', ['published']],
    ['vX', ['published']],
  ])('the default of API version %s is %j', (version, expected) => {
    expect(defaultPerspective(version)).toEqual(expected)
  })

  test('publishedIdOf reads drafts and versions; other IDs with dots are published IDs', () => {
    expect(publishedIdOf('drafts.private.source.a')).toBe('private.source.a')
    expect(publishedIdOf('versions.rSummer.a')).toBe('a')
    expect(publishedIdOf('private.source.a')).toBe('private.source.a')
  })
})

const source = () =>
  createDocumentIndex([
    doc('a', 'article', {v: 'published', author: {_ref: 'p'}}),
    doc('b', 'article', {v: 'published'}),
    doc('drafts.a', 'article', {v: 'draft'}),
    doc('drafts.new', 'article', {v: 'draft'}),
    doc('versions.rSummer.a', 'article', {v: 'summer'}),
    doc('versions.rSummer.b', 'article', {_system: {delete: true}}),
    doc('versions.rSummer.fresh', 'article', {v: 'summer'}),
  ])

const seen = (stack: string[]) =>
  createPerspectiveView(source(), stack).index.all.map(({_id, _originalId, v}) => [
    _id,
    _originalId,
    v,
  ])

describe('createPerspectiveView', () => {
  test('shows each document from the first layer that has it, under its published ID', () => {
    expect(seen(['published'])).toEqual([
      ['a', 'a', 'published'],
      ['b', 'b', 'published'],
    ])
    expect(seen(['drafts', 'published'])).toEqual([
      ['a', 'drafts.a', 'draft'],
      ['b', 'b', 'published'],
      ['new', 'drafts.new', 'draft'],
    ])
    expect(seen(['rSummer', 'drafts', 'published'])).toEqual([
      ['a', 'versions.rSummer.a', 'summer'],
      ['fresh', 'versions.rSummer.fresh', 'summer'],
      ['new', 'drafts.new', 'draft'],
    ])
  })

  test('follows changes like a new view', () => {
    const below = source()
    const view = createPerspectiveView(below, ['drafts', 'published'])
    below.remove('drafts.a')
    below.put(doc('drafts.b', 'article', {v: 'changed'}))
    below.put(doc('Z', 'author'))
    below.remove('drafts.new')
    view.update(['drafts.a', 'drafts.b', 'Z', 'drafts.new'])
    const fresh = createPerspectiveView(below, ['drafts', 'published'])
    expect(view.index.all).toEqual(fresh.index.all)
    expect(view.index.all.map(({_id}) => _id)).toEqual(['Z', 'a', 'b'])
    expect(view.index.referencing('p').map(({_id}) => _id)).toEqual(['a'])
    expect(view.index.ofType('author')).toHaveLength(1)
  })
})
