// The table of roles, line by line: who may do what to which kind of document.
import {describe, expect, it} from 'vitest'
import {type Condition, createGrants} from '@copydesk/lake/access'
import type {Actor, LakeDocument, Permission} from '@copydesk/lake/types'
import {ROLES, STAFF_ROLES, type RoleName} from '../../model/roles.ts'

const NOW = '2026-11-25T10:00:00.000Z'
const grants = createGrants(ROLES, () => Date.parse(NOW))
const ME = 'uMe'

const actor = (role: RoleName): Actor => ({id: ME, kind: 'user', roles: [role], name: 'Me'})
const document = (_id: string, _type: string, more: Partial<LakeDocument> = {}): LakeDocument => ({
  _id,
  _type,
  _rev: 'r1',
  _createdAt: NOW,
  _updatedAt: NOW,
  ...more,
})

const CONTENT = ['article', 'photoWithCredit', 'expertQuote', 'source', 'author']
const ORDER = ['section', 'topic', 'series', 'storyPackage']
const FRAME = [...ORDER, 'siteSettings']
const PRIVATE = ['privateSource', 'privateQuote', 'privatePhoto']
const ASSETS = ['sanity.imageAsset', 'sanity.fileAsset']

/** Every kind of document, by a name that says its dataset and state. */
const PLACES: Record<string, LakeDocument> = {
  ...Object.fromEntries(
    [...CONTENT, ...FRAME].flatMap((type) => [
      [`published ${type}`, document(`a-${type}`, type)],
      [`own draft of ${type}`, document(`drafts.a`, type, {_system: {createdBy: ME}})],
      [`colleague's draft of ${type}`, document(`drafts.a`, type, {_system: {createdBy: 'uYou'}})],
      [`version of ${type}`, document(`versions.r1.a`, type, {_system: {createdBy: ME}})],
    ]),
  ),
  ...Object.fromEntries([
    ...PRIVATE.map((type) => [type, document(`private.x.${type}`, type)]),
    ['privateAuthor', document('private.author.a', 'privateAuthor')],
    ['article in the place of a private document', document('private.author.b', 'article')],
    ['private source in the place of an account', document('private.author.c', 'privateSource')],
    ['draft of a private document', document('drafts.private.source.a', 'privateSource')],
    ['private document in public', document('a', 'privateSource')],
    ...ASSETS.map((type) => [type, document('image-a', type)]),
    ['asset elsewhere', document('drafts.image-a', 'sanity.imageAsset')],
    ['group', document('_.groups.editor', 'system.group')],
    ['release', document('_.releases.r1', 'system.release')],
    ['review', document('review.a', 'review')],
    ['override', document('override.a', 'override')],
    ['ledger entry', document('ledger.a', 'ledgerEntry')],
    ['snapshot', document('snapshot.a', 'pieceSnapshot')],
    ['draft of a review', document('drafts.review.a', 'review')],
    ['correction', document('correction-a-1', 'correction')],
    ['notice', document('notice-a-1', 'notice')],
    ['own notification', document('notification.a', 'notification', {recipient: ME})],
    ["colleague's notification", document('notification.b', 'notification', {recipient: 'uYou'})],
    ["nobody's notification", document('notification.c', 'notification')],
    [
      'draft of own notification',
      document('drafts.notification.a', 'notification', {recipient: ME}),
    ],
    [
      'article in the place of a notification',
      document('notification.d', 'article', {recipient: ME}),
    ],
    ['unknown type', document('a', 'anything')],
    ['draft of an unknown type', document('drafts.a', 'anything')],
  ]),
}

const CONDITIONS: Condition[] = ['whileReferenced', 'referrers', 'targets']
const WRITES: Permission[] = ['create', 'update', 'delete']
const mine = (type: string) => `own draft of ${type}`
const theirs = (type: string) => `colleague's draft of ${type}`
const published = (type: string) => `published ${type}`
const version = (type: string) => `version of ${type}`

/** The writes of each role; what is not named here is refused. */
const MAY_WRITE: Record<RoleName, Record<string, Permission[]>> = (() => {
  const all = (names: string[], permissions: Permission[]): Record<string, Permission[]> =>
    Object.fromEntries(names.map((name) => [name, permissions]))
  const drafts = {
    ...all(CONTENT.map(mine), WRITES),
    ...all(CONTENT.map(theirs), ['create', 'update']),
  }
  const inbox: Record<string, Permission[]> = {'own notification': ['update']}
  return {
    journalist: {
      ...inbox,
      ...drafts,
      ...all(PRIVATE, ['create', 'update']),
      ...all(ASSETS, ['create', 'delete']),
    },
    photoEditor: {
      ...inbox,
      ...drafts,
      [published('photoWithCredit')]: WRITES,
      ...all(PRIVATE, ['create', 'update']),
      ...all(ASSETS, WRITES),
    },
    editor: {
      ...inbox,
      ...all(
        [
          ...[...CONTENT, ...ORDER].flatMap((type) => [
            published(type),
            mine(type),
            theirs(type),
            version(type),
          ]),
          ...PRIVATE,
          ...ASSETS,
        ],
        WRITES,
      ),
      release: WRITES,
    },
    developer: {},
    administrator: {
      ...inbox,
      ...all(
        FRAME.flatMap((type) => [published(type), mine(type), theirs(type)]),
        WRITES,
      ),
      privateAuthor: ['create', 'update'],
      ...all(ASSETS, ['create']),
    },
    importer: {
      ...all(
        Object.keys(PLACES).filter((name) => name !== 'group' && name !== 'release'),
        WRITES,
      ),
      release: ['create', 'update'],
    },
    reader: {},
  }
})()

