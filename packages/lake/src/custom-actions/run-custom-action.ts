// Acts: named recipes of the house, each one commit. The lake knows nothing of their meaning.
import {BadRequest, LakeError, RuleRefused, Unauthenticated} from '../errors.ts'
import type {Act, Actor, Commit, CommitResult} from '../types.ts'

export interface ActsRequest {
  dataset: string
  /** The body, unchecked; `act` names the recipe. */
  request: Readonly<Record<string, unknown>>
  actor: Actor
  transactionId?: string
  dryRun?: boolean
  fingerprint?: string
  /** The timer performs it, because it was planned. */
  isDue?: boolean
}

export type RunAct = (request: ActsRequest) => Promise<CommitResult>

/**
 * Builds what performs acts.
 *
 * @throws BadRequest for an act that there is not; Unauthenticated without a session; RuleRefused with
 *   the act's reasons; whatever else the commit throws. Then nothing was written.
 */
export function createActs({
  commit,
  acts,
}: {
  commit: Commit
  acts: Readonly<Record<string, Act>>
}): RunAct {
  return async function runAct({request, isDue = false, ...rest}) {
    const {dataset, actor} = rest
    const name = request['act']
    const act = typeof name === 'string' && Object.hasOwn(acts, name) ? acts[name] : undefined
    if (actor.kind === 'anonymous') throw new Unauthenticated()
    if (!act) {
      const known = Object.keys(acts).join(', ')
      throw new BadRequest(
        `There is no act ${JSON.stringify(name)}. Acts are: ${known}.`,
        'actError',
      )
    }
    return await commit({
      ...rest,
      act: String(name),
      steps: [
        (read, context) => {
          const answer = act({...context, dataset, request, actor, read, isDue})
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
