// Holds what a page sends after its session has ended, until the same person has signed in again.
//
// When a session has ended, the studio leaves the form, and unsaved edits are lost with it. But it accepts a request that
// takes long: the form stays, typing goes on, and everything is sent once the session is back.

import {createWaitingRequests} from './waiting-requests.ts'

/** The owner of a session, from `/users/me`. */
export interface Person {
  id: string
  name: string
}

export type SessionState =
  | {status: 'open'}
  /** Requests wait. `stranger` is set while another person is signed in in this browser. */
  | {status: 'ended'; waiting: number; stranger?: Person}

export interface SessionGate {
  /** Whether the person of this page is known. Otherwise no request waits. */
  isKnown: () => boolean
  /** The person who uses the page. */
  person: () => Person | null
  /**
   * Sets the person who uses the page. Null after they have signed out: then no request waits any
   * more.
   */
  identify: (person: Person | null) => void
  /** Resolves when the session is back. Rejects with the signal's reason if the caller aborts. */
  wait: (signal?: AbortSignal | null) => Promise<void>
  /** Checks whether the session is back, and resolves to the state. */
  check: () => Promise<SessionState>
  state: () => SessionState
  subscribe: (listener: () => void) => () => void
}

/**
 * @param whoIsSignedIn asks the lake for the signed-in person; null if there is none
 * @param onReturn called once when the session is back, before waiting requests go on
 */
export function createSessionGate(
  whoIsSignedIn: () => Promise<Person | null>,
  onReturn: () => void = () => {},
): SessionGate {
  let person: Person | null = null
  let state: SessionState = {status: 'open'}
  const waiting = createWaitingRequests()
  const listeners = new Set<() => void>()

  const become = (next: SessionState): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const release = (): void => {
    onReturn()
    const letGo = waiting.takeOut()
    become({status: 'open'})
    letGo()
  }

  return {
    isKnown: () => person !== null,
    person: () => person,
    identify: (next) => {
      person = next
      if (!next && state.status === 'ended') release()
    },
    async wait(signal) {
      signal?.throwIfAborted()
      const released = waiting.wait(signal, () => {
        if (state.status === 'ended') become({...state, waiting: waiting.size})
      })
      become({...state, status: 'ended', waiting: waiting.size})
      await released
    },
    check: async () => {
      if (state.status !== 'ended') return state
      const found = await whoIsSignedIn().catch(() => null)
      if (state.status !== 'ended') return state
      if (found && found.id === person?.id) release()
      else if (found?.id !== state.stranger?.id) {
        // Another person's session must not save this person's text.
        become({status: 'ended', waiting: waiting.size, ...(found ? {stranger: found} : {})})
      }
      return state
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
