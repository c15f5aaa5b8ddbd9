// Runs the actions that the product adds to the lake, each as one commit.
import {BadRequest, LakeError, RuleRefused, Unauthenticated} from '../errors.ts'
import type {Actor, Commit, CommitResult, CustomAction} from '../types.ts'

export interface CustomActionRequest {
  dataset: string
  /** The body, not yet validated. `act` names the action. */
  request: Readonly<Record<string, unknown>>
  actor: Actor
  transactionId?: string
  dryRun?: boolean
  fingerprint?: string
  /** Whether the timer performs it, as scheduled. */
  isDue?: boolean
}

export type RunCustomAction = (request: CustomActionRequest) => Promise<CommitResult>

/**
 * Builds the function that runs custom actions. If it throws, nothing was written.
 * @throws BadRequest for an unknown action, Unauthenticated without a session, RuleRefused with the
 * action's reasons, and errors of the commit
 */
export function createCustomActions({
  commit,
  actions,
}: {
  commit: Commit
  actions: Readonly<Record<string, CustomAction>>
}): RunCustomAction {
  return async function runCustomAction({request, isDue = false, ...rest}) {
    const {dataset, actor} = rest
    const name = request['act']
    const action =
      typeof name === 'string' && Object.hasOwn(actions, name) ? actions[name] : undefined
    if (actor.kind === 'anonymous') throw new Unauthenticated()
    if (!action) {
      const known = Object.keys(actions).join(', ')
      throw new BadRequest(
        `"act" is ${JSON.stringify(name)}, which is not an action of this server. Use one of: ${known}.`,
        'actError',
      )
    }
    return await commit({
      ...rest,
      act: String(name),
      steps: [
        (read, context) => {
          const answer = action({...context, dataset, request, actor, read, isDue})
          if ('reasons' in answer) throw new RuleRefused(answer.reasons)
          if ('failure' in answer) {
            const {status, type, message, ...beside} = answer.failure
            throw new LakeError(status, type, message, {}, beside)
          }
          return answer
        },
      ],
    })
  }
}
