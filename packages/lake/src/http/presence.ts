// The sockets of presence: who may open one, when it is closed, and the beat that keeps it open.
import type {IncomingMessage, Server} from 'node:http'
import type {Duplex} from 'node:stream'
import {WebSocketServer, type WebSocket} from 'ws'
import type {Access} from '../access/access.ts'
import {LakeError} from '../errors.ts'
import {isReader, isStranger} from '../grants.ts'
import type {PresenceRoom} from '../presence/room.ts'
import type {Actor} from '../types.ts'
import {closeGracefully} from './close-gracefully.ts'
import {createPresenceSocket, UNAUTHORIZED, type PresenceSocket} from './presence-socket.ts'
import {refuseUpgrade} from './refuse-upgrade.ts'

export interface PresenceOptions {
  room: PresenceRoom
  access: Pick<Access, 'authenticate' | 'liveCredential'>
  hasDataset: (name: string) => boolean
  /** False answers 403: a foreign Origin or Host. */
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
  /** Closes every socket that this session or token opened; colleagues are told. */
  endCredential(credential: string): void
  /** Closes every socket of a dataset that was deleted. */
  endDataset(dataset: string): void
  /** Closes every socket and lets go of the servers. */
  close(): void
}

const ADDRESS = /^\/v(?:1|X|\d{4}-\d{2}-\d{2})\/socket\/([\w-]+)$/
/** A place in running text is half a kilobyte. */
const MAX_FRAME_BYTES = 16 * 1024
/** Of one session or token: tabs, and what a tab opens for comments and tasks. */
const MAX_OF_CREDENTIAL = 64
/** Sockets of who has not said yet who they are, of everybody together. */
const MAX_WAITING = 100
/** A close code of our own, after the status that a reconnect gets. */
const GONE = 4404
/** What one may take to say who one is. */
const BEATS_TO_WAIT = 2

/** Whether an upgrade's address is a presence socket's: others must be answered by somebody else. */
export function isPresenceAddress(address = ''): boolean {
  return ADDRESS.test(address.split('?', 1)[0] ?? '')
}

interface Connection {
  socket: PresenceSocket
  dataset: string
  /** Answered the last ping. */
  alive: boolean
  beats: number
}

/**
 * A browser cannot send a token with an upgrade: whoever brings no session cookie is let in to say
 * who they are (`authorization`), hears nothing until then, and is soon sent away.
 */
export function createPresence(options: PresenceOptions): Presence {
  const {room, access, hasDataset, allowUpgrade, report} = options
  const {beatMs = 15_000, checkMs = 5_000} = options
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
  })
  const connections = new Map<WebSocket, Connection>()
  const servers = new Set<Server>()

  /** @throws LakeError for a credential that ended or never was */
  const staff = (credentials: Parameters<Access['authenticate']>[0]): Actor | null => {
    const actor = access.authenticate(credentials)
    return isStranger(actor) || isReader(actor) ? null : actor
  }
  const authenticate = (authorization: string): Actor | null => {
    try {
      return staff({authorization})
    } catch (error) {
      if (error instanceof LakeError) return null
      throw error
    }
  }
  const countOf = (credential: string | undefined): number =>
    connections.values().reduce((n, {socket}) => {
      return socket.actor()?.credential === credential ? n + 1 : n
    }, 0)

  /** Who comes, null for who has yet to say; or the status that refuses them. */
  const admit = (request: IncomingMessage, dataset: string): Actor | null | number => {
    if (!allowUpgrade(request)) return 403
    if (!hasDataset(dataset)) return 404
    const {authorization, cookie} = request.headers
    let actor: Actor | null
    if (authorization) {
      actor = authenticate(authorization)
      if (!actor) return 403
    } else {
      actor = cookieHolder(cookie)
    }
    if (!actor) return countOf(undefined) < MAX_WAITING ? null : 503
    return countOf(actor.credential) < MAX_OF_CREDENTIAL ? actor : 429
  }
  /** An ended session is let in to wait: refused, a browser would complain at each attempt. */
  const cookieHolder = (cookieHeader: string | undefined): Actor | null => {
    try {
      return cookieHeader ? staff({cookieHeader}) : null
    } catch (error) {
      if (error instanceof LakeError) return null
      throw error
    }
  }

  const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    const dataset = ADDRESS.exec(request.url?.split('?', 1)[0] ?? '')?.[1]
    if (!dataset) return
    let admitted: ReturnType<typeof admit>
    try {
      admitted = admit(request, dataset)
    } catch (error) {
      report(error)
      admitted = 500
    }
    if (typeof admitted === 'number') return refuseUpgrade(stream, admitted)
    const actor = admitted
    sockets.handleUpgrade(request, stream, head, (client) => {
      const socket = createPresenceSocket(client, {
        room,
        dataset,
        connection: stream,
        actor,
        authenticate,
        report,
      })
      const connection = {socket, dataset, alive: true, beats: 0}
      connections.set(client, connection)
      client.on('pong', () => (connection.alive = true))
      client.on('close', () => connections.delete(client))
    })
  }

  const beat = setInterval(() => {
    for (const [client, connection] of connections) {
      if (!connection.alive) {
        client.terminate()
        continue
      }
      connection.alive = false
      connection.beats += 1
      if (!connection.socket.actor() && connection.beats >= BEATS_TO_WAIT) {
        connection.socket.end(UNAUTHORIZED, 'Nobody has signed in.')
        continue
      }
      client.ping()
      connection.socket.beat()
    }
  }, beatMs)
  beat.unref()

  const endWhere = (ended: (actor: Actor) => boolean): void => {
    for (const {socket} of connections.values()) {
      const actor = socket.actor()
      if (actor && ended(actor)) socket.end(UNAUTHORIZED, 'The session has ended.')
    }
  }
  /** Another process may have ended a session, or changed somebody's roles. */
  const check = setInterval(() => {
    try {
      endWhere(({credential, roles}) => !!credential && !access.liveCredential(credential, roles))
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
    endCredential: (credential) => endWhere((actor) => actor.credential === credential),
    endDataset(dataset) {
      for (const {socket, ...connection} of connections.values()) {
        if (connection.dataset !== dataset) continue
        socket.end(GONE, `The dataset "${dataset}" was deleted.`)
      }
    },
    close() {
      clearInterval(beat)
      clearInterval(check)
      for (const server of servers) server.off('upgrade', onUpgrade)
      for (const [client, {socket}] of connections) closeGracefully(client, socket.end)
      sockets.close()
    },
  }
}
