// Opens the sockets of presence for members of staff, and looks after them.
import type {IncomingMessage, Server} from 'node:http'
import type {Duplex} from 'node:stream'
import {WebSocketServer} from 'ws'
import type {Access} from '../access/access.ts'
import {LakeError} from '../errors.ts'
import {isReader, isStranger} from '../grants.ts'
import type {PresenceRoom} from '../presence/room.ts'
import type {Actor} from '../types.ts'
import {createPresenceConnections} from './presence-connections.ts'
import {createPresenceSocket} from './presence-socket.ts'
import {refuseUpgrade} from './refuse-upgrade.ts'

export interface PresenceOptions {
  room: PresenceRoom
  access: Pick<Access, 'authenticate' | 'liveCredential'>
  hasDataset: (name: string) => boolean
  /** False for a foreign Origin or Host: the upgrade gets a 403. */
  allowUpgrade: (request: IncomingMessage) => boolean
  report: (error: unknown) => void
  /** How often a socket is pinged, and dropped if it did not answer the last time. Milliseconds. */
  beatMs?: number
  /** How often to look for sessions that another process ended. Milliseconds. */
  checkMs?: number
}

export interface Presence {
  /** Answers upgrades of `/v…/socket/:dataset`; other paths are left to other handlers. */
  attach(server: Server): void
  /** Closes every socket of this session or token, and tells colleagues. */
  endCredential(credential: string): void
  /** Closes every socket of a dataset that was deleted. */
  endDataset(dataset: string): void
  /** Closes every socket, and answers no more upgrades. */
  close(): void
}

const ADDRESS = /^\/v(?:1|X|\d{4}-\d{2}-\d{2})\/socket\/([\w-]+)$/
/** A place in running text is half a kilobyte. */
const MAX_FRAME_BYTES = 16 * 1024
/** Sockets of one session or token: a tab also opens one for comments and one for tasks. */
const MAX_OF_CREDENTIAL = 64
/** Sockets on which nobody has signed in yet, of all clients together. */
const MAX_WAITING = 100

/** Whether an upgrade's address is a presence socket's: other handlers must answer other addresses. */
export function isPresenceAddress(address = ''): boolean {
  return ADDRESS.test(address.split('?', 1)[0] ?? '')
}

/**
 * A browser cannot send a token with an upgrade. So a client without a session cookie is let in to sign in
 * (`authorization`). It receives nothing until then, and is soon sent away.
 */
export function createPresence(options: PresenceOptions): Presence {
  const {room, access, report, beatMs = 15_000, checkMs = 5_000} = options
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
  })
  const connections = createPresenceConnections()
  const servers = new Set<Server>()

  const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    const dataset = ADDRESS.exec(request.url?.split('?', 1)[0] ?? '')?.[1]
    if (!dataset) return
    let admitted: ReturnType<typeof admit>
    try {
      admitted = admit(request, dataset, {...options, countOf: connections.countOf})
    } catch (error) {
      report(error)
      admitted = 500
    }
    if (typeof admitted === 'number') return refuseUpgrade(stream, admitted)
    const actor = admitted
    const authenticate = (authorization: string): Actor | null => staff(access, {authorization})
    sockets.handleUpgrade(request, stream, head, (client) => {
      const given = {room, dataset, connection: stream, actor, authenticate, report}
      connections.add(client, createPresenceSocket(client, given), dataset)
    })
  }

  const beat = setInterval(connections.beat, beatMs)
  beat.unref()
  /** Another process may have ended a session, or changed a person's roles. */
  const check = setInterval(() => {
    try {
      connections.endActors(
        ({credential, roles}) => !!credential && !access.liveCredential(credential, roles),
      )
    } catch (error) {
      report(error)
    }
  }, checkMs)
  check.unref()

  return {
    attach(server) {
      servers.add(server)
      server.on('upgrade', onUpgrade)
    },
    endCredential: (credential) =>
      connections.endActors((actor) => actor.credential === credential),
    endDataset: connections.endDataset,
    close() {
      clearInterval(beat)
      clearInterval(check)
      for (const server of servers) server.off('upgrade', onUpgrade)
      connections.endAll()
      sockets.close()
    },
  }
}

/**
 * The actor of an upgrade request; null if they have yet to sign in; or the status that refuses the request. A client
 * with an ended session is let in to sign in: a browser would log an error for each refused attempt.
 */
function admit(
  request: IncomingMessage,
  dataset: string,
  options: PresenceOptions & {countOf: (credential: string | undefined) => number},
): Actor | null | number {
  const {access, allowUpgrade, hasDataset, countOf} = options
  if (!allowUpgrade(request)) return 403
  if (!hasDataset(dataset)) return 404
  const {authorization, cookie: cookieHeader} = request.headers
  const actor = authorization
    ? staff(access, {authorization})
    : cookieHeader
      ? staff(access, {cookieHeader})
      : null
  if (!actor && authorization) return 403
  if (!actor) return countOf(undefined) < MAX_WAITING ? null : 503
  return countOf(actor.credential) < MAX_OF_CREDENTIAL ? actor : 429
}

/** The member of staff with these credentials; null for readers, and for a credential that is unknown or has ended. */
function staff(
  access: PresenceOptions['access'],
  credentials: Parameters<Access['authenticate']>[0],
): Actor | null {
  try {
    const actor = access.authenticate(credentials)
    return isStranger(actor) || isReader(actor) ? null : actor
  } catch (error) {
    if (error instanceof LakeError) return null
    throw error
  }
}
