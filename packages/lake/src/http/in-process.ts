// The API for a front end in the same process: the responses of the routes, without a request over the network.
import type {Logger} from 'pino'
import type {RequestCredentials} from '../access/authenticate.ts'
import type {RunCustomAction} from '../custom-actions/run-custom-action.ts'
import {Unauthenticated} from '../errors.ts'
import type {Product} from '../product.ts'
import {callerOf} from '../query/caller.ts'
import type {Json, ShareNote} from '../types.ts'
import type {QueryCache} from './query-cache.ts'
import {errorOf} from './errors.ts'
import {assertDataset} from './existing-dataset.ts'
import type {Authenticator} from './middleware/authentication.ts'

export interface InProcessQuery {
  dataset: string
  query: string
  params?: Record<string, Json>
  perspective: string | readonly string[]
  /** Requests a content source map, with items named by index or by `_key`. */
  sourceMap?: 'byIndex' | 'byKey'
}

/**
 * Each call has the same result as the request over HTTP, with the same credentials or as an anonymous reader. Queries
 * come before those of anonymous clients over HTTP.
 *
 * @throws LakeError with the status that HTTP has; another error is a defect of the lake
 */
export interface InProcess {
  /**
   * As `GET /data/query/:dataset`: JSON text `{ms, syncTags, result, resultSourceMap}`.
   *
   * Once the signal is aborted, an evaluation for which no other caller waits ends.
   *
   * @throws the signal's reason once it is aborted
   */
  query(
    credentials: RequestCredentials,
    query: InProcessQuery,
    signal?: AbortSignal,
  ): Promise<string>
  /** As `GET /passes/me`. */
  share(credentials: RequestCredentials): Promise<ShareNote>
  /** As `POST /acts/:dataset`. `act` in `request` names the action. */
  runCustomAction(
    credentials: RequestCredentials,
    {dataset, request}: {dataset: string; request: Readonly<Record<string, unknown>>},
  ): Promise<{transactionId: string}>
}

export interface InProcessDeps {
  access: Authenticator
  queryCache: QueryCache
  runCustomAction: RunCustomAction
  hasDataset: (name: string) => boolean
  hasContent: (name: string) => boolean
  product: Pick<Product, 'place'>
  logger?: Logger
}

export function createInProcess(deps: InProcessDeps): InProcess {
  const {access, queryCache, runCustomAction, hasDataset, hasContent, product, logger} = deps
  const withErrors = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw errorOf(error, {logger, place: product.place})
    }
  }
  return {
    query: (credentials, {dataset, params = {}, ...question}, signal) =>
      withErrors(async () => {
        const actor = access.authenticate(credentials)
        assertDataset(dataset, hasDataset)
        const caller = callerOf(actor, {isInProcess: true})
        const asked = {...question, dataset, params, actor, caller, echo: false}
        return (await queryCache.answer(asked, signal)).body
      }),
    share: (credentials) =>
      withErrors(async () => {
        const {share} = access.authenticate(credentials)
        if (!share) throw new Unauthenticated('Send a share token as the bearer token.')
        return share
      }),
    runCustomAction: (credentials, {dataset, request}) =>
      withErrors(async () => {
        const actor = access.authenticate(credentials)
        assertDataset(dataset, hasContent)
        const {transactionId} = await runCustomAction({dataset, actor, request})
        return {transactionId}
      }),
  }
}
