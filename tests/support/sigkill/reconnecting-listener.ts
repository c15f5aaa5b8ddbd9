// A listener that comes back after the lake was killed, as Sanity's clients do: with the last id it got.
import {eventsOf, type StreamedEvent} from '../events.ts'
import type {Victim} from './victim.ts'

export interface Listener {
  events: StreamedEvent[]
  /** Ids of the documents that came into being, as far as was received. */
  appeared: Set<string>
  /** Opens the stream, from the last id on where there is one; resolves with its first event. */
  open(): Promise<StreamedEvent>
  /** Resolves when the stream has broken off. */
  ended(): Promise<void>
  close(): void
}

/** Of the documents that are written two at once. */
const LISTEN = `/v1/data/listen/production?query=${encodeURIComponent('*[_type == "topic"]')}&enableResume=true`

export function createListener({origin, importer}: Victim): Listener {
  const events: StreamedEvent[] = []
  const appeared = new Set<string>()
  const add = (received: StreamedEvent): void => {
    events.push(received)
    const {transition, documentId} = received.data as {transition?: string; documentId?: string}
    if (transition === 'appear' && documentId) appeared.add(documentId)
  }
  let abort = new AbortController()
  let reading: Promise<void> = Promise.resolve()

  return {
    events,
    appeared,
    async open() {
      abort = new AbortController()
      const last = events.findLast(({id}) => id !== '')?.id
      const response = await fetch(origin + LISTEN, {
        headers: {...importer.headers, ...(last ? {'last-event-id': last} : {})},
        signal: abort.signal,
      })
      if (!response.body) throw new Error(`The stream was answered ${response.status}.`)
      const received = eventsOf(response.body)
      const {value: first} = await received.next()
      if (!first) throw new Error('The stream ended before it said anything.')
      add(first)
      reading = (async () => {
        for await (const event of received) add(event)
      })().catch(() => {})
      return first
    },
    ended: () => reading,
    close: () => abort.abort(),
  }
}
