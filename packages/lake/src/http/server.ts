// The lake over HTTP: the app, and the WebSockets beside it.
import type {IncomingMessage, Server} from 'node:http'
import type {Duplex} from 'node:stream'
import type {Base} from '../parts/base.ts'
import {createLocationVisibility} from '../presence/location-visibility.ts'
import {createPresenceRoom} from '../presence/room.ts'
import {createApp, endpointsOf, rootEndpointsOf} from './app.ts'
import {healthOf} from './health.ts'
import {createInProcess} from './in-process.ts'
import {isOwnHost} from './middleware/hosts.ts'
import {isOwnOrigin} from './middleware/origins.ts'
import {createMux, isMuxAddress} from './mux.ts'
import {createPresence, isPresenceAddress} from './presence.ts'
import {refuseUpgrade} from './refuse-upgrade.ts'
import {createRouteServices, type Parts, type RouteServices} from './route-services.ts'
import {routeTable} from './route-table.ts'

export function createHttp(base: Base, parts: Parts) {
  const services = createRouteServices(base, parts)
  const {unknownEndpoints} = services
  const rules = rulesOf(base, parts)
  const app = appOf(base, services, rules)
  const allowUpgrade = ({headers: {host, origin}}: IncomingMessage): boolean => {
    if (!isOwnHost(host, rules.hosts)) return false
    return !origin || isOwnOrigin(origin, host) || rules.origins.lookup(origin).credentials
  }
  const mux = createMux({
    fetch: async (request, incoming) => await app.fetch(request, {incoming}),
    allowUpgrade,
  })
  const room = createPresenceRoom(createLocationVisibility(parts), parts.clustering?.announce)
  parts.clustering?.shareRoom(room)
  const presence = createPresence({
    ...parts,
    room,
    allowUpgrade,
    report: base.report('Presence could not handle a call'),
  })
  parts.access.onRevoked((credential) => presence.endCredential(credential))
  parts.hub.onDatasetEvent(({dataset, datasetEvent}) => {
    if (datasetEvent.event === 'deleted') presence.endDataset(dataset)
  })
  const hangUp = (): void => {
    mux.close()
    presence.close()
  }
  // Browsers come back, to another node.
  parts.clustering?.onDiverged(hangUp)
  return {
    app,
    inProcess: createInProcess(services),
    unknownEndpoints,
    routes: endpointsOf(app),
    rootRoutes: rootEndpointsOf(app),
    attach(server: Server): void {
      mux.attach(server)
      presence.attach(server)
      server.on('upgrade', ({url = ''}: IncomingMessage, socket: Duplex) => {
        if (isMuxAddress(url) || isPresenceAddress(url)) return
        unknownEndpoints.record('UPGRADE', url.replace(/\?.*$/, ''))
        // Otherwise the connection would hang.
        refuseUpgrade(socket, 404)
      })
    },
    hangUp,
  }
}

/** Which hosts are this server, and which origins may send requests. */
function rulesOf({options, product}: Base, {access}: Pick<Parts, 'access'>) {
  const {projectId, publicOrigin, hostNames = [], onNetwork = false} = options
  return {
    hosts: {projectId, hostNames, onNetwork, hint: product.hints.hostName},
    origins: {
      lookup(origin: string): {allowed: boolean; credentials: boolean} {
        // Behind a proxy that does not pass the Host header on, our own pages would look foreign.
        if (origin === publicOrigin) return {allowed: true, credentials: true}
        const listed = access.cors.allows(origin)
        return {allowed: listed !== null, credentials: listed?.credentials === true}
      },
      hint: product.hints.allowOrigin,
    },
  }
}

function appOf(base: Base, services: RouteServices, rules: ReturnType<typeof rulesOf>) {
  const {options, product, logger, state} = base
  const {access, unknownEndpoints, metrics, clustering} = services
  return createApp({
    ...rules,
    ...routeTable(services),
    access,
    unknownEndpoints,
    product,
    https: options.publicOrigin?.startsWith('https:') ?? false,
    health: () => healthOf(state, clustering),
    clustering,
    onAnswered(request) {
      metrics.request(request)
      logger?.[request.status >= 500 ? 'warn' : 'info'](request, 'Request')
    },
    ...(logger ? {logger} : {}),
  })
}
