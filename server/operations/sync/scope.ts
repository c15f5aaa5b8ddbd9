// Which documents are synced. By default only those that readers see already.
import {RECORD_TYPES} from '../../../model/records.ts'
import {publishedIdOf} from '../../../model/ids.ts'
import type {SyncDocument} from './lake-connection.ts'

export interface Scope {
  drafts: boolean
  private: boolean
  records: boolean
  releases: boolean
}

/** The kind of a document, which decides whether it is synced. */
export type Kind =
  | 'public'
  | 'draft'
  /** Confidential, or published and not for readers yet. */
  | 'private'
  /** What the newsroom's server keeps about its pieces. */
  | 'record'
  | 'asset'
  | 'release'
  | 'version'
  /** A version of what is confidential. */
  | 'privateVersion'
  /** A comment or a task. */
  | 'comment'
  /** A comment or task about a document that is not synced. */
  | 'commentElsewhere'
  /** Belongs to a lake itself, to its accounts, or to its key. */
  | 'bound'

/** Whose author an account is and inboxes are of accounts; links open with the key of their lake. */
const BOUND_TYPES = new Set(['notification', 'previewLink', 'previewRemark', 'privateAuthor'])
/** Readers see what was corrected and taken down. */
const READ_RECORDS = new Set(['correction', 'notice'])
const RECORDS: ReadonlySet<string> = new Set(
  RECORD_TYPES.filter((type) => !READ_RECORDS.has(type) && !BOUND_TYPES.has(type)),
)
const ASSETS = new Set(['sanity.imageAsset', 'sanity.fileAsset'])

/** @param isRead whether readers see a published document; by default all of them */
export function kindOf(
  {_id, _type}: SyncDocument,
  isRead: (id: string) => boolean = () => true,
): Kind {
  if (_type === 'system.release' && _id.startsWith('_.releases.')) return 'release'
  if (_id.startsWith('_.') || _type.startsWith('system.') || BOUND_TYPES.has(_type)) return 'bound'
  if (_id.startsWith('versions.')) {
    return publishedIdOf(_id).includes('.') ? 'privateVersion' : 'version'
  }
  if (RECORDS.has(_type)) return 'record'
  if (_id.startsWith('drafts.')) {
    return publishedIdOf(_id).includes('.') ? 'private' : 'draft'
  }
  if (ASSETS.has(_type)) return 'asset'
  return _id.includes('.') || !isRead(_id) ? 'private' : 'public'
}

export function isInScope(kind: Kind, scope: Scope): boolean {
  switch (kind) {
    case 'public':
    case 'comment':
      return true
    case 'draft':
      return scope.drafts
    case 'private':
      return scope.private
    case 'record':
      return scope.records
    case 'release':
    case 'version':
      return scope.releases
    case 'privateVersion':
      return scope.releases && scope.private
    default:
      return false
  }
}

/** What is left out, and by which word it comes along. */
export function describeLeftOut(counts: ReadonlyMap<Kind, number>): string {
  const words: [Kind, string][] = [
    ['draft', 'drafts (--drafts)'],
    ['private', 'private or under embargo (--private)'],
    ['record', 'records of the desk (--records)'],
    ['release', 'releases (--releases)'],
    ['version', 'versions in releases (--releases)'],
    ['privateVersion', 'private versions in releases (--releases --private)'],
    ['commentElsewhere', 'comments and tasks about what does not move'],
    ['bound', 'that belong to only one lake, such as inboxes'],
  ]
  return words
    .flatMap(([kind, word]) => (counts.get(kind) ? [`${counts.get(kind)} ${word}`] : []))
    .join(', ')
}
