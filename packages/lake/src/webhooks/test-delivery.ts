// Sends one request to a hook immediately, so that its author sees whether it arrives.
import type {Product} from '../product.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {Clock, LakeDocument} from '../types.ts'
import {deliveryRequest} from './delivery-request.ts'
import type {HookTable, Webhook} from './hook-table.ts'
import {operationOf, type SeenChange} from './operation.ts'
import type {Outcome, Post} from './post.ts'
import {actorOf, concerns, type HookVisibility} from './hook-visibility.ts'
import {compileTrigger} from './trigger.ts'

export interface TestDelivery {
  /** ID of the document that was sent. */
  documentId: string
  /** Milliseconds. */
  duration: number
  outcome: Outcome
}

export interface TestDeliveryOptions {
  documents: Pick<DocumentTable, 'all' | 'get'>
  hooks: HookTable
  visibility: HookVisibility
  staffRole: string
  projectId: string
  /** Its `name` is in the user agent. */
  product: Pick<Product, 'name'>
  post: Post
  clock: Clock
}

/** How many of the newest documents are tried against the filter. */
const CANDIDATES = 500

/** Sends the newest document that matches the filter, as created or else as changed or deleted. */
export function createTestDelivery({
  documents,
  hooks,
  visibility,
  staffRole,
  projectId,
  product,
  post,
  clock,
}: TestDeliveryOptions): (hook: Webhook) => Promise<TestDelivery> {
  return async (hook) => {
    const {dataset} = hook
    const actor = actorOf(hook, staffRole)
    const trigger = compileTrigger(hook.rule)
    const read = (document: LakeDocument | null): LakeDocument | null =>
      document && visibility.reads(dataset, actor, document) ? document : null
    const context = {
      projectId,
      dataset,
      now: new Date(clock()),
      identity: actor.id,
      dereference: (id: string) => read(documents.get(dataset, id)),
    }
    const newest = documents
      .all(dataset)
      .filter(({_id}) => concerns(hook, _id))
      .toSorted((a, b) => b._updatedAt.localeCompare(a._updatedAt))
      .slice(0, CANDIDATES)
    const changes = newest.filter(read).flatMap((document): SeenChange[] => [
      {before: null, after: document},
      {before: document, after: document},
      {before: document, after: null},
    ])
    for (const change of changes) {
      const payload = trigger.payload(change, context)
      const operation = operationOf(change)
      const document = change.after ?? change.before
      if (payload === undefined || !operation || !document) continue
      const message = {
        hook: hook.id,
        dataset,
        documentId: document._id,
        operation,
        transactionId: `try-${clock()}`,
        transactionTime: new Date(clock()).toISOString(),
        payload: JSON.stringify(payload),
      }
      const secret = hooks.secretOf(hook.id)
      const signing = {secret, now: clock(), projectId, sender: product.name}
      const begun = performance.now()
      const request = deliveryRequest(hook, message, signing)
      const outcome = await post(request, new AbortController().signal)
      return {documentId: document._id, duration: Math.round(performance.now() - begun), outcome}
    }
    throw new Error('Its filter matches none of the newest documents, so there is nothing to send.')
  }
}
