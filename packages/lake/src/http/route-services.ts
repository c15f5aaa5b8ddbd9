// The services of the routes: the parts of the lake, and those that only HTTP needs. Each route file names its own.
import {randomBytes} from 'node:crypto'
import {createSso} from '../access/sso.ts'
import {createHistory} from '../history/history.ts'
import {createInvalidation, type DatasetReader} from '../listen/invalidation.ts'
import type {AccessPart} from '../parts/access.ts'
import type {Base} from '../parts/base.ts'
import type {DatasetsPart} from '../parts/datasets.ts'
import type {Files} from '../parts/files.ts'
import type {Followers} from '../parts/followers.ts'
import type {Newcomers} from '../parts/newcomers.ts'
import type {Reading} from '../parts/reading.ts'
import type {Storage} from '../parts/storage.ts'
import type {Writing} from '../parts/writing.ts'
import {createSizes} from '../store/sizes.ts'
import {createQueryCache} from './query-cache.ts'
import {lakeMetrics} from './lake-metrics.ts'
import {createUnknownEndpoints} from './unknown-endpoints.ts'
import {createMetrics} from './metrics.ts'

export type Parts = Storage &
  AccessPart &
  Reading &
  Writing &
  Files &
  Followers &
  DatasetsPart & {newcomers: Newcomers}
export type RouteServices = ReturnType<typeof createRouteServices>

export function createRouteServices(base: Base, parts: Parts) {
  const {options, product, mainDataset, logger, clock} = base
  const {documents, grantsOf, hub, assets, historyTable: history} = parts
  const {publicOrigin, signIn} = options
  const sso = ssoOf(base, parts)
  const audienceOf = ({dataset, actor}: DatasetReader): string =>
    grantsOf(dataset).audienceOf(actor)
  return {
    ...parts,
    ...assets,
    ...countersOf(base, parts),
    queryCache: createQueryCache({
      ...parts,
      invalidation: createInvalidation(hub),
      audienceOf,
      clock,
      onLookup: (isHit) => void (base.counts[isHit ? 'answersKept' : 'answersMade'] += 1),
      ...(logger ? {logger} : {}),
    }),
    history: createHistory({...parts, history}),
    product,
    /** The product's title as it is now. */
    title: (): string => product.title((id) => documents.get(mainDataset, id)),
    projectId: options.projectId,
    addons: options.addons ?? [],
    roles: options.roles,
    staffRoles: options.staffRoles ?? options.roles.map(({name}) => name),
    shares: options.shares,
    customActionPolicy: options.customActions?.policy ?? {},
    ...(publicOrigin ? {publicOrigin} : {}),
    hasPasswords: signIn?.passwords !== 'off',
    ...(sso ? {sso} : {}),
    ...(logger ? {logger} : {}),
  }
}

/** Metrics, and the counter of unknown endpoints. */
function countersOf({options, product, counts}: Base, parts: Parts) {
  const {prefix} = product
  const unknownEndpoints = createUnknownEndpoints()
  const metrics = createMetrics(prefix)
  const sizes = createSizes(parts.database, parts.databaseFile)
  return {
    unknownEndpoints,
    metrics,
    metricsToken: options.metrics?.token,
    tokenHint: product.hints.metricsToken,
    metricsText: (): string =>
      metrics.text([
        ...lakeMetrics({...parts, prefix, unknownEndpoints, sizes, counts}),
        ...(options.metrics?.more?.() ?? []),
      ]),
  }
}

function ssoOf({options, clock, logger}: Base, {access}: Pick<Parts, 'access'>) {
  const {sso} = options.signIn ?? {}
  return (
    sso &&
    createSso({
      ...sso,
      tickets: access.ssoTickets,
      clock,
      callback: `${options.origin}/login/sso/callback`,
      randomBytes,
      report: (reason) => logger?.warn({reason}, 'Single sign-on failed'),
    })
  )
}
