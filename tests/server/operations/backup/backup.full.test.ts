// Backups of a newsroom that people write in meanwhile, and what comes back of them.
import {createClient, type SanityClient} from '@sanity/client'
import {spawn, type ChildProcess} from 'node:child_process'
import {createHash} from 'node:crypto'
import {once} from 'node:events'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {DatabaseSync} from 'node:sqlite'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {SYSTEM_ACTOR} from '@copydesk/lake/access'
import {MIGRATIONS} from '@copydesk/lake/store'
import type {Lake} from '@copydesk/lake'
import {backUp} from '../../../../server/operations/backup/back-up.ts'
import {backupName, backupsIn} from '../../../../server/operations/backup/backup-place.ts'
import {restoreBackup} from '../../../../server/operations/backup/restore-backup.ts'
import {verifyBackup} from '../../../../server/operations/backup/verify-backup.ts'
import {createNewsroomLake} from '../../../../server/newsroom-lake.ts'
import {lockFolder} from '@copydesk/lake/data-folder'
import {ROOT, SOURCES} from '../../../../server/paths.ts'
import {onFolder, temporaryFolder} from '../../support.ts'

const NOON = Date.parse('2026-11-25T12:00:00.000Z')
const HOUR = 3_600_000

async function picture(red: number): Promise<Buffer> {
  return await sharp({
    create: {width: 30, height: 20, channels: 3, background: {r: red, g: 9, b: 9}},
  })
    .png()
    .toBuffer()
}

const open = (dataFolder: string): Lake =>
  createNewsroomLake({dataFolder, origin: 'http://127.0.0.1:3333'})

/** A newsroom of two sections, a picture and an account that is signed in. */
async function newsroom(): Promise<string> {
  const dataFolder = temporaryFolder()
  const lake = open(dataFolder)
  const {access, commit} = lake.services
  await commit({
    dataset: 'production',
    actor: SYSTEM_ACTOR,
    steps: [
      () => ({
        mutations: ['a', 'b'].map((id) => ({create: {_id: `section-${id}`, _type: 'section'}})),
      }),
    ],
  })
  await upload(lake, 200)
  const user = access.users.add({email: 'rosa@example.org', name: 'Rosa', roles: ['editor']})
  access.sessions.start(user.id)
  access.links.create(user.id)
  await lake.close()
  return dataFolder
}

async function upload({services}: Lake, red: number): Promise<void> {
  const bytes = await picture(red)
  await services.assets.upload({
    dataset: 'production',
    kind: 'image',
    actor: SYSTEM_ACTOR,
    body: (async function* body() {
      yield bytes
    })(),
    details: {},
    meta: [],
  })
}

const rows = (folder: string, sql: string): Record<string, unknown>[] => {
  const database = new DatabaseSync(join(folder, 'lake.sqlite'), {readOnly: true})
  try {
    return database.prepare(sql).all()
  } finally {
    database.close()
  }
}

