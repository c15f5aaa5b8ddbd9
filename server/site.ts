// Loads the built reading site and gives it its clients.
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {createClients} from '../site/clients.ts'
import type {createSite} from '../site/server.tsx'
import {OperatorError} from '@copydesk/lake/errors'
import {hostedError} from './hosted-error.ts'
import {SITE_BUILD} from './paths.ts'

export interface BuiltSite {
  createClients: typeof createClients
  createSite: typeof createSite
}

export interface SiteOptions {
  projectId: string
  dataset: string
  /** The embedded lake's own address; absent on the hosted lake. */
  apiHost?: string
  /** What that lake knows the site by. */
  siteKey?: string
  origin: string
}

/**
 * What is printed of a page that could not be made: a sentence where the hosted lake is the cause. With
 * our own lake in the same process an error is a defect, and its stack is wanted.
 */
export function siteErrorInWords(
  error: unknown,
  request: Request,
  {apiHost, ...hosted}: Omit<SiteOptions, 'origin'>,
): unknown {
  const told = apiHost ? error : hostedError(error, hosted, {token: false})
  return told instanceof OperatorError
    ? `No page at ${new URL(request.url).pathname}: ${told.message}`
    : told
}

/** Answers the site's request handler. */
export async function loadSite(options: SiteOptions) {
  const {origin, ...lake} = options
  // React chooses by it when it is loaded, and says much to developers, at the cost of readers.
  process.env['NODE_ENV'] ??= 'production'
  const built = (await import(pathToFileURL(join(SITE_BUILD, 'server.js')).href)) as BuiltSite
  const site = built.createSite({
    ...built.createClients(lake),
    ...lake,
    origin,
    onError: (error, request) => console.error(siteErrorInWords(error, request, lake)),
  })
  return (request: Request): Promise<Response> => site.fetch(request)
}
