// Where erased content still is, for people.
import {setTimeout as sleep} from 'node:timers/promises'
import type pg from 'pg'
import {connected} from './cluster-database.ts'
import {FOLDERS} from './postgres-schema.ts'

export interface FolderStatus {
  id: string
  /** Of its node. */
  name: string
  /** Whether its node runs. */
  isHere: boolean
  /** Whether its files still contain what was erased. */
  isDue: boolean
  /** Names of folders in it with older copies of the database, as of its last cleaning. */
  copies: string[]
}

export interface ErasureStatus {
  /** Whether log and snapshots still contain what was erased. */
  isLogDue: boolean
  folders: FolderStatus[]
}

export async function readErasure(client: pg.Client): Promise<ErasureStatus> {
  const {rows} = await client.query<{erased: string; isDue: boolean}>(
    'SELECT erased, scrubbed < erased AS "isDue" FROM lake.erasure',
  )
  const [{erased, isDue} = {erased: '0', isDue: false}] = rows
  const {rows: folders} = await client.query<Omit<FolderStatus, 'isDue'> & {scrubbed: string}>(
    FOLDERS,
  )
  return {
    isLogDue: isDue,
    folders: folders.map(({scrubbed, ...folder}) => ({
      ...folder,
      isDue: Number(scrubbed) < Number(erased),
    })),
  }
}

/**
 * Waits until log, snapshots and the nodes that run no longer contain what was erased.
 * @param patienceMs after this, returns what is known
 * @param onProgress gets how many of these nodes are done
 * @throws OperatorError if PostgreSQL cannot be reached
 */
export function whenErased(
  url: string,
  patienceMs: number,
  onProgress: (done: number, of: number) => void,
): Promise<ErasureStatus> {
  return connected(url, async (client) => {
    const end = performance.now() + patienceMs
    for (;;) {
      const status = await readErasure(client)
      const here = status.folders.filter(({isHere}) => isHere)
      const due = here.filter(({isDue}) => isDue)
      const isOver = due.length === 0 && !status.isLogDue
      if (isOver || performance.now() > end) return status
      onProgress(here.length - due.length, here.length)
      await sleep(POLL_MS)
    }
  })
}

const POLL_MS = 250

/** Sentences about where erased content still is. Empty if it is nowhere that the nodes reach. */
export function erasureProblems({isLogDue, folders}: ErasureStatus): string[] {
  const due = folders.filter(({isDue}) => isDue)
  return [
    ...(isLogDue ? ['The log and the snapshots in PostgreSQL still have erased content.'] : []),
    ...due.map(({name, isHere}) =>
      isHere
        ? `The node ${name} still has erased content. It removes it by itself; its log says why it could not.`
        : `The node ${name} is away, and its folder still has erased content. Start it, or run "cluster join" on it if it was away for too long. If the folder is gone, run "cluster forget ${name}".`,
    ),
  ]
}
