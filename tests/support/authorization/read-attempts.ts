// Every way to read content: returns whether the document was in the response, and checks that a refused
// response has nothing of it.
import {expect, vi} from 'vitest'
import {openEvents, type StreamedEvent} from '../events.ts'
import {COMMENTS} from '../comments.ts'
import {KINDS, ROLE_NAMES, type Kind, type ReadingWay, type RoleColumn} from './table.ts'
import {DATASET, MARK, type World} from './world.ts'

const API = '/v2025-02-19/data'

export type Reads = (who: RoleColumn, kind: Kind) => Promise<boolean>

/** Of those who work here, both kinds. */
const STAFF_STREAMS = 12
/** What is left of them is a refusal, or an answer without the document. */
const REFUSALS = [401, 403, 404]

/** @param streams what the event streams told, which are opened once for all */
export function readingWays(
  world: World,
  streams: Record<'listen' | 'live', Reads>,
): Record<ReadingWay, Reads> {
  const answers =
    (
      pathOf: (dataset: string, id: string) => string,
      shows = (_id: string) => MARK,
      bodyOf?: (id: string) => object,
    ): Reads =>
    async (who, kind) => {
      const {dataset, id} = world.subjects[kind]
      const {headers} = world.voices[who]
      const sent = bodyOf ? {method: 'POST', body: JSON.stringify(bodyOf(id))} : {}
      const response = await world.lake.fetch(`${API}/${pathOf(dataset, id)}`, {headers, ...sent})
      const text = await response.text()
      if (response.status !== 200) {
        expect(REFUSALS, text).toContain(response.status)
        expect(text).not.toContain(MARK)
        return false
      }
      const isThere = text.includes(`"${id}"`) && text.includes(shows(id))
      if (!isThere) expect(text).not.toContain(`${MARK}: ${kind}"`)
      return isThere
    }
  const groq = (query: string): string =>
    new URLSearchParams({query, perspective: 'raw'}).toString()
  return {
    async query(who, kind) {
      const byAddress = answers((dataset, id) => `query/${dataset}?${groq(`*[_id == "${id}"]`)}`)
      const byBody = answers(
        (dataset) => `query/${dataset}?perspective=raw`,
        () => MARK,
        (id) => ({query: '*[_id == $id]', params: {id}}),
      )
      const [found, same] = [await byAddress(who, kind), await byBody(who, kind)]
      expect(same).toBe(found)
      return found
    },
    doc: answers((dataset, id) => `doc/${dataset}/${id}`),
    references: answers(
      (dataset) => `references/${dataset}/documents/subject/to`,
      (id) => id,
    ),
    export: answers((dataset) => `export/${dataset}`),
    async history(who, kind) {
      const ways = [
        (dataset: string, id: string) => `history/${dataset}/documents/${id}?lastRevision=true`,
        (dataset: string, id: string) =>
          `history/${dataset}/transactions/${id}?effectFormat=mendoza`,
        (dataset: string, id: string) => `history/${dataset}/events/documents/${id}`,
      ]
      const [document, transactions, events] = ways
      const found = await Promise.all([
        answers(document!)(who, kind),
        answers(transactions!, (id) => id)(who, kind),
        answers(events!, () => 'timestamp')(who, kind),
      ])
      expect(new Set(found).size, `${who} and the history of ${kind}: ${found.join()}`).toBe(1)
      return found[0]
    },
    ...streams,
  }
}

/**
 * Opens both kinds of streams for everybody, changes each document once, and records who got which event.
 * After each change of content comes one that everybody gets, so the test needs no waiting time; where
 * only staff get events, the staff's event ends the wait.
 */
export async function hearEverything(world: World): Promise<Record<'listen' | 'live', Reads>> {
  const heard = new Set<string>()
  const search = new URLSearchParams({
    query: '*',
    includeResult: 'true',
    includeAllVersions: 'true',
  })
  for (const dataset of [DATASET, COMMENTS]) {
    const open = (path: string) =>
      Promise.all(ROLE_NAMES.map((who) => openEvents(world.lake, path, world.voices[who].headers)))
    const listening = await open(`${API}/listen/${dataset}?${search}`)
    const living = await Promise.all(
      ROLE_NAMES.map((who) => {
        // Strangers may not ask for drafts at all.
        const drafts = who !== 'anonymous' && who !== 'guest'
        const path = `${API}/live/events/${dataset}?includeDrafts=${drafts}`
        return openEvents(world.lake, path, world.voices[who].headers)
      }),
    )
    const streams = [...listening, ...living]
    const fence = (items: StreamedEvent[]): boolean =>
      items.some(({data}) => data.documentId === 'subject' || data.tags?.includes('s1:topic'))
    const touch = (id: string) => ({patch: {id, setIfMissing: {touched: 0}, inc: {touched: 1}}})
    for (const kind of KINDS.filter((one) => world.subjects[one].dataset === dataset)) {
      const {id} = world.subjects[kind]
      const before = streams.map(({items}) => items.length)
      const since = (index: number) => streams[index]!.items.slice(before[index])
      await world.put([touch(id)], dataset)
      if (dataset === DATASET) await world.put([touch('subject')])
      const arrived = (): boolean =>
        dataset === DATASET
          ? streams.every((_, index) => fence(since(index)))
          : streams.filter((_, index) => since(index).length > 0).length >= STAFF_STREAMS
      await vi.waitFor(() => expect(arrived()).toBe(true), {interval: 5, timeout: 5_000})
      for (const [index, who] of ROLE_NAMES.entries()) {
        const events = since(index)
        const isHeard = events.some(({data}) => data.documentId === id)
        if (!isHeard) expect(JSON.stringify(events)).not.toContain(`${MARK}: ${kind}"`)
        if (isHeard) heard.add(`listen ${who} ${kind}`)
        const told = since(index + ROLE_NAMES.length).filter((event) => !fence([event]))
        if (told.length > 0) heard.add(`live ${who} ${kind}`)
      }
    }
    await Promise.all(streams.map(({close}) => close()))
  }
  const way =
    (name: string): Reads =>
    (who, kind) =>
      Promise.resolve(heard.has(`${name} ${who} ${kind}`))
  return {listen: way('listen'), live: way('live')}
}
