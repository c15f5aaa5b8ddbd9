// A release: the document `_.releases.<name>` of a set of versions. Its fields are those that the studio's releases tool
// and @sanity/client read.
import {createHash} from 'node:crypto'
import {BadRequest, LakeError} from './errors.ts'
import type {Json, LakeDocument, ScheduledAction} from './types.ts'

export const RELEASE_TYPE = 'system.release'
const PREFIX = '_.releases.'
/** Part of document IDs, so it has no dot. */
const NAME = /^[A-Za-z0-9_-]{1,64}$/
/** Names of perspectives. */
const TAKEN = new Set(['drafts', 'published', 'raw', 'previewDrafts'])

export type ReleaseState = 'active' | 'scheduled' | 'published' | 'archived'

/** A release as it is stored. */
export interface Release extends LakeDocument {
  name: string
  state: ReleaseState
  metadata: Record<string, Json>
}

/** The metadata of a release, each with a test of the type that the studio expects. */
const METADATA: Record<string, (value: Json) => boolean> = {
  title: (value) => typeof value === 'string',
  description: (value) => typeof value === 'string',
  releaseType: (value) => ['asap', 'scheduled', 'undecided'].includes(value as string),
  cardinality: (value) => value === 'one' || value === 'many',
  intendedPublishAt: isTime,
}

/** The ID of a release's document. */
export const releaseDocumentId = (name: string): string => PREFIX + name

/** Whether an ID is that of a release's document. */
export const isReleaseDocumentId = (id: string): boolean => id.startsWith(PREFIX)

/** How the IDs of a release's versions begin. */
export const versionPrefix = (name: string): string => `versions.${name}.`

/** @throws BadRequest for a name that a release cannot have */
export function assertReleaseName(name: string): void {
  if (NAME.test(name) && !TAKEN.has(name)) return
  throw new BadRequest(
    `"${name}" cannot be a release: use up to 64 letters, digits, "_" and "-".`,
    'actionError',
  )
}

/**
 * Checks metadata that a client sets and fills in the release type.
 *
 * @throws BadRequest for a field with a wrong type
 */
export function metadataOf(given: Json | undefined): Record<string, Json> {
  const metadata = given ?? {}
  if (typeof metadata !== 'object' || Array.isArray(metadata)) {
    throw new BadRequest('A release’s "metadata" is an object.', 'actionError')
  }
  const present = Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== null))
  for (const [name, is] of Object.entries(METADATA)) {
    const value = present[name]
    if (value === undefined || is(value)) continue
    throw new BadRequest(`"metadata.${name}" cannot be ${JSON.stringify(value)}.`, 'actionError')
  }
  return {releaseType: 'undecided', ...present}
}

/** Whether a value is a time as clients send it. */
export function isTime(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value))
}

/** @throws LakeError 409 for a release in a state that the action does not allow */
export function assertState(release: Release, states: readonly ReleaseState[]): void {
  if (states.includes(release.state)) return
  throw new LakeError(
    409,
    'invalidReleaseState',
    `The release "${release.name}" is ${release.state}: it would have to be ${states.join(' or ')}.`,
    {releaseId: release.name, state: release.state},
  )
}

/** The publication of a scheduled release, in the name of the person who scheduled it. */
export function scheduledPublication(document: LakeDocument): ScheduledAction | null {
  const {state, publishAt, scheduledBy, _rev} = document
  if (state !== 'scheduled' || !isTime(publishAt) || typeof scheduledBy !== 'string') return null
  return {
    at: publishAt,
    by: scheduledBy,
    request: {
      actionType: 'sanity.action.release.publish',
      releaseId: document._id.slice(PREFIX.length),
    },
    // If the title is changed meanwhile, the revision differs. The release is still published only
    // once, because it is then no longer scheduled.
    transactionId: `release-${createHash('sha256').update(`${document._id} ${_rev}`).digest('hex').slice(0, 24)}`,
  }
}
