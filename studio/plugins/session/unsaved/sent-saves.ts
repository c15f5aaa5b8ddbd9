// Which saves are on their way: if the window closes now, nobody knows whether they arrive.
import {addressOf} from '@copydesk/lake/transport'
import type {SentSave} from './unsaved-store.ts'

const WRITES = /^\/v[^/]+\/data\/(?:actions|mutate)\//

/** A save waits no longer than that for the browser's store, in milliseconds. */
const PATIENCE = 1000

/** By ID of the document: saves that were sent and are not in what the lake has shown of it. */
const onTheirWay = new Map<string, SentSave[]>()

/** Called with the document's ID when one of its saves is about to be sent. It is sent once the promise resolves. */
type BeforeSave = (id: string) => Promise<void>
let beforeSave: BeforeSave = async () => {}

/** @param id of a draft, a version or a published document */
export const sentSaves = (id: string): SentSave[] => onTheirWay.get(id) ?? []

/** There is one listener. */
export function onSave(listener: BeforeSave): void {
  beforeSave = listener
}

/** What the lake shows of the document has the save, or never will. */
export function saveEnded(id: string, transactionId: string): void {
  const others = sentSaves(id).filter((save) => save.transactionId !== transactionId)
  if (others.length > 0) onTheirWay.set(id, others)
  else onTheirWay.delete(id)
}

/** Installs itself once. Requests other than saves pass through. */
export function watchSaves(page: {fetch: typeof fetch; location: {href: string}}): void {
  const send = page.fetch
  page.fetch = async (input, init) => {
    const save = saveOf(input, init, page.location.href)
    if (!save) return await send(input, init)
    const {ids, ...sent} = save
    for (const id of ids) onTheirWay.set(id, [...sentSaves(id), sent])
    const isWritten = Promise.all(ids.map((id) => beforeSave(id)))
    await Promise.race([isWritten, new Promise((resolve) => setTimeout(resolve, PATIENCE))])
    let isAccepted = false
    try {
      const response = await send(input, init)
      isAccepted = response.ok
      return response
    } finally {
      // An accepted save is on its way until the document shows it: the answer may come first. After a
      // failure the studio sends the words again under another ID.
      if (!isAccepted) for (const id of ids) saveEnded(id, sent.transactionId)
    }
  }
}

function saveOf(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  base: string,
): (SentSave & {ids: string[]}) | undefined {
  if (init?.method !== 'POST' || typeof init.body !== 'string') return undefined
  if (!WRITES.test(new URL(addressOf(input), base).pathname)) return undefined
  const {transactionId, actions, mutations} = JSON.parse(init.body) as Write
  if (!transactionId) return undefined
  const ids = [...(actions ?? []).map(idOfAction), ...(mutations ?? []).map(idOfMutation)]
  const known = new Set(ids.filter((id) => id !== undefined))
  return {ids: [...known], transactionId, body: init.body}
}

interface Write {
  transactionId?: string
  actions?: {draftId?: string; versionId?: string; attributes?: {_id?: string}}[]
  mutations?: Record<string, {id?: string; _id?: string}>[]
}

const idOfAction = ({draftId, versionId, attributes}: NonNullable<Write['actions']>[number]) =>
  versionId ?? draftId ?? attributes?._id

const idOfMutation = (mutation: Record<string, {id?: string; _id?: string}>) => {
  const [operation] = Object.values(mutation)
  return operation?.id ?? operation?._id
}
