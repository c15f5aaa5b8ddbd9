// Series and packages over HTTP: who publishes them, what the ledger keeps, and that no word of a piece that
// readers must not see comes out through them.
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {FRONT_PACKAGE_FRAGMENT} from '../../queries/fragments.ts'
import {SERIES_BY_SLUG_QUERY} from '../../queries/series.ts'
import {siteOn} from '../site/support/site-on-lake.ts'
import {visit} from '../site/support/visit.ts'
import {START, startLake, type TestLake} from '../support/lake.ts'
import {
  approve,
  ok,
  openDesk,
  publish,
  publishedOf,
  ref,
  refusedWhole,
  submit,
  write,
} from '../support/piece.ts'
import type {Desk, Fields} from '../support/piece.ts'

const HOUR = 3_600_000
const weak = (_ref: string) => ({...ref(_ref), _key: _ref, _weak: true})
const slug = (current: string) => ({slug: {_type: 'slug', current}})
const series = (id: string, parts: string[], more: Fields = {}) => ({
  _id: id,
  _type: 'series',
  title: `Series ${id}`,
  ...slug(id),
  parts: parts.map(weak),
  ...more,
})
/** As fronts look up what is beside a main story. */
const SIDES = `*[_id == "first"]{
  "of": *[_type == "storyPackage" && main._ref == ^._id]{${FRONT_PACKAGE_FRAGMENT}}
}[0].of[0]`

const inPackage = (id: string, main: string, sides: string[]) => ({
  _id: id,
  _type: 'storyPackage',
  title: `Package ${id}`,
  main: weak(main),
  sides: sides.map(weak),
})

let lake: TestLake
let desk: Desk
let site: ReturnType<typeof siteOn>
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
  site = siteOn(lake)
  await publish(desk, 'first')
  await publish(desk, 'third')
  await ok(
    desk.mutate(desk.editor, [
      {create: series('tide', ['first', 'second', 'third'])},
      {create: inPackage('flood', 'first', ['second', 'third'])},
    ]),
  )
})
afterAll(() => lake.close())

const ledger = (subject: string) =>
  lake.lake.services.documents
    .ofType('production', 'ledgerEntry')
    .filter((entry) => (entry['subject'] as {_ref?: string} | undefined)?._ref === subject)

describe('An editor', () => {
  const draftId = 'drafts.rain'
  const edit = (patch: Fields) => ({
    actionType: 'sanity.action.document.edit',
    publishedId: 'rain',
    draftId,
    patch,
  })
  const publishIt = {actionType: 'sanity.action.document.publish', publishedId: 'rain', draftId}

  it('publishes, changes and removes a series by Sanity’s own actions, each recorded once', async () => {
    const begin = {
      actionType: 'sanity.action.document.version.create',
      publishedId: 'rain',
      document: {...series('rain', ['third']), _id: draftId},
    }
    await ok(desk.actions(desk.editor, [begin]))
    expect(ledger('rain')).toEqual([])
    await ok(desk.actions(desk.editor, [publishIt]))
    await ok(desk.actions(desk.otherEditor, [edit({set: {title: 'Rain'}})]))
    await ok(desk.actions(desk.otherEditor, [publishIt]))
    const remove = {
      actionType: 'sanity.action.document.delete',
      publishedId: 'rain',
      includeDrafts: [],
    }
    await ok(desk.actions(desk.editor, [remove]))
    const recorded = ledger('rain').map(({kind, byName, at, changes}) => [
      kind,
      byName,
      at,
      changes,
    ])
    expect(recorded).toHaveLength(3)
    const at = '2026-11-25T10:00:00.000Z'
    expect(recorded).toEqual(
      expect.arrayContaining([
        [
          'published',
          'Edith Editor',
          at,
          [
            'Set the title to “Series rain”.',
            'Set the web address to “rain”.',
            'Added “The story third” as part 1.',
          ],
        ],
        ['changed', 'Otto Editor', at, ['Changed the title from “Series rain” to “Rain”.']],
        ['removed', 'Edith Editor', at, expect.arrayContaining(['Removed the title “Rain”.'])],
      ]),
    )
  })

  it('cannot change an entry', async () => {
    const [entry] = ledger('tide')
    const change = {patch: {id: String(entry?._id), set: {changes: ['Nothing.']}}}
    await refusedWhole(desk, () => desk.mutate(desk.editor, [change]), 'serverOnly')
  })

  it('cannot put a piece into two packages', async () => {
    const second = {create: inPackage('second-package', 'third', ['first'])}
    await refusedWhole(desk, () => desk.mutate(desk.editor, [second]), 'inAnotherPackage')
  })
})

it('A journalist reads series and packages and writes none', async () => {
  for (const id of ['tide', 'flood']) {
    expect(await lake.client('journalist').getDocument(id)).toBeDefined()
    for (const _id of [id, `drafts.${id}`]) {
      const {_rev, _createdAt, _updatedAt, ...document} = desk.get(id)!
      const before = desk.everything()
      const change = {createOrReplace: {...document, _id, title: 'Mine'}}
      expect((await desk.mutate(desk.journalist, [change])).status).toBe(403)
      expect(desk.everything()).toBe(before)
    }
  }
})

