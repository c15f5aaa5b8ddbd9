// PgBouncer, a connection pooler, in front of a PostgreSQL. Debian's package has it: apt-get install pgbouncer
import {spawn} from 'node:child_process'
import {chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {freePort} from './free-port.ts'
import {asNobody} from './postgres.ts'

const PROGRAM = ['/usr/sbin/pgbouncer', '/usr/local/bin/pgbouncer'].find((path) => existsSync(path))
export const HAS_PGBOUNCER = PROGRAM !== undefined

export interface Pooler {
  port: number
  stop(): Promise<void>
}

/** Each transaction gets whichever connection is free. */
export async function startPooler(postgresPort: number): Promise<Pooler> {
  if (PROGRAM === undefined) throw new Error('PgBouncer is not installed.')
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-pgbouncer-'))
  chmodSync(folder, 0o755)
  const port = await freePort()
  const file = join(folder, 'pgbouncer.ini')
  writeFileSync(
    file,
    `[databases]
postgres = host=127.0.0.1 port=${postgresPort} user=postgres
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 4
`,
  )
  // Whatever the umask of this process is.
  chmodSync(file, 0o644)
  const pooler = spawn(PROGRAM, [file], {...asNobody, stdio: ['ignore', 'ignore', 'pipe']})
  await new Promise<void>((resolve, reject) => {
    let said = ''
    pooler.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('process up')) resolve()
    })
    pooler.once('error', reject)
    pooler.once('exit', () => reject(new Error(said)))
  })
  return {
    port,
    async stop() {
      const ended = new Promise((resolve) => pooler.once('exit', resolve))
      pooler.kill('SIGKILL')
      await ended
      rmSync(folder, {recursive: true, force: true})
    },
  }
}
