// Sanity's release actions (`sanity.action.release.*`). Each changes the state of a release. Shapes
// as in @sanity/client. The transient states (`publishing`, `archiving`) do not occur, because an
// action is one transaction.
import {isDeepStrictEqual} from 'node:util'
import {BadRequest} from '../errors.ts'
import {publishedIdOf} from '@copydesk/groq/documents'
import {
  assertReleaseName,
  assertState,
  isTime,
  metadataOf,
  RELEASE_TYPE,
  releaseDocumentId,
  type Release,
} from '../release.ts'
import type {Json, LakeDocument, Mutation, Read} from '../types.ts'
import {
  contentOf,
  existing,
  patched,
  patchOf,
  text,
  type ActionHandler,
  type ActionOutcome,
} from './action.ts'
import {publicationOf} from './publication.ts'
import {importRelease} from './release-import.ts'
import {releaseOf} from './release-of.ts'

const create: ActionHandler = (input) => {
  const name = text(input, 'releaseId')
  assertReleaseName(name)
  const _id = releaseDocumentId(name)
  const metadata = metadataOf(input['metadata'])
  return {
    mutations: [{create: {_id, _type: RELEASE_TYPE, name, state: 'active', metadata}}],
    owns: [_id],
  }
}

/** Edits the metadata. If the release is not active, only title and description can change. */
const edit: ActionHandler = (input, read) => {
  const release = releaseOf(input, read)
  const after = patched(release, patchOf(input, release))
  const {metadata: given, ...rest} = after
  const {metadata: before, ...same} = release
  if (!isDeepStrictEqual(rest, same)) {
    throw new BadRequest('Only the "metadata" of a release can be edited.', 'actionError')
  }
  const metadata = metadataOf(given)
  if (!isDeepStrictEqual(withoutWords(metadata), withoutWords(before))) {
    assertState(release, ['active'])
  }
  return become(release, {metadata})
}

/**
 * The studio does a dry run of a schedule for its current time, to learn whether the person may
 * schedule. That time has passed when the request arrives.
 */
const PRESENT_MS = 60_000

const schedule: ActionHandler = (input, read, {now, actor, dryRun}) => {
  const release = releaseOf(input, read)
  const publishAt = text(input, 'publishAt')
  const earliest = Date.parse(now) - (dryRun ? PRESENT_MS : 0)
  if (!isTime(publishAt) || Date.parse(publishAt) <= earliest) {
    throw new BadRequest(
      `"publishAt" is ${JSON.stringify(publishAt)}: send a time in the future, in ISO 8601.`,
      'actionError',
    )
  }
  assertState(release, ['active'])
  return become(
    release,
    {state: 'scheduled', publishAt: new Date(publishAt).toISOString(), scheduledBy: actor.id},
    ['error'],
  )
}

const unschedule: ActionHandler = (input, read) => {
  const release = releaseOf(input, read)
  assertState(release, ['scheduled'])
  return become(release, {state: 'active'}, ['publishAt', 'scheduledBy'])
}

/**
 * Publishes everything in the release, or nothing. Documents that the release unpublishes become
 * drafts.
 */
const publish: ActionHandler = (input, read, {versionsIn, now}) => {
  const release = releaseOf(input, read)
  assertState(release, ['active', 'scheduled'])
  const versions = versionsIn(release.name).map((id) => existing(read, id))
  const moves = versions.map((version) =>
    isGoing(version)
      ? departureOf(version, read)
      : publicationOf(version, read(publishedIdOf(version._id))),
  )
  const changes = {
    state: 'published',
    publishedAt: now,
    finalDocumentStates: finalStates(versions),
  }
  const closed = become(release, changes, ['publishAt', 'scheduledBy', 'error'])
  return {
    mutations: [...moves.flatMap(({mutations}) => mutations), ...closed.mutations],
    moved: moves.flatMap(({moved = []}) => moved),
    owns: [release._id, ...versions.map(({_id}) => _id)],
  }
}

/** Removes its versions. The history keeps them. */
const archive: ActionHandler = (input, read, {versionsIn}) => {
  const release = releaseOf(input, read)
  assertState(release, ['active'])
  const versions = versionsIn(release.name).map((id) => existing(read, id))
  const closed = become(release, {state: 'archived', finalDocumentStates: finalStates(versions)}, [
    'error',
  ])
  return {
    mutations: [...versions.map(({_id}): Mutation => ({delete: {id: _id}})), ...closed.mutations],
    owns: [release._id, ...versions.map(({_id}) => _id)],
  }
}

/** Restores its archived versions, except those whose history was erased. */
const unarchive: ActionHandler = (input, read, {lastRevision}) => {
  const release = releaseOf(input, read)
  assertState(release, ['archived'])
  const states = Array.isArray(release['finalDocumentStates']) ? release['finalDocumentStates'] : []
  const versions = states.flatMap((state) => {
    const id = typeof state === 'object' && state && 'id' in state ? state['id'] : undefined
    return (typeof id === 'string' && lastRevision(id)) || []
  })
  const open = become(release, {state: 'active'}, ['finalDocumentStates'])
  return {
    mutations: [
      ...versions.map(({_rev, _updatedAt, ...version}): Mutation => ({createIfNotExists: version})),
      ...open.mutations,
    ],
    owns: [release._id, ...versions.map(({_id}) => _id)],
  }
}

const remove: ActionHandler = (input, read) => {
  const release = releaseOf(input, read)
  assertState(release, ['archived', 'published'])
  return {mutations: [{delete: {id: release._id}}], owns: [release._id]}
}

function become(release: Release, set: Record<string, Json>, unset: string[] = []): ActionOutcome {
  const gone = unset.filter((name) => release[name] !== undefined)
  const patch = {id: release._id, set, ...(gone.length > 0 ? {unset: gone} : {})}
  return {mutations: [{patch}], owns: [release._id]}
}

function withoutWords({title: _t, description: _d, ...rest}: Record<string, Json>) {
  return rest
}

const isGoing = ({_system}: LakeDocument): boolean =>
  typeof _system === 'object' && _system !== null && 'delete' in _system && _system.delete === true

/** A published document without a draft becomes a draft, so nothing is lost. */
function departureOf(version: LakeDocument, read: Read): ActionOutcome {
  const id = publishedIdOf(version._id)
  const published = read(id)
  const kept: Mutation[] = published
    ? [{createIfNotExists: {...contentOf(published), _id: `drafts.${id}`}}, {delete: {id}}]
    : []
  return {mutations: [...kept, {delete: {id: version._id}}]}
}

/** The studio uses these to find the release's documents in the history. */
function finalStates(versions: readonly LakeDocument[]): Json {
  return versions.map(({_id}) => ({_key: publishedIdOf(_id), id: _id}))
}

/** Every action on releases, by its type. */
export const RELEASE_ACTIONS: ReadonlyMap<string, ActionHandler> = new Map([
  ['sanity.action.release.create', create],
  ['sanity.action.release.edit', edit],
  ['sanity.action.release.schedule', schedule],
  ['sanity.action.release.unschedule', unschedule],
  ['sanity.action.release.publish', publish],
  ['sanity.action.release.archive', archive],
  ['sanity.action.release.unarchive', unarchive],
  ['sanity.action.release.delete', remove],
  ['sanity.action.release.import', importRelease],
])
