// A second PostgreSQL that follows a first one, and can take its place.
import {spawnSync} from 'node:child_process'
import {chmodSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {vi} from 'vitest'
import {asNobody, connected, runPostgres, type Postgres} from './postgres.ts'

export interface StandbyOptions {
  /** It is known to the primary by this name. */
  name: string
  /** It reaches the primary here, for example through a line that can be cut. */
  port?: number
}

/** Starts a copy of a running server that follows it. Stop it before the first one, whose programs it uses. */
export async function startStandby(
  of: Postgres,
  {name, port = of.port}: StandbyOptions,
): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-postgres-'))
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  const label = await copyFiles(of, data)
  writeFileSync(join(data, 'backup_label'), label)
  writeFileSync(join(data, 'standby.signal'), '')
  const {uid, gid} = asNobody
  if (uid !== undefined) spawnSync('chown', ['-R', `${uid}:${gid}`, data])
  const primary = `host=127.0.0.1 port=${port} user=postgres application_name=${name}`
  const native = of.native
  const standby = await runPostgres({
    folder,
    native,
    data,
    settings: [`primary_conninfo=${primary}`],
  })
  await vi.waitFor(async () => {
    const found = await of.query(
      `SELECT 1 FROM pg_stat_replication WHERE application_name = '${name}' AND state = 'streaming'`,
    )
    if (found.length !== 1) throw new Error(`The standby ${name} does not follow.`)
  }, 20_000)
  return standby
}

/** From now on the primary acknowledges what this standby has on its disk. */
export async function waitForStandby(primary: Postgres, name: string): Promise<void> {
  await primary.query(`ALTER SYSTEM SET synchronous_standby_names = '${name}'`)
  await primary.query('SELECT pg_reload_conf()')
  await vi.waitFor(async () => {
    const states = await primary.query<{sync_state: string}>(
      'SELECT sync_state FROM pg_stat_replication',
    )
    if (states.length !== 1 || states[0]?.sync_state !== 'sync')
      throw new Error(`The standby ${name} is not synchronous.`)
  }, 20_000)
}

/** Resolves once it answers as a primary. */
export async function promote(standby: Postgres): Promise<void> {
  // Not `pg_promote(true)`: as long as that waits, it can be in the way of what it waits for.
  await standby.query('SELECT pg_promote(false)')
  await vi.waitFor(
    async () => {
      const [found] = await standby.query<{isStandby: boolean}>(
        'SELECT pg_is_in_recovery() AS "isStandby"',
      )
      if (found?.isStandby !== false) throw new Error('It is still a standby.')
    },
    {timeout: 20_000, interval: 20},
  )
}

/** Both calls belong to one session. Returns what PostgreSQL needs to begin with the copy. */
function copyFiles(of: Postgres, data: string): Promise<string> {
  return connected(of.url, async (client) => {
    await client.query(`SELECT pg_backup_start('standby', true)`)
    spawnSync('cp', ['-a', of.data, data])
    for (const own of ['postmaster.pid', 'postmaster.opts']) rmSync(join(data, own), {force: true})
    const {rows} = await client.query<{labelfile: string}>(
      'SELECT labelfile FROM pg_backup_stop(false)',
    )
    return rows[0]?.labelfile ?? ''
  })
}
