// A release: the document `_.releases.<name>` that stands for a set of versions. Its members as the
// studio's releases tool and @sanity/client read them.
import {createHash} from 'node:crypto'
import {BadRequest, LakeError} from './errors.ts'
import type {Json, LakeDocument, ScheduledAction} from './types.ts'

export const RELEASE_TYPE = 'system.release'
const PREFIX = '_.releases.'
/** Part of document ids, so that it holds no dot. */
const NAME = /^[A-Za-z0-9_-]{1,64}$/
/** They are perspectives already. */
const TAKEN = new Set(['drafts', 'published', 'raw', 'previewDrafts'])

export type ReleaseState = 'active' | 'scheduled' | 'published' | 'archived'

/** A release as it is stored. */
export interface Release extends LakeDocument {
  name: string
  state: ReleaseState
  metadata: Record<string, Json>
}

/** What a release may say of itself, and what the studio takes each for. */
const METADATA: Record<string, (value: Json) => boolean> = {
  title: (value) => typeof value === 'string',
  description: (value) => typeof value === 'string',
  releaseType: (value) => ['asap', 'scheduled', 'undecided'].includes(value as string),
  cardinality: (value) => value === 'one' || value === 'many',
  intendedPublishAt: isTime,
}

/** The id of a release's document. */
export const releaseDocumentId = (name: string): string => PREFIX + name

/** Whether an id is that of a release's document. */
export const isReleaseDocumentId = (id: string): boolean => id.startsWith(PREFIX)

/** How the ids of a release's versions begin. */
export const versionPrefix = (name: string): string => `versions.${name}.`

/** @throws BadRequest for what no release can be called */
export function assertReleaseName(name: string): void {
  if (NAME.test(name) && !TAKEN.has(name)) return
  throw new BadRequest(
    `"${name}" cannot be a release: use up to 64 letters, digits, "_" and "-".`,
    'actionError',
  )
}

/**
 * What may be set of a release by hand, with what is missing filled in.
 *
 * @throws BadRequest naming the member that is of another kind
 */
export function metadataOf(given: Json | undefined): Record<string, Json> {
  const metadata = given ?? {}
  if (typeof metadata !== 'object' || Array.isArray(metadata)) {
    throw new BadRequest('A release’s "metadata" is an object.', 'actionError')
  }
  const kept = Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== null))
  for (const [name, is] of Object.entries(METADATA)) {
    const value = kept[name]
    if (value === undefined || is(value)) continue
    throw new BadRequest(`"metadata.${name}" cannot be ${JSON.stringify(value)}.`, 'actionError')
  }
  return {releaseType: 'undecided', ...kept}
}

/** Whether it is a time as clients send it. */
export function isTime(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value))
}

/** @throws LakeError 409 where a release stands elsewhere than an action begins */
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
    // A title that is changed meanwhile makes another revision, and the release is published once
    // all the same: it is not scheduled any more then.
    transactionId: `release-${createHash('sha256').update(`${document._id} ${_rev}`).digest('hex').slice(0, 24)}`,
  }
}
