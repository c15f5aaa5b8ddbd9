// Asks the site for a page and reads the answer.
import {createSite, type SiteOptions} from '../../../site/server.tsx'
import {clientOver, drafts, published, type Document} from './client.ts'

export const ORIGIN = 'http://127.0.0.1:3333'
export const SESSION = {cookie: 'copydesk_session=abc'}

/** A site over these documents; readers get the published ones, staff the drafts. */
export function siteOver(documents: readonly Document[], options: Partial<SiteOptions> = {}) {
  return createSite({
    client: clientOver(published(documents)),
    previewClient: () => clientOver(drafts(documents)),
    origin: ORIGIN,
    projectId: 'copydesk',
    dataset: 'production',
    onError: (error) => {
      throw error
    },
    ...options,
  })
}

export interface Visited {
  response: Response
  html: string
}

/** The page at `path`. */
export async function visit(
  site: ReturnType<typeof createSite>,
  path: string,
  headers: Record<string, string> = {},
): Promise<Visited> {
  const response = await site.fetch(new Request(new URL(path, ORIGIN), {headers}))
  const html = await response.clone().text()
  return {response, html}
}
