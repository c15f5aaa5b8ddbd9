// The events of a stream of the lake, over HTTP as a front end gets them.
import {collector, type Collector} from '@copydesk/lake/tests/listen/collect.ts'
import type {TestLake} from './lake.ts'

export interface StreamedEvent {
  event: string
  /** Empty without one. */
  id: string
  data: any
}

export interface Events extends Collector<StreamedEvent> {
  close(): Promise<void>
}

/** Resolves once the stream has begun: its first event is in. */
export async function openEvents(
  lake: Pick<TestLake, 'fetch'>,
  path: string,
  headers: Record<string, string> = {},
): Promise<Events> {
  const controller = new AbortController()
  const response = await lake.fetch(path, {headers, signal: controller.signal})
  if (!response.ok || !response.body) throw new Error(`${path}: ${response.status}`)
  const events = collector<StreamedEvent>()
  const {body} = response
  const read = async (): Promise<void> => {
    for await (const event of eventsOf(body)) events.add(event)
  }
  const reading = read().then(events.finish, events.finish)
  await events.until(1)
  return {
    ...events,
    async close() {
      controller.abort()
      await reading
    },
  }
}

/** The events of a response, as they come. */
export async function* eventsOf(
  body: NonNullable<Response['body']>,
): AsyncGenerator<StreamedEvent> {
  let text = ''
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (text + chunk).split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const field = (name: string): string =>
        new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1] ?? ''
      const event = field('event')
      if (event) yield {event, id: field('id'), data: JSON.parse(field('data') || '{}')}
    }
  }
}
