// The reading site's clients for the lake in this process. They answer as those of `site/clients.ts` do over HTTP.
import {setImmediate as nextTurn} from 'node:timers/promises'
import type {ClientReturn, ContentSourceMap} from '@sanity/client'
import type {Lake} from '@copydesk/lake'
import {LakeError} from '@copydesk/lake/errors'
import type {Json} from '@copydesk/lake/types'
import type {Clients} from '../site/clients.ts'
import type {ContentClient} from '../site/content-client.ts'
import type {EditingOptions} from '../site/editing/stega.ts'
import type {SharedPreview} from '../site/previews/shared-preview-client.ts'
import {DATASET} from './newsroom-lake.ts'

/** How a client asks: the credentials of a request, and what it wants to see. */
interface Asking {
  credentials: {cookieHeader?: string; authorization?: string}
  perspective: EditingOptions['perspective']
  stega?: EditingOptions['stega']
}

/** What `GET /data/query/:dataset` answers. */
interface Answered<Result> {
  result: Result
  syncTags: string[]
  resultSourceMap?: ContentSourceMap
}

/** A refusal, with what the site reads of an error of `@sanity/client`. */
class Refused extends Error {
  readonly statusCode: number
  readonly response: {statusCode: number; body: unknown}

  constructor(refusal: LakeError) {
    super(refusal.message, {cause: refusal})
    this.name = 'Refused'
    this.statusCode = refusal.status
    this.response = {statusCode: refusal.status, body: refusal.body}
  }
}

/** Reads the lake as its HTTP API would be read: by anybody, by staff, and by the holder of a share token. */
export function createInProcessClients({services}: Lake): Clients {
  const {inProcess} = services
  return {
    client: contentClient(inProcess, {credentials: {}, perspective: 'published'}),
    previewClient: (cookieHeader, edited) =>
      contentClient(inProcess, {
        credentials: {cookieHeader},
        perspective: 'drafts',
        ...edited,
      }),
    sharedPreviewClient(secret) {
      const credentials = {authorization: `Bearer ${secret}`}
      return {
        ...contentClient(inProcess, {credentials, perspective: 'drafts'}),
        async preview() {
          const note = await refusing(inProcess.share(credentials))
          return note as typeof note & SharedPreview
        },
        async remark(remark) {
          const request = {act: 'remark', ...remark}
          await refusing(inProcess.runCustomAction(credentials, {dataset: DATASET, request}))
        },
      }
    },
    imageBaseUrl: '',
    liveEvents: `/v2025-02-19/data/live/events/${DATASET}`,
  }
}

type InProcess = Lake['services']['inProcess']

function contentClient(lake: InProcess, asking: Asking): Required<ContentClient> {
  const {credentials, perspective, stega} = asking
  const fetchTagged = async <const Query extends string>(
    query: Query,
    params: Record<string, unknown> = {},
    {signal}: {signal?: AbortSignal} = {},
  ): Promise<Answered<ClientReturn<Query>>> => {
    // Requests that have arrived meanwhile share one page (site/http/single-flight.ts). A cached answer would
    // otherwise be there before the next request is read.
    await nextTurn()
    // Loaded with the first preview that needs it: most processes show none.
    const encoder = stega && (await import('@sanity/client/stega'))
    const body = await refusing(
      lake.query(
        credentials,
        {
          dataset: DATASET,
          query,
          params: (encoder ? encoder.stegaClean(params) : params) as Record<string, Json>,
          perspective,
          ...(stega && {sourceMap: 'byKey'}),
        },
        signal,
      ),
    )
    const answered = JSON.parse(body) as Answered<ClientReturn<Query>>
    if (!stega || !encoder) return answered
    const {result, resultSourceMap} = answered
    return {...answered, result: encoder.stegaEncodeSourceMap(result, resultSourceMap, stega)}
  }
  return {
    fetchTagged,
    fetch: async (query, params, options) => (await fetchTagged(query, params, options)).result,
  }
}

async function refusing<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    throw error instanceof LakeError ? new Refused(error) : error
  }
}
