import {createHash} from 'node:crypto'
import {mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import sharp from 'sharp'
import {describe, expect, it} from 'vitest'
import {documentTable, openDatabase} from '@copydesk/lake/store'
import type {LakeDocument} from '@copydesk/lake/types'
import {onFolder, temporaryFolder, type Outcome} from './support.ts'

const text = (outcome: Outcome): string => `${outcome.code} ${outcome.stderr}${outcome.stdout}`

function documentsOf(folder: string): LakeDocument[] {
  const database = openDatabase(join(folder, 'lake.sqlite'), {readOnly: true})
  const all = documentTable(database).all('production')
  database.close()
  return all
}

/** What was published by import: nobody here approved it, and the ledger says so. */
const importsOf = (folder: string): LakeDocument[] =>
  documentsOf(folder).filter(({_type, kind}) => _type === 'ledgerEntry' && kind === 'import')

/** The documents of a data folder, without fields that an import sets again. */
function contentOf(folder: string): Partial<LakeDocument>[] {
  const all = documentsOf(folder).filter(({_type}) => _type !== 'ledgerEntry')
  // Drafts name the token that imported them as their creator, uploads carry an id of their own.
  const MADE_ANEW = ['_rev', '_updatedAt', '_createdAt', '_system', 'uploadId']
  return all.map((document) =>
    Object.fromEntries(Object.entries(document).filter(([field]) => !MADE_ANEW.includes(field))),
  )
}

/** Two documents that refer to each other, a private one, a draft, a picture with credit lines. */
async function writeSource(): Promise<string> {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'photos'))
  const picture = await sharp({create: {width: 64, height: 48, channels: 3, background: 'teal'}})
    .withExif({
      IFD0: {Artist: 'Rosa Marsh'},
      IFD3: {GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1'},
    })
    .jpeg()
    .toBuffer()
  writeFileSync(join(folder, 'photos/teal.jpg'), picture)
  const documents = [
    {_id: 'section-a', _type: 'section', title: 'A'},
    {
      _id: 'photo-a',
      _type: 'photoWithCredit',
      creditLine: '© Rosa Marsh',
      image: {_type: 'image', _sanityAsset: 'image@file://./photos/teal.jpg'},
    },
    {
      _id: 'article-a',
      _type: 'article',
      headline: 'Grüße, 読者 🐎',
      section: {_type: 'reference', _ref: 'section-a'},
      firstPublishedAt: '2020-01-02T03:04:05.000Z',
    },
    {_id: 'drafts.article-b', _type: 'article', headline: 'Not yet'},
    {_id: 'private.source.a', _type: 'privateSource', notes: 'Calls at noon'},
  ]
  const lines = documents.map((document) => JSON.stringify(document)).join('\n')
  writeFileSync(join(folder, 'content.ndjson'), `${lines}\n`)
  return folder
}

