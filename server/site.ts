// Loads the built reading site and gives it its clients.
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Lake} from '@copydesk/lake'
import type {createClients} from '../site/clients.ts'
import type {createSite} from '../site/server.tsx'
import {OperatorError} from '@copydesk/lake/errors'
import type {Hosted} from './environment.ts'
import {hostedError} from './hosted-error.ts'
import {createInProcessClients} from './in-process-clients.ts'
import {SITE_BUILD} from './paths.ts'

export interface BuiltSite {
  createClients: typeof createClients
  createSite: typeof createSite
}

export interface SiteOptions {
  projectId: string
  dataset: string
  /** The embedded lake; absent on the hosted lake. */
  lake?: Lake
  origin: string
}

/**
 * What is printed of a page that could not be made: a sentence where the hosted lake is the cause. With
 * our own lake in the same process an error is a defect, and its stack is wanted.
 *
 * @param hosted the hosted lake, where the site reads one
 */
export function describeSiteError(error: unknown, request: Request, hosted?: Hosted): unknown {
  const described = hosted ? hostedError(error, hosted, {token: false}) : error
  return described instanceof OperatorError
    ? `No page at ${new URL(request.url).pathname}: ${described.message}`
    : described
}

/**
 * Makes a loaded site with its clients.
 *
 * @param shown what of an error is printed
 */
export function makeSite(
  built: BuiltSite,
  options: SiteOptions,
  shown: (error: unknown) => unknown = (error) => error,
): ReturnType<typeof createSite> {
  const {lake, origin, ...named} = options
  return built.createSite({
    ...(lake ? createInProcessClients(lake) : built.createClients(named)),
    ...named,
    origin,
    onError: (error, request) =>
      console.error(describeSiteError(shown(error), request, lake ? undefined : named)),
  })
}

/** Answers the site's request handler. */
export async function loadSite(options: SiteOptions) {
  // React chooses by it when it is loaded, and says much to developers, at the cost of readers.
  process.env['NODE_ENV'] ??= 'production'
  const built = (await import(pathToFileURL(join(SITE_BUILD, 'server.js')).href)) as BuiltSite
  const site = makeSite(built, options)
  return (request: Request): Promise<Response> => site.fetch(request)
}
