// Where the people of all nodes are, in a table of PostgreSQL.
import type pg from 'pg'
import type {PresenceChange} from '../presence/room.ts'
import type {Aside} from './messages.ts'
import {ANNOUNCE, ANNOUNCED} from './postgres-schema.ts'

/** The table is empty after a crash of PostgreSQL: everything is written again now and then. */
const ALL_MS = 15_000
/** Rows that may be read twice: a smaller number may become visible later. */
const OVERLAP = 100

const keyOf = ({dataset, session}: Pick<PresenceChange, 'dataset' | 'session'>): string =>
  `${dataset}/${session}`

export class PresenceTable {
  readonly #node: string
  readonly #tell: (aside: Aside) => void
  /** Of this node, and what other nodes do not know of it yet. */
  readonly #present = new Map<string, PresenceChange>()
  #news: PresenceChange[] = []
  #writtenAll = 0
  /** Of the rows of other nodes. */
  #readUpTo = 0

  /** @param tell gets what other nodes announce */
  constructor(node: string, tell: (aside: Aside) => void) {
    this.#node = node
    this.#tell = tell
  }

  note(change: PresenceChange): void {
    this.#present.set(keyOf(change), change)
    this.#news.push(change)
  }

  async write(client: pg.Client): Promise<void> {
    const isAll = performance.now() - this.#writtenAll > ALL_MS
    const changes = isAll ? [...this.#present.values()] : this.#news
    this.#news = []
    if (isAll) this.#writtenAll = performance.now()
    // A statement may change a row only once: the newest counts.
    const newest = [...new Map(changes.map((change) => [keyOf(change), change])).values()]
    if (newest.length === 0) return
    await client.query(ANNOUNCE, [
      this.#node,
      newest.map(({dataset}) => dataset),
      newest.map(({session}) => session),
      newest.map(({person}) => person),
      newest.map(({locations}) => locations && JSON.stringify(locations)),
    ])
    for (const {locations, ...change} of newest)
      if (locations === null) this.#present.delete(keyOf(change))
  }

  /** @param newest the highest number in the table */
  async read(client: pg.Client, newest: number): Promise<void> {
    if (newest === this.#readUpTo) return
    const from = newest < this.#readUpTo ? 0 : Math.max(0, this.#readUpTo - OVERLAP)
    const {rows} = await client.query<PresenceChange & {node: string}>(ANNOUNCED, [
      this.#node,
      from,
    ])
    this.#readUpTo = newest
    if (rows.length > 0) this.#tell({announced: rows.map(({node, ...change}) => ({node, change}))})
  }
}
