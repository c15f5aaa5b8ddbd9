// Overwrites in the files what was erased, and empties the index of texts, which holds its words. In a cluster, on all nodes.
import {join} from 'node:path'
import {scrubNode, whenErased, type ErasureStatus} from '@copydesk/lake/cluster'
import {OperatorError} from '@copydesk/lake/errors'
import {emptyTextIndex, textFileOf} from '@copydesk/lake/query'
import {olderCopies, type Erasure} from '@copydesk/lake/store'
import type {Lake} from '@copydesk/lake'

export interface ScrubRequest {
  lake: Lake
  dataFolder: string
  erasing: Erasure
  /** The address of the cluster's database, if the folder is a node. */
  cluster?: string | undefined
  /** Called while other nodes work. */
  onNodes?: ((done: number, of: number) => void) | undefined
  /** How long to wait for them, in milliseconds. */
  nodesPatience?: number | undefined
}

export interface Scrubbed {
  /** Of a newsroom of its own: whether what is gone is gone from the files as well. */
  scrubbed: boolean
  /** Folders that hold it still: older copies within the data folder. */
  olderCopies: string[]
  /** Where it still is in the cluster; null for a newsroom of its own. */
  nodes: ErasureStatus | null
}

/** Rewriting a large file takes a minute, and the nodes do it one after the other. */
const NODES_PATIENCE_MS = 10 * 60_000

export async function scrubFiles(request: ScrubRequest): Promise<Scrubbed> {
  const {lake, dataFolder, erasing, cluster} = request
  const {onNodes = () => {}, nodesPatience = NODES_PATIENCE_MS} = request
  const file = join(dataFolder, 'lake.sqlite')
  if (cluster === undefined) {
    // False where others read just then: the files hold it still.
    const scrubbed = [emptyTextIndex(textFileOf(file)), erasing.scrubFiles()].every(Boolean)
    return {scrubbed, olderCopies: copiesIn(dataFolder), nodes: null}
  }
  try {
    await lake.services.assets.removeCopies()
    await scrubNode(cluster, file)
    const nodes = await whenErased(cluster, nodesPatience, onNodes)
    return {scrubbed: true, olderCopies: copiesIn(dataFolder), nodes}
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new OperatorError(
      `It is erased, and still in some files: ${reason} The servers of all nodes go on with it by themselves. "cluster status" shows what is left.`,
    )
  }
}

const copiesIn = (dataFolder: string): string[] =>
  olderCopies(dataFolder).map((name) => join(dataFolder, name))
