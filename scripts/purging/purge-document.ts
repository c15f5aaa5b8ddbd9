// Takes a document out of the newsroom together with its past, and writes a line in the ledger that
// says so without saying what it was.
import {randomUUID} from 'node:crypto'
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {MutationFailed, RuleRefused} from '../../lake/errors.ts'
import {SYSTEM_ACTOR} from '../../lake/grants.ts'
import {createHistory} from '../../lake/history/history.ts'
import {publishedIdOf} from '../../lake/ids.ts'
import type {Lake} from '../../lake/index.ts'
import {openDatabase} from '../../lake/store/database.ts'
import {createErasing} from '../../lake/store/erasing.ts'
import {historyTable} from '../../lake/store/history.ts'
import type {LakeDocument} from '../../lake/types.ts'
import {isRecord} from '../../workflow/records.ts'
import {OperatorError} from '../environment.ts'
import {COMMENTS_DATASET, DATASET} from '../newsroom-lake.ts'
import {purgeEntry} from './purge-entry.ts'

export interface PurgeDocumentOptions {
  lake: Lake
  dataFolder: string
  /** Any of its ids: its own, its draft's. */
  id: string
  /** Who does it, as the ledger will say. */
  by: string
  /** Asked once it is known what there is; false ends it. */
  confirm: (what: {documents: string[]}) => Promise<boolean>
  /** How long open studios are given to hear of the deletion. Milliseconds. */
  patience?: number
}

export interface Purged {
  documents: string[]
  revisions: number
  /** What is gone is gone from the files as well. */
  scrubbed: boolean
}

/** Streams look for what other processes wrote four times a second. */
const PATIENCE_MS = 1_500

/**
 * Answers null where it was not confirmed.
 *
 * @throws OperatorError for what is on record, and for what something refers to still
 */
export async function purgeDocument(options: PurgeDocumentOptions): Promise<Purged | null> {
  const {lake, dataFolder, confirm, by, patience = PATIENCE_MS} = options
  const id = publishedIdOf(options.id)
  const database = openDatabase(join(dataFolder, 'lake.sqlite'))
  try {
    const erasing = createErasing(database)
    const copies = erasing.copiesOf(DATASET, id)
    if (copies.length === 0) {
      throw new OperatorError(`There is nothing under "${id}": neither a document nor its history.`)
    }
    const {documents, log, commit, grantsOf} = lake.services
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
    if (!(await confirm({documents: copies}))) return null

    const transactionId = randomUUID()
    const deletions = (dataset: string, ids: string[]) =>
      ids.filter((one) => documents.get(dataset, one)).map((one) => ({delete: {id: one}}))
    const asSystem = {actor: SYSTEM_ACTOR, transactionId}
    await commit({
      ...asSystem,
      dataset: DATASET,
      steps: [
        () => ({mutations: deletions(DATASET, copies)}),
        (_, {now}) => ({mutations: [purgeEntry({transactionId, now, by, what: id})]}),
      ],
    }).catch((error: unknown) => {
      throw explained(error)
    })
    // Comments quote what they are about; tasks may say it.
    const said = erasing.saidAbout(COMMENTS_DATASET, id)
    const mutations = deletions(COMMENTS_DATASET, said)
    await commit({
      ...asSystem,
      dataset: COMMENTS_DATASET,
      act: 'purge',
      steps: [() => ({mutations})],
    })
    if (existsSync(join(dataFolder, 'server.lock'))) await sleep(patience)
    const revisions = erasing.erase(DATASET, copies)
    erasing.erase(COMMENTS_DATASET, said)
    // The bytes of a picture go with its document.
    await lake.services.assets.sweep(DATASET)
    return {documents: copies, revisions, scrubbed: erasing.scrubFiles()}
  } finally {
    database.close()
  }
}

function refusalOf(id: string, last: LakeDocument[], copies: string[]): string | null {
  if (last.some(isRecord) || last.some(({_type}) => _type === 'notification')) {
    return `"${id}" is on record. What is on record stays, whoever asks.`
  }
  if (last.some(({_type}) => _type === 'article') && copies.includes(id)) {
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
