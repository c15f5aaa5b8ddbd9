// cluster init|join|leave|status
import {Command} from 'commander'
import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {
  adoptCluster,
  assertNoCluster,
  bucketOwner,
  claimBucket,
  clusterTable,
  createAssetStore,
  createBucketStore,
  createCluster,
  erasureProblems,
  forgetNode,
  isHere,
  joinCluster,
  lakeId,
  leaveCluster,
  lostEntries,
  openBucket,
  pullFiles,
  pushFiles,
  readClusterStatus,
  type Before,
  type ClusterSettings,
  type ClusterStatus,
} from '@copydesk/lake/cluster'
import {lockFolder} from '@copydesk/lake/data-folder'
import {OperatorError} from '@copydesk/lake/errors'
import {emptyTextIndex, textFileOf} from '@copydesk/lake/query'
import {
  createErasure,
  createPause,
  erasedUpToSetting,
  olderCopies,
  openDatabase,
} from '@copydesk/lake/store'
import {clusterOf} from '../cluster.ts'
import {readEnvironment} from '../environment.ts'
import {writable} from '../writable.ts'
import {assertNewsroom} from './data-folder.ts'
import {startHint} from './hint.ts'
import {dataFolderOf, subcommand, type DataOption} from './subcommand.ts'
import {table} from './table.ts'

/** Several servers with the same newsroom. */
export function clusterCommand(): Command {
  const all = new Command('cluster').description(
    'Makes several servers one newsroom, over the PostgreSQL database of COPYDESK_DATABASE (docs/cluster.md).',
  )
  const commands = [initCluster(), joinOne(), leaveOne(), adoptOne(), forgetOne(), showStatus()]
  for (const command of commands) all.addCommand(command)
  return all
}

function initCluster(): Command {
  return subcommand(
    'init',
    'Makes a cluster of this newsroom; the data folder is its first node. The server must not run.',
    'cluster init',
  ).action(async (options: DataOption) => {
    const dataFolder = dataFolderOf(options)
    await onDatabase(dataFolder, async (database, databaseFile) => {
      const {url} = settings()
      const {files} = readEnvironment()
      const bucket = files && openBucket(files.url)
      // Nothing is copied or claimed before both are known to answer.
      if (bucket) await bucketOwner(bucket)
      await assertNoCluster(url, database)
      // Before there is a cluster: the bucket may have the files of a different newsroom.
      if (bucket) await claimBucket(bucket, lakeId(database))
      await moveFiles(dataFolder, 'push')
      const cluster = await createCluster(url, {database, databaseFile})
      if (bucket) await claimBucket(bucket, cluster, lakeId(database))
      console.log(`The cluster ${cluster} is ready. Its first node is ${dataFolder}.`)
      console.error(
        `Start it with "${startHint(dataFolder)}". On other machines, set COPYDESK_DATABASE and start with an empty data folder.`,
      )
    })
  })
}

function joinOne(): Command {
  return subcommand(
    'join',
    'Fills an empty data folder with the content of the cluster; "npm start" does it, too. The database of a node that cannot go on is put aside first, or deleted if it has what was purged since.',
    'cluster join --data ./node-2',
  ).action(async (options: DataOption) => {
    const dataFolder = dataFolderOf(options)
    mkdirSync(dataFolder, {recursive: true, mode: 0o700})
    await withoutServer(dataFolder, async () => {
      const onPart = (done: number, of: number): void =>
        console.error(`Copied ${done} of ${of} parts.`)
      const {cluster, before} = await joinCluster({...settings(), onPart}, dataFolder)
      console.log(`${dataFolder} is a node of the cluster ${cluster}.`)
      for (const line of describeBefore(before, dataFolder)) console.error(line)
    })
  })
}

/** What became of the database that was there. */
function describeBefore(before: Before | null, dataFolder: string): string[] {
  const copies = olderCopies(dataFolder).map((name) => join(dataFolder, name))
  const inCopies = `What was purged may still be in ${copies.join(', ')}: delete what you do not need.`
  if (before === null) return []
  if (before === 'doubtful') return [`The earlier database is put aside. ${inCopies}`]
  if (before === 'put aside') return ['The earlier database is put aside, in its folder backups.']
  return [
    'The earlier database is deleted, as it had content that was purged since.',
    ...(copies.length > 0 ? [inCopies] : []),
  ]
}

function leaveOne(): Command {
  return subcommand(
    'leave',
    'Makes a node a newsroom of its own, with all that it has. The server must not run. Other nodes go on; it is paused then.',
    'cluster leave --data ./node-2',
  )
    .option('--behind', 'leaves without the entries that this node may not have')
    .action(async (options: DataOption & {behind?: boolean}) => {
      const dataFolder = dataFolderOf(options)
      await onDatabase(dataFolder, async (database, databaseFile) => {
        const own = clusterTable(database)
        const ids = own.ids()
        if (!ids) throw new OperatorError(`${dataFolder} is not a node of a cluster.`)
        const place = {...ids, position: own.head().position}
        const othersMayRun = await assertMayLeave(place, options.behind)
        await assertOwnBucket(ids.cluster)
        await moveFiles(dataFolder, 'pull')
        // The cluster does not clean this folder any more.
        if (erasedUpToSetting(database).get() > 0) {
          createErasure(database).scrubFiles()
          emptyTextIndex(textFileOf(databaseFile))
        }
        leaveCluster(database)
        // Before anything that takes long: a copy that goes on would send and publish a second time.
        if (othersMayRun) {
          createPause(database).begin(new Date().toISOString())
          console.error(
            'Other nodes may run, so it is paused: it sends and publishes nothing by itself. "resume" ends that.',
          )
        }
        await strikeOut(ids.node)
        console.log(
          `${dataFolder} is a newsroom of its own. Start it without COPYDESK_DATABASE and COPYDESK_FILES.`,
        )
      })
    })
}

