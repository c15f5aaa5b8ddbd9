// What `doctor` looks at. Each answers findings and changes nothing.
import {existsSync, readFileSync, statfsSync, statSync} from 'node:fs'
import {createServer} from 'node:net'
import {join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {clusterTable} from '@copydesk/lake/cluster'
import {createPause, isNode, MIGRATIONS, openDatabase, typeCounts} from '@copydesk/lake/store'
import {openToOthers, type DataAccess} from '../../data-access.ts'
import type {Environment} from '../../environment.ts'
import {serverOf} from '@copydesk/lake/data-folder'
import {IMPORT_ADDRESS, settleAssetAddresses} from '../sync/asset-addresses.ts'
import {ROOT} from '../../paths.ts'
import {DATASET} from '../../newsroom-lake.ts'
import {unregisteredTypes} from '../../unregistered-types.ts'
import {note, ok, problem, type Finding} from './finding.ts'

const versionIn = (folder: string): string =>
  (JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as {version: string})
    .version

export function checkVersions(): Finding[] {
  const {version, platform, arch, versions} = process
  return [
    ok(`Copydesk ${versionIn('.')}, Sanity Studio ${versionIn('node_modules/sanity')}`),
    ok(`Node ${version} on ${platform} ${arch}, SQLite ${versions['sqlite'] ?? 'built in'}`),
  ]
}

/** Whether the folder's server answers; where none runs, whether `npm start` could open its port. */
export async function checkServer(dataFolder: string, environment: Environment): Promise<Finding> {
  const server = serverOf(dataFolder)
  if (!server) return await checkPort(environment)
  const {origin, local} = server
  const answer = await fetch(`${local}/healthz`, {signal: AbortSignal.timeout(2000)}).catch(
    () => null,
  )
  const where = origin === local ? local : `${local}, for people at ${origin}`
  if (!answer) return problem(`The server has the data folder, and does not answer at ${where}`)
  if (answer.ok) return ok(`The server is running at ${where}`)
  const {status, reason} = (await answer.json().catch(() => ({}))) as Record<string, string>
  const why = [status ?? `status ${answer.status}`, reason].filter(Boolean).join(', ')
  return problem(`The server at ${where} is not ready: ${why}`)
}

async function checkPort({host, port}: Environment): Promise<Finding> {
  const error = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    const server = createServer()
    server.once('error', resolve)
    server.listen(port, host, () => server.close(() => resolve(null)))
  })
  if (!error) return ok(`Port ${port} on ${host} is free; no server runs on this data folder`)
  if (error.code !== 'EADDRINUSE') {
    return problem(`Port ${port} on ${host} cannot be opened (${error.code})`)
  }
  return problem(
    `Port ${port} on ${host} is taken by something else, and no server runs on this data folder: set PORT to another`,
  )
}

export function checkDisk(dataFolder: string): Finding[] {
  const {bavail, bsize} = statfsSync(dataFolder)
  const free = bavail * bsize
  const size = ['lake.sqlite', 'lake.sqlite-wal']
    .map((file) => join(dataFolder, file))
    .reduce((sum, file) => sum + (existsSync(file) ? statSync(file).size : 0), 0)
  const text = `${gigabytes(free)} free on the disk of ${dataFolder}`
  return [free < 1e9 ? problem(`Only ${text}`) : ok(text), ok(`Database: ${gigabytes(size)}`)]
}

/** Which files of the newsroom other accounts of this machine can open. */
export function checkAccess(dataFolder: string, access: DataAccess): Finding[] {
  const open = openToOthers(dataFolder, access)
  const whose = access === 'group' ? 'this account and its group' : 'this account'
  if (open.length === 0) return [ok(`Only ${whose} can open the files of the newsroom`)]
  const names = open.map((name) => (name === '.' ? 'the folder itself, for writing' : name))
  return [
    problem(
      `Other accounts of this machine can open ${names.join(', ')} in ${dataFolder}. The next start closes them. To share the folder with a group, set COPYDESK_DATA_ACCESS=group`,
    ),
  ]
}

/**
 * Opened read-only: an examination must not migrate the folder.
 * @param filesAt the bucket that has pictures and files; without it, the folder has them
 */
export function checkDatabase(dataFolder: string, filesAt?: string): Finding[] {
  const database = openDatabase(join(dataFolder, 'lake.sqlite'), {readOnly: true})
  try {
    return [
      checkSchema(database),
      checkIntegrity(database),
      ...countRows(database, dataFolder, filesAt),
      ...findImportAddresses(database),
      ...findUnregisteredTypes(database),
      ...checkPause(database),
    ]
  } finally {
    database.close()
  }
}

