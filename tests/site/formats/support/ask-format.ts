// Asks the site for what machines read.
import {ORIGIN, siteOver} from '../../support/visit.ts'
import type {Document} from '../../support/client.ts'
import type {createSite, SiteOptions} from '../../../../site/server.tsx'

/** The tests' clock. */
export const NOW = Date.parse('2026-03-05T12:00:00Z')

type Site = ReturnType<typeof createSite>

/** A site with a fixed clock. */
export const formatsSite = (documents: readonly Document[], options: Partial<SiteOptions> = {}) =>
  siteOver(documents, {now: () => NOW, ...options})

/** The response at a path. */
export const ask = (
  site: Site,
  path: string,
  init: RequestInit & {headers?: Record<string, string>} = {},
): Promise<Response> => site.fetch(new Request(new URL(path, ORIGIN), init))

/** The text at a path that is there. */
export async function textAt(site: Site, path: string): Promise<string> {
  const response = await ask(site, path)
  if (response.status !== 200) throw new Error(`${path} is answered ${response.status}.`)
  return await response.text()
}

/** The JSON at a path that is there. */
export const jsonAt = async (site: Site, path: string): Promise<any> =>
  JSON.parse(await textAt(site, path))

/** The address at which a link is embedded. */
export const oembedPath = (address: string, more = ''): string =>
  `/oembed?url=${encodeURIComponent(address)}${more}`
