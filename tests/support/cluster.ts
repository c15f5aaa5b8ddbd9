// Three servers of one newsroom over a PostgreSQL of their own.
import type {ChildProcess} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {openDatabase} from '@copydesk/lake/store'
import {createCluster} from '@copydesk/lake/cluster'
import {withAccess} from '../../server/commands/data-folder.ts'
import {startBucket, type BucketServer} from './bucket.ts'
import {openLine, type BreakableLine} from './breakable-line.ts'
import {freePort} from './free-port.ts'
import {startPostgres, type Postgres} from './postgres.ts'
import {startServer, type ServerProcess} from './server-process.ts'

export interface ClusterNode {
  name: string
  folder: string
  /** Of this node; people use the cluster's. */
  origin: string
  readonly process: ChildProcess
  /** What it has logged since it was started. */
  log(): string
  start(environment?: Readonly<Record<string, string>>): Promise<void>
  stop(signal?: 'SIGKILL' | 'SIGTERM'): Promise<void>
}

export interface Cluster {
  postgres: Postgres
  bucket: BucketServer
  nodes: [ClusterNode, ClusterNode, ClusterNode]
  /** Between each node and PostgreSQL. */
  lines: [BreakableLine, BreakableLine, BreakableLine]
  /** Of a program with an editor's rights. */
  token: string
  administratorToken: string
  /** For commands on the cluster. */
  environment: Readonly<Record<string, string>>
  close(): Promise<void>
}

interface ClusterOptions {
  /** A server for it, which it stops at the end. */
  postgres?: Postgres
  /** Where people reach it. */
  publicUrl?: string
  /** Fills the folder of the first node; without it, it is an empty newsroom. */
  prepare?: (folder: string) => Promise<void>
}

export async function startCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const parent = mkdtempSync(join(tmpdir(), 'copydesk-cluster-'))
  const [postgres, bucket] = await Promise.all([options.postgres ?? startPostgres(), startBucket()])
  const environment = {
    ...bucket.environment,
    COPYDESK_FILES: bucket.url,
    COPYDESK_DATABASE: postgres.url,
    PUBLIC_URL: options.publicUrl ?? 'http://newsroom.example',
    SITE: 'off',
    COPYDESK_WEBHOOKS_PRIVATE: 'allow',
    COPYDESK_DRAIN_SECONDS: '0',
  }
  const first = join(parent, 'node-1')
  await options.prepare?.(first)
  const [token, administratorToken] = await makeNewsroom(first)
  await makeCluster(postgres.url, first)
  const nodes: ClusterNode[] = []
  const lines: BreakableLine[] = []
  for (const name of ['node-1', 'node-2', 'node-3']) {
    const line = await openLine(postgres.port)
    lines.push(line)
    const url = postgres.url.replace(`:${postgres.port}`, `:${line.port}`)
    const own = {...environment, COPYDESK_DATABASE: url}
    nodes.push(await createNode(name, join(parent, name), own))
  }
  const close = async (): Promise<void> => {
    await Promise.all(nodes.map((node) => node.stop('SIGKILL')))
    await Promise.all([postgres.stop(), bucket.close(), ...lines.map((line) => line.close())])
    rmSync(parent, {recursive: true, force: true})
  }
  try {
    await Promise.all(nodes.map((node) => node.start()))
  } catch (error) {
    await close()
    throw error
  }
  return {
    postgres,
    bucket,
    lines: lines as Cluster['lines'],
    nodes: nodes as Cluster['nodes'],
    token,
    administratorToken,
    environment,
    close,
  }
}

/** Without demonstration content, as there is an account. */
function makeNewsroom(folder: string): Promise<[string, string]> {
  return withAccess(folder, {create: true}, async ({people, tokens}) => {
    const person = {email: 'agnes@example.org', name: 'Agnes Tollerby', roles: ['administrator']}
    await people.invite(person, {machineUser: 'test'})
    const secretOf = (role: string) => tokens.create({name: role, role}).secret
    return [secretOf('editor'), secretOf('administrator')]
  })
}

async function makeCluster(url: string, folder: string): Promise<void> {
  const databaseFile = join(folder, 'lake.sqlite')
  const database = openDatabase(databaseFile)
  await createCluster(url, {database, databaseFile})
  database.close()
}

export async function createNode(
  name: string,
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<ClusterNode> {
  const port = await freePort()
  let server: ServerProcess | undefined
  return {
    name,
    folder,
    origin: `http://127.0.0.1:${port}`,
    get process() {
      if (!server) throw new Error('It was not started.')
      return server.process
    },
    log: () => server?.log() ?? '',
    async start(more = {}) {
      const own = {PORT: String(port), COPYDESK_NODE: name}
      server = await startServer(folder, {...environment, ...more, ...own})
    },
    stop: async (signal) => server?.stop(signal),
  }
}

/** Tables that all nodes have alike: all of them. */
export function contentOf(folder: string): Record<string, unknown[]> {
  const database = new DatabaseSync(join(folder, 'lake.sqlite'), {readOnly: true})
  try {
    const tables = database
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .all()
      .map(({name}) => String(name))
    return Object.fromEntries(
      tables
        // The ID of the folder is in it.
        .filter((name) => name !== 'cluster')
        .map((name) => [
          name,
          database.prepare(`SELECT * FROM ${name}`).all().map(textOf).toSorted(),
        ]),
    )
  } finally {
    database.close()
  }
}

const textOf = (row: unknown): string => JSON.stringify(row)
