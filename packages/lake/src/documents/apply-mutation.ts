// Applies one mutation to one document. Pure, and the same for every endpoint.
import {Mutation as Mutator} from '@sanity/mutator'
import {BadRequest, MutationFailed} from '../errors.ts'
import {isWellFormedId} from '@copydesk/groq/documents'
import {isLong} from '../deadline.ts'
import {patchTexts} from './patch-texts.ts'
import {isPlainPatch} from './plain-patch.ts'
import type {TransactionDeadline} from './transaction-deadline.ts'
import type {DocumentInput, LakeDocument, Mutation, PatchMutation, Read} from '../types.ts'

export interface ApplyContext {
  read: Read
  /** ISO 8601, the time of the transaction. */
  timestamp: string
  transactionId: string
  /** Position of the mutation in the request, for the error. */
  index: number
  /** Runs what may take long. */
  guard: TransactionDeadline['guard']
}

export interface Applied {
  id: string
  operation: 'create' | 'update' | 'delete' | 'none'
  document: LakeDocument | null
}

/**
 * IDs as the hosted API accepts them: letters, digits, `_`, `-`, and dots that separate non-empty
 * parts.
 */
const DOCUMENT_ID = /^(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9_.-]{0,249}$/

export function assertDocumentId(id: unknown): asserts id is string {
  if (typeof id !== 'string' || !DOCUMENT_ID.test(id) || id.endsWith('.')) {
    throw new BadRequest(
      `Invalid document id ${JSON.stringify(id)}: use letters, digits, "_", "-" and single dots.`,
      'mutationError',
    )
  }
}

/**
 * Applies a mutation by ID. Selections by query are resolved before the transaction.
 * @throws MutationFailed for a missing document, a taken ID or a wrong revision
 * @throws BadRequest for a mutation that can never apply
 */
export function applyMutation(mutation: Mutation, context: ApplyContext): Applied {
  if ('create' in mutation) return create(mutation.create, context)
  if ('createIfNotExists' in mutation) {
    const input = mutation.createIfNotExists
    const existing = context.read(idOf(input))
    return existing
      ? {id: existing._id, operation: 'none', document: existing}
      : create(input, context)
  }
  if ('createOrReplace' in mutation) {
    const input = mutation.createOrReplace
    const existing = context.read(idOf(input))
    const document = complete(input, existing, context)
    return {id: document._id, operation: existing ? 'update' : 'create', document}
  }
  if ('delete' in mutation) {
    const id = selectedId(mutation.delete)
    const existing = context.read(id)
    if ('ifRevisionID' in mutation.delete) {
      assertRevision(existing, id, mutation.delete.ifRevisionID, context)
    }
    return {id, operation: existing ? 'delete' : 'none', document: null}
  }
  if ('patch' in mutation) return patch(mutation.patch, context)
  throw new BadRequest(
    `Unknown mutation ${JSON.stringify(Object.keys(mutation))}: use create, createOrReplace, createIfNotExists, patch or delete.`,
    'mutationError',
  )
}

function create(input: DocumentInput, context: ApplyContext): Applied {
  const id = idOf(input)
  if (context.read(id)) {
    throw failed(409, context, 'documentAlreadyExistsError', id, {
      description: `Document by ID "${id}" already exists`,
    })
  }
  return {id, operation: 'create', document: complete(input, null, context)}
}

function patch(input: PatchMutation, context: ApplyContext): Applied {
  const id = selectedId(input)
  const before = context.read(id)
  if (!before) {
    throw failed(409, context, 'documentNotFoundError', id, {
      description: `The document with the ID "${id}" was not found`,
    })
  }
  assertRevision(before, id, input.ifRevisionID, context)
  const {ifRevisionID: _, ...operations} = input
  const after = runPatch(before, {...operations, id}, context)
  if (after._id !== before._id || after._type !== before._type) {
    throw failed(409, context, 'mutationError', id, {
      description: `A patch cannot change _id or _type of "${id}".`,
    })
  }
  // A patch without effect creates a revision too, because the studio waits for its transaction's
  // event.
  return {
    id,
    operation: 'update',
    document: {
      ...after,
      _createdAt: before._createdAt,
      _updatedAt: context.timestamp,
      _rev: context.transactionId,
    },
  }
}

function runPatch(
  before: LakeDocument,
  operations: PatchMutation,
  context: ApplyContext,
): LakeDocument {
  let after = before
  let problem: string | undefined
  const isPlain = isPlainPatch(operations)
  const run = (): void => {
    try {
      after =
        (isPlain ? afterTyping(before, operations) : undefined) ??
        (new Mutator({mutations: [{patch: operations}]}).apply(before) as LakeDocument)
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error)
    }
  }
  context.guard(() => !isPlain || isLong(before), run)
  if (problem === undefined) return after
  throw failed(409, context, 'mutationError', before._id, {
    description: `The patch cannot be applied: ${problem}`,
  })
}

/** Undefined for a patch that is more than what somebody types in texts. */
function afterTyping(before: LakeDocument, patch: PatchMutation): LakeDocument | undefined {
  const {diffMatchPatch} = patch
  const isTyping = Object.keys(patch).every((name) => name === 'id' || name === 'diffMatchPatch')
  return diffMatchPatch && isTyping ? patchTexts(before, diffMatchPatch) : undefined
}

/**
 * Adds the fields that every stored document has. A given `_createdAt` is kept, as in the hosted
 * API.
 */
function complete(
  input: DocumentInput,
  existing: LakeDocument | null,
  context: ApplyContext,
): LakeDocument {
  if (typeof input._type !== 'string' || input._type === '') {
    throw new BadRequest('A document needs a _type.', 'mutationError')
  }
  const id = idOf(input)
  if (!isWellFormedId(id)) {
    throw new BadRequest(
      `"${id}" has the prefix of a draft or version, but no document ID after it.`,
      'mutationError',
    )
  }
  return {
    ...(input as Record<string, LakeDocument[string]>),
    _id: id,
    _type: input._type,
    _createdAt: isTime(input._createdAt)
      ? input._createdAt
      : (existing?._createdAt ?? context.timestamp),
    _updatedAt: context.timestamp,
    _rev: context.transactionId,
  }
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value))
}

function idOf(input: {_id?: unknown}): string {
  assertDocumentId(input?._id)
  return input._id
}

function selectedId(selection: {id: string} | {query: string}): string {
  if (!('id' in selection)) {
    throw new BadRequest('A patch or delete needs an id or a query.', 'mutationError')
  }
  assertDocumentId(selection.id)
  return selection.id
}

function assertRevision(
  document: LakeDocument | null,
  id: string,
  expected: unknown,
  context: ApplyContext,
): void {
  if (expected === undefined || expected === null || document?._rev === expected) return
  throw failed(409, context, 'documentRevisionIDDoesNotMatchError', id, {
    description: `Document "${id}" has unexpected revision ID ("${document?._rev ?? 'none'}"), expected ${JSON.stringify(expected)}`,
    currentRevisionID: document?._rev ?? null,
    expectedRevisionID: expected,
  })
}

function failed(
  status: 403 | 404 | 409,
  context: ApplyContext,
  type: string,
  id: string,
  details: {description: string; [member: string]: unknown},
): MutationFailed {
  return new MutationFailed(status, [{index: context.index, error: {type, id, ...details}}])
}
