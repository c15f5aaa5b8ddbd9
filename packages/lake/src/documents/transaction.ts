// A transaction in the making: an overlay on the stored documents that remembers what each touched
// document was, what it became, and by which mutations.
import {isDeepStrictEqual} from 'node:util'
import {applyMutation} from './apply-mutation.ts'
import type {Watch} from './watch.ts'
import {isUnpublishedId, isVersionId} from '@copydesk/groq/documents'
import type {
  Actor,
  Change,
  Json,
  LakeDocument,
  Mutation,
  MutationResult,
  Read,
  Step,
  StepContext,
} from '../types.ts'

export interface Transaction {
  read: Read
  /** Runs one step as the request's mutation number `index`. */
  run(step: Step, index: number, context: StepContext): void
  /** Net changes so far, in the order in which documents were first touched. */
  changes(): Change[]
  results(): MutationResult[]
  /** Documents whose content is in another one now: see `Step`. */
  hasMoved(id: string): boolean
  /** Documents that a step writes by itself: see `Step`. */
  isOwned(id: string): boolean
  /**
   * The revision that a client sent along with a new document. The studio sends the one of the document
   * that it duplicates.
   */
  sentRevision(id: string): string | undefined
}

interface Touched {
  previous: LakeDocument | null
  current: LakeDocument | null
  mutations: Mutation[]
}

/**
 * @param load reads a stored document
 * @param actor recorded as `_system.createdBy` of drafts that the transaction creates
 */
export function createTransaction(options: {
  load: Read
  actor: Actor
  /** The actor brings `_system` along: the system itself, or an import that restores a dataset. */
  keepsSystem: boolean
  timestamp: string
  transactionId: string
  watch: Watch
  isLong: (document: LakeDocument) => boolean
}): Transaction {
  const touched = new Map<string, Touched>()
  const moved = new Map<string, string>()
  const owned = new Set<string>()
  const sentRevisions = new Map<string, string>()
  const results: MutationResult[] = []

  const {watch} = options
  const read: Read = (id) => {
    watch.look()
    const overlay = touched.get(id)
    return overlay ? overlay.current : options.load(id)
  }

  const apply = (mutation: Mutation, index: number): void => {
    const applied = applyMutation(mutation, {
      read,
      timestamp: options.timestamp,
      transactionId: options.transactionId,
      index,
      isLong: options.isLong,
      guard: watch.guard,
    })
    results.push({
      id: applied.id,
      operation: applied.operation,
      ...(applied.document ? {document: applied.document} : {}),
    })
    if (applied.operation === 'none') return
    const entry = touched.get(applied.id) ?? {
      previous: options.load(applied.id),
      current: null,
      mutations: [],
    }
    // What is deleted and created again in one transaction keeps what is the server's.
    const before = read(applied.id) ?? entry.previous
    const measured = applied.document && withMeasured(applied.document, before, options)
    const document = measured && withSystem(measured, before, options)
    const result = results.at(-1)
    if (document && result) result.document = document
    const sent = Object.values(mutation as Record<string, {_rev?: unknown}>)[0]?._rev
    if (typeof sent === 'string') sentRevisions.set(applied.id, sent)
    entry.current = document
    entry.mutations.push(asStored(mutation, document))
    if (measured !== applied.document) entry.mutations.push(putBack(applied.id, measured))
    touched.set(applied.id, entry)
  }

  return {
    read,
    run(step, index, context) {
      const {mutations, moved: moves = [], owns = []} = step(read, context)
      for (const mutation of mutations) apply(mutation, index)
      for (const id of owns) owned.add(id)
      for (const {id, into} of moves) moved.set(id, into)
    },
    changes: () =>
      [...touched]
        .map(([id, {previous, current, mutations}]) => ({id, previous, result: current, mutations}))
        .filter((change) => change.previous !== null || change.result !== null),
    results: () => results,
    hasMoved(id) {
      const into = moved.get(id)
      return into !== undefined && read(into) !== null
    },
    isOwned: (id) => owned.has(id),
    sentRevision: (id) => sentRevisions.get(id),
  }
}

/**
 * `_system.createdBy` of a draft is the lake's own: kept through edits, never taken from a client,
 * dropped where a document becomes public. `_system.delete` is what a version says: that its release
 * takes the document away.
 */
function withSystem(
  document: LakeDocument,
  before: LakeDocument | null,
  {actor, keepsSystem}: {actor: Actor; keepsSystem: boolean},
): LakeDocument {
  const {_system: given, ...rest} = document
  if (!isUnpublishedId(document._id)) return rest
  const system = keepsSystem ? (given ?? before?._system) : before?._system
  const kept = isObject(system) ? system : {createdBy: actor.id}
  if (!isVersionId(document._id)) return {...rest, _system: kept}
  const {delete: _, ...own} = kept
  const goes = isObject(given) && given['delete'] === true
  return {...rest, _system: {...own, ...(goes ? {delete: true} : {})}}
}

/**
 * `metadata` of a picture is what the upload measured: dimensions, placeholders, palette. Another value is
 * put back and not refused, because Sanity's import sends it along with titles and credits.
 */
function withMeasured(
  document: LakeDocument,
  before: LakeDocument | null,
  {keepsSystem}: {keepsSystem: boolean},
): LakeDocument {
  if (keepsSystem || before?._type !== 'sanity.imageAsset') return document
  if (isDeepStrictEqual(document['metadata'], before['metadata'])) return document
  const {metadata: _, ...rest} = document
  return {...rest, ...metadataOf(before)}
}

const metadataOf = (document: LakeDocument | null): {metadata?: Json} =>
  document?.['metadata'] === undefined ? {} : {metadata: document['metadata']}

/** Listeners that follow mutations come to the same document. */
function putBack(id: string, measured: LakeDocument | null): Mutation {
  const kept = metadataOf(measured)
  return {patch: kept.metadata === undefined ? {id, unset: ['metadata']} : {id, set: kept}}
}

const isObject = (value: Json | undefined): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Listeners rebuild the document from these mutations, so a creation carries the document as it was
 * stored (ids, times) and not as it was sent.
 */
function asStored(mutation: Mutation, document: LakeDocument | null): Mutation {
  if (!document || 'patch' in mutation || 'delete' in mutation) return mutation
  return 'create' in mutation ? {create: document} : {createOrReplace: document}
}
