// What this browser keeps of the lake, so that the studio can be read without a network.
import type {DBSchema} from 'idb'
import {storeIn} from '../open-store.ts'

/** Values are plain data. */
interface Kept {
  key: string
  value: unknown
  /** Milliseconds since 1970. */
  at: number
}

interface Schema extends DBSchema {
  kept: {key: string; value: Kept; indexes: {at: number}}
}

const NAME = 'copydesk-offline'
/** More than a day's work: a form and its lists are some three hundred. */
const MOST = 5000

const database = storeIn<Schema>(NAME, (made) => {
  made.createObjectStore('kept', {keyPath: 'key'}).createIndex('at', 'at')
})

/** @returns by key what is kept */
export async function recall(keys: Iterable<string>): Promise<Map<string, unknown>> {
  const reading = (await database()).transaction('kept')
  const found = await Promise.all([...keys].map((key) => reading.store.get(key)))
  return new Map(found.filter((one) => one !== undefined).map(({key, value}) => [key, value]))
}

/** Replaces what was kept under the same keys. */
export async function keepAll(values: ReadonlyMap<string, unknown>, now = Date.now()) {
  const writing = (await database()).transaction('kept', 'readwrite', {durability: 'relaxed'})
  for (const [key, value] of values) void writing.store.put({key, value, at: now})
  await writing.done
}

/** Drops the oldest if there is too much. */
export async function dropOldest(): Promise<void> {
  const writing = (await database()).transaction('kept', 'readwrite')
  let left = (await writing.store.count()) - MOST
  for (
    let cursor = left > 0 ? await writing.store.index('at').openCursor() : null;
    cursor && left > 0;
    left--
  ) {
    await cursor.delete()
    cursor = await cursor.continue()
  }
  await writing.done
}

export async function forgetKept(): Promise<void> {
  await (await database()).clear('kept')
}
