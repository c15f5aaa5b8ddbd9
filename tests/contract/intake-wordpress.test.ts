// A WordPress site comes in by command, and once more after people have worked on it.
import {existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import sharp from 'sharp'
import {beforeAll, describe, expect, test} from 'vitest'
import {documentTable, openDatabase} from '@copydesk/lake/store'
import {withLocalClient} from '../../server/commands/local-client.ts'
import {withLake} from '../../server/commands/with-lake.ts'
import {siteIdOf} from '../../workflow/intake/wordpress.ts'
import {onFolder, temporaryFolder} from '../server/support.ts'
import type {Document} from '../site/support/client.ts'
import {siteOver, visit} from '../site/support/visit.ts'
import {exportOf, HOLM, SITE, type ExportedItem} from '../support/wordpress-export.ts'

const folder = temporaryFolder()
const source = temporaryFolder()
const uploads = join(source, 'uploads')
const newsroom = join(folder, 'newsroom')
const ID = `wp-${siteIdOf(SITE)}`

const documents = (): Map<string, Document> => {
  const database = openDatabase(join(newsroom, 'lake.sqlite'), {readOnly: true})
  const all = documentTable(database).all('production')
  database.close()
  return new Map(all.map((document) => [document._id, document]))
}

async function importSite(items: readonly ExportedItem[], ...options: string[]) {
  const file = join(source, 'export.xml')
  writeFileSync(file, exportOf(...items))
  const outcome = await onFolder(newsroom)('intake', 'wordpress', file, ...options)
  expect(outcome.code, outcome.stderr).toBe(0)
  const report = JSON.parse(readFileSync(join(newsroom, 'intake-report.json'), 'utf8')) as {
    found: Record<string, {count: number; listed: Record<string, number>}>
  }
  const counts = Object.fromEntries(
    Object.entries(report.found).map(([finding, {count}]) => [finding, count]),
  )
  return {...outcome, counts, found: report.found}
}

/** As a person would change it: by another transaction than the import's. */
const change = async (work: (client: SanityClient) => Promise<unknown>): Promise<void> => {
  await withLake(newsroom, (lake) =>
    withLocalClient(lake, {name: 'a person'}, ({client}) => work(client)),
  )
}

const withItem = (id: number, more: Partial<ExportedItem>): ExportedItem[] =>
  HOLM.map((one) => (one.id === id ? {...one, ...more} : one))

let first: Awaited<ReturnType<typeof importSite>>

beforeAll(async () => {
  await onFolder(newsroom)('init', '--name', 'The Holm Herald', '--admin', 'a@holm.example')
  mkdirSync(join(uploads, '2019/03'), {recursive: true})
  const png = (background: string) =>
    sharp({create: {width: 8, height: 6, channels: 3, background}})
      .png()
      .toBuffer()
  writeFileSync(join(uploads, '2019/03/picture-20.png'), await png('teal'))
  writeFileSync(join(uploads, '2019/03/picture-21.png'), 'not a picture')
  writeFileSync(join(source, 'outside.png'), await png('red'))
  symlinkSync(join(source, 'outside.png'), join(uploads, '2019/03/picture-23.png'))
  first = await importSite(HOLM, '--uploads', uploads)
}, 120_000)

describe('the first import', () => {
  test('makes an article of a post, with its photos, section, topic and author', () => {
    const all = documents()
    const article = all.get(`${ID}-10`)
    expect(article).toMatchObject({
      headline: 'Tide late & low',
      dek: 'Nobody knows why.',
      slug: {current: 'tide'},
      language: 'en-GB',
      firstPublishedAt: '2019-03-04T10:20:30.000Z',
      section: {_ref: `${ID}-section-bay`},
      topics: [{_ref: `${ID}-topic-tides`}],
      bylines: [{author: {_ref: `${ID}-author-tom`}, role: 'writer'}],
      leadPhoto: {photo: {_ref: `${ID}-20`}},
    })
    expect(article).not.toHaveProperty('seoHeadline')
    expect(shapeOf(article)).toEqual([
      'normal The tide was late.',
      `photoUse ${ID}-21`,
      'blockquote So was I.\nAda Crane',
      'normal https://video.example/1',
      'normal Kept.',
    ])
    expect(all.get(`${ID}-section-bay`)).toMatchObject({title: 'The bay', slug: {current: 'bay'}})
    // No post is in it.
    expect(all.get(`${ID}-section-unused`)).toMatchObject({title: 'Unused'})
    expect(all.get(`${ID}-author-tom`)).toMatchObject({name: 'Tom Reed', slug: {current: 'tom'}})
  })

  test('takes captions, descriptions and credits from their fields, else from the text', () => {
    const all = documents()
    expect(all.get(`${ID}-20`)).toMatchObject({
      caption: 'The bay.',
      alt: 'A bay at noon',
      creditLine: 'Ines Falk / Holm Press',
      creator: 'Ines Falk',
      copyrightHolder: 'Holm Press',
      image: {asset: {_ref: expect.stringMatching(/^image-[0-9a-f]{40}-8x6-png$/)}},
    })
    expect(all.get(`${ID}-21`)).toMatchObject({
      caption: 'The clock.',
      alt: 'A clock',
      creditLine: 'Ines Falk',
      creator: 'Ines Falk',
    })
  })

  test('keeps a credit of a text that differs from the photo’s, and reports both', () => {
    const {body} = documents().get(`${ID}-11`) as unknown as {body: {_type: string}[]}
    expect(body.filter(({_type}) => _type === 'photoUse')).toMatchObject([
      {photo: {_ref: `${ID}-22`}},
      {photo: {_ref: `${ID}-20`}, caption: 'The bay. (Photo: Ada Reed)'},
    ])
    expect(Object.keys(first.found['otherCredit']?.listed ?? {})).toEqual([
      `${SITE}/2019/03/klassisch-läufer/: picture-20.png: “Ada Reed”, the photo: “Ines Falk / Holm Press”`,
    ])
  })

  test('publishes only what readers of the site could see', () => {
    const all = documents()
    const articles = [...all.values()].filter(({_type}) => _type === 'article').map(({_id}) => _id)
    expect(articles.toSorted()).toEqual([
      ...[12, 13, 14, 15, 30, 31].map((id) => `drafts.${ID}-${id}`),
      `${ID}-10`,
      `${ID}-11`,
    ])
    const photos = [...all.values()].filter(({_type}) => _type === 'photoWithCredit')
    expect(photos.map(({_id}) => _id).toSorted()).toEqual([
      `drafts.${ID}-23`,
      `drafts.${ID}-24`,
      ...[20, 21, 22].map((id) => `${ID}-${id}`),
    ])
    const text = JSON.stringify([...all.values()].filter(({_id}) => !_id.includes('.')))
    expect(text).not.toMatch(/Secret|Locked|"name":"Ada Crane|ada@|tom@/)
  })

  test('records each publication in the ledger, as an import', () => {
    const entries = [...documents().values()].filter(({_type}) => _type === 'ledgerEntry')
    const named = entries.flatMap((entry) => [
      entry['kind'],
      ...(entry['articles'] as {_ref: string}[]).map(({_ref}) => _ref),
    ])
    expect(named.toSorted()).toEqual(['import', `${ID}-10`, `${ID}-11`])
  })

  test('uploads pictures from the folder, and none from outside of it', () => {
    const pictures = [...documents().values()].filter(({_type}) => _type === 'sanity.imageAsset')
    expect(pictures.map(({originalFilename}) => originalFilename)).toEqual(['picture-20.png'])
    expect(Object.keys(first.found['photoWithoutFile']?.listed ?? {}).toSorted()).toEqual([
      '../outside.png',
      '2019/03/picture-21.png',
      '2019/03/picture-23.png',
      '2019/03/picture-24.png',
    ])
  })

  test('reports what found no place', () => {
    const {found, counts, stdout} = first
    expect(counts).toMatchObject({
      published: 2,
      draft: 6,
      private: 1,
      scheduled: 1,
      password: 1,
      trash: 1,
      page: 1,
      otherType: 1,
      comments: 2,
      moreCategories: 1,
      parentCategory: 1,
      noSection: 2,
      notPicture: 1,
    })
    expect(['noTitle', 'noText', 'empty'].map((name) => found[name]?.listed)).toEqual([
      {[`${SITE}/2019/03/post-30/`]: 1},
      {[`${SITE}/2019/03/post-31/`]: 1},
      {[`${SITE}/2019/03/post-32/`]: 1},
    ])
    expect(counts['refused']).toBeUndefined()
    expect(found['form']?.listed).toEqual({'jetpack/odd': 1, '<iframe>': 1, '[poll]': 1})
    expect(found['emptySection']?.listed).toEqual({Unused: 1})
    expect(found['unusedTag']?.listed).toEqual({'Never used': 1})
    expect(found['taxonomy']?.listed).toEqual({post_format: 1})
    expect(found['field']?.listed).toEqual({reading_time: 1})
    expect(stdout).toMatch(/Pages, left out: they are not articles: 1\n/)
  })

  test.each([
    ['/2019/03/tide/', '/article/tide'],
    ['/2019/03/tide', '/article/tide'],
    ['/?p=10', '/article/tide'],
    ['/2019/03/klassisch-l%C3%A4ufer', '/article/klassisch-l%C3%A4ufer'],
    ['/category/coast/bay', '/section/bay'],
    ['/?cat=6', '/section/bay'],
    ['/category/unused', '/section/unused'],
    ['/tag/tides', '/topic/tides'],
    ['/?author=3', '/author/tom'],
  ])('%s leads to %s', async (path, location) => {
    const site = siteOver([...documents().values()])
    const {response} = await visit(site, path)
    expect([response.status, response.headers.get('location')]).toEqual([301, location])
  })

  test('the address of a draft leads nowhere', async () => {
    const site = siteOver([...documents().values()])
    expect((await visit(site, '/?p=13')).response.status).toBe(200)
    expect((await visit(site, '/2019/03/post-13')).response.status).toBe(404)
  })
})

describe('another import', {timeout: 120_000}, () => {
  test('of the same file changes nothing', async () => {
    const before = documents()
    const {counts} = await importSite(HOLM, '--uploads', uploads)
    expect(counts).not.toHaveProperty('created')
    expect(counts).not.toHaveProperty('updated')
    expect(documents()).toEqual(before)
  })

  test('updates what changed in WordPress, and leaves what a person has edited or removed', async () => {
    await change(async (client) => {
      await client.patch(`${ID}-20`).set({caption: 'The bay, by a person.'}).commit()
      await client.create({_id: `drafts.${ID}-11`, _type: 'article', headline: 'Being edited'})
      await client.delete(`drafts.${ID}-13`)
    })
    const items = HOLM.map((one): ExportedItem => {
      if (one.id === 10) return {...one, title: 'Tide on time', slug: 'tide-on-time'}
      if (one.id === 11 || one.id === 13) return {...one, title: 'From WordPress'}
      return one.id === 20 ? {...one, excerpt: 'From WordPress'} : one
    })
    const {counts} = await importSite(items, '--uploads', uploads)
    const all = documents()
    expect(counts).toMatchObject({edited: 2, removed: 1, updated: 2})
    expect(all.get(`${ID}-10`)).toMatchObject({
      headline: 'Tide on time',
      slug: {current: 'tide-on-time'},
      previousSlugs: ['tide'],
    })
    expect(all.get(`${ID}-11`)).toMatchObject({headline: 'Classic'})
    expect(all.get(`drafts.${ID}-11`)).toMatchObject({headline: 'Being edited'})
    expect(all.get(`${ID}-20`)).toMatchObject({caption: 'The bay, by a person.'})
    expect(all.has(`drafts.${ID}-13`) || all.has(`${ID}-13`)).toBe(false)
  })

  test('publishes a draft that WordPress has published since, and takes nothing down', async () => {
    const published = {status: 'publish', slug: 'at-last', date: '2019-04-01 00:00:00'}
    const items = withItem(12, published).map((one) =>
      one.id === 10 ? {...one, status: 'draft'} : one,
    )
    const {counts} = await importSite(items)
    const all = documents()
    expect(all.get(`${ID}-12`)).toMatchObject({headline: 'Not yet', slug: {current: 'at-last'}})
    expect(all.has(`drafts.${ID}-12`)).toBe(false)
    // Its picture and its author were drafts too.
    expect([all.has(`${ID}-23`), all.has(`drafts.${ID}-23`)]).toEqual([true, false])
    expect(counts['hidden']).toBe(1)
    expect(all.has(`${ID}-10`)).toBe(true)
    // Without the folder of uploads a picture stays.
    expect(all.get(`${ID}-20`)).toHaveProperty('image')
  })
})

test.each([
  ['another file', 'text', [], /not an export/],
  ['half an export', exportOf(...HOLM).slice(0, -30), [], /ends in the middle/],
  ['two sources of pictures', exportOf(), ['--fetch', '--uploads', source], /Choose one/],
  [
    'a folder that is not there',
    exportOf(),
    ['--uploads', join(source, 'none')],
    /There is no folder/,
  ],
])('refuses %s, and writes nothing', async (_what, text, options, message) => {
  const file = join(source, 'bad.xml')
  writeFileSync(file, text)
  const before = documents().size
  const {code, stderr} = await onFolder(newsroom)('intake', 'wordpress', file, ...options)
  expect([code, stderr]).toEqual([1, expect.stringMatching(message)])
  expect(documents().size).toBe(before)
  expect(existsSync(file)).toBe(true)
})

/** Blocks in short: a style and its text, or what a member refers to. */
function shapeOf(document: Document | undefined): string[] {
  const body = (document?.['body'] ?? []) as {
    _type: string
    style?: string
    children?: {text: string}[]
    photo?: {_ref: string}
  }[]
  return body.map(({_type, style, children, photo}) =>
    _type === 'block'
      ? `${style} ${(children ?? []).map(({text}) => text).join('')}`
      : `${_type} ${photo?._ref ?? ''}`,
  )
}
