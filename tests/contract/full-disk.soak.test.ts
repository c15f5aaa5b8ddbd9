// @module-tag soak
// A lake on a full disk of its own: 24 MB of memory, mounted, which needs root.
import {spawn, type ChildProcess} from 'node:child_process'
import {randomBytes} from 'node:crypto'
import {readdirSync, statfsSync} from 'node:fs'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {DatabaseSync} from 'node:sqlite'
import sharp from 'sharp'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {ROOT, SOURCES} from '../../server/paths.ts'
import {mountDisk, type SmallDisk} from '../support/small-disk.ts'

const MEGABYTE = 1_000_000

/** Also says whether one can be mounted. */
const trial = mountDisk(24)
trial?.unmount()

describe.skipIf(!trial)('a disk that is really full (skipped where nothing can be mounted)', () => {
  let disk: SmallDisk
  let folder: string
  let child: ChildProcess
  let origin: string
  let authorization: string

  beforeEach(async () => {
    const mounted = mountDisk(24)
    if (!mounted) throw new Error('Nothing can be mounted any more')
    disk = mounted
    folder = disk.folder
    child = spawn(process.execPath, [SOURCES, 'tests/support/lake-process.ts', folder], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (!child.stdout) throw new Error('The lake says nothing')
    for await (const line of createInterface(child.stdout)) {
      const said = JSON.parse(line) as {origin: string; token: string}
      origin = said.origin
      authorization = `Bearer ${said.token}`
      break
    }
  })
  afterEach(async () => {
    await end()
    disk.unmount()
  })
  const end = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }

  const post = (path: string, body: string | Buffer): Promise<Response> =>
    fetch(origin + path, {
      method: 'POST',
      headers: {authorization},
      body: typeof body === 'string' ? body : new Uint8Array(body),
    })
  const save = (id: string, text: string): Promise<Response> =>
    post(
      '/v2025-02-19/data/mutate/production',
      JSON.stringify({
        mutations: [{createOrReplace: {_id: `drafts.${id}`, _type: 'article', headline: text}}],
      }),
    )
  const upload = (size: number): Promise<Response> =>
    post('/v2025-02-19/assets/files/production?filename=a.bin', randomBytes(size))
  const headlines = async (): Promise<string[]> => {
    const query = encodeURIComponent('*[_type == "article"] | order(_id) {_id, headline}')
    const path = `/v2025-02-19/data/query/production?perspective=raw&query=${query}`
    const response = await fetch(origin + path, {headers: {authorization}})
    const {result} = (await response.json()) as {result: {_id: string; headline: string}[]}
    return result.map(({_id, headline}) => `${_id} ${headline.slice(0, 3)}`)
  }

  it('refuses uploads and text, answers reads, and loses nothing that it confirmed', async () => {
    expect((await upload(MEGABYTE)).status).toBe(200)
    expect((await save('a', 'one')).status).toBe(200)
    const create = {width: 400, height: 300, channels: 3, background: 'red'} as const
    const picture = await post(
      '/v2025-02-19/assets/images/production',
      await sharp({create}).png().toBuffer(),
    )
    const {document} = (await picture.json()) as {document: {path: string}}
    disk.fill()
    expect(statfsSync(folder).bavail).toBe(0)
    // A picture that was never shown is rendered, and not cached.
    for (const query of ['', '?w=200', '?w=200']) {
      const shown = await fetch(`${origin}/${document.path}${query}`, {headers: {authorization}})
      expect(shown.status).toBe(200)
      expect((await sharp(await shown.arrayBuffer()).metadata()).width).toBe(query ? 200 : 400)
    }
    const refusedUpload = await upload(MEGABYTE)
    expect(refusedUpload.status).toBe(507)
    expect(readdirSync(join(folder, 'assets/incoming'))).toEqual([])

    // Space that the log has reserved may still be filled.
    const acknowledged = ['drafts.a one']
    const words = randomBytes(200_000).toString('base64')
    let refused: Response | undefined
    for (let round = 0; round < 100 && !refused; round++) {
      const id = `b${String(round).padStart(3, '0')}`
      const response = await save(id, words)
      if (response.status === 200) acknowledged.push(`drafts.${id} ${words.slice(0, 3)}`)
      else refused = response
    }
    expect(refused?.status).toBe(507)
    expect(await headlines()).toEqual(acknowledged)

    disk.makeRoom()
    expect((await save('c', 'two')).status).toBe(200)
    expect((await upload(MEGABYTE)).status).toBe(200)
    acknowledged.push('drafts.c two')
    expect(await headlines()).toEqual(acknowledged)

    await end()
    const database = new DatabaseSync(join(folder, 'lake.sqlite'))
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({integrity_check: 'ok'})
    const {n} =
      database.prepare("SELECT count(*) AS n FROM documents WHERE type = 'article'").get() ?? {}
    expect(n).toBe(acknowledged.length)
    database.close()
  })
})
