// The ways in which the site reads a lake: as everybody, as the member of staff who looks, and as
// somebody who was given a link.
import {createClient, type ClientConfig} from '@sanity/client'
import type {ContentClient} from './content-client.ts'
import {STUDIO} from './editing/editable.ts'
import type {EditedVisit} from './editing/edited-visit.ts'
import {isMarked} from './editing/is-marked.ts'
import type {GuestClient, SharedPreview} from './previews/guest-client.ts'

export interface ClientsOptions {
  projectId: string
  dataset: string
  /** The embedded lake's address, `http://127.0.0.1:3333`. Absent: Sanity's hosted API. */
  apiHost?: string
  /** What the embedded lake knows this site by: its queries come before those of strangers. */
  siteKey?: string
  apiVersion?: string
  /** How often a request is repeated that found nobody; the client's own number unless given. */
  maxRetries?: number
}

export interface Clients {
  /** Published content, without credentials. */
  client: ContentClient
  /**
   * Drafts, with the rights of the session in this `Cookie` header; `edited`, words carry the places
   * where they are written. Absent on the hosted API, whose sessions belong to sanity.io: no browser
   * sends them here.
   */
  previewClient?: (cookie: string, edited?: EditedVisit) => ContentClient
  /**
   * One article as it is being written, for the holder of this secret. Absent on the hosted API, which
   * knows no such links.
   */
  guestClient?: (secret: string) => GuestClient
  /** Where the pictures come from; empty for the site's own origin. */
  imageBaseUrl: string
  /** Where browsers hear of published changes. */
  liveEvents: string
}

const SAME_HOUSE = {'accept-encoding': 'identity'}
/** Named in the lake, too (`packages/lake/src/http/middleware/own-site.ts`). */
const SITE_KEY_HEADER = 'x-copydesk-site'

/** Makes them. Nothing is cached between requests: a page is as fresh as its queries. */
export function createClients({
  projectId,
  dataset,
  apiHost,
  siteKey,
  apiVersion = '2025-02-19',
  maxRetries,
}: ClientsOptions): Clients {
  const headers = {...SAME_HOUSE, ...(siteKey && {[SITE_KEY_HEADER]: siteKey})}
  const config: ClientConfig = {
    projectId,
    dataset,
    apiVersion,
    useCdn: false,
    perspective: 'published',
    // In the same house it takes longer to compress an answer than to send it.
    ...(apiHost && {apiHost, useProjectHostname: false, headers}),
    ...(maxRetries !== undefined && {maxRetries}),
  }
  const client = createClient(config)
  const liveEvents = `/v${apiVersion}/data/live/events/${dataset}`
  return {
    client: {
      fetch: (query, params = {}) => client.fetch(query, params),
      fetchTagged: (query, params = {}) => client.fetch(query, params, {filterResponse: false}),
    },
    ...(apiHost && {
      previewClient: (cookie: string, edited?: EditedVisit) =>
        createClient({
          ...config,
          perspective: edited?.perspective ?? 'drafts',
          headers: {...headers, cookie},
          ...(edited && {stega: {enabled: true, studioUrl: STUDIO, filter: isMarked}}),
        }),
      guestClient: (secret: string): GuestClient => {
        const guest = createClient({...config, perspective: 'drafts', token: secret})
        return {
          fetch: (query, params = {}) => guest.fetch(query, params),
          preview: () => guest.request<SharedPreview>({url: '/passes/me'}),
          async remark(remark) {
            const body = {act: 'remark', ...remark}
            await guest.request({url: `/acts/${dataset}`, method: 'POST', body})
          },
        }
      },
    }),
    imageBaseUrl: apiHost ? '' : 'https://cdn.sanity.io',
    liveEvents: apiHost ? liveEvents : `https://${projectId}.api.sanity.io${liveEvents}`,
  }
}
