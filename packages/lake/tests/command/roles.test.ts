// What Sanity's usual roles may do with documents of any type.
import {expect, test} from 'vitest'
import {COMMENT_ROLES, ROLES, STAFF_ROLES} from '../../src/command/roles.ts'
import {createGrants} from '../../src/grants.ts'
import type {Ability, LakeDocument, Permission} from '../../src/types.ts'

const content = createGrants(ROLES, Date.now)
const comments = createGrants(COMMENT_ROLES, Date.now)

const document = (_id: string, _type = 'anything'): LakeDocument => ({
  _id,
  _type,
  _rev: '1',
  _createdAt: '2026-11-25T12:00:00Z',
  _updatedAt: '2026-11-25T12:00:00Z',
})
const DOCUMENTS = {
  published: document('a'),
  draft: document('drafts.a'),
  version: document('versions.spring.a'),
  asset: document('image-a-1x1-png', 'sanity.imageAsset'),
  release: document('_.releases.spring', 'system.release'),
  group: document('_.groups.editor', 'system.group'),
}
const ALL = Object.keys(DOCUMENTS)

/** For which of the documents a role has the permission. */
function permitted(role: string, permission: Permission): string[] {
  const actor = {id: 'u1', kind: 'user' as const, roles: [role], name: 'Rosa'}
  return Object.entries(DOCUMENTS).flatMap(([name, one]) =>
    content.permits(actor, permission, one) ? [name] : [],
  )
}

const WRITTEN = ALL.filter((name) => name !== 'group')

test.each<[role: string, read: string[], create: string[], update: string[], remove: string[]]>([
  ['administrator', ALL, WRITTEN, WRITTEN, WRITTEN],
  ['editor', ALL, WRITTEN, WRITTEN, WRITTEN],
  ['developer', ALL, WRITTEN, WRITTEN, WRITTEN],
  ['contributor', ALL, ['draft', 'asset'], ['draft'], ['draft']],
  ['viewer', ALL, [], [], []],
  ['reader', ['published', 'asset'], [], [], []],
])('%s', (role, read, create, update, remove) => {
  expect(permitted(role, 'read')).toEqual(read)
  expect(permitted(role, 'create')).toEqual(create)
  expect(permitted(role, 'update')).toEqual(update)
  expect(permitted(role, 'delete')).toEqual(remove)
})

test('everybody who signs in may comment, and anonymous readers cannot read comments', () => {
  const may = (role: string, permission: Permission): boolean =>
    comments.permits(
      {id: 'u1', kind: 'user', roles: [role], name: 'Rosa'},
      permission,
      document('c1', 'comment'),
    )
  for (const role of STAFF_ROLES) expect([role, may(role, 'create')]).toEqual([role, true])
  expect(may('reader', 'read')).toBe(false)
})

test('only administrators manage people and datasets', () => {
  const has = (ability: Ability): string[] =>
    ROLES.flatMap(({name}) =>
      content.has({id: 'u1', kind: 'user', roles: [name], name: 'Rosa'}, ability) ? [name] : [],
    )
  expect(has('people.manage')).toEqual(['administrator'])
  expect(has('datasets.manage')).toEqual(['administrator'])
  expect(has('webhooks.manage')).toEqual(['administrator', 'developer'])
})
