// Takes a document out of the newsroom together with its past, and writes a line in the ledger that
// says so without saying what it was.
import {isPieceType} from '../../../model/registry.ts'
import {join} from 'node:path'
import {MutationFailed, OperatorError, RuleRefused} from '@copydesk/lake/errors'
import {SYSTEM_ACTOR} from '@copydesk/lake/access'
import {
  createErasure,
  createHistory,
  type Erasure,
  historyTable,
  openDatabase,
} from '@copydesk/lake/store'
import {publishedIdOf} from '@copydesk/groq/documents'
import type {Lake} from '@copydesk/lake'
import type {LakeDocument} from '@copydesk/lake/types'
import {isRecord} from '../../../model/records.ts'
import {COMMENTS_DATASET, DATASET} from '../../newsroom-lake.ts'
import {eraseDocuments} from './erase-documents.ts'
import {olderCopies} from './older-copies.ts'
import {scrubFiles} from './scrub-files.ts'
import {relatedDocuments, relatedToComments, type RelatedDocuments} from './related-documents.ts'

export interface PurgeDocumentOptions {
  lake: Lake
  dataFolder: string
  /** Any of its ids: its own, its draft's. A comment's or a task's, too. */
  id: string
  /** Who does it, as the ledger will say. */
  by: string
  /** Asked once it is known what there is; false ends it. */
  confirm: (what: {documents: string[]; related: number}) => Promise<boolean>
  patience?: number
}

export interface Purged {
  documents: string[]
  /** Comments and tasks about them, notifications of these, and the newsroom's own copies. */
  related: string[]
  revisions: number
  /** What is gone is gone from the files as well. */
  scrubbed: boolean
  /** Folders within the data folder that hold it still. */
  olderCopies: string[]
}

/**
 * Answers null where it was not confirmed.
 *
 * @throws OperatorError for what is on record, and for what something refers to still
 */
export async function purgeDocument(options: PurgeDocumentOptions): Promise<Purged | null> {
  const {lake, dataFolder, confirm, by, patience} = options
  const id = publishedIdOf(options.id)
  const database = openDatabase(join(dataFolder, 'lake.sqlite'))
  try {
    const erasing = createErasure(database)
    const {copies, related} = found(erasing, id)
    const {documents, log, grantsOf} = lake.services
    const history = createHistory({
      documents,
      history: historyTable(database),
      log,
      grantsOf,
      holdsFor: () => () => true,
    })
    const last = await history.documentsAt({
      dataset: DATASET,
      ids: copies,
      actor: SYSTEM_ACTOR,
      moment: 'last',
    })
    const refusal = refusalOf(id, last.documents, copies)
    if (refusal) throw new OperatorError(refusal)
    const named = copies.length > 0 ? copies : [id]
    const others = [...related.content, ...related.comments].filter((one) => !named.includes(one))
    if (!(await confirm({documents: named, related: others.length}))) return null

    const request = {lake, dataFolder, erasing, what: id, by, documents: copies, related, patience}
    const revisions = await eraseDocuments(request).catch((error: unknown) => {
      throw explained(error)
    })
    return {
      documents: named,
      related: others,
      revisions,
      scrubbed: scrubFiles(erasing, dataFolder),
      olderCopies: olderCopies(dataFolder),
    }
  } finally {
    database.close()
  }
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
