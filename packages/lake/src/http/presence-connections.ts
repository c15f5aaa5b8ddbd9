// The open sockets of presence: counts them, keeps them alive, and ends those of a session or dataset.
import type {WebSocket} from 'ws'
import type {Actor} from '../types.ts'
import {closeGracefully} from './close-gracefully.ts'
import {UNAUTHORIZED, type PresenceSocket} from './presence-socket.ts'

export interface PresenceConnections {
  add(client: WebSocket, socket: PresenceSocket, dataset: string): void
  /** Sockets of a session or token; without one, sockets on which nobody has signed in. */
  countOf(credential: string | undefined): number
  /** Pings each socket. Drops those that did not answer the last ping, or on which nobody has signed in. */
  beat(): void
  /** Ends the sockets of the actors for whom `hasEnded` is true. */
  endActors(hasEnded: (actor: Actor) => boolean): void
  endDataset(dataset: string): void
  endAll(): void
}

interface Connection {
  socket: PresenceSocket
  dataset: string
  /** Whether it answered the last ping. */
  alive: boolean
  beats: number
}

/** A close code of our own, after the status that a reconnect gets. */
const GONE = 4404
/** Beats within which a person must sign in. */
const BEATS_TO_SIGN_IN = 2

export function createPresenceConnections(): PresenceConnections {
  const connections = new Map<WebSocket, Connection>()
  return {
    add(client, socket, dataset) {
      const connection = {socket, dataset, alive: true, beats: 0}
      connections.set(client, connection)
      client.on('pong', () => (connection.alive = true))
      client.on('close', () => connections.delete(client))
    },
    countOf: (credential) =>
      connections.values().reduce((n, {socket}) => {
        return socket.actor()?.credential === credential ? n + 1 : n
      }, 0),
    beat() {
      for (const [client, connection] of connections) {
        if (!connection.alive) {
          client.terminate()
          continue
        }
        connection.alive = false
        connection.beats += 1
        if (!connection.socket.actor() && connection.beats >= BEATS_TO_SIGN_IN) {
          connection.socket.end(UNAUTHORIZED, 'Nobody has signed in.')
          continue
        }
        client.ping()
        connection.socket.beat()
      }
    },
    endActors(hasEnded) {
      for (const {socket} of connections.values()) {
        const actor = socket.actor()
        if (actor && hasEnded(actor)) socket.end(UNAUTHORIZED, 'The session has ended.')
      }
    },
    endDataset(dataset) {
      for (const {socket, ...connection} of connections.values()) {
        if (connection.dataset !== dataset) continue
        socket.end(GONE, `The dataset "${dataset}" was deleted.`)
      }
    },
    endAll() {
      for (const [client, {socket}] of connections) closeGracefully(client, socket.end)
    },
  }
}