/** The last entry of the cluster's log that the folder has; null if it is not a node. */
export function entryOf(dataFolder: string): number | null {
  const database = openDatabase(join(dataFolder, 'lake.sqlite'), {readOnly: true})
  try {
    return isNode(database) ? clusterTable(database).head().position : null
  } finally {
    database.close()
  }
}

function checkSchema(database: DatabaseSync): Finding {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
  if (version > MIGRATIONS.length) return problem('The data folder was written by a newer Copydesk')
  if (version < MIGRATIONS.length)
    return note('The database is brought up to date at the next start')
  return ok(`Database schema ${version}`)
}

function checkIntegrity(database: DatabaseSync): Finding {
  const rows = database.prepare('PRAGMA integrity_check').all()
  const foreign = database.prepare('PRAGMA foreign_key_check').all()
  const first = String(rows[0]?.['integrity_check'])
  if (first !== 'ok') return problem(`The database is damaged: ${first}. Restore a backup`)
  if (foreign.length > 0) return problem(`${foreign.length} rows refer to rows that are gone`)
  return ok('The database is intact')
}

/** A restored newsroom that nobody has resumed. */
function checkPause(database: DatabaseSync): Finding[] {
  const since = createPause(database).since()
  if (since === null) return []
  return [
    note(
      `It is paused since ${since}: resume it with "npm run copydesk -- resume" if it replaces the newsroom`,
    ),
  ]
}

function findUnregisteredTypes(database: DatabaseSync): Finding[] {
  const found = unregisteredTypes(typeCounts(database, DATASET))
  return found ? [note(found)] : []
}

const SHOWN = 20

/** Written in 0.4.0, which did not refuse them: they would have had an importer read files of its machine. */
function findImportAddresses(database: DatabaseSync): Finding[] {
  const rows = database
    .prepare(
      `SELECT dataset, id, body FROM documents WHERE instr(body, '"${IMPORT_ADDRESS}":') > 0`,
    )
    .all()
  const found = rows.map(({dataset, id, body}) => {
    const [first] = settleAssetAddresses([JSON.parse(String(body)) as object], {
      folder: undefined,
      allowRemote: false,
    })
    return `${String(dataset)}: the document "${String(id)}" holds a field "${IMPORT_ADDRESS}" (${first?.address}). Exports leave it out. Remove it: nobody can save the document as it is`
  })
  const more = found.length - SHOWN
  return [
    ...found.slice(0, SHOWN).map(problem),
    ...(more > 0 ? [problem(`${more} more documents hold a field "${IMPORT_ADDRESS}"`)] : []),
  ]
}

function describeFiles({
  count,
  missing,
  filesAt,
}: {
  count: number
  missing: number
  filesAt: string | undefined
}): Finding {
  if (filesAt) {
    return ok(`${count} pictures and files in ${filesAt}, ${count - missing} with a copy here`)
  }
  return missing > 0
    ? problem(`${missing} of ${count} pictures and files are missing on the disk`)
    : ok(`${count} pictures and files, all on the disk`)
}

function countRows(database: DatabaseSync, dataFolder: string, filesAt?: string): Finding[] {
  const count = (sql: string): number => Number(database.prepare(sql).get()?.['n'])
  const documents = count('SELECT count(*) AS n FROM documents')
  const drafts = count(`SELECT count(*) AS n FROM documents WHERE id LIKE 'drafts.%'`)
  const users = count('SELECT count(*) AS n FROM users WHERE disabled = 0')
  const tokens = count('SELECT count(*) AS n FROM tokens WHERE revoked_at IS NULL')
  const transactions = count('SELECT count(*) AS n FROM log')
  const assets = database
    .prepare(
      `SELECT dataset, json_extract(body, '$.path') AS path FROM documents
       WHERE type IN ('sanity.imageAsset', 'sanity.fileAsset')`,
    )
    .all()
  const missing = assets.filter(({dataset, path}) => {
    const file = String(path).split('/').at(-1) ?? ''
    return !existsSync(join(dataFolder, 'assets', 'originals', String(dataset), file))
  })
  const datasets = database
    .prepare(
      `SELECT name, (SELECT count(*) FROM documents WHERE dataset = name) AS n
       FROM datasets ORDER BY name`,
    )
    .all()
    .map(({name, n}) => `${String(name)} with ${String(n)}`)
  return [
    ok(`${documents} documents (${drafts} of them drafts), ${transactions} transactions`),
    ok(`Documents by dataset: ${datasets.join(', ')}`),
    describeFiles({count: assets.length, missing: missing.length, filesAt}),
    users > 0
      ? ok(`${users} active accounts, ${tokens} tokens`)
      : note(`No account yet, ${tokens} tokens: "npm run copydesk -- user add" makes one`),
  ]
}

const gigabytes = (bytes: number): string =>
  bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`