/**
 * Answers whether other nodes may run.
 * @throws OperatorError if the cluster has, or may have, more than the node, and nobody has said that it may be lost
 */
async function assertMayLeave(
  own: {cluster: string; node: string; position: number},
  isBehindAllowed = false,
): Promise<boolean> {
  const {cluster} = readEnvironment()
  const status = await (cluster ? readClusterStatus(cluster.url) : Promise.resolve(null)).catch(
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : String(error))
      return null
    },
  )
  if (!status || status.cluster !== own.cluster) {
    // The database of the cluster may be why somebody leaves. Other nodes may reach it.
    if (isBehindAllowed) return true
    throw new OperatorError(
      'It is not known whether this node has everything that the cluster has, and whether other nodes run. Set COPYDESK_DATABASE as it was; "--behind" leaves all the same, paused.',
    )
  }
  const missing = status.position - own.position
  if (missing > 0 && !isBehindAllowed) {
    throw new OperatorError(
      `The cluster has ${missing === 1 ? 'an entry' : `${missing} entries`} that this node does not have. Start it once, or leave on a node that has all; "--behind" leaves without.`,
    )
  }
  return status.nodes.some((node) => node.id !== own.node && isHere(node))
}

/** The pictures of somebody else would be copied. */
async function assertOwnBucket(cluster: string): Promise<void> {
  const {files} = readEnvironment()
  if (files && (await bucketOwner(openBucket(files.url))) === cluster) return
  throw new OperatorError(
    `${files?.url ?? 'This machine'} does not have the files of this cluster: set COPYDESK_FILES as it was.`,
  )
}

async function strikeOut(node: string): Promise<void> {
  const {cluster} = readEnvironment()
  if (!cluster) return
  // The database of the cluster may be why somebody leaves.
  await forgetNode(cluster.url, node).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error))
  })
}

function forgetOne(): Command {
  return subcommand(
    'forget <node>',
    'Takes a node that is away off the list of those that may still have purged content: its folder no longer exists.',
    'cluster forget node-3',
  ).action(async (node: string) => {
    await forgetNode(settings().url, node)
    console.log(`The node ${node} is off the list.`)
  })
}

function adoptOne(): Command {
  return subcommand(
    'adopt',
    'Begins the log again with what this node has, if entries or the whole database are gone. No node may run. Nodes that have less begin again by "cluster join".',
    'cluster adopt --data ./node-2',
  ).action(async (options: DataOption) => {
    const dataFolder = dataFolderOf(options)
    await onDatabase(dataFolder, async (database, databaseFile) => {
      const position = await adoptCluster(settings().url, {database, databaseFile})
      console.log(`The log begins again behind entry ${position}, with what ${dataFolder} has.`)
    })
  })
}

function showStatus(): Command {
  return subcommand(
    'status',
    'Shows the nodes, the log and its snapshots.',
    'cluster status',
  ).action(async () => {
    for (const line of describe(await readClusterStatus(settings().url))) console.log(line)
  })
}

function describe(status: ClusterStatus): string[] {
  const {cluster, position, log, snapshots, nodes} = status
  const lost = lostEntries(status)
  const rows = nodes.map((node) => [
    node.name,
    String(node.position),
    String(position - node.position),
    `${(node.silence / 1000).toFixed(1)} s ago`,
    node.holdsLease ? 'yes' : '',
  ])
  return [
    `Cluster ${cluster}`,
    `Log: entry ${position}; ${log.entries} entries stored, ${megabytes(log.bytes)}`,
    ...snapshots.map(
      (snapshot) =>
        `Snapshot: entry ${snapshot.position}, ${megabytes(snapshot.bytes)}, ${snapshot.madeAt}`,
    ),
    ...(lost === null ? [] : [lost]),
    ...erasureProblems(status.erasure),
    '',
    table([['node', 'entry', 'behind', 'seen', 'works in the background'], ...rows]),
  ]
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

/** Copies pictures and files to the bucket, or back. It goes on where it was interrupted. */
async function moveFiles(dataFolder: string, direction: 'push' | 'pull'): Promise<void> {
  const {files} = readEnvironment()
  if (!files) return
  const bucket = openBucket(files.url)
  const folder = join(dataFolder, 'assets')
  const local = createAssetStore(folder)
  const note = (done: number, of: number): void => {
    if (done % 100 === 0 || done === of) console.error(`Copied ${done} of ${of} files.`)
  }
  if (direction === 'push') return pushFiles(bucket, local, note)
  const store = createBucketStore(bucket, {local, incoming: join(folder, 'incoming')})
  await pullFiles(bucket, store, note)
}

function settings(): ClusterSettings {
  const cluster = clusterOf(readEnvironment())
  if (cluster) return cluster
  throw new OperatorError('Set COPYDESK_DATABASE to the address of the cluster’s PostgreSQL.')
}

/** Runs `work` on the database of a newsroom, which may be a node, without its server. */
async function onDatabase(
  dataFolder: string,
  work: (database: DatabaseSync, databaseFile: string) => Promise<void>,
): Promise<void> {
  assertNewsroom(dataFolder)
  await withoutServer(dataFolder, async () => {
    const databaseFile = join(dataFolder, 'lake.sqlite')
    const database = openDatabase(databaseFile, {asNode: true})
    try {
      await work(database, databaseFile)
    } finally {
      database.close()
    }
  })
}

async function withoutServer(dataFolder: string, work: () => Promise<void>): Promise<void> {
  const lock = lockFolder(writable(dataFolder))
  try {
    await work()
  } finally {
    lock.release()
  }
}