describe('while people write and upload', () => {
  const dataFolder = temporaryFolder()
  let server: ChildProcess
  let client: SanityClient

  beforeAll(async () => {
    const script = join(ROOT, 'tests/support/lake-process.ts')
    server = spawn(process.execPath, [SOURCES, script, dataFolder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = (await once(createInterface(server.stdout!), 'line')) as [string]
    const {origin, token} = JSON.parse(line) as {origin: string; token: string}
    client = createClient({
      projectId: 'copydesk',
      dataset: 'production',
      apiHost: origin,
      useProjectHostname: false,
      useCdn: false,
      apiVersion: '2025-02-19',
      perspective: 'raw',
      maxRetries: 0,
      token,
    })
  })
  afterAll(() => void server.kill('SIGKILL'))

  it('a backup holds every write acknowledged before it began, no half transaction, and each file that it names', async () => {
    const over = new AbortController()
    const acknowledged = new Set<string>()
    const transactions: number[] = []
    /** Two documents of one transaction always count the same. */
    const write = async (writer: number): Promise<void> => {
      const ids = ['left', 'right'].map((side) => `pair-${writer}-${side}`)
      await client.transaction(ids.map((_id) => ({create: {_id, _type: 'topic', n: 0}}))).commit()
      for (let n = 1; !over.signal.aborted; n++) {
        await ids
          .reduce((all, id) => all.patch(id, {set: {n}}), client.transaction())
          .create({_id: `topic-${writer}-${n}`, _type: 'topic', title: 'x'.repeat(5_000)})
          .commit()
        acknowledged.add(`topic-${writer}-${n}`)
        transactions[writer] = n
      }
    }
    const send = async (): Promise<void> => {
      for (let n = 1; !over.signal.aborted; n = (n + 1) % 256) {
        const asset = await client.assets.upload('image', await picture(n))
        acknowledged.add(asset._id)
        // What is deleted meanwhile is one of the difficulties.
        if (n % 5 === 4) {
          acknowledged.delete(asset._id)
          await client.delete(asset._id)
        }
      }
    }
    await client.assets.upload('image', await picture(0))
    const working = Promise.all([write(0), write(1), write(2), send()])

    const place = temporaryFolder()
    const backups: {folder: string; before: string[]; counts: number[]}[] = []
    while (backups.length < 4) {
      const enough = acknowledged.size + 25
      await expect.poll(() => acknowledged.size, {timeout: 20_000}).toBeGreaterThan(enough)
      const before = [...acknowledged]
      const counts = [...transactions]
      const clock = (): number => NOON + backups.length * HOUR
      const {folder} = await backUp({dataFolder, place, clock})
      backups.push({folder, before, counts})
    }
    const after = acknowledged.size
    await expect.poll(() => acknowledged.size).toBeGreaterThan(after)
    over.abort()
    await working

    for (const {folder, before, counts} of backups) {
      const {manifest} = await verifyBackup(folder)
      expect(manifest.missing).toEqual([])
      const restored = join(temporaryFolder(), 'restored')
      await restoreBackup({backup: folder, dataFolder: restored})
      const stored = rows(restored, 'SELECT id, rev, body FROM documents').map(
        ({id, rev, body}) => ({
          id: String(id),
          rev: String(rev),
          body: JSON.parse(String(body)) as {n?: number; path?: string},
        }),
      )
      const ids = new Set(stored.map(({id}) => id))
      expect(before.length).toBeGreaterThan(25)
      expect(before.filter((id) => !ids.has(id))).toEqual([])
      for (const [writer, count] of counts.entries()) {
        const [left, right] = ['left', 'right'].map(
          (side) => stored.find(({id}) => id === `pair-${writer}-${side}`)?.body.n,
        )
        expect(left).toBe(right)
        expect(left).toBeGreaterThanOrEqual(count)
      }
      // Documents and log are of one moment.
      const [unlogged] = rows(
        restored,
        `SELECT count(*) AS n FROM documents d WHERE NOT EXISTS
         (SELECT 1 FROM log WHERE dataset = d.dataset AND transaction_id = d.rev)`,
      )
      expect(unlogged).toEqual({n: 0})
      expect(rows(restored, 'PRAGMA integrity_check')).toEqual([{integrity_check: 'ok'}])
      const files = stored.flatMap(({body}) => body.path?.split('/').at(-1) ?? [])
      expect(files.length).toBeGreaterThan(0)
      expect(readdirSync(join(restored, 'assets/originals/production'))).toEqual(files.toSorted())
    }
  }, 60_000)
})

describe('a backup', () => {
  it('can be read only by its owner, lists everything as sha256sum does, and says what it is', async () => {
    const dataFolder = await newsroom()
    const place = join(temporaryFolder(), 'backups')
    const {folder} = await backUp({dataFolder, place, clock: () => NOON})
    expect(folder).toBe(join(place, 'copydesk-20261125T120000Z'))
    const files = readdirSync(folder, {recursive: true, withFileTypes: true})
    expect(files.length).toBe(7)
    for (const file of files) {
      const {mode} = statSync(join(file.parentPath, file.name))
      expect(mode & 0o777, file.name).toBe(file.isDirectory() ? 0o700 : 0o600)
    }
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    const lines = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    for (const line of lines) {
      const [sum, path = ''] = line.split('  ')
      const bytes = readFileSync(join(folder, path))
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum)
    }
    expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))).toMatchObject({
      format: 1,
      schema: MIGRATIONS.length,
      createdAt: '2026-11-25T12:00:00.000Z',
      documents: 3,
      files: 2,
      missing: [],
    })
  })

  it('overwrites nothing, shares files with the one before, and leaves nothing behind where it fails', async () => {
    const dataFolder = await newsroom()
    const place = temporaryFolder()
    const first = await backUp({dataFolder, place, clock: () => NOON})
    await expect(backUp({dataFolder, place, clock: () => NOON})).rejects.toThrow(
      'copydesk-20261125T120000Z exists. Nothing is overwritten.',
    )
    const second = await backUp({dataFolder, place, clock: () => NOON + HOUR})
    const [file = ''] = readdirSync(join(first.folder, 'assets/originals/production'))
    const inode = ({folder}: {folder: string}): number =>
      statSync(join(folder, 'assets/originals/production', file)).ino
    expect(inode(second)).toBe(inode(first))

    // A file that decays in the last backup is not taken over from there.
    writeFileSync(join(second.folder, 'assets/originals/production', file), 'decayed')
    const third = await backUp({dataFolder, place, clock: () => NOON + 2 * HOUR})
    expect(inode(third)).not.toBe(inode(second))
    await verifyBackup(third.folder)

    writeFileSync(join(dataFolder, 'lake.sqlite'), 'no database')
    await expect(backUp({dataFolder, place, clock: () => NOON + 3 * HOUR})).rejects.toThrow()
    expect(await backupsIn(place)).toHaveLength(3)
    expect(readdirSync(place)).toHaveLength(3)
  })

  it('is made by a command, which keeps as many as one says and tells what was not whole', async () => {
    const dataFolder = await newsroom()
    const place = temporaryFolder()
    for (const time of [NOON, NOON + HOUR]) {
      await backUp({dataFolder, place, clock: () => time - 365 * 24 * HOUR})
    }
    const killed = join(place, `${backupName(NOON)}.partial`)
    mkdirSync(killed)
    utimesSync(killed, new Date(0), new Date(0))
    mkdirSync(join(place, 'somebody-elses'))

    const run = onFolder(dataFolder)
    const made = await run('backup', place, '--keep', '2')
    expect(made.stderr).toMatch(/3 documents and 1 pictures and files .* Deleted 1 older\./)
    expect(made.code).toBe(0)
    expect(readdirSync(place)).toEqual([
      'copydesk-20251125T130000Z',
      made.stdout.trim().split('/').at(-1),
      'somebody-elses',
    ])

    const [file = ''] = readdirSync(join(dataFolder, 'assets/originals/production'))
    rmSync(join(dataFolder, 'assets/originals/production', file))
    const elsewhere = temporaryFolder()
    const partly = await run('backup', elsewhere)
    expect(partly.code).toBe(1)
    expect(partly.stderr).toContain(
      'The backup is made, but the data folder was not whole: 1 files',
    )
    expect(await backupsIn(elsewhere)).toHaveLength(1)

    expect((await run('backup', join(dataFolder, 'backups'))).stderr).toContain('lost with it')
    expect((await run('backup', place, '--keep', '0')).stderr).toContain('from 1')
    expect((await onFolder(temporaryFolder())('backup', place)).stderr).toContain('no newsroom')
  })
})