/** What each role may not read. */
const CONFIDENTIAL = [
  ...PRIVATE,
  'privateAuthor',
  'article in the place of a private document',
  'private source in the place of an account',
  'draft of a private document',
  'private document in public',
]
const RECORDS = ['review', 'override', 'ledger entry', 'snapshot', 'draft of a review']
const INBOXES = [
  'own notification',
  "colleague's notification",
  "nobody's notification",
  'draft of own notification',
  'article in the place of a notification',
]
const UNREGISTERED = ['unknown type', 'draft of an unknown type']
const readsAll = () => true
const readsRegistered = (name: string) => !UNREGISTERED.includes(name)
const MAY_READ: Record<RoleName, (name: string) => boolean> = {
  journalist: readsRegistered,
  photoEditor: readsRegistered,
  editor: readsAll,
  administrator: readsAll,
  importer: (name) => name !== 'group',
  developer: (name) => ![...CONFIDENTIAL, ...RECORDS, ...INBOXES].includes(name),
  // Assets while something published refers to them; nothing refers to these.
  reader: (name) =>
    !PLACES[name]!._id.includes('.') &&
    ![...ASSETS, ...CONFIDENTIAL, ...UNREGISTERED].includes(name),
}

describe.each(ROLES.map(({name}) => name))('%s', (role) => {
  it.each(Object.keys(PLACES))('%s', (name) => {
    // Nothing refers to these documents, and they refer to nothing.
    const may = (permission: Permission) =>
      grants.permits(
        actor(role),
        permission,
        PLACES[name]!,
        (condition) => condition !== 'whileReferenced',
      )
    expect(WRITES.filter(may)).toEqual(MAY_WRITE[role][name] ?? [])
    expect(may('read')).toBe(MAY_READ[role](name))
    // The history shows what a document was: no more than reading it does.
    if (may('history')) expect(may('read')).toBe(true)
  })
})

it('names no document in the table that does not exist', () => {
  const named = Object.values(MAY_WRITE).flatMap((places) => Object.keys(places))
  expect(named.filter((name) => !(name in PLACES))).toEqual([])
})

describe('readers', () => {
  const reads = (more: Partial<LakeDocument>, ...held: Condition[]) =>
    grants.permits(
      {...actor('reader'), kind: 'anonymous'},
      'read',
      document('a', 'article', more),
      (condition) => held.includes(condition),
    )

  it.each<[string, unknown, boolean]>([
    ['over', '2026-11-25T09:59:59Z', true],
    ['over this moment', NOW, true],
    ['ahead', '2026-11-25T10:00:01Z', false],
    ['ahead, in another zone', '2026-11-25T11:30:00+01:00', false],
    ['over, in another zone', '2026-11-25T10:30:00+01:00', true],
    ['no date', 'tomorrow', false],
    ['empty', '', false],
    ['a number', 5, false],
    ['not set', null, true],
  ])('see an article whose embargo is %s: %s', (_name, until, seen) => {
    expect(reads({embargo: {until: until as string}})).toBe(seen)
  })

  it('see an asset while something published refers to it', () => {
    for (const _type of ASSETS) {
      expect(reads({_type})).toBe(false)
      expect(reads({_type}, 'whileReferenced')).toBe(true)
      expect(reads({_type, _id: 'drafts.a'}, 'whileReferenced')).toBe(false)
    }
  })

  it.each<[string, Condition, string]>([
    ['photoWithCredit', 'referrers', 'an article that they see uses it, or none does'],
    ['expertQuote', 'referrers', 'an article that they see uses it, or none does'],
    ['source', 'referrers', 'a quote that they see names it, or none does'],
    ['correction', 'targets', 'they see its article, or it is gone'],
  ])('see a %s only where the condition %s holds: %s', (_type, condition) => {
    expect(reads({_type}, condition)).toBe(true)
    const others = CONDITIONS.filter((other) => other !== condition)
    expect(reads({_type}, ...others)).toBe(false)
    expect(reads({_type, _id: 'drafts.a'}, ...CONDITIONS)).toBe(false)
    expect(reads({_type, embargo: {until: '2026-11-26T10:00:00Z'}}, ...CONDITIONS)).toBe(false)
  })
})

it('people have every role but those of programs and of everybody', () => {
  const names = ROLES.map(({name}) => name)
  expect(names.filter((name) => !STAFF_ROLES.includes(name))).toEqual(['importer', 'reader'])
})

it.each([
  ['brings along what the lake keeps itself', 'documents.keepSystem', 'importer'],
  ['manages people', 'people.manage', 'administrator'],
] as const)('only one role %s', (_, ability, role) => {
  const able = ROLES.filter(({abilities}) => abilities?.includes(ability))
  expect(able.map(({name}) => name)).toEqual([role])
})