describe('content', () => {
  it('goes in as NDJSON, out as an archive, and into another newsroom as it was', async () => {
    const source = await writeSource()
    const [first, second, third, out] = Array.from({length: 4}, temporaryFolder) as [
      string,
      string,
      string,
      string,
    ]
    const imported = await onFolder(first)('import', join(source, 'content.ndjson'))
    expect(text(imported)).toMatch(/^0 [^]*Imported 5 documents\./)
    const before = contentOf(first)
    expect(before.map(({_id}) => _id)).toEqual([
      'article-a',
      'drafts.article-b',
      expect.stringMatching(/^image-[0-9a-f]{40}-64x48-jpg$/),
      'photo-a',
      'private.source.a',
      'section-a',
    ])
    expect(before[0]).toMatchObject({
      firstPublishedAt: '2020-01-02T03:04:05.000Z',
      section: {_type: 'reference', _ref: 'section-a'},
    })

    expect(importsOf(first)).toMatchObject([
      {articles: [{_ref: 'article-a'}], byName: 'copydesk import', reason: 'Published by import'},
    ])

    const archive = join(out, 'all.tar.gz')
    const exported = await onFolder(first)('export', archive)
    expect(text(exported)).toMatch(/^0 [^]*Exported 6 documents and 1 assets to /)
    expect(statSync(archive).mode & 0o777).toBe(0o600)
    expect(readdirSync(out)).toEqual(['all.tar.gz'])

    const again = await onFolder(second)('import', archive)
    // The ledger moves along, and the second import adds a line of its own.
    expect(text(again)).toMatch(/^0 [^]*Imported 6 documents\./)
    expect(contentOf(second)).toEqual(before)
    const [line] = importsOf(first)
    expect(importsOf(second)).toHaveLength(2)
    expect(importsOf(second).map(({_id}) => _id)).toContain(line?._id)
    const sha1 = (path: string): string =>
      createHash('sha1').update(readFileSync(path)).digest('hex')
    const [file] = readdirSync(join(second, 'assets/originals/production'))
    expect(sha1(join(second, 'assets/originals/production', file ?? ''))).toBe(
      sha1(join(source, 'photos/teal.jpg')),
    )

    const lines = join(out, 'all.ndjson')
    expect((await onFolder(first)('export', lines)).code).toBe(0)
    const documents = readFileSync(lines, 'utf8').trimEnd().split('\n')
    expect(documents.map((each) => (JSON.parse(each) as LakeDocument)._id)).toEqual(
      documentsOf(first).map(({_id}) => _id),
    )
    expect(documents.join()).not.toMatch(/dlRaw|grant=/)

    const folder = await onFolder(third)('import', source)
    expect(text(folder)).toMatch(/^0 [^]*Imported 5 documents\./)
  })

  it('that exists is overwritten or left, as one says, and an existing file is not lost', async () => {
    const source = await writeSource()
    const file = join(source, 'content.ndjson')
    const run = onFolder(temporaryFolder())
    await run('import', file)
    const refused = await run('import', file)
    expect(refused.code).toBe(1)
    expect(refused.stderr).toMatch(/Document by ID "[^"]+" already exists\. Use --replace to/)
    expect(text(await run('import', file, '--replace'))).toMatch(/^0 /)
    expect(text(await run('import', file, '--missing'))).toMatch(/^0 [^]*what was missing of 5/)
    expect(text(await run('import', file, '--missing', '--replace'))).toMatch(/^1 [^]*Choose one/)
    const refusedExport = await run('export', file)
    expect(refusedExport.code).toBe(1)
    expect(refusedExport.stderr).toContain('exists. Use --overwrite')
    expect(readFileSync(file, 'utf8')).toContain('_sanityAsset')
    expect((await run('export', file, '--overwrite')).code).toBe(0)
    expect(readFileSync(file, 'utf8')).not.toContain('_sanityAsset')
    const tokens = (await run('token', 'list', '--all')).stdout.trimEnd().split('\n').slice(1)
    expect(tokens.length).toBeGreaterThan(0)
    for (const line of tokens)
      expect(line).toMatch(/^\S+ +copydesk (import|export) +importer .* revoked /)
  })

  it('that is not NDJSON is refused in one sentence', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'bad.ndjson')
    writeFileSync(file, '{"_id": "x"')
    const {code, stderr} = await onFolder(folder)('import', file)
    expect(code).toBe(1)
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^Failed to parse line #1: /)
    expect(contentOf(folder)).toEqual([])
  })

  it('whose picture is missing on the disk is not exported by halves', async () => {
    const source = await writeSource()
    const folder = temporaryFolder()
    const run = onFolder(folder)
    await run('import', join(source, 'content.ndjson'))
    rmSync(join(folder, 'assets/originals'), {recursive: true})
    const archive = join(source, 'all.tar.gz')
    const {code, stderr} = await run('export', archive)
    expect(code).toBe(1)
    expect(stderr).toContain('nothing was exported')
    expect(readdirSync(source)).not.toContain('all.tar.gz')
    const examined = await run('doctor')
    expect(examined.code).toBe(1)
    expect(examined.stdout).toContain('PROBLEM  1 of 1 pictures and files are missing on the disk')
    expect(examined.stderr).toBe('1 problem found.\n')
  })

  it('of a type that the registry does not name is listed after the import and by doctor', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'events.ndjson')
    writeFileSync(file, '{"_id": "a", "_type": "event"}\n{"_id": "b", "_type": "event"}\n')
    const run = onFolder(folder)
    const said = 'One type is not in model/content-types.ts: event (2).'
    expect(text(await run('import', file))).toContain(said)
    expect(text(await run('doctor'))).toContain(said)
  })
})
