// A release as it goes to another lake: by its own action, as nobody writes such a document.
import type {SyncDocument} from './lake-connection.ts'

/** What an import takes of it. Whoever scheduled it is nobody there: it comes as one with a time in mind. */
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

/** What makes it another one: each lake keeps times and states of its own beside it. */
export function releaseSays(release: SyncDocument): SyncDocument {
  const {_id, _type, name, state, metadata} = releaseToMove(release)
  return {_id, _type, name, state, metadata}
}
