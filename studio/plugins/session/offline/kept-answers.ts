// Keeps what the lake answers, for the time when it cannot.
import {answerFrom, isConfidentialType, keysFor, partsToKeep, type KeptDocument} from './answers.ts'
import {dropOldest, forgetKept, keepAll, recall} from './kept-store.ts'
import {keyOf, type ReadRequest} from './read-request.ts'

/** A longer answer is a download. Characters. */
const LONGEST = 1_000_000
/** Milliseconds until answers are written down, together. */
const PAUSE = 1000

const PERSON = 'person'
const POSITION = 'position'

/** The newest log position that this window has received. */
let position: number | undefined

interface Pending {
  request: ReadRequest
  /** JSON. */
  text: string
  position: number | undefined
}

let pending: Pending[] = []
/** Newest versions of open documents, by key. One is written once it has waited for a whole pause. */
const heads = new Map<string, KeptDocument & {hasWaited: boolean}>()
let timer: ReturnType<typeof setTimeout> | undefined

export const positionNow = (): number | undefined => position

/** @param heard log position of an event */
export function heardOf(heard: number): void {
  if (heard > (position ?? -1)) position = heard
}

/**
 * @param text of the answer
 * @param before log position before the request was sent
 */
export function keepAnswer(request: ReadRequest, text: string, before: number | undefined): void {
  if (text.length > LONGEST) return
  pending.push({request, text, position: before})
  write()
}

/** The lake shows a newer version of an open document. */
export function keepHead(
  dataset: string,
  id: string,
  document: Record<string, unknown> | null,
): void {
  if (isConfidentialType(document?.['_type'])) return
  const key = keyOf.document(dataset, id)
  const {position: since = position, hasWaited = false} = heads.get(key) ?? {}
  // Events up to that position may be on their way to the studio. After a pause they are in the document.
  heads.set(key, {document, position: since, hasWaited})
  write()
}

function write(): void {
  timer ??= setTimeout(() => {
    timer = undefined
    const values = new Map<string, unknown>()
    for (const one of pending) {
      for (const [key, value] of partsOf(one)) values.set(key, value)
    }
    for (const [key, {hasWaited, ...head}] of heads) {
      if (hasWaited) {
        values.set(key, head)
        heads.delete(key)
      } else heads.set(key, {...head, hasWaited: true})
    }
    if (position !== undefined) values.set(POSITION, position)
    pending = []
    if (heads.size > 0) write()
    // Without room or in a private window the studio goes on, and needs the network.
    keepAll(values).catch(() => {})
  }, PAUSE)
}

/** An answer in a form that is not known is not kept. */
function partsOf({request, text, position: before}: Pending): Map<string, unknown> {
  try {
    return partsToKeep(request, JSON.parse(text), before)
  } catch {
    return new Map()
  }
}

/** @returns the body of an answer as the lake gave it last; undefined if too little is kept */
export async function answerOffline(
  request: ReadRequest,
  isNew: (id: string) => boolean,
): Promise<unknown> {
  const kept = await recall(keysFor(request)).catch(() => new Map<string, unknown>())
  return answerFrom(request, kept, isNew)
}

/** The log position from which a stream of these documents has to go on. Undefined if it is not known. */
export async function positionOf(
  dataset: string,
  ids: readonly string[],
): Promise<number | undefined> {
  const kept = await recall([POSITION, ...ids.map((id) => keyOf.document(dataset, id))]).catch(
    () => new Map(),
  )
  const places = [...kept].flatMap(([key, value]) =>
    key === POSITION ? [value as number] : ((value as KeptDocument).position ?? []),
  )
  return places.length > 0 ? Math.min(...places) : undefined
}

/** Deletes what another person's work left. Call once it is known who is signed in. */
export async function keepFor(person: string): Promise<void> {
  const kept = await recall([PERSON])
  if (kept.has(PERSON) && kept.get(PERSON) !== person) await forgetKept()
  await keepAll(new Map([[PERSON, person]]))
  await dropOldest()
}

/** For a sign-out. */
export async function forgetAnswers(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  pending = []
  heads.clear()
  await forgetKept()
}
