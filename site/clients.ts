// The clients of the site: for readers, for staff, and for the holder of a share token.
import {createClient, type ClientConfig} from '@sanity/client'
import type {ContentClient} from './content-client.ts'
import type {EditingOptions} from './editing/stega.ts'
import type {SharedPreviewClient, SharedPreview} from './previews/shared-preview-client.ts'

export interface ClientsOptions {
  projectId: string
  dataset: string
  /** The embedded lake's address, `http://127.0.0.1:3333`. Absent: Sanity's hosted API. */
  apiHost?: string
  apiVersion?: string
}

export interface Clients {
  /** Published content, without credentials. */
  client: ContentClient
  /**
   * Drafts, with the rights of the session in this `Cookie` header. With `editing`, texts have stega.
   * Absent on the hosted API, whose sessions belong to sanity.io: no browser sends them here.
   */
  previewClient?: (cookie: string, edited?: EditingOptions) => ContentClient
  /**
   * One piece as it is being written, for the holder of a share token. Absent on the hosted API, which
   * has no such links.
   */
  sharedPreviewClient?: (secret: string) => SharedPreviewClient
  /** Where the pictures come from; empty for the site's own origin. */
  imageBaseUrl: string
  /** Where browsers get published changes. */
  liveEvents: string
}

/** Makes them for a lake that is reached over HTTP. Nothing is cached between requests: a page is as fresh as its queries. */
export function createClients({
  projectId,
  dataset,
  apiHost,
  apiVersion = '2025-02-19',
}: ClientsOptions): Clients {
  const config: ClientConfig = {
    projectId,
    dataset,
    apiVersion,
    useCdn: false,
    perspective: 'published',
    ...(apiHost && {apiHost, useProjectHostname: false}),
  }
  const client = createClient(config)
  const liveEvents = `/v${apiVersion}/data/live/events/${dataset}`
  return {
    client: {
      fetch: (query, params = {}, options = {}) => client.fetch(query, params, options),
      fetchTagged: (query, params = {}, options = {}) =>
        client.fetch(query, params, {...options, filterResponse: false}),
    },
    ...(apiHost && {
      previewClient: (cookie: string, edited?: EditingOptions) =>
        createClient({
          ...config,
          perspective: edited?.perspective ?? 'drafts',
          headers: {cookie},
          ...(edited && {stega: edited.stega}),
        }),
      sharedPreviewClient: (secret: string): SharedPreviewClient => {
        const shared = createClient({...config, perspective: 'drafts', token: secret})
        return {
          fetch: (query, params = {}, options = {}) => shared.fetch(query, params, options),
          preview: () => shared.request<SharedPreview>({url: '/passes/me'}),
          async remark(remark) {
            const body = {act: 'remark', ...remark}
            await shared.request({url: `/acts/${dataset}`, method: 'POST', body})
          },
        }
      },
    }),
    imageBaseUrl: apiHost ? '' : 'https://cdn.sanity.io',
    liveEvents: apiHost ? liveEvents : `https://${projectId}.api.sanity.io${liveEvents}`,
  }
}
