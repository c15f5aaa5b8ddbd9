// Which parts an answer of the lake has, and how an answer is put together of parts that were kept.
import {typesOfKind} from '../../../../model/registry.ts'
import {keyOf, type ReadRequest} from './read-request.ts'

/** Only an author and the desk may read these, so they are not kept on a computer. */
const CONFIDENTIAL: readonly unknown[] = typesOfKind('private')

export const isConfidentialType = (type: unknown): boolean => CONFIDENTIAL.includes(type)

type Recalled = ReadonlyMap<string, unknown>

interface DocumentsAnswer {
  documents?: {_id: string; _type?: string}[]
  omitted?: {id: string; reason: string}[]
}

/** A document as it was when it was kept. */
export interface KeptDocument {
  /** Null if there was none. */
  document: Record<string, unknown> | null
  /** Log position. The document is as it was then, or newer. Undefined if it is not known. */
  position: number | undefined
}

/**
 * @param body of the answer
 * @param position log position before the request was sent
 * @returns what to keep, by key. Nothing confidential
 */
export function partsToKeep(
  request: ReadRequest,
  body: unknown,
  position: number | undefined,
): Map<string, unknown> {
  if (request.kind === 'documents')
    return documentsToKeep(request, body as DocumentsAnswer, position)
  const parts =
    request.kind === 'batch' ? rowsToKeep(request, body) : [[request.key, body] as const]
  return new Map(parts.filter(([key, value]) => !isConfidential(key, value)))
}

function documentsToKeep(
  {scope, ids, isContent}: Extract<ReadRequest, {kind: 'documents'}>,
  {documents = [], omitted = []}: DocumentsAnswer,
  position: number | undefined,
): Map<string, unknown> {
  const found = new Map(documents.map((document) => [document._id, document]))
  const reasons = new Map(omitted.map(({id, reason}) => [id, reason]))
  const kept = new Map<string, unknown>()
  for (const id of ids) {
    const document = found.get(id) ?? null
    const reason = reasons.get(id) ?? null
    kept.set(keyOf.availability(scope, id), reason)
    // A person who may not read a document does not know whether it exists.
    if (!isContent || reason === 'permission' || isConfidentialType(document?._type)) continue
    kept.set(keyOf.document(scope, id), {document, position} satisfies KeptDocument)
  }
  return kept
}

function rowsToKeep(
  {scope, parts}: Extract<ReadRequest, {kind: 'batch'}>,
  body: unknown,
): (readonly [string, unknown])[] {
  const {result} = body as {result: unknown[]}
  return parts.flatMap((part, index): (readonly [string, unknown])[] => {
    const value = result[index]
    if (part.kind === 'part') return [[keyOf.part(scope, part.key), value]]
    const rows = value as {_id?: string}[]
    return rows.flatMap((row) =>
      row._id ? [[keyOf.row(scope, row._id, part.projection), row]] : [],
    )
  })
}

/** Whether a value has content of a confidential document. An ID is not content, and neither is nothing. */
function isConfidential(key: string, value: unknown): boolean {
  const text = JSON.stringify(value) ?? ''
  if (CONFIDENTIAL.some((type) => text.includes(`"_type":"${String(type)}"`))) return true
  return (
    CONFIDENTIAL.some((type) => key.includes(String(type))) &&
    !/"result":(?:"[\w.-]+"|null)/.test(text)
  )
}

/** What has to be recalled to answer a request. */
export function keysFor(request: ReadRequest): string[] {
  if (request.kind === 'other') return [request.key]
  const {scope} = request
  if (request.kind === 'documents') {
    const key = request.isContent ? keyOf.document : keyOf.availability
    return request.ids.map((id) => key(scope, id))
  }
  return request.parts.flatMap((part) =>
    part.kind === 'part'
      ? [keyOf.part(scope, part.key)]
      : part.ids.map((id) => keyOf.row(scope, id, part.projection)),
  )
}

/**
 * @param isNew whether a document is begun in this window, so that the lake cannot have it
 * @returns the answer's body; undefined if too little was kept
 */
export function answerFrom(
  request: ReadRequest,
  kept: Recalled,
  isNew: (id: string) => boolean,
): unknown {
  if (request.kind === 'other') return kept.get(request.key)
  if (request.kind === 'documents') return documentsFrom(request, kept, isNew)
  const result = request.parts.map((part) => {
    if (part.kind === 'rows') {
      const rows = part.ids.map((id) => kept.get(keyOf.row(request.scope, id, part.projection)))
      return rows.filter((row) => row !== undefined)
    }
    // A list that was not kept is unknown, unless it is about a new document: then it is empty.
    const isOfNew = [...part.key.matchAll(/"([^"]+)"/g)].some(([, id = '']) => isNew(id))
    return kept.get(keyOf.part(request.scope, part.key)) ?? (isOfNew ? [] : undefined)
  })
  return result.includes(undefined) ? undefined : {ms: 0, result}
}

function documentsFrom(
  {scope, ids, isContent}: Extract<ReadRequest, {kind: 'documents'}>,
  kept: Recalled,
  isNew: (id: string) => boolean,
): unknown {
  if (!isContent) {
    // What is unknown is not said to be missing.
    const omitted = ids.flatMap((id) => {
      const reason = kept.get(keyOf.availability(scope, id)) ?? (isNew(id) ? 'existence' : null)
      return reason ? [{id, reason}] : []
    })
    const reasons = new Set(omitted.map(({id}) => id))
    return {documents: ids.filter((id) => !reasons.has(id)).map((_id) => ({_id})), omitted}
  }
  const all = ids.map((id) => kept.get(keyOf.document(scope, id)) as KeptDocument | undefined)
  if (!all.some(Boolean) && !ids.some(isNew)) return undefined
  return {
    documents: all.flatMap((one) => one?.document ?? []),
    omitted: ids.flatMap((id, at) => (all[at]?.document ? [] : [{id, reason: 'existence'}])),
  }
}
