// Who is where: keeps what each tab said last, and tells the others. Knows no sockets.
import type {Actor} from '../types.ts'
import type {PresenceLocation} from './locations.ts'
import type {LocationVisibility} from './location-visibility.ts'

/** What members hear, as `@sanity/bifur-client` expects it. `i` is the person's id. */
export type PresenceEvent =
  | {type: 'state'; i: string; m: {sessionId: string; locations: PresenceLocation[]}}
  | {type: 'disconnect'; i: string; m: {session: string}}
  | {type: 'rollCall'; i: string; session: string}

export interface Newcomer {
  actor: Actor
  dataset: string
  /** Takes an event as JSON text: many members are told the same. */
  hear: (event: string) => void
}

/** One connection. `session` names a browser tab; the tab keeps the name when it is loaded again. */
export interface Member {
  /** Says where the tab is. False where the name is a colleague's: nobody speaks for another. */
  announce(session: string, locations: PresenceLocation[]): boolean
  /** From now on, hears of all others in the dataset; and at once, where they are. */
  listen(): void
  /** Hears nothing any more. */
  stopListening(): void
  /** Hears where everybody is. Who has said nothing yet is asked. */
  callRoll(session: string): void
  /** Takes the tab off everybody's screen; sessions of other connections are left alone. */
  disconnect(session: string): void
  /** The connection is gone, and with it its sessions. */
  leave(): void
}

export interface PresenceRoom {
  join(newcomer: Newcomer): Member
}

interface Present extends Newcomer {
  group: string
  listens: boolean
  sessions: Set<string>
}

interface Session {
  /** Whose connection said it last. */
  by: Present
  locations: PresenceLocation[]
}

/** A tab has one; a program may speak for a few. */
const MAX_SESSIONS = 8

/**
 * The roll is called from what is remembered here. Were each call handed on, everybody would answer
 * everybody: 200 studios that come back after a restart could send eight million messages.
 */
export function createPresenceRoom(mayKnow: LocationVisibility): PresenceRoom {
  const present = new Map<string, Set<Present>>()
  const sessions = new Map<string, Map<string, Session>>()

  const around = ({dataset}: Newcomer): Set<Present> => present.get(dataset) ?? new Set()
  const sessionsAround = ({dataset}: Newcomer): Map<string, Session> => {
    const known = sessions.get(dataset) ?? new Map<string, Session>()
    sessions.set(dataset, known)
    return known
  }

  const textOf = (event: PresenceEvent): string => JSON.stringify(event)

  /** What a state is to this member: places in documents that they may not read are left out. */
  const stateFor = (member: Present, session: string, {by, locations}: Session): string => {
    const known = locations.filter(({documentId}) =>
      mayKnow.of(member.actor, member.dataset, documentId),
    )
    return textOf({type: 'state', i: by.actor.id, m: {sessionId: session, locations: known}})
  }

  const tell = (from: Present, textFor: (member: Present) => string): void => {
    const texts = new Map<string, string>()
    for (const member of around(from)) {
      if (!member.listens) continue
      const text = texts.get(member.group) ?? textFor(member)
      texts.set(member.group, text)
      member.hear(text)
    }
  }

  const tellRoll = (member: Present): void => {
    for (const [name, session] of sessionsAround(member)) {
      member.hear(stateFor(member, name, session))
    }
  }

  const forget = (member: Present, session: string): void => {
    member.sessions.delete(session)
    const known = sessionsAround(member)
    // The same tab may have come back on another connection before this one was seen to be gone.
    if (known.get(session)?.by !== member) return
    known.delete(session)
    const text = textOf({type: 'disconnect', i: member.actor.id, m: {session}})
    tell(member, () => text)
  }

  return {
    join(newcomer) {
      const member: Present = {
        ...newcomer,
        group: mayKnow.groupOf(newcomer.actor, newcomer.dataset),
        listens: false,
        sessions: new Set(),
      }
      present.set(member.dataset, around(member).add(member))
      return {
        announce(session, locations) {
          const before = sessionsAround(member).get(session)
          if (before && before.by.actor.id !== member.actor.id) return false
          if (!member.sessions.has(session) && member.sessions.size >= MAX_SESSIONS) return false
          before?.by.sessions.delete(session)
          member.sessions.add(session)
          const said = {by: member, locations}
          sessionsAround(member).set(session, said)
          // The tab itself hears it, too: so the studio tells its own person from others.
          tell(member, (other) => stateFor(other, session, said))
          return true
        },
        listen() {
          member.listens = true
          tellRoll(member)
        },
        stopListening: () => void (member.listens = false),
        callRoll(session) {
          if (member.listens) tellRoll(member)
          const text = textOf({type: 'rollCall', i: member.actor.id, session})
          for (const other of around(member)) {
            if (other !== member && other.listens && other.sessions.size === 0) other.hear(text)
          }
        },
        disconnect(session) {
          if (member.sessions.has(session)) forget(member, session)
        },
        leave() {
          around(member).delete(member)
          for (const session of member.sessions) forget(member, session)
          if (around(member).size > 0) return
          present.delete(member.dataset)
          sessions.delete(member.dataset)
        },
      }
    },
  }
}
