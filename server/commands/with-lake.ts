// Opens a data folder's lake for a command.
import type {Lake} from '@copydesk/lake'
import {clusterOfCommand} from '../cluster.ts'
import type {NewsroomLakeOptions} from '../newsroom-lake.ts'
import {readEnvironment} from '../environment.ts'
import {newsroomAddress} from './accounts.ts'
import {assertNewsroom} from './data-folder.ts'

interface Opening extends Pick<NewsroomLakeOptions, 'webhooksPrivate'> {
  /** A folder without newsroom is made into one. */
  create?: boolean
}

/** Runs `work` on the folder's lake. The server may run meanwhile, and gets the changes. */
export async function withLake<T>(
  dataFolder: string,
  work: (lake: Lake) => T | Promise<T>,
  {create = false, ...options}: Opening = {},
): Promise<T> {
  if (!create) assertNewsroom(dataFolder)
  const {createNewsroomLake} = await import('../newsroom-lake.ts')
  const lake = createNewsroomLake({
    dataFolder,
    origin: newsroomAddress(dataFolder).origin,
    cluster: clusterOfCommand(),
    files: readEnvironment().files,
    ...options,
  })
  try {
    return await work(lake)
  } finally {
    await lake.close()
  }
}
