// Whatever takes a story from the readers: no front has a hole or a word of it afterwards, pinned or filled.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openFrontDesk, type FrontDesk} from '../support/front-desk.ts'
import {START} from '../support/lake.ts'
import {ok, publish} from '../support/piece.ts'
import {container, front, slot} from '../workflow/fronts/fronts.ts'

const HOUR = 3_600_000
const at = (hours: number): string => new Date(START + hours * HOUR).toISOString()
const STORIES = ['one', 'two', 'three', 'four', 'five', 'six']

let desk: FrontDesk
beforeAll(async () => {
  desk = await openFrontDesk(STORIES)
  await ok(
    desk.actions(desk.editor, [
      {
        actionType: 'sanity.action.release.create',
        releaseId: 'evening',
        metadata: {title: 'Evening', releaseType: 'asap'},
      },
    ]),
  )
})
afterAll(() => desk.lake.close())

const withdraw = (id: string) =>
  ok(
    desk.act(desk.editor, {
      act: 'withdraw',
      articleId: id,
      note: 'Wrong',
      readerNote: 'It was wrong.',
    }),
  )
const kill = (id: string) =>
  ok(
    desk.act(desk.administrator, {act: 'kill', articleId: id, note: 'Wrong', readerNote: 'Wrong.'}),
  )
const asImporter = (mutation: object) => ok(desk.mutate(desk.importer, [mutation]))

const actAsImporter = (action: object) => ok(desk.actions(desk.importer, [action]))

const WAYS: Record<string, (id: string) => Promise<unknown>> = {
  withdraws: withdraw,
  kills: kill,
  'deletes as an importer': (id) => asImporter({delete: {id}}),
  'deletes by Sanity’s action': (publishedId) =>
    actAsImporter({
      actionType: 'sanity.action.document.delete',
      publishedId,
      includeDrafts: [],
    }),
  'unpublishes by Sanity’s action': (publishedId) =>
    actAsImporter({
      actionType: 'sanity.action.document.unpublish',
      publishedId,
      draftId: `drafts.${publishedId}`,
    }),
  'embargoes as an importer': (id) => asImporter({patch: {id, set: {embargo: {until: at(24)}}}}),
  'keeps off fronts': (id) =>
    ok(
      desk.mutate(desk.editor, [
        {
          create: {
            _id: `off-${id}`,
            _type: 'offFronts',
            piece: {_type: 'reference', _ref: id, _weak: true},
          },
        },
      ]),
    ),
}

/** What is kept off fronts is on the site all the same. */
const isOpen = (way: string): boolean => way === 'keeps off fronts'

/** A front that is being arranged may go on with what readers can open later. */
const staysInDrafts = (way: string): boolean => way === 'embargoes as an importer'

const UNPUBLISHED = ['drafts.front-home', 'versions.evening.front-home']

/** The same front, as colleagues go on with it. */
async function goOn(containers: object[]): Promise<void> {
  const {_id, ...content} = front(...containers)
  for (const id of UNPUBLISHED) {
    await ok(desk.mutate(desk.editor, [{createOrReplace: {...content, _id: id}}]))
  }
}

const secretOf = (id: string): string => `Only on this front: ${id}`

describe.each(Object.keys(WAYS))('A front of which one %s each story in turn', (way) => {
  it.each([0, 1, 2, 3])('closes up (story %i)', async (nth) => {
    const ids = [0, 1, 2, 3].map((n) => `${way.replace(/\W/g, '').slice(0, 12)}-${nth}-${n}`)
    for (const id of ids) await publish(desk, id)
    const [a = '', b = '', , d = ''] = ids
    const containers = [
      container('Top', [slot(a, {headline: secretOf(a)}), slot(b, {headline: secretOf(b)})], {
        count: 4,
      }),
      container('World', [slot(d, {dek: secretOf(d), headline: secretOf(d)})], {
        count: 3,
        fill: {
          _type: 'frontFill',
          from: 'section',
          section: {_type: 'reference', _ref: 'world', _weak: true},
        },
      }),
    ]
    await ok(desk.publishFront(containers))
    await goOn(containers)
    const before = await desk.shown()
    expect(before.map((of) => of.length)).toEqual([4, 3])
    const gone = ids[nth] ?? ''
    const log = desk.lake.lake.services.log.last()
    await WAYS[way]?.(gone)
    const steps = desk.lake.lake.services.log.last() - log
    expect(steps).toBe(1)
    const after = await desk.shown()
    expect(after.map((of) => of.length)).toEqual([4, 3])
    const words = [secretOf(gone), `The story ${gone}`]
    const home = await desk.page('/')
    expect(home).toMatch(/^200 /)
    const stored = JSON.stringify(desk.get('front-home'))
    expect(stored).not.toContain(`"${gone}"`)
    for (const id of staysInDrafts(way) ? [] : UNPUBLISHED) {
      const text = JSON.stringify(desk.get(id))
      expect(text).toContain('frontContainer')
      for (const word of [`"${gone}"`, ...words]) expect(text).not.toContain(word)
    }
    for (const word of words) {
      for (const place of [stored, JSON.stringify(after), home]) expect(place).not.toContain(word)
      if (isOpen(way)) continue
      for (const path of ['/section/world', '/feed.xml', '/section/world/feed.xml']) {
        expect(await desk.page(path)).not.toContain(word)
      }
    }
  })
})
