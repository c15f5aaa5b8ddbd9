// Who may do what through which endpoint: the table that docs/security.md prints and that
// tests/contract/authorization-matrix.full.test.ts tries cell by cell. Data.
export const ROLE_NAMES = [
  'anonymous',
  'guest',
  'reader token',
  'journalist',
  'photo editor',
  'editor',
  'developer',
  'administrator',
  'importer',
] as const

export type RoleColumn = (typeof ROLE_NAMES)[number]

/** Documents that somebody may want to read. */
export const KINDS = [
  'published',
  'draft',
  'draft of the shared preview',
  'version in a release',
  'private',
  'under embargo',
  'used only under embargo',
  'record',
  'unused asset document',
  'comment',
  'task',
] as const

export type Kind = (typeof KINDS)[number]

export const READING_WAYS = [
  'query',
  'doc',
  'references',
  'listen',
  'live',
  'export',
  'history',
] as const

export type ReadingWay = (typeof READING_WAYS)[number]

export interface Row {
  operation: 'read' | 'create' | 'update' | 'delete' | 'publish' | 'act' | 'manage'
  /** Endpoints, each of which is tried. */
  ways: readonly string[]
  of: string
  who: readonly RoleColumn[]
}
