// Who may do what, as GROQ grants: one file drives the publish button, the API and the tests.
// Pure data.
import type {Grant, Role} from '@copydesk/lake/types'
import type {TypeName} from './content-types.ts'
import {contentType, typesOfKind} from './registry.ts'
import {KINDS} from './kinds.ts'

export interface NewsroomRole extends Role {
  name: RoleName
}

export type RoleName =
  | 'journalist'
  | 'photoEditor'
  | 'editor'
  | 'developer'
  | 'administrator'
  | 'importer'
  | 'reader'

/** What a newsroom composes. */
const COMPOSED = typesOfKind('piece', 'member', 'plain')
/** The paper's order, which editors and administrators shape. */
const ORDER_TYPES = typesOfKind('order')
/** The paper itself: its name, its policies. Administrators only. */
const SETTINGS_TYPES = typesOfKind('settings')
/** Ties an author to an account: only administrators write it. */
const ACCOUNT_TYPE = 'privateAuthor' satisfies TypeName
const PRIVATE_TYPES = typesOfKind('private').filter((type) => type !== ACCOUNT_TYPE)
const ASSET_TYPES = ['sanity.imageAsset', 'sanity.fileAsset']
/** What a piece brings along: while it is under embargo, what came only with it is, too. */
const BROUGHT_TYPES = typesOfKind('member')
/** What is said about a piece: it would give an embargoed one away. */
const ABOUT_TYPES = ['correction'] satisfies TypeName[]
const RECORDS_FOR_READERS = typesOfKind('record').filter((type) => contentType(type)?.public)
/** What readers may read by itself. A type that the registry does not name is not among them. */
const READABLE_TYPES = [
  ...typesOfKind('piece', 'plain', 'order', 'settings'),
  ...RECORDS_FOR_READERS.filter((type) => !(ABOUT_TYPES as string[]).includes(type)),
]
/** What the server keeps for the newsroom, with what was said in confidence. */
const RECORDS_FOR_STAFF = typesOfKind('record').filter((type) => !contentType(type)?.public)

const list = (types: readonly string[]): string =>
  `[${types.map((type) => `"${type}"`).join(', ')}]`

const DRAFTS = '_id in path("drafts.**")'
const PUBLIC = '_id in path("*")'
/** The server's own documents are nobody's. */
const NOT_SYSTEM = '!(_id in path("_.**"))'
/** By type too: a draft or version of such a document would have another id. */
const CONFIDENTIAL = `_id in path("private.**") || _type in ${list(typesOfKind('private'))}`
/** Sanity's own types (assets, groups, releases) are in no registry. */
const IS_REGISTERED = `(_type in ${list(typesOfKind(...KINDS))} || _type in path("sanity.**") || _type in path("system.**"))`
const NOT_EMBARGOED =
  'select(defined(embargo.until) => dateTime(embargo.until) <= dateTime(now()), true)'
/**
 * `select` looks no further where its condition does not hold, unlike `&&`: of an embargo on a draft nobody
 * asks the clock, which would have every answer to readers worked out again each second.
 */
const unlessEmbargoed = (filter: string): string => `select(${filter} => ${NOT_EMBARGOED}, false)`
const OWN = '_system.createdBy == identity()'
/** By type too, as above. */
const RECORDS = `_id in path("review.**") || _id in path("override.**") || _id in path("ledger.**") || _id in path("snapshot.**") || _id in path("notification.**") || _id in path("link.**") || _id in path("remark.**") || _type in ${list(RECORDS_FOR_STAFF)}`

const READ_ALL: Grant = {filter: NOT_SYSTEM, permissions: ['read', 'history']}
/** Types that the registry does not name are for those who can do something about them. */
const READ_REGISTERED: Grant = {
  filter: `${NOT_SYSTEM} && ${IS_REGISTERED}`,
  permissions: ['read', 'history'],
}
/** What is to go out together, and when. */
const RELEASES = '_id in path("_.releases.*")'
/** For whom another wording is meant. */
const VARIANTS = '_id in path("_.variants.*")'
const SEE_PLANS: Grant = {
  filter: `${RELEASES} || ${VARIANTS}`,
  permissions: ['read', 'history'],
}
/** Who has which role: the studio asks whom a comment can mention and a task can be given to. */
export const GROUPS: Grant = {filter: '_type == "system.group"', permissions: ['read']}
/**
 * Everybody who performs editorial actions has an inbox. The server writes its entries; the owner marks
 * them read. Colleagues may read it: it says nothing that the reviews do not say, and so one view of the
 * dataset serves all staff.
 */
const INBOX: Grant = {
  filter: '_id in path("notification.**") && _type == "notification" && recipient == identity()',
  permissions: ['update'],
}
/**
 * Uploading. An asset's document is public while something published uses it: who publishes nothing
 * does not change what it says.
 */
const UPLOADS: Grant = {
  filter: `${PUBLIC} && _type in ${list(ASSET_TYPES)}`,
  permissions: ['create'],
}
/**
 * An article that could not be taken in leaves no pictures. An asset's document does not say who uploaded it, because
 * readers see it. Nobody can delete a picture that something uses.
 */
