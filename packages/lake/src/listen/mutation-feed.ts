// The events of `/data/listen`: each transaction as one listener sees it, by query and grants.
import {isReader} from '../grants.ts'
import {isUnpublishedId, PUBLISHED_KEY} from '@copydesk/groq/documents'
import type {Node} from '@copydesk/groq'
import type {LoggedChange} from '../store/log.ts'
import type {Actor, Clock, Json, LakeDocument} from '../types.ts'
import type {Feed, ServerEvent} from './feed.ts'
import {compileFilter} from './filter.ts'
import type {VisibleChange} from './view.ts'

/** The parameters of `/data/listen`, as `@sanity/client` names them. */
export interface ListenRequest {
  dataset: string
  actor: Actor
  query: string
  params: Record<string, Json>
  /** The query's syntax tree, if it is parsed already. */
  tree?: Node
  includeResult: boolean
  includePreviousRevision: boolean
  includeMutations: boolean
  /** With drafts and versions; otherwise only published documents. */
  includeAllVersions: boolean
  visibility: 'query' | 'transaction'
  effects: boolean
  enableResume: boolean
  lastEventId?: string
}

type Transition = 'appear' | 'update' | 'disappear'

/**
 * Only the last event of a transaction has an ID from which a client can resume. A client that
 * loses its stream in the middle of a transaction gets `reset`. The studio drops a half-received
 * transaction on reconnect (`getPairListener.ts`) and ignores events that it has seen
 * (`dedupeListenerEvents.ts`).
 * @throws BadRequest `queryParseError` for a query that is not a filter
 */
export function createMutationFeed(request: ListenRequest, clock: Clock): Feed {
  const {dataset, actor, enableResume} = request
  const filter = compileFilter(request.query, request.params, request.tree)
  const keys = filter.keys ?? (request.includeAllVersions ? undefined : [PUBLISHED_KEY])
  const first = (event: string, position: number): ServerEvent => ({
    event,
    ...(enableResume && {id: String(position)}),
    data: JSON.stringify({listenerName: `${dataset}.${actor.id}`}),
  })

  const events: Feed['events'] = (entry, view) => {
    const now = new Date(clock())
    const visible = view.changes(actor)
    const received = entry.changes.flatMap((change, index) => {
      const seen = visible[index]
      if (!seen || (isUnpublishedId(change.id) && !request.includeAllVersions)) return []
      const transition = transitionOf(
        filter.matches(seen.previous, actor.id, now),
        filter.matches(seen.result, actor.id, now),
      )
      return transition ? [{change, seen, transition}] : []
    })
    return received.map(({change, seen, transition}, index) => ({
      event: 'mutation',
      ...(enableResume && {
        id: index === received.length - 1 ? String(entry.position) : `${entry.position}.${index}`,
      }),
      data: JSON.stringify({
        eventId: `${entry.transactionId}#${change.id}`,
        documentId: change.id,
        transactionId: entry.transactionId,
        // Readers are not told who edits.
        identity: isReader(actor) ? '' : entry.author,
        timestamp: entry.timestamp,
        // Undefined if the document is new to this listener: then the studio starts with an empty
        // document.
        previousRev: seen.previous?._rev,
        // Also for a deletion, because `sequentializeListenerEvents.ts` loses an event without it.
        resultRev: entry.transactionId,
        transition,
        // Queries wait for the log position that they need, so both values are true.
        visibility: request.visibility,
        // The number of events for this listener: the studio waits for all of them.
        transactionTotalEvents: received.length,
        transactionCurrentEvent: index + 1,
        ...details(request, change, seen),
      }),
    }))
  }

  return {
    dataset,
    actor,
    name: nameOf(request, filter.nameFor(actor.id)),
    ...(keys && {keys}),
    isQuick: filter.isQuick,
    ...(enableResume && request.lastEventId && {resumeFrom: request.lastEventId}),
    opening: (position) => first('welcome', position),
    resumed: (position) => first('welcomeback', position),
    lost: (position) => first('reset', position),
    events,
  }
}

/** Listeners with the same name get the same events if they may read the same documents. */
function nameOf(request: ListenRequest, filter: string): string {
  const {includeResult, includePreviousRevision, includeMutations, includeAllVersions} = request
  const {visibility, effects, enableResume} = request
  const parts = [includeResult, includePreviousRevision, includeMutations, includeAllVersions]
  return ['listen', ...parts, effects, enableResume, visibility, filter].join(' ')
}

function transitionOf(before: boolean, after: boolean): Transition | null {
  if (before && after) return 'update'
  if (after) return 'appear'
  return before ? 'disappear' : null
}

/**
 * The requested parts. If the actor may read only one side, mutations and effects are replaced by
 * whole values, because they would reveal the other side.
 */
function details(
  request: ListenRequest,
  change: LoggedChange,
  {previous, result}: VisibleChange,
): Record<string, unknown> {
  const whole =
    previous === change.previous && result === change.result
      ? {mutations: change.mutations, apply: change.apply, revert: change.revert}
      : {
          mutations: result ? [{createOrReplace: result}] : [{delete: {id: change.id}}],
          apply: [0, withoutRev(result)],
          revert: [0, withoutRev(previous)],
        }
  return {
    ...(request.includeMutations && {mutations: whole.mutations}),
    ...(request.effects && {effects: {apply: whole.apply, revert: whole.revert}}),
    ...(request.includeResult && result && {result}),
    ...(request.includePreviousRevision && {previous}),
  }
}

function withoutRev(document: LakeDocument | null): Record<string, Json> | null {
  if (!document) return null
  const {_rev, ...rest} = document
  return rest
}
