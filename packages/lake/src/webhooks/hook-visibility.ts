// Whose eyes a hook has: anonymous readers', or those of who works here where it is told of drafts.
import {ANONYMOUS_ACTOR} from '../grants.ts'
import type {LoggedEntry} from '../store/log.ts'
import type {Actor, LakeDocument} from '../types.ts'
import type {WebhookSettings} from './settings.ts'

/** What actors may see, answered by the rooms that know. */
export interface HookVisibility {
  /** The sides of each change, in the order of the entry, cut down to what the actor may read. */
  changes(
    entry: LoggedEntry,
    actor: Actor,
  ): readonly {previous: LakeDocument | null; result: LakeDocument | null}[]
  reads(dataset: string, actor: Actor, document: LakeDocument): boolean
  /** Hidden from the actor, and the clock alone may change that. */
  opensLater(dataset: string, actor: Actor, document: LakeDocument): boolean
}

type Reach = Pick<WebhookSettings, 'includeDrafts' | 'includeAllVersions'>

export const readsAsReader = ({includeDrafts, includeAllVersions}: Reach): boolean =>
  !includeDrafts && !includeAllVersions

/** @param staffRole whose grants a hook of drafts and versions has */
export function actorOf(hook: Reach, staffRole: string): Actor {
  if (readsAsReader(hook)) return ANONYMOUS_ACTOR
  return {id: 'webhooks', kind: 'token', roles: [staffRole], name: 'Webhooks'}
}

/** Whether a document of this id is any of the hook's: records and what is private never are. */
export function concerns({includeDrafts, includeAllVersions}: Reach, id: string): boolean {
  if (id.startsWith('drafts.')) return includeDrafts
  if (id.startsWith('versions.')) return includeAllVersions
  return !id.includes('.')
}
