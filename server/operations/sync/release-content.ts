// A release as it goes to another lake: by its own action, as nobody writes such a document.
import type {SyncDocument} from './lake-connection.ts'

/**
 * The release as an import writes it. The person who scheduled it has no account here, so it becomes a
 * release with an intended time.
 */
export function releaseToMove(release: SyncDocument): SyncDocument {
  const {_id, _type, _createdAt, name, publishedAt, finalDocumentStates} = release
  const {publishAt} = release
  const isScheduled = release['state'] === 'scheduled'
  const given = Object.entries((release['metadata'] as object | null | undefined) ?? {})
  const metadata = {
    releaseType: 'undecided',
    ...Object.fromEntries(given.filter(([, value]) => value !== null)),
    ...(isScheduled ? {releaseType: 'scheduled', intendedPublishAt: publishAt} : {}),
  }
  return {
    _id,
    _type,
    ...(_createdAt === undefined ? {} : {_createdAt}),
    name: name ?? _id.split('.').at(-1),
    state: isScheduled ? 'active' : release['state'],
    metadata,
    ...(publishedAt === undefined ? {} : {publishedAt}),
    ...(finalDocumentStates === undefined ? {} : {finalDocumentStates}),
  }
}

/** The fields that count as a change: each lake keeps its own times and states beside them. */
export function releaseSays(release: SyncDocument): SyncDocument {
  const {_id, _type, name, state, metadata} = releaseToMove(release)
  return {_id, _type, name, state, metadata}
}