describe('restoring', () => {
  it('brings accounts and content back, and nobody is signed in any more', async () => {
    const dataFolder = await newsroom()
    const {folder} = await backUp({dataFolder, place: temporaryFolder()})
    const target = join(temporaryFolder(), 'restored')
    const restored = await onFolder(target)('restore', folder)
    expect(restored.stderr).toMatch(/is back, with 3 documents\. Everybody signs in again/)
    expect(restored.code).toBe(0)
    expect(rows(target, 'SELECT name FROM users')).toEqual([{name: 'Rosa'}])
    expect(rows(dataFolder, 'SELECT 1 FROM sessions')).toHaveLength(1)
    expect(rows(target, 'SELECT 1 FROM sessions UNION ALL SELECT 1 FROM sign_in_links')).toEqual([])
    expect((await onFolder(target)('doctor')).stdout).toContain('1 pictures and files, all on the')
    const lake = open(target)
    await lake.close()
  })

  it('overwrites no newsroom without being told to, and then moves it aside whole', async () => {
    const dataFolder = await newsroom()
    const place = temporaryFolder()
    const {folder} = await backUp({dataFolder, place})
    const lake = open(dataFolder)
    await upload(lake, 100)
    await lake.close()

    const run = onFolder(dataFolder)
    const refused = await run('restore', folder)
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('There is a newsroom in ')
    expect(rows(dataFolder, 'SELECT 1 FROM documents')).toHaveLength(4)

    const server = lockFolder(dataFolder)
    const inUse = await run('restore', folder, '--force')
    server.release()
    expect(inUse.stderr).toContain('Another server uses the data folder')

    expect((await run('restore', folder, '--force')).code).toBe(0)
    expect(rows(dataFolder, 'SELECT 1 FROM documents')).toHaveLength(3)
    expect(readdirSync(join(dataFolder, 'assets/originals/production'))).toHaveLength(1)
    const [aside = ''] = readdirSync(dataFolder).filter((name) =>
      name.startsWith('before-restore-'),
    )
    expect(rows(join(dataFolder, aside), 'SELECT 1 FROM documents')).toHaveLength(4)
    expect(readdirSync(join(dataFolder, aside, 'assets/originals/production'))).toHaveLength(2)

    const other = temporaryFolder()
    writeFileSync(join(other, 'letters.txt'), 'private')
    const mistyped = await onFolder(other)('restore', folder, '--force')
    expect(mistyped.stderr).toContain('is not a data folder: there is letters.txt in it')
    expect(readdirSync(other)).toEqual(['letters.txt'])
    expect((await run('restore', place)).stderr).toContain(`The newest: ${folder}`)
  })

  it('takes the place of a damaged database', async () => {
    const dataFolder = await newsroom()
    const {folder} = await backUp({dataFolder, place: temporaryFolder()})
    writeFileSync(join(dataFolder, 'lake.sqlite'), 'no database')
    writeFileSync(join(dataFolder, 'lake.sqlite-wal'), 'of the damaged one')
    for (const name of ['text.sqlite', 'text.sqlite-wal']) {
      writeFileSync(join(dataFolder, name), 'the index of its texts')
    }
    const {aside} = await restoreBackup({backup: folder, dataFolder, force: true})
    expect(rows(dataFolder, 'SELECT 1 FROM documents')).toHaveLength(3)
    expect(readFileSync(join(aside ?? '', 'lake.sqlite'), 'utf8')).toBe('no database')
    expect(existsSync(join(dataFolder, 'lake.sqlite-wal'))).toBe(false)
    expect(readdirSync(dataFolder).filter((name) => name.startsWith('text.sqlite'))).toEqual([])
  })

  it('comes into a folder in which nothing but an index of texts was left', async () => {
    const dataFolder = await newsroom()
    const {folder} = await backUp({dataFolder, place: temporaryFolder()})
    const left = temporaryFolder()
    writeFileSync(join(left, 'text.sqlite'), 'the index of its texts')
    await restoreBackup({backup: folder, dataFolder: left})
    expect(existsSync(join(left, 'text.sqlite'))).toBe(false)
    expect(rows(left, 'SELECT 1 FROM documents')).toHaveLength(3)
  })

  const damages: [string, (folder: string, file: string) => void, RegExp][] = [
    [
      'a database cut short',
      (at) => truncateSync(join(at, 'lake.sqlite'), 8192),
      /lake\.sqlite is not/,
    ],
    [
      'a picture cut short',
      (at, file) => truncateSync(join(at, file), 10),
      /\.png is not what was/,
    ],
    ['a picture missing', (at, file) => rmSync(join(at, file)), /\.png is missing/],
    ['checksums cut short', (at) => truncateSync(join(at, 'SHA256SUMS'), 80), /damaged/],
    ['no checksums', (at) => rmSync(join(at, 'SHA256SUMS')), /SHA256SUMS is missing/],
    [
      'a changed manifest',
      (at) => writeFileSync(join(at, 'manifest.json'), '{}'),
      /manifest\.json is/,
    ],
    [
      'a link to another file of the machine',
      (at, file) => {
        const outside = join(at, '../moved-away.png')
        renameSync(join(at, file), outside)
        symlinkSync(outside, join(at, file))
      },
      /leads out of it/,
    ],
    ['a stray file', (at) => writeFileSync(join(at, 'assets/x'), ''), /assets\/x does not belong/],
    ['nothing', (at) => rmSync(at, {recursive: true}), /is not a backup/],
  ]

  it.each(damages)('refuses a backup with %s, and changes nothing', async (_, damage, says) => {
    const dataFolder = await newsroom()
    const {folder} = await backUp({dataFolder, place: temporaryFolder()})
    const [file = ''] = readdirSync(join(folder, 'assets/originals/production'))
    damage(folder, `assets/originals/production/${file}`)
    const target = join(temporaryFolder(), 'restored')
    await expect(restoreBackup({backup: folder, dataFolder: target})).rejects.toThrow(says)
    expect(existsSync(target)).toBe(false)
    await expect(restoreBackup({backup: folder, dataFolder, force: true})).rejects.toThrow(says)
    expect(readdirSync(dataFolder).filter((name) => /restor/.test(name))).toEqual([])
    expect(rows(dataFolder, 'SELECT 1 FROM documents')).toHaveLength(3)
  })

  it('refuses a backup that a newer Copydesk made', async () => {
    const dataFolder = await newsroom()
    const database = new DatabaseSync(join(dataFolder, 'lake.sqlite'))
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`)
    database.close()
    const {folder} = await backUp({dataFolder, place: temporaryFolder()})
    const target = join(temporaryFolder(), 'restored')
    const refused = await onFolder(target)('restore', folder)
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('was made by a newer Copydesk')
    expect(existsSync(target)).toBe(false)
  })
})
