// Writes a document's unsaved words down: one write at a time, and each time the newest.
import {askBeforeLeaving} from '@copydesk/lake/transport'
import {dequal} from 'dequal'
import {hasAll} from './merge.ts'
import {onSave, saveEnded, sentSaves} from './sent-saves.ts'
import {forgetWork, keepWork, type UnsavedWork} from './unsaved-store.ts'

export type Author = Pick<UnsavedWork, 'person' | 'dataset' | 'type' | 'window'>

/** What this window knows of unsaved work. */
export interface KeptHere {
  /** Documents with words that the lake does not have. */
  unsaved: number
  /** Whether the browser refused to keep them, for want of room or in a private window. */
  isRefused: boolean
  /** Documents of which closed windows have left words in this browser. */
  left: number
  /** Whether a text editor has keys that it has not passed on. */
  isTyping: boolean
}

/** The words as they will be written down, by the document's ID. Undefined once the lake has them. */
const current = new Map<string, UnsavedWork>()
/** Words of which it is not known yet whether the lake has them, by the document's ID. */
const aside = new Map<string, UnsavedWork[]>()
const due = new Set<string>()
const running = new Map<string, Promise<void>>()
const listeners = new Set<() => void>()
let kept: KeptHere = {unsaved: 0, isRefused: false, left: 0, isTyping: false}

/** For `useSyncExternalStore`. */
export const keptHere = {
  get: (): KeptHere => kept,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

// If the window closes after the request and before the write, nobody would know that the lake has the words.
onSave((id) => (current.has(id) ? write(id) : Promise.resolve()))

/**
 * @param base what the lake has, null if nothing
 * @param mine what the form shows
 * @param now milliseconds since 1970
 */
export function keep(
  id: string,
  author: Author,
  {base, mine}: Pick<UnsavedWork, 'base' | 'mine'>,
  now = Date.now(),
): Promise<void> {
  current.set(id, {...author, id, base, mine, sent: [], changedAt: new Date(now).toISOString()})
  report()
  return write(id)
}

/** Whether the lake lacks words of the document. */
export const isKept = (id: string): boolean => current.has(id)

/**
 * The lake shows another version of the document.
 *
 * @param transactionId of the save that made it, if it was one
 */
export function rebase(id: string, base: UnsavedWork['base'], transactionId?: string): void {
  if (transactionId) saveEnded(id, transactionId)
  const work = current.get(id)
  if (!work) return
  current.set(id, {...work, base})
  void write(id)
}

/**
 * The studio has read the document again while it had unsaved words. It sends them, and does not show them until the
 * lake does. They are kept beside what is written from now on.
 */
export function setAside(id: string): void {
  const work = current.get(id)
  if (!work) return
  const others = aside.get(id) ?? []
  const own = {...work, sent: sentSaves(id), window: `${work.window} ${others.length + 1}`}
  aside.set(id, [...others, own])
  void keepWork(own).catch(refuse)
}

/** @param head what the lake shows: words that were set aside and are in it are kept no longer */
export function settle(id: string, head: UnsavedWork['base']): void {
  const works = aside.get(id) ?? []
  const left = works.filter(({base, mine}) => !hasAll({base: base ?? {}, mine, theirs: head ?? {}}))
  if (left.length === works.length) return
  aside.set(id, left)
  for (const work of works) if (!left.includes(work)) void forgetWork(work).catch(refuse)
}

/** The lake has everything. */
export async function forget(id: string): Promise<void> {
  for (const {transactionId} of sentSaves(id)) saveEnded(id, transactionId)
  const work = current.get(id)
  if (!work) return
  current.delete(id)
  report()
  await running.get(id)
  if (!current.has(id)) await forgetWork(work).catch(refuse)
}

/** Resolves when what is current now is written. */
function write(id: string): Promise<void> {
  due.add(id)
  const already = running.get(id)
  if (already) return already
  const run = writeDue(id).finally(() => running.delete(id))
  running.set(id, run)
  return run
}

async function writeDue(id: string): Promise<void> {
  while (due.delete(id)) {
    // What belongs together changes in one go: base, words and saves on their way.
    await Promise.resolve()
    const work = current.get(id)
    if (work) await keepWork({...work, sent: sentSaves(id)}).then(() => report(false), refuse)
  }
}

const refuse = (): void => become({isRefused: true})

let typing = 0

/** A text editor has keys that it has not passed on. The returned function ends that. */
export function beginTyping(): () => void {
  const stopAsking = askBeforeLeaving()
  typing++
  become({isTyping: true})
  return () => {
    stopAsking()
    typing--
    become({isTyping: typing > 0})
  }
}

/** @param left documents of which closed windows have left words */
export const reportLeft = (left: number): void => become({left})

function report(isRefused = kept.isRefused): void {
  become({unsaved: current.size, isRefused})
}

function become(changed: Partial<KeptHere>): void {
  const next = {...kept, ...changed}
  if (dequal(next, kept)) return
  kept = next
  for (const listener of listeners) listener()
}
