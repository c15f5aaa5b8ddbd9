// Presence: stores the last announcement of each tab, and sends it to the others. It does not use
// sockets.
import type {Actor} from '../types.ts'
import type {PresenceLocation} from './locations.ts'
import type {LocationVisibility} from './location-visibility.ts'

/** What members receive, as `@sanity/bifur-client` expects it. `i` is the person's id. */
export type PresenceEvent =
  | {type: 'state'; i: string; m: {sessionId: string; locations: PresenceLocation[]}}
  | {type: 'disconnect'; i: string; m: {session: string}}
  | {type: 'rollCall'; i: string; session: string}

export interface Newcomer {
  actor: Actor
  dataset: string
  /** Takes an event as JSON text, which many members share. */
  send: (event: string) => void
}

/** One connection. `session` names a browser tab, also after the tab is loaded again. */
export interface Member {
  /** Publishes where the tab is. False if the session belongs to another person. */
  announce(session: string, locations: PresenceLocation[]): boolean
  /** Sends the events of the dataset from now on, and first where everybody is. */
  listen(): void
  stopListening(): void
  /** Sends where everybody is. Asks members that have announced nothing. */
  callRoll(session: string): void
  /** Removes the tab from all screens. Sessions of other connections stay. */
  disconnect(session: string): void
  /** The connection is gone, and with it its sessions. */
  leave(): void
}

/** Where a tab is; null locations: it is gone. */
export interface PresenceChange {
  dataset: string
  session: string
  /** ID of the person. */
  person: string
  locations: PresenceLocation[] | null
}

export interface PresenceRoom {
  join(newcomer: Newcomer): Member
  /** A tab that is connected to another node of the cluster. */
  applyRemote(change: PresenceChange, node: string): void
  /** Removes the tabs of all other nodes. */
  keepNodes(nodes: readonly string[]): void
}

interface Present extends Newcomer {
  /** Members with the same audience receive the same text. */
  audience: string
  listens: boolean
  sessions: Set<string>
}

interface Session {
  /** The connection that announced it last; of a tab at another node, only the person is known. */
  by: Present | RemotePresent
  locations: PresenceLocation[]
}

interface RemotePresent {
  node: string
  actor: {id: string}
}

const isHere = (by: Session['by']): by is Present => !('node' in by)

/** A tab has one; a program may announce several. */
const MAX_SESSIONS = 8

/**
 * A roll call is answered from what is stored here. If each call were passed on, everybody would answer everybody: 200
 * studios that come back after a restart could send eight million messages.
 */
export function createPresenceRoom(
  visibility: LocationVisibility,
  onChange: (change: PresenceChange) => void = () => {},
): PresenceRoom {
  const datasets = new Map<string, DatasetRoom>()
  const roomOf = (dataset: string): DatasetRoom => {
    const room = datasets.get(dataset) ?? new DatasetRoom(dataset, visibility, onChange)
    datasets.set(dataset, room)
    return room
  }
  return {
    applyRemote: (change, node) => roomOf(change.dataset).applyRemote(change, node),
    keepNodes(nodes) {
      for (const room of datasets.values()) room.keepNodes(new Set(nodes))
    },
    join(newcomer) {
      const {actor, dataset} = newcomer
      const room = roomOf(dataset)
      const audience = visibility.audienceOf(actor, dataset)
      const present: Present = {...newcomer, audience, listens: false, sessions: new Set()}
      room.members.add(present)
      return memberOf(room, present, () => {
        if (datasets.get(dataset) === room) datasets.delete(dataset)
      })
    },
  }
}

/** The members and sessions of one dataset. */
class DatasetRoom {
  readonly members = new Set<Present>()
  readonly sessions = new Map<string, Session>()
  readonly #dataset: string
  readonly #visibility: LocationVisibility
  readonly #onChange: (change: PresenceChange) => void

