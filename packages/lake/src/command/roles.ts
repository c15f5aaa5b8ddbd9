// Roles of a lake without a product: Sanity's own, for documents of any type.
import type {Grant, Role} from '../types.ts'

/** Only actions write documents whose IDs begin with `_.`. */
const CONTENT = '!(_id in path("_.**"))'
const DRAFTS = '_id in path("drafts.**")'
/** Releases, and variants of documents. */
const PLANS = '_id in path("_.releases.*") || _id in path("_.variants.*")'
const ASSETS = '_id in path("*") && _type in ["sanity.imageAsset", "sanity.fileAsset"]'
const COMMENTS = '_id in path("*") && _type in ["comment", "tasks.task"]'

/** Shows who has which role. The studio uses it to list people whom a comment can mention. */
const GROUPS: Grant = {filter: '_type == "system.group"', permissions: ['read']}

const READ_ALL: Grant[] = [
  {filter: CONTENT, permissions: ['read', 'history']},
  {filter: PLANS, permissions: ['read', 'history']},
  GROUPS,
]
const WRITE_ALL: Grant[] = [
  ...READ_ALL,
  {filter: CONTENT, permissions: ['create', 'update', 'delete', 'editHistory']},
  {filter: PLANS, permissions: ['create', 'update', 'delete']},
]

const READER: Role = {
  name: 'reader',
  title: 'Reader',
  description: 'Anyone who is not signed in: reads what is published.',
  grants: [{filter: '_id in path("*")', permissions: ['read']}],
}

/** Roles that people and tokens can have. */
const STAFF: Role[] = [
  {
    name: 'administrator',
    title: 'Administrator',
    description: 'Reads and writes every document, and manages people and datasets.',
    abilities: ['datasets.manage', 'people.manage', 'webhooks.manage'],
    grants: WRITE_ALL,
  },
  {
    name: 'editor',
    title: 'Editor',
    description: 'Reads and writes every document.',
    grants: WRITE_ALL,
  },
  {
    name: 'developer',
    title: 'Developer',
    description: 'Reads and writes every document, and manages webhooks.',
    abilities: ['webhooks.manage'],
    grants: WRITE_ALL,
  },
  {
    name: 'contributor',
    title: 'Contributor',
    description: 'Reads every document and writes drafts. Others publish them.',
    grants: [
      ...READ_ALL,
      {filter: DRAFTS, permissions: ['create', 'update', 'delete']},
      {filter: ASSETS, permissions: ['create']},
    ],
  },
  {
    name: 'viewer',
    title: 'Viewer',
    description: 'Reads every document, drafts too.',
    grants: READ_ALL,
  },
]

export const ROLES: readonly Role[] = [...STAFF, READER]
export const STAFF_ROLES: readonly string[] = STAFF.map(({name}) => name)
export const ADMINISTRATOR = 'administrator'

/** The same roles in the dataset of comments and tasks, where readers see nothing. */
export const COMMENT_ROLES: readonly Role[] = ROLES.map((role) => ({
  ...role,
  grants: STAFF_ROLES.includes(role.name)
    ? [{filter: COMMENTS, permissions: ['read', 'history', 'create', 'update', 'delete']}, GROUPS]
    : [],
}))
