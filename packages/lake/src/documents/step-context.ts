// Information about the transaction for its steps and rules.
import type {DocumentTable} from '../store/documents.ts'
import type {Attached, CommitRequest, LakeDocument, StepContext} from '../types.ts'
import {referrersIn} from './referrers.ts'
import type {Transaction} from './transaction.ts'
import {versionsAfter} from './versions-after.ts'

export interface StepContextOptions {
  documents: DocumentTable
  /** Documents about a document, in add-on datasets. */
  attached: (dataset: string) => Attached
  /** The last revision of a deleted document. Unarchiving a release restores it. */
  lastRevision?: (dataset: string, id: string) => LakeDocument | null
  /** IDs of the documents that a transaction wrote. */
  writtenBy?: (dataset: string, transactionId: string) => string[]
  /** IDs of the accounts that wrote the words of a stored text field. */
  authorsOf?: (dataset: string, id: string, field: string) => string[]
}

export function createStepContext(
  options: StepContextOptions,
  {dataset, actor, dryRun}: CommitRequest,
  {
    transaction,
    ...known
  }: Pick<StepContext, 'keepsSystem' | 'transactionId' | 'now'> & {transaction: Transaction},
): StepContext {
  const {documents, lastRevision, writtenBy, authorsOf} = options
  return {
    ...known,
    actor,
    dryRun: dryRun === true,
    referrers: referrersIn(transaction, {documents, dataset, strongOnly: false}),
    attached: options.attached(dataset),
    versionsIn: versionsAfter(transaction, documents, dataset),
    lastRevision: (id) => lastRevision?.(dataset, id) ?? null,
    sources(id) {
      const revision = transaction.sentRevision(id)
      const ids = revision === undefined ? [] : (writtenBy?.(dataset, revision) ?? [])
      return ids.filter((other) => other !== id).flatMap((other) => transaction.load(other) ?? [])
    },
    authorsOf: (id, field) => authorsOf?.(dataset, id, field) ?? [],
  }
}
