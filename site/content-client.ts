import type {ClientReturn} from '@sanity/client'

/** All that the site asks of a lake: the answer to a query of `queries/`. `@sanity/client` has it. */
export interface ContentClient {
  /** Rejects once the signal is aborted. */
  fetch<const Query extends string>(
    query: Query,
    params?: Record<string, unknown>,
    options?: {signal?: AbortSignal},
  ): Promise<ClientReturn<Query>>
  /** The same, with the tags of the changes that can make it another answer. */
  fetchTagged?<const Query extends string>(
    query: Query,
    params?: Record<string, unknown>,
    options?: {signal?: AbortSignal},
  ): Promise<{result: ClientReturn<Query>; syncTags?: string[]}>
}

/** A query's answer by the type that TypeGen found for it. */
export type Answer<Query extends string> = ClientReturn<Query>

/** The same client; its questions end once the signal is aborted. */
export function withSignal(client: ContentClient, signal: AbortSignal): ContentClient {
  const {fetchTagged} = client
  return {
    fetch: (query, params) => client.fetch(query, params, {signal}),
    ...(fetchTagged && {fetchTagged: (query, params) => fetchTagged(query, params, {signal})}),
  }
}
