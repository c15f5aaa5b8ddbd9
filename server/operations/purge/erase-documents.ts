// Deletes documents of both datasets, writes the ledger entry, and erases them from the log.
import {randomUUID} from 'node:crypto'
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {SYSTEM_ACTOR} from '@copydesk/lake/access'
import type {Lake} from '@copydesk/lake'
import {inTransactionWhenFree, type Erasure} from '@copydesk/lake/store'
import {COMMENTS_DATASET, DATASET} from '../../newsroom-lake.ts'
import type {RelatedDocuments} from './related-documents.ts'
import type {Mutation} from '@copydesk/lake/types'

export interface EraseRequest {
  lake: Lake
  dataFolder: string
  erasing: Erasure
  /** The ID in the ledger entry, without content. */
  what: string
  by: string
  /** Documents of the content dataset; related documents are not counted among their revisions. */
  documents: readonly string[]
  related: RelatedDocuments
  /** Set on a node of a cluster. */
  cluster?: string | undefined
  /** How long open studios have to get the deletion, in milliseconds. */
  patience?: number | undefined
}

/** Streams look for changes by other processes four times a second. */
const PATIENCE_MS = 1_500

/**
 * Returns how many revisions of `documents` were erased.
 *
 * @throws what the commit throws; then nothing was deleted
 */
export async function eraseDocuments(request: EraseRequest): Promise<number> {
  const {lake, dataFolder, erasing, what, by, related} = request
  const {database, documents, commit, assets} = lake.services
  const transactionId = randomUUID()
  const deletions = (dataset: string, ids: readonly string[]) =>
    ids.filter((one) => documents.get(dataset, one)).map((one) => ({delete: {id: one}}))
  const asSystem = {actor: SYSTEM_ACTOR, transactionId}
  await commit({
    ...asSystem,
    dataset: DATASET,
    steps: [
      () => ({mutations: deletions(DATASET, [...request.documents, ...related.content])}),
      (_, {now}) => ({mutations: [purgeEntry({transactionId, now, by, what})]}),
    ],
  })
  const commentDeletions = deletions(COMMENTS_DATASET, related.comments)
  await commit({
    ...asSystem,
    dataset: COMMENTS_DATASET,
    act: 'purge',
    steps: [() => ({mutations: commentDeletions})],
  })
  const isServed = request.cluster !== undefined || existsSync(join(dataFolder, 'server.lock'))
  if (isServed) await sleep(request.patience ?? PATIENCE_MS)
  const revisions = await inTransactionWhenFree(database, () => {
    erasing.erase(DATASET, related.content)
    erasing.erase(COMMENTS_DATASET, related.comments)
    return erasing.erase(DATASET, request.documents)
  })
  // The bytes of a picture go with its document, also if it was uploaded this hour.
  await assets.erase(DATASET, [...request.documents, ...related.content])
  await assets.sweep(DATASET)
  return revisions
}

/** It holds an id and no content. */
function purgeEntry({
  transactionId,
  now,
  by,
  what,
}: Record<'transactionId' | 'now' | 'by' | 'what', string>): Mutation {
  return {
    create: {
      _id: `ledger.${transactionId}`,
      _type: 'ledgerEntry',
      kind: 'purged',
      articles: [],
      reason: `${what} was taken out of the newsroom together with its history.`,
      by: 'system',
      byName: by,
      at: now,
    },
  }
}
