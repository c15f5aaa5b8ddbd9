// What this browser keeps until the lake has it: per document, person and window.
import type {DBSchema} from 'idb'
import {storeIn} from '../open-store.ts'

/** A save that was sent and is not answered. */
export interface SentSave {
  transactionId: string
  /** JSON. */
  body: string
}

/** A version of a document, with its words. */
export type Content = Record<string, unknown>

export interface UnsavedWork {
  /** Nobody else sees it. */
  person: string
  dataset: string
  /** The document's own ID: that of its draft, or of its version in a release. */
  id: string
  type: string
  /** The window in which it was written. */
  window: string
  /** What the lake had, null if it had no such document. */
  base: Content | null
  mine: Content
  sent: SentSave[]
  /** ISO 8601. */
  changedAt: string
}

interface Schema extends DBSchema {
  work: {key: [string, string, string, string]; value: UnsavedWork}
}

const NAME = 'copydesk-unsaved'

const database = storeIn<Schema>(NAME, (made) => {
  made.createObjectStore('work', {keyPath: ['person', 'dataset', 'id', 'window']})
})

/** @throws if the browser has no room, or no store (a private window) */
export async function keepWork(work: UnsavedWork): Promise<void> {
  // Without waiting for the disk: the words have to outlive the window, not the machine.
  const writing = (await database()).transaction('work', 'readwrite', {durability: 'relaxed'})
  await Promise.all([writing.store.put(work), writing.done])
}

/** @returns what this person has not saved, the newest first */
export async function workOf(person: string): Promise<UnsavedWork[]> {
  const all = await (await database()).getAll('work', IDBKeyRange.bound([person], [person, []]))
  return all.toSorted((one, other) => (one.changedAt < other.changedAt ? 1 : -1))
}

/** For work that the lake has, or that the person does not want. */
export async function forgetWork({person, dataset, id, window}: UnsavedWork): Promise<void> {
  await (await database()).delete('work', [person, dataset, id, window])
}