describe('A reader finds no word of a part or a side story', () => {
  const WORDS = 'Nobody may read this'
  const secret = {
    article: {headline: WORDS, dek: WORDS, kicker: WORDS, ...slug('secret-slug')},
    photo: {caption: WORDS, alt: WORDS},
  }
  let id = ''
  let counted = 0
  beforeEach(async () => {
    lake.setTime(START + ++counted * HOUR)
    const before = id || 'second'
    id = `story-${counted}`
    const swap = (list: unknown) =>
      JSON.parse(JSON.stringify(list).replaceAll(`"${before}"`, `"${id}"`)) as unknown
    await ok(
      desk.mutate(desk.editor, [
        {patch: {id: 'tide', set: {parts: swap(desk.get('tide')?.['parts'])}}},
        {patch: {id: 'flood', set: {sides: swap(desk.get('flood')?.['sides'])}}},
      ]),
    )
  })
  const note = 'It was wrong.'
  const live = () => publish(desk, id, secret)

  const PATHS = [
    '/series/tide',
    '/series/tide/feed.xml',
    '/series/tide/feed.atom',
    '/series/tide/feed.json',
    '/article/first',
    '/article/third',
    '/feed.xml',
    '/sitemap-pages.xml',
  ]
  const QUERIES: [string, string, Fields?][] = [
    ['the query of the series', SERIES_BY_SLUG_QUERY, {slug: 'tide', start: 0, end: 20}],
    ['the side stories', SIDES],
    ['all', '*[_type in ["series", "storyPackage"]]{..., "all": [...parts[]->, ...sides[]->]}'],
  ]
  /** The pages and queries whose answers have these words in them. */
  async function where(words: string): Promise<string[]> {
    const pages = PATHS.map(async (path) => [path, (await visit(site, path)).html] as const)
    const queries = QUERIES.map(async ([name, query, params = {}]) => {
      const answer: unknown = await lake.client().fetch(query, params)
      return [name, JSON.stringify(answer)] as const
    })
    const found = await Promise.all([...pages, ...queries])
    return found.flatMap(([name, text]) => (text.includes(words) ? [name] : []))
  }
  const PLACES = [...PATHS.slice(0, -1), ...QUERIES.map(([name]) => name)]

  it.each<[string, () => Promise<unknown>]>([
    ['that is a draft', () => write(desk, id, secret)],
    [
      'that is approved and not published',
      async () => {
        await write(desk, id, secret)
        await submit(desk, id)
        await approve(desk, id)
      },
    ],
    [
      'that is withdrawn',
      async () => {
        await live()
        expect(await where(WORDS)).toEqual(PLACES)
        await ok(desk.act(desk.editor, {act: 'withdraw', articleId: id, note}))
      },
    ],
    [
      'that is killed',
      async () => {
        await live()
        expect(await where(WORDS)).toEqual(PLACES)
        await ok(desk.act(desk.administrator, {act: 'kill', articleId: id, note}))
      },
    ],
    [
      'that is spiked',
      async () => {
        await write(desk, id, secret)
        await ok(desk.act(desk.editor, {act: 'spike', articleId: id, note}))
      },
    ],
  ])('%s', async (_what, happens) => {
    await happens()
    expect(await where(WORDS)).toEqual([])
    expect(await where('secret-slug')).toEqual([])
    // Numbers stay, and the links lead past it.
    const {html} = await visit(site, '/article/third')
    expect(html).toMatch(/Part (<!-- -->)?3(<!-- -->)? of (<!-- -->)?3/)
    expect(html).toContain('rel="prev"')
  })

  it('that is under embargo, until its time', async () => {
    const until = new Date(lake.now() + HOUR / 2).toISOString()
    const caption = 'Nobody may see this'
    const held = publishedOf(id, {
      article: {...secret.article, embargo: {until}},
      photo: {caption, alt: caption},
    })
    await ok(
      desk.mutate(
        desk.importer,
        held.map((create) => ({create})),
      ),
    )
    // The series refers to the article, and the article to its photo.
    const captions = () => lake.client().fetch<string[]>('*[_type == "photoWithCredit"].caption')
    expect(await captions()).not.toContain(caption)
    expect(await where(WORDS)).toEqual([])
    lake.setTime(lake.now() + HOUR / 2)
    expect(await captions()).toContain(caption)
    expect(await where(WORDS)).toEqual(PLACES)
  })

  it('while the main story of its package is withdrawn', async () => {
    await live()
    const band = async () => (await visit(site, '/article/third')).html.includes('Package flood')
    expect(await band()).toBe(true)
    const sides = async () =>
      (await lake.client().fetch<{sides: {_id: string}[] | null}>(SIDES))?.sides?.map(
        ({_id}) => _id,
      )
    expect(await sides()).toEqual([id, 'third'])
    await ok(desk.act(desk.editor, {act: 'withdraw', articleId: 'first', note}))
    expect(await band()).toBe(false)
    expect((await visit(site, `/article/secret-slug`)).html).not.toContain('Package flood')
    expect(await sides()).toBeUndefined()
  })
})