const FRESH_UPLOADS: Grant = {
  filter: `${UPLOADS.filter} && dateTime(_createdAt) > dateTime(now()) - 3600`,
  permissions: ['delete'],
}
const PRIVATE: Grant = {
  // Whose account an author is decides who may approve: nothing else takes that place.
  filter: `_id in path("private.**") && !(_id in path("private.author.**")) && _type in ${list(PRIVATE_TYPES)}`,
  permissions: ['create', 'update'],
}
const CONTENT_DRAFTS: Grant[] = [
  {filter: `${DRAFTS} && _type in ${list(COMPOSED)}`, permissions: ['create', 'update']},
  // Colleagues' drafts may be edited, but only one's own discarded.
  {filter: `${DRAFTS} && _type in ${list(COMPOSED)} && ${OWN}`, permissions: ['delete']},
]

/** Every role, the anonymous reader included. */
export const ROLES: NewsroomRole[] = [
  {
    name: 'journalist',
    title: 'Journalist',
    description: 'Writes articles with their photos, quotes and sources. An editor publishes them.',
    grants: [
      READ_REGISTERED,
      SEE_PLANS,
      GROUPS,
      INBOX,
      ...CONTENT_DRAFTS,
      PRIVATE,
      UPLOADS,
      FRESH_UPLOADS,
    ],
  },
  {
    name: 'photoEditor',
    title: 'Photo editor',
    description: 'Works on drafts as a journalist does, publishes photos and clears their rights.',
    grants: [
      READ_REGISTERED,
      SEE_PLANS,
      GROUPS,
      INBOX,
      ...CONTENT_DRAFTS,
      {
        filter: `${PUBLIC} && _type == "photoWithCredit"`,
        permissions: ['create', 'update', 'delete'],
      },
      PRIVATE,
      {...UPLOADS, permissions: ['create', 'update']},
      FRESH_UPLOADS,
    ],
  },
  {
    name: 'editor',
    title: 'Editor',
    description: 'Edits and publishes everything that readers see.',
    abilities: ['passes.issue'],
    grants: [
      READ_ALL,
      SEE_PLANS,
      GROUPS,
      INBOX,
      {
        filter: `(${PUBLIC} || ${DRAFTS} || _id in path("versions.**")) && _type in ${list([...COMPOSED, ...ORDER_TYPES])}`,
        permissions: ['create', 'update', 'delete', 'editHistory'],
      },
      // Only their own actions write them. Everything else under `_.` is nobody's.
      {filter: `${RELEASES} || ${VARIANTS}`, permissions: ['create', 'update', 'delete']},
      {...PRIVATE, permissions: ['create', 'update', 'delete']},
      {...UPLOADS, permissions: ['create', 'update', 'delete']},
    ],
  },
  {
    name: 'developer',
    title: 'Developer',
    description: 'Reads all content but what is confidential, for front ends and integrations.',
    abilities: ['webhooks.manage'],
    // No inbox: no act is theirs.
    grants: [
      {...READ_ALL, filter: `${READ_ALL.filter} && !(${CONFIDENTIAL} || ${RECORDS})`},
      SEE_PLANS,
      GROUPS,
    ],
  },
  {
    name: 'administrator',
    title: 'Administrator',
    description: 'Looks after people, sections and settings; does not edit what is reported.',
    abilities: ['datasets.manage', 'people.manage', 'webhooks.manage'],
    grants: [
      READ_ALL,
      SEE_PLANS,
      GROUPS,
      INBOX,
      {
        filter: `(${PUBLIC} || ${DRAFTS}) && _type in ${list([...ORDER_TYPES, ...SETTINGS_TYPES])}`,
        permissions: ['create', 'update', 'delete'],
      },
      {
        filter: `_id in path("private.author.**") && _type == "privateAuthor"`,
        permissions: ['create', 'update'],
      },
      UPLOADS,
    ],
  },
  {
    name: 'importer',
    title: 'Importer',
    description: 'A token made on the data folder, for importing a whole dataset.',
    abilities: ['documents.keepSystem', 'webhooks.manage'],
    grants: [
      {filter: NOT_SYSTEM, permissions: ['read', 'create', 'update', 'delete', 'history']},
      {filter: RELEASES, permissions: ['read', 'create', 'update', 'history']},
      {filter: VARIANTS, permissions: ['read', 'create', 'update', 'delete', 'history']},
    ],
  },
  {
    name: 'reader',
    title: 'Reader',
    description: 'Anyone who is not signed in: what is published, and nothing under embargo.',
    grants: [
      {
        filter: unlessEmbargoed(`${PUBLIC} && _type in ${list(READABLE_TYPES)}`),
        permissions: ['read'],
        opensForGood: true,
      },
      {
        filter: unlessEmbargoed(`${PUBLIC} && _type in ${list(BROUGHT_TYPES)}`),
        permissions: ['read'],
        opensForGood: true,
        hiddenWith: 'referrers',
      },
      {
        filter: unlessEmbargoed(`${PUBLIC} && _type in ${list(ABOUT_TYPES)}`),
        permissions: ['read'],
        opensForGood: true,
        hiddenWith: 'targets',
      },
      {
        filter: `${PUBLIC} && _type in ${list(ASSET_TYPES)}`,
        permissions: ['read'],
        onlyWhileReferenced: true,
      },
    ],
  },
]

/** The names of roles that a person can have. */
export const STAFF_ROLES: RoleName[] = [
  'journalist',
  'photoEditor',
  'editor',
  'developer',
  'administrator',
]

const WRITING_ROLES: readonly string[] = [
  'journalist',
  'photoEditor',
  'editor',
] satisfies RoleName[]

/** Whether somebody with these roles begins articles, and so has an author to sign with. */
export const writes = (roles: readonly string[]): boolean =>
  roles.some((role) => WRITING_ROLES.includes(role))
