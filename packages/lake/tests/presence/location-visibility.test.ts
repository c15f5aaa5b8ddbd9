import {describe, expect, it} from 'vitest'
import {createGrantsOf} from '../../src/dataset-grants.ts'
import {createLocationVisibility} from '../../src/presence/location-visibility.ts'
import type {Actor, LakeDocument} from '../../src/types.ts'
import {role} from '../role.ts'

const ROLES = [
  role('all', '!(_id in path("_.**"))'),
  role('open', '!(_id in path("private.**")) && _type != "secret"'),
  role('published', '_id in path("*")'),
  role('own', '_system.createdBy == identity()'),
  role('late', 'dateTime(embargo) <= dateTime(now())'),
]
const stored = (_id: string, fields: Record<string, string> = {}): LakeDocument => ({
  _id,
  _type: 'article',
  _rev: 'r',
  _createdAt: '',
  _updatedAt: '',
  ...fields,
})
const DOCUMENTS = [
  stored('a'),
  stored('drafts.b'),
  stored('drafts.c', {_type: 'secret'}),
  stored('private.d'),
  stored('e', {_type: 'secret'}),
  stored('f', {embargo: '2026-11-25T12:00:00Z'}),
]

let time = Date.parse('2026-11-25T10:00:00Z')
const visibility = createLocationVisibility({
  grantsOf: createGrantsOf({roles: ROLES}, () => time),
  documents: {get: (_dataset, id) => DOCUMENTS.find(({_id}) => _id === id) ?? null},
  holdsFor: () => () => false,
})
const actor = (...roles: string[]): Actor => ({id: 'u1', kind: 'user', roles, name: 'One'})

describe('a person may see a colleague in a document', () => {
  it.each([
    ['that they may read', 'open', 'a', true],
    ['of which they read the draft', 'open', 'drafts.b', true],
    ['but in none that they may not read', 'open', 'private.d', false],
    ['nor in its draft, for what it is', 'open', 'drafts.c', false],
    ['whose draft is not stored yet, by what is published', 'open', 'drafts.a', true],
    ['but not where that is closed to them', 'open', 'drafts.e', false],
    ['nor where the draft would be', 'published', 'drafts.a', false],
    ['of a release, by what is published', 'open', 'versions.r1.e', false],
    ['that is new, by its name', 'open', 'drafts.new', true],
    ['but not by a name that is closed to them', 'open', 'private.new', false],
    ['nor by that which it would be published under', 'open', 'drafts.private.new', false],
    ['whatever it is, where they may read it all', 'all', 'drafts.private.new', true],
    ['but in none of the lake’s own', 'all', '_.groups.editor', false],
  ])('%s', (_what, name, id, known) => {
    expect(visibility.isVisible(actor(name), 'production', id)).toBe(known)
  })

  it('as soon as they may read it', () => {
    expect(visibility.isVisible(actor('late'), 'production', 'f')).toBe(false)
    time = Date.parse('2026-11-25T12:00:01Z')
    expect(visibility.isVisible(actor('late'), 'production', 'f')).toBe(true)
  })
})

describe('people who may see the same documents', () => {
  const audienceOf = (id: string, ...roles: string[]): string =>
    visibility.audienceOf({...actor(...roles), id}, 'production')

  it('are checked once, by their roles', () => {
    expect(audienceOf('u1', 'open')).toBe(audienceOf('u2', 'open'))
    expect(audienceOf('u1', 'open')).not.toBe(audienceOf('u1', 'all'))
  })

  it('are each checked if a role depends on the person', () => {
    expect(audienceOf('u1', 'open', 'own')).not.toBe(audienceOf('u2', 'open', 'own'))
  })
})
