// A running transaction: an overlay on the stored documents with each change's earlier document,
// result and mutations.
import {isDeepStrictEqual} from 'node:util'
import {applyMutation, type Applied} from './apply-mutation.ts'
import type {TransactionDeadline} from './transaction-deadline.ts'
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
import {isRecord} from '../is-record.ts'

interface Overlay {
  previous: LakeDocument | null
  current: LakeDocument | null
  mutations: Mutation[]
}

export interface TransactionSettings {
  /** Reads a stored document. */
  stored: Read
  /** Recorded as `_system.createdBy` of drafts that the transaction creates. */
  actor: Actor
  /**
   * Whether `_system` of the request is kept: for the system itself, and for an import that
   * restores a dataset.
   */
  keepsSystem: boolean
  timestamp: string
  transactionId: string
  deadline: TransactionDeadline
}

/** `load`, `read`, `hasMoved` and `isOwned` can be passed on as functions. */
export class Transaction {
  readonly #settings: TransactionSettings
  readonly #loaded = new Map<string, LakeDocument | null>()
  readonly #overlays = new Map<string, Overlay>()
  readonly #moved = new Map<string, string>()
  readonly #owned = new Set<string>()
  readonly #sentRevisions = new Map<string, string>()
  readonly #results: MutationResult[] = []

  constructor(settings: TransactionSettings) {
    this.#settings = settings
  }

  /** The document before the transaction. */
  readonly load: Read = (id) => {
    const known = this.#loaded.get(id)
    if (known !== undefined) return known
    const document = this.#settings.stored(id)
    this.#loaded.set(id, document)
    return document
  }

  /** The document after the changes so far. */
  readonly read: Read = (id) => {
    this.#settings.deadline.check()
    const overlay = this.#overlays.get(id)
    return overlay ? overlay.current : this.load(id)
  }

  /** Whether another document has taken over the document's content: see `Step`. */
  readonly hasMoved = (id: string): boolean => {
    const into = this.#moved.get(id)
    return into !== undefined && this.read(into) !== null
  }

  /** Whether a step may write the document although the actor may not: see `Step`. */
  readonly isOwned = (id: string): boolean => this.#owned.has(id)

  /** Runs one step. `index` is its mutation's number in the request. */
  run(step: Step, index: number, context: StepContext): void {
    const {mutations, moved = [], owns = []} = step(this.read, context)
    for (const mutation of mutations) this.#apply(mutation, index)
    for (const id of owns) this.#owned.add(id)
    for (const {id, into} of moved) this.#moved.set(id, into)
  }

  /** Net changes so far, in the order in which documents were first changed. */
  changes(): Change[] {
    const changes: Change[] = []
    for (const [id, {previous, current: result, mutations}] of this.#overlays) {
      if (previous !== null || result !== null) changes.push({id, previous, result, mutations})
    }
    return changes
  }

  results(): readonly MutationResult[] {
    return this.#results
  }

  /**
   * The revision that a client sent with a new document. For a duplicate, the studio sends the
   * revision of the original.
   */
  sentRevision(id: string): string | undefined {
    return this.#sentRevisions.get(id)
  }

  #apply(mutation: Mutation, index: number): void {
    const {timestamp, transactionId, deadline} = this.#settings
    const applied = applyMutation(mutation, {
      read: this.read,
      timestamp,
      transactionId,
      index,
      guard: deadline.guard,
    })
    const {id, operation} = applied
    const result: MutationResult = {id, operation}
    if (applied.document) result.document = applied.document
    this.#results.push(result)
    if (operation === 'none') return
    const document = this.#write(mutation, applied)
    if (document) result.document = document
  }

  /** Returns the document as it will be stored. */
  #write(mutation: Mutation, {id, document}: Applied): LakeDocument | null {
    const overlay = this.#overlays.get(id) ?? {
      previous: this.load(id),
      current: null,
      mutations: [],
    }
    // A document that is deleted and created in one transaction keeps the server's fields.
    const before = this.read(id) ?? overlay.previous
    const measured = document && withMeasured(document, before, this.#settings)
    overlay.current = measured && withSystem(measured, before, this.#settings)
    overlay.mutations.push(asStored(mutation, overlay.current))
    if (measured !== document) overlay.mutations.push(putBack(id, measured))
    this.#overlays.set(id, overlay)
    const sent = Object.values(mutation as Record<string, {_rev?: unknown}>)[0]?._rev
    if (typeof sent === 'string') this.#sentRevisions.set(id, sent)
    return overlay.current
  }
}

/**
 * The lake sets `_system.createdBy` of a draft. Edits keep it, clients cannot set it, and published
 * documents do not have it. `_system.delete` of a version means that its release unpublishes the
 * document.
 */
function withSystem(
  document: LakeDocument,
  before: LakeDocument | null,
  {actor, keepsSystem}: {actor: Actor; keepsSystem: boolean},
): LakeDocument {
  const {_system: given, ...rest} = document
  if (!isUnpublishedId(document._id)) return rest
  const system = keepsSystem ? (given ?? before?._system) : before?._system
  const kept = isRecord(system) ? system : {createdBy: actor.id}
  if (!isVersionId(document._id)) return {...rest, _system: kept}
  const {delete: _, ...own} = kept
  const goes = isRecord(given) && given['delete'] === true
  return {...rest, _system: {...own, ...(goes ? {delete: true} : {})}}
}

/**
 * The upload measures a picture's `metadata`: dimensions, placeholders, palette. Another value is
 * replaced and not refused, because Sanity's import sends it with titles and credits.
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

/** So that listeners who follow mutations get the same document. */
function putBack(id: string, measured: LakeDocument | null): Mutation {
  const kept = metadataOf(measured)
  return {patch: kept.metadata === undefined ? {id, unset: ['metadata']} : {id, set: kept}}
}

/**
 * Listeners rebuild documents from these mutations. So a creation contains the stored document,
 * with its IDs and times.
 */
function asStored(mutation: Mutation, document: LakeDocument | null): Mutation {
  if (!document || 'patch' in mutation || 'delete' in mutation) return mutation
  return 'create' in mutation ? {create: document} : {createOrReplace: document}
}
