// `/data/mutate`: runs a list of mutations, including selections by query, as one commit.
import {LakeError, StalePosition} from '../errors.ts'
import type {Actor, Commit, CommitResult, Json, Mutation} from '../types.ts'
import {withArrayKeys} from './array-keys.ts'
import {parseMutations} from './parse-mutations.ts'

export interface MutateRequest {
  dataset: string
  /** The `mutations` of the body, not validated. */
  mutations: unknown
  actor: Actor
  transactionId?: string
  dryRun?: boolean
  autoGenerateArrayKeys?: boolean
  fingerprint?: string
}

export interface MutateOptions {
  commit: Commit
  /**
   * Finds the IDs that a query selects for this actor. Runs on a query thread, with the query's
   * time limit.
   */
  select: (request: {
    dataset: string
    query: string
    params: Record<string, Json>
    actor: Actor
  }) => Promise<string[]>
  /** The newest log position of the dataset. */
  positionOf: (dataset: string) => number
  randomId: () => string
}

/** The time of a selection depends on the load. So a timeout is a temporary fault and not a 4xx. */
function later(error: unknown): never {
  if (!(error instanceof LakeError) || error.type !== 'queryTimeout') throw error
  throw new LakeError(503, error.type, error.message, error.details)
}

/** How often a selection is repeated because the dataset has changed. */
const ATTEMPTS = 20

/**
 * Builds `/data/mutate`. A selection by query runs before the transaction. It runs again if the
 * dataset changes before the transaction, so that it matches the stored documents.
 */
export function createMutate({commit, select, positionOf, randomId}: MutateOptions) {
  const resolve = async (mutation: Mutation, request: MutateRequest): Promise<Mutation[]> => {
    const selection =
      'patch' in mutation ? mutation.patch : 'delete' in mutation ? mutation.delete : null
    if (!selection || !('query' in selection)) return [mutation]
    const {query, params = {}, ...rest} = selection
    const {dataset, actor} = request
    // The closing bracket is on its own line, because the query may end in a comment.
    const ids = await select({dataset, query: `(${query}\n)[]._id`, params, actor}).catch(later)
    return ids.map((id) => ('patch' in mutation ? {patch: {...rest, id}} : {delete: {...rest, id}}))
  }

  return async function mutate(request: MutateRequest): Promise<CommitResult> {
    const parsed = parseMutations(request.mutations, randomId)
    const mutations = request.autoGenerateArrayKeys
      ? withArrayKeys(parsed, () => randomId().slice(0, 12))
      : parsed
    // The same for all attempts: one that had no answer may be stored.
    const transactionId = request.transactionId ?? randomId()
    const selects = mutations.some((mutation) => 'query' in (Object.values(mutation)[0] as object))
    for (let attempt = 1; ; attempt++) {
      const position = positionOf(request.dataset)
      const resolved = await Promise.all(mutations.map((mutation) => resolve(mutation, request)))
      try {
        return await commit({
          ...request,
          transactionId,
          steps: resolved.map((list) => () => ({mutations: list})),
          ...(selects ? {ifPosition: position} : {}),
        })
      } catch (error) {
        if (!(error instanceof StalePosition) || attempt === ATTEMPTS) throw error
      }
    }
  }
}
