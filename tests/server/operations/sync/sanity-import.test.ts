// Documents that other people wrote must not make an import read the operator's files or network.
import {execFileSync} from 'node:child_process'
import {createReadStream, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {dirname, join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterAll, describe, expect, it} from 'vitest'
import type {LakeDocument} from '@copydesk/lake/types'
import {checkDatabase} from '../../../../server/operations/doctor/examinations.ts'
import {
  exportArchive,
  exportLines,
} from '../../../../server/operations/transfer/export-documents.ts'
import {
  importDocuments,
  type ImportRequest,
} from '../../../../server/operations/transfer/import-documents.ts'
import {withLocalClient} from '../../../../server/commands/local-client.ts'
import {connectLake} from '../../../../server/operations/sync/lake-connection.ts'
import {createNewsroomLake} from '../../../../server/newsroom-lake.ts'
import {temporaryFolder} from '../../support.ts'
import {commit} from '../../../support/commit.ts'

const dataFolder = temporaryFolder()
const lake = createNewsroomLake({dataFolder, origin: 'http://127.0.0.1:3333'})
afterAll(() => lake.close())

const place = temporaryFolder()
writeFileSync(join(place, 'secret.txt'), 'secret')

/** Answers what was told, and the ids of the documents that came in. */
async function importInto(
  request: Pick<ImportRequest, 'source'> & Partial<ImportRequest>,
): Promise<{error?: string; failed?: string[]; stored: LakeDocument[]}> {
  const before = new Set(stored().map(({_id}) => _id))
  const outcome = await withLocalClient(lake, {name: 'test'}, (local) =>
    importDocuments(local, {operation: 'create', onStep: () => {}, ...request}),
  ).catch((error: Error) => ({error: error.message}))
  return {...outcome, stored: stored().filter(({_id}) => !before.has(_id))}
}

const stored = (): LakeDocument[] => lake.services.documents.all('production')

let last = 0
function folderWith(address: string): string {
  const folder = join(place, `archive-${++last}`)
  mkdirSync(folder)
  const document = {_id: `photo-${last}`, _type: 'photoWithCredit', image: {_sanityAsset: address}}
  writeFileSync(join(folder, 'data.ndjson'), JSON.stringify(document))
  return folder
}

const lines = (folder: string): Pick<ImportRequest, 'source' | 'assetsBase'> => ({
  source: createReadStream(join(folder, 'data.ndjson')),
  assetsBase: folder,
})

function packed(folder: string): Pick<ImportRequest, 'source' | 'assetsBase'> {
  const file = `${folder}.tar.gz`
  execFileSync('tar', ['-czf', file, '-C', dirname(folder), folder.slice(place.length + 1)])
  return {source: createReadStream(file), assetsBase: place}
}

const SOURCES: [string, (folder: string) => Pick<ImportRequest, 'source'>][] = [
  ['a folder', (folder) => ({source: folder})],
  ['NDJSON', lines],
  ['an archive', packed],
]

describe('an import', () => {
  it.each(SOURCES)('of %s does not read files outside of it, and writes nothing', async (_, of) => {
    const folder = folderWith(`file@file://${join(place, 'secret.txt')}`)
    const {error, stored} = await importInto(of(folder))
    expect(error).toMatch(
      /^The document "photo-\d+" names a file outside of the archive’s folder at "image": file@file:.*secret\.txt\. Nothing was imported\./,
    )
    expect(stored).toEqual([])
  })

  it.each([
    ['the documents', 'data.ndjson', 'secret.ndjson'],
    ['a picture that no document names', 'images/a.png', 'secret.txt'],
    ['what is said about pictures', 'assets.json', 'secret.json'],
  ])('of a folder in which %s are a link to elsewhere is refused', async (_, name, target) => {
    const folder = folderWith('image@file://./none.png')
    mkdirSync(join(folder, 'images'))
    writeFileSync(join(place, target), '{}')
    execFileSync('rm', ['-f', join(folder, name)])
    symlinkSync(join(place, target), join(folder, name))
    const {error, stored} = await importInto({source: folder})
    expect(error).toMatch(
      /is a link to a file outside of the archive’s folder\. Nothing was imported/,
    )
    expect(stored).toEqual([])
  })

  it('leaves out what is refused, and names it, where failing assets are allowed', async () => {
    const folder = folderWith('file@file:///etc/hostname')
    const {failed, stored} = await importInto({...lines(folder), allowFailingAssets: true})
    expect(failed).toEqual([
      expect.stringMatching(/names a file outside .* at "image": file@file:\/\/\/etc\/hostname/),
    ])
    expect(stored.map(({_type}) => _type)).not.toContain('sanity.fileAsset')
    expect(JSON.stringify(stored)).not.toContain('_sanityAsset')
  })

  it('asks another host only where the operator says so', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`)
      response.end('from the network')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const asset = {
      _id: `file-${'a'.repeat(40)}-txt`,
      _type: 'sanity.fileAsset',
      assetId: 'a',
      extension: 'txt',
      mimeType: 'text/plain',
      path: `files/copydesk/production/${'a'.repeat(40)}.txt`,
      sha1hash: 'a'.repeat(40),
      size: 1,
      url: `${origin}/asset-document`,
    }
    try {
      const folder = folderWith(`file@${origin}/a.txt`)
      const refused = await importInto(lines(folder))
      expect(refused.error).toContain(`names a remote address at "image": file@${origin}/a.txt`)
      expect((await importInto({source: [asset]})).error).toContain(
        `names a remote address: ${origin}/asset-document. Nothing was imported.`,
      )
      expect(asked).toEqual([])

      const {error, stored} = await importInto({...lines(folder), allowRemoteAssets: true})
      expect(error).toBeUndefined()
      expect(asked).toEqual(['GET /a.txt'])
      expect(stored.map(({_type}) => _type)).toContain('sanity.fileAsset')
    } finally {
      await new Promise((resolve) => server.close(resolve))
    }
  })
})

describe('a document that an address was planted in before the lake refused it', () => {
  const planted = temporaryFolder()
  const SECRET = 'file@file:///etc/passwd'

  const open = () => createNewsroomLake({dataFolder: planted, origin: 'http://127.0.0.1:3333'})

  it('is named by doctor, and left clean in each export and move', async () => {
    const first = open()
    await commit(first, [{create: {_id: 'drafts.a', _type: 'article', headline: 'A'}}])
    await first.close()
    const database = new DatabaseSync(join(planted, 'lake.sqlite'))
    database
      .prepare(
        `UPDATE documents SET body = json_set(body, '$.body', json(?)) WHERE id = 'drafts.a'`,
      )
      .run(JSON.stringify([{_key: 'k', _type: 'image', _sanityAsset: SECRET}]))
    database.close()

    const findings = () => checkDatabase(planted).filter(({kind}) => kind === 'problem')
    expect(findings()).toEqual([
      {
        kind: 'problem',
        text: expect.stringMatching(
          /^production: the document "drafts\.a" holds a field "_sanityAsset" \(file@file:\/\/\/etc\/passwd\)\./,
        ),
      },
    ])

    const again = open()
    try {
      const out = temporaryFolder()
      await exportLines(again, {path: join(out, 'all.ndjson'), dataset: 'production', onStep() {}})
      expect(readFileSync(join(out, 'all.ndjson'), 'utf8')).toMatch(/"_id":"drafts\.a".*"_key":"k"/)
      expect(readFileSync(join(out, 'all.ndjson'), 'utf8')).not.toContain('_sanityAsset')
      await exportArchive(again, {
        path: join(out, 'all.tar.gz'),
        dataset: 'production',
        onStep() {},
      })
      execFileSync('tar', ['-xzf', join(out, 'all.tar.gz'), '-C', out, '--strip-components=1'])
      expect(readFileSync(join(out, 'data.ndjson'), 'utf8')).toContain('"_id":"drafts.a"')
      expect(readFileSync(join(out, 'data.ndjson'), 'utf8')).not.toContain('_sanityAsset')

      // As the documentation says, one patch removes it wherever it is in the document.
      await commit(again, [{patch: {id: 'drafts.a', unset: ['.._sanityAsset']}}])
      expect(again.services.documents.get('production', 'drafts.a')).toMatchObject({
        body: [{_key: 'k', _type: 'image'}],
      })
    } finally {
      await again.close()
    }
    expect(findings()).toEqual([])
  })

  it('is pulled from another lake without it', async () => {
    const server = createServer((_, response) =>
      response.end(JSON.stringify({_id: 'a', _type: 'article', x: {_sanityAsset: SECRET, y: 1}})),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const there = connectLake(
      {title: 'there', base, isHosted: false, projectId: 'copydesk', dataset: 'production'},
      'token',
    )
    const documents = await Array.fromAsync(there.documents())
    await new Promise((resolve) => server.close(resolve))
    expect(documents).toEqual([{_id: 'a', _type: 'article', x: {y: 1}}])
  })
})
