// An action: a checked recipe that returns mutations for the running transaction.
import {Mutation as Mutator} from '@sanity/mutator'
import {isDraftId, isVersionId, publishedIdOf as documentOf} from '@copydesk/groq/documents'
import {BadRequest, MutationFailed} from '../errors.ts'
import {parsePatch} from '../parse-patch.ts'
import type {
  Json,
  LakeDocument,
  Move,
  Mutation,
  PatchMutation,
  Read,
  StepContext,
} from '../types.ts'
import {holdsProto} from '../unsafe-names.ts'

/** An action's body as it arrived, `actionType` included. */
export type ActionInput = Record<string, Json>

export interface ActionOutcome {
  mutations: Mutation[]
  moved?: Move[]
  /** IDs that only the action may write. */
  owns?: string[]
}

/**
 * Runs inside the transaction and sees the results of earlier actions. It must be deterministic.
 */
export type ActionHandler = (input: ActionInput, read: Read, context: StepContext) => ActionOutcome

const nameOf = ({actionType}: ActionInput): string =>
  typeof actionType === 'string' ? actionType : 'The action'

/** Reads a member that must be a non-empty string. */
export function text(input: ActionInput, member: string): string {
  const value = input[member]
  if (typeof value !== 'string' || value === '') {
    throw new BadRequest(`${nameOf(input)} needs "${member}".`, 'actionError')
  }
  return value
}

/** As `text`, and the id must be a published one. */
export function publishedIdOf(input: ActionInput): string {
  const id = text(input, 'publishedId')
  if (isDraftId(id) || isVersionId(id)) {
    throw new BadRequest(`"${id}" is not a published document ID.`, 'actionError')
  }
  return id
}

/** As `text`, and the id must be the draft of `publishedId`, so that no action crosses documents. */
export function draftIdOf(input: ActionInput, publishedId: string): string {
  const id = input['draftId'] === undefined ? `drafts.${publishedId}` : text(input, 'draftId')
  if (id !== `drafts.${publishedId}` && !isVersionOf(id, publishedId)) {
    throw new BadRequest(`"${id}" is not a draft of "${publishedId}".`, 'actionError')
  }
  return id
}

function isVersionOf(id: string, publishedId: string): boolean {
  return isVersionId(id) && documentOf(id) === publishedId
}

export function attributesOf(
  input: ActionInput,
  member: 'attributes' | 'document',
): Record<string, Json> & {_id: string; _type: string} {
  const value = input[member]
  if (
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value) ||
    typeof value['_type'] !== 'string' ||
    typeof value['_id'] !== 'string'
  ) {
    throw new BadRequest(`${nameOf(input)} needs "${member}" with _id and _type.`, 'actionError')
  }
  if (holdsProto(value)) {
    throw new BadRequest(
      `${nameOf(input)}: "${member}" holds a field called "__proto__".`,
      'actionError',
    )
  }
  return value as Record<string, Json> & {_id: string; _type: string}
}

/** @throws MutationFailed 409 where the document is missing */
export function existing(read: Read, id: string): LakeDocument {
  const document = read(id)
  if (document) return document
  throw new MutationFailed(409, [
    {
      index: 0,
      error: {
        type: 'documentNotFoundError',
        id,
        description: `The document with the ID "${id}" was not found`,
      },
    },
  ])
}

/** @throws MutationFailed 409 where a given revision is not the document's */
export function assertRevision(document: LakeDocument | null, id: string, expected?: Json): void {
  if (expected === undefined || expected === null || expected === document?._rev) return
  throw new MutationFailed(409, [
    {
      index: 0,
      error: {
        type: 'documentRevisionIDDoesNotMatchError',
        id,
        currentRevisionID: document?._rev ?? null,
        expectedRevisionID: expected,
        description: `Document "${id}" has unexpected revision ID ("${document?._rev ?? 'none'}"), expected ${JSON.stringify(expected)}`,
      },
    },
  ])
}

/**
 * Reads the member `patch` as a patch of a document that only its actions write.
 *
 * @throws MutationFailed 409 where the patch names another revision
 */
export function patchOf(input: ActionInput, document: LakeDocument): PatchMutation {
  const {patch} = input
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) {
    throw new BadRequest(`${nameOf(input)} needs a "patch".`, 'actionError')
  }
  const {ifRevisionID, ...operation} = parsePatch({...patch, id: document._id}, 'The edit')
  assertRevision(document, document._id, ifRevisionID)
  return operation
}

export function patched<T extends LakeDocument>(document: T, patch: PatchMutation): T {
  try {
    const mutator = new Mutator({mutations: [{patch: structuredClone(patch)}]})
    return mutator.apply(document) as T
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new BadRequest(`The edit cannot be applied: ${why}`, 'actionError')
  }
}

/** A document's content without what belongs to one stored copy of it. */
export function contentOf(document: LakeDocument): Record<string, Json> & {_type: string} {
  const {_id, _rev, _updatedAt, _system, ...content} = document
  return content
}
