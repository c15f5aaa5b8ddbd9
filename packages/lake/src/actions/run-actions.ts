// `/data/actions`: runs a list of actions as one commit. Later actions see the results of earlier
// ones.
import {BadRequest} from '../errors.ts'
import type {Actor, Commit, CommitResult, Json, Step} from '../types.ts'
import type {ActionInput} from './action.ts'
import {DOCUMENT_ACTIONS} from './document-actions.ts'
import {RELEASE_ACTIONS} from './release-actions.ts'
import {VARIANT_ACTIONS} from './variant-actions.ts'
import {VERSION_ACTIONS} from './version-actions.ts'

const ACTIONS = new Map([
  ...DOCUMENT_ACTIONS,
  ...VERSION_ACTIONS,
  ...RELEASE_ACTIONS,
  ...VARIANT_ACTIONS,
])

export interface ActionsRequest {
  dataset: string
  /** The body's `actions`, unchecked. */
  actions: unknown
  actor: Actor
  transactionId?: string
  dryRun?: boolean
  fingerprint?: string
}

/**
 * Builds `/data/actions`. If it throws, none of the actions took effect.
 * @throws BadRequest for an unknown or invalid action, and the errors of the commit
 */
export function createActions({commit}: {commit: Commit}) {
  return async function runActions(request: ActionsRequest): Promise<CommitResult> {
    const {actions, ...rest} = request
    if (!Array.isArray(actions) || actions.length === 0) {
      throw new BadRequest('The body needs an "actions" array.', 'actionError')
    }
    return await commit({...rest, steps: actions.map(toStep)})
  }
}

function toStep(action: unknown, index: number): Step {
  if (typeof action !== 'object' || action === null || Array.isArray(action)) {
    throw new BadRequest(`Action ${index} is not an object.`, 'actionError')
  }
  const input = action as ActionInput
  const type: Json | undefined = input['actionType']
  const handler = typeof type === 'string' ? ACTIONS.get(type) : undefined
  if (!handler) {
    throw new BadRequest(
      `Action ${index} has an unknown actionType ${JSON.stringify(type)}.`,
      'actionError',
    )
  }
  return (read, context) => handler(input, read, context)
}
