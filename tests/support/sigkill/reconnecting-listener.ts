// A listener that comes back after the lake was killed, as Sanity's clients do: with the last id it got.
import type {Victim} from './victim.ts'

export interface ReceivedEvent {
  event: string
  id: string
  documentId: string
  transition: string
}

export interface Listener {
  events: ReceivedEvent[]
  /** Ids of the documents that came into being, as far as was received. */
  appeared: Set<string>
  /** Opens the stream, from the last id on where there is one; resolves with its first event. */
  open(): Promise<ReceivedEvent>
  /** Resolves when the stream has broken off. */
  ended(): Promise<void>
  close(): void
}

/** Of the documents that are written two at once. */
const LISTEN = `/v1/data/listen/production?query=${encodeURIComponent('*[_type == "topic"]')}&enableResume=true`

export function createListener({origin, importer}: Victim): Listener {
  const events: ReceivedEvent[] = []
  const appeared = new Set<string>()
  const add = (received: ReceivedEvent): void => {
    events.push(received)
    if (received.transition === 'appear') appeared.add(received.documentId)
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
      const blocks = blocksOf(response.body)
      const {value: first} = await blocks.next()
      if (!first) throw new Error('The stream ended before it said anything.')
      add(first)
      reading = (async () => {
        for await (const received of blocks) add(received)
      })().catch(() => {})
      return first
    },
    ended: () => reading,
    close: () => abort.abort(),
  }
}

async function* blocksOf(body: NonNullable<Response['body']>): AsyncGenerator<ReceivedEvent> {
  let text = ''
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (text + chunk).split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const field = (name: string): string =>
        new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1] ?? ''
      if (!field('event')) continue
      const data = JSON.parse(field('data') || '{}') as {documentId?: string; transition?: string}
      yield {
        event: field('event'),
        id: field('id'),
        documentId: data.documentId ?? '',
        transition: data.transition ?? '',
      }
    }
  }
}