  constructor(
    dataset: string,
    visibility: LocationVisibility,
    onChange: (change: PresenceChange) => void,
  ) {
    this.#dataset = dataset
    this.#visibility = visibility
    this.#onChange = onChange
  }

  applyRemote({session, person, locations}: PresenceChange, node: string): void {
    const known = this.sessions.get(session)?.by
    // The tab has come here meanwhile.
    if (known && isHere(known)) return
    if (locations === null) {
      if (known?.node === node) this.#forget(session, person)
      return
    }
    if (known && known.actor.id !== person) return
    const said = {by: {node, actor: {id: person}}, locations}
    this.sessions.set(session, said)
    this.#broadcast((other) => this.#stateFor(other, session, said))
  }

  keepNodes(nodes: ReadonlySet<string>): void {
    for (const [session, {by}] of this.sessions)
      if (!isHere(by) && !nodes.has(by.node)) this.#forget(session, by.actor.id)
  }

  #forget(session: string, person: string): void {
    this.sessions.delete(session)
    const text = textOf({type: 'disconnect', i: person, m: {session}})
    this.#broadcast(() => text)
  }

  /** Stores what a tab said, and sends it to everybody. */
  announce(member: Present, session: string, locations: PresenceLocation[]): void {
    const said = {by: member, locations}
    this.sessions.set(session, said)
    // The tab itself receives it too, so that the studio can tell its own person from others.
    this.#broadcast((other) => this.#stateFor(other, session, said))
    this.#onChange({dataset: this.#dataset, session, person: member.actor.id, locations})
  }

  sendStates(member: Present): void {
    for (const [name, session] of this.sessions) member.send(this.#stateFor(member, name, session))
  }

  removeSession(member: Present, session: string): void {
    member.sessions.delete(session)
    // The same tab may have returned on another connection before this one was found to be closed.
    if (this.sessions.get(session)?.by !== member) return
    const person = member.actor.id
    this.#forget(session, person)
    this.#onChange({dataset: this.#dataset, session, person, locations: null})
  }

  /** A state without places in documents that the member may not read. */
  #stateFor(member: Present, session: string, {by, locations}: Session): string {
    const visible = locations.filter(({documentId}) =>
      this.#visibility.isVisible(member.actor, member.dataset, documentId),
    )
    return textOf({type: 'state', i: by.actor.id, m: {sessionId: session, locations: visible}})
  }

  #broadcast(textFor: (member: Present) => string): void {
    const texts = new Map<string, string>()
    for (const member of this.members) {
      if (!member.listens) continue
      const text = texts.get(member.audience) ?? textFor(member)
      texts.set(member.audience, text)
      member.send(text)
    }
  }
}

const textOf = (event: PresenceEvent): string => JSON.stringify(event)

/** @param onEmpty called when the last member has left the room */
function memberOf(room: DatasetRoom, member: Present, onEmpty: () => void): Member {
  return {
    announce(session, locations) {
      const before = room.sessions.get(session)
      if (before && before.by.actor.id !== member.actor.id) return false
      if (!member.sessions.has(session) && member.sessions.size >= MAX_SESSIONS) return false
      if (before && isHere(before.by)) before.by.sessions.delete(session)
      member.sessions.add(session)
      room.announce(member, session, locations)
      return true
    },
    listen() {
      member.listens = true
      room.sendStates(member)
    },
    stopListening: () => void (member.listens = false),
    callRoll(session) {
      if (member.listens) room.sendStates(member)
      const text = textOf({type: 'rollCall', i: member.actor.id, session})
      for (const other of room.members) {
        if (other !== member && other.listens && other.sessions.size === 0) other.send(text)
      }
    },
    disconnect(session) {
      if (member.sessions.has(session)) room.removeSession(member, session)
    },
    leave() {
      room.members.delete(member)
      for (const session of member.sessions) room.removeSession(member, session)
      if (room.members.size === 0 && room.sessions.size === 0) onEmpty()
    },
  }
}
