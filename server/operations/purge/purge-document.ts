// Takes a document out of the newsroom together with its past, and writes a line in the ledger that
// says so without saying what it was.
import {isPieceType} from '../../../model/registry.ts'
import {MutationFailed, OperatorError, RuleRefused} from '@copydesk/lake/errors'
import {SYSTEM_ACTOR} from '@copydesk/lake/access'
import {createErasure, createHistory, type Erasure, historyTable} from '@copydesk/lake/store'
import {publishedIdOf} from '@copydesk/groq/documents'
import type {Lake} from '@copydesk/lake'
import type {LakeDocument} from '@copydesk/lake/types'
import {isRecord} from '../../../model/records.ts'
import {COMMENTS_DATASET, DATASET} from '../../newsroom-lake.ts'
import {eraseDocuments} from './erase-documents.ts'
import {scrubFiles, type Scrubbed, type ScrubRequest} from './scrub-files.ts'
import {relatedDocuments, relatedToComments, type RelatedDocuments} from './related-documents.ts'

export interface PurgeDocumentOptions extends Omit<ScrubRequest, 'erasing'> {
  /** Any of its ids: its own, its draft's. A comment's or a task's, too. */
  id: string
  /** Who does it, as the ledger will say. */
  by: string
  /** Asked once it is known what there is; false ends it. */
  confirm: (what: {documents: string[]; related: number}) => Promise<boolean>
  patience?: number
}

export interface Purged extends Scrubbed {
  documents: string[]
  /** Comments and tasks about them, notifications of these, and the newsroom's own copies. */
  related: string[]
  revisions: number
}

/**
 * Answers null where it was not confirmed.
 *
 * @throws OperatorError for what is on record, and for what something refers to still
 */
export async function purgeDocument(options: PurgeDocumentOptions): Promise<Purged | null> {
  const {lake, confirm} = options
  const id = publishedIdOf(options.id)
  const erasing = createErasure(lake.services.database)
  const {copies, related} = found(erasing, id)
  const refusal = refusalOf(id, await lastOf(lake, copies), copies)
  if (refusal) throw new OperatorError(refusal)
  const named = copies.length > 0 ? copies : [id]
  const others = [...related.content, ...related.comments].filter((one) => !named.includes(one))
  if (!(await confirm({documents: named, related: others.length}))) return null

  const request = {...options, erasing, what: id, documents: copies, related}
  const revisions = await eraseDocuments(request).catch((error: unknown) => {
    throw explained(error)
  })
  const scrubbed = await scrubFiles({...options, erasing})
  return {documents: named, related: others, revisions, ...scrubbed}
}

/** The documents as they were last. */
async function lastOf(lake: Lake, ids: string[]): Promise<LakeDocument[]> {
  const {database, documents, log, grantsOf} = lake.services
  const history = createHistory({
    documents,
    history: historyTable(database),
    log,
    grantsOf,
    holdsFor: () => () => true,
  })
  const last = await history.documentsAt({
    dataset: DATASET,
    ids,
    actor: SYSTEM_ACTOR,
    moment: 'last',
  })
  return last.documents
}

/** @throws OperatorError where there is nothing */
function found(erasing: Erasure, id: string): {copies: string[]; related: RelatedDocuments} {
  const copies = erasing.copiesOf(DATASET, id)
  if (copies.length > 0) return {copies, related: relatedDocuments(erasing, id)}
  const comments = erasing.copiesOf(COMMENTS_DATASET, id)
  if (comments.length > 0) return {copies, related: relatedToComments(erasing, comments)}
  throw new OperatorError(`There is nothing under "${id}": neither a document nor its history.`)
}

function refusalOf(id: string, last: LakeDocument[], copies: string[]): string | null {
  if (last.some(isRecord) || last.some(({_type}) => _type === 'notification')) {
    return `"${id}" is on record. Nobody can purge what is on record.`
  }
  if (last.some(({_type}) => isPieceType(_type)) && copies.includes(id)) {
    return `"${id}" was published: readers have seen it. Withdraw or kill it instead.`
  }
  return null
}

/** The commit's own words are for programs. */
function explained(error: unknown): unknown {
  if (error instanceof RuleRefused) return new OperatorError(error.message)
  if (!(error instanceof MutationFailed)) return error
  return new OperatorError(
    `Something refers to it still: take it out there first. ${error.message}`,
  )
}
