// What a step and the rules can know of the transaction that they are part of.
import type {DocumentTable} from '../store/documents.ts'
import type {Attached, CommitRequest, LakeDocument, StepContext} from '../types.ts'
import {referrersIn} from './referrers.ts'
import type {Transaction} from './transaction.ts'
import {versionsAfter} from './versions-after.ts'

export interface StepContextOptions {
  documents: DocumentTable
  /** Documents about a document, in the dataset's add-ons. */
  attached: (dataset: string) => Attached
  /** A document as it was before it was deleted last: what a release takes up again. */
  lastRevision?: (dataset: string, id: string) => LakeDocument | null
  /** IDs of the documents that a transaction wrote. */
  writtenBy?: (dataset: string, transactionId: string) => string[]
  /** Account IDs of those who wrote the words of a stored text field. */
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
