// The events of a stream of the lake, over HTTP as a front end gets them.
import {collector, type Collector} from '@copydesk/lake/tests/listen/collect.ts'
import type {TestLake} from './lake.ts'

export interface StreamedEvent {
  event: string
  data: any
}

export interface Events extends Collector<StreamedEvent> {
  close(): Promise<void>
}

/** Resolves once the stream has begun: its first event is in. */
export async function openEvents(
  lake: TestLake,
  path: string,
  headers: Record<string, string> = {},
): Promise<Events> {
  const controller = new AbortController()
  const response = await lake.fetch(path, {headers, signal: controller.signal})
  if (!response.ok || !response.body) throw new Error(`${path}: ${response.status}`)
  const events = collector<StreamedEvent>()
  const read = async (): Promise<void> => {
    let text = ''
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      const blocks = (text + chunk).split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const event = /^event: ?(.*)$/m.exec(block)?.[1]
        const data = /^data: ?(.*)$/m.exec(block)?.[1]
        if (event && data) events.add({event, data: JSON.parse(data)})
      }
    }
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
