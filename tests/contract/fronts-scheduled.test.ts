// A front that is published with a release, at once or at a time: it is checked again then.
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {openFrontDesk, type FrontDesk} from '../support/front-desk.ts'
import {START} from '../support/lake.ts'
import {ok, publish, ref} from '../support/piece.ts'
import {container, front, slot} from '../workflow/fronts/fronts.ts'

const HOUR = 3_600_000
const at = (hours: number): string => new Date(START + hours * HOUR).toISOString()
const nothing = {fill: {_type: 'frontFill', from: 'nothing'}}
const pictureOf = (photo: string) => ({
  picture: {
    _type: 'image',
    asset: ref(`image-${'a'.repeat(40)}-1600x900-jpg`),
    photo: ref(photo),
  },
})

let desk: FrontDesk
beforeAll(async () => {
  desk = await openFrontDesk(['one', 'two'])
})
afterAll(() => desk.lake.close())
beforeEach(() => desk.lake.setTime(START))

const about = (name: string, releaseId: string, more: object = {}) => ({
  actionType: `sanity.action.release.${name}`,
  releaseId,
  ...more,
})

/** A release with the front page. */
async function release(releaseId: string, ...containers: object[]): Promise<void> {
  const {_id: publishedId, ...content} = front(...containers)
  await ok(
    desk.actions(desk.editor, [
      about('create', releaseId, {
        metadata: {title: 'Evening', releaseType: 'scheduled', intendedPublishAt: at(2)},
      }),
      {
        actionType: 'sanity.action.document.version.create',
        publishedId,
        document: {...content, _id: `versions.${releaseId}.${publishedId}`},
      },
    ]),
  )
}

const WAYS = {
  'at its time': {
    plan: (id: string) =>
      ok(desk.actions(desk.editor, [about('schedule', id, {publishAt: at(2)})])),
    async publish() {
      desk.lake.setTime(START + 2 * HOUR)
      await desk.lake.lake.services.timer.check()
    },
  },
  'at once': {
    plan: async () => {},
    async publish(id: string) {
      desk.lake.setTime(START + 2 * HOUR)
      await ok(desk.actions(desk.editor, [about('publish', id)]))
    },
  },
}

describe.each(Object.entries(WAYS))('A front that a release publishes %s', (name, way) => {
  const key = name.replace(/\W/g, '')

  it('is one entry in the ledger, with the name of its editor', async () => {
    await release(
      `${key}r1`,
      container('Top', [slot('one', {headline: `In the evening, ${key}`})], nothing),
    )
    await way.plan(`${key}r1`)
    const before = new Set(desk.entries().map(({_id}) => _id))
    await way.publish(`${key}r1`)
    expect(await desk.shown()).toEqual([[`In the evening, ${key}`]])
    const entries = desk.entries().filter(({_id}) => !before.has(_id))
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({
      by: desk.editor.id,
      byName: 'Edith Editor',
      reason: 'With the release “Evening”',
    })
    expect(JSON.stringify(entries[0])).toContain(`In the evening, ${key}`)
  })

  it('leaves out what was withdrawn, denied or has ended meanwhile', async () => {
    for (const id of ['gone', 'denied', 'expires', 'ends', 'off']) await publish(desk, key + id)
    const page = container(
      'Top',
      [
        slot(`${key}gone`, {headline: 'Words of what is gone'}),
        slot('one', pictureOf(`${key}denied-photo`)),
        slot('two', pictureOf(`${key}expires-photo`)),
        slot(`${key}ends`, {until: at(1)}),
        slot(`${key}off`),
      ],
      nothing,
    )
    await release(`${key}r2`, page)
    await way.plan(`${key}r2`)
    const photo = (id: string, rights: object) =>
      ok(desk.mutate(desk.importer, [{patch: {id: `${key}${id}-photo`, set: {rights}}}]))
    await photo('denied', {clearance: 'denied'})
    await photo('expires', {validUntil: at(1)})
    const off = {_id: `off-${key}`, _type: 'offFronts', piece: {...ref(`${key}off`), _weak: true}}
    await ok(desk.mutate(desk.editor, [{create: off}]))
    await ok(
      desk.act(desk.editor, {
        act: 'withdraw',
        articleId: `${key}gone`,
        note: 'n',
        readerNote: 'Wrong.',
      }),
    )
    await way.publish(`${key}r2`)
    expect(desk.get(`_.releases.${key}r2`)).toMatchObject({state: 'published'})
    expect(await desk.shown()).toEqual([['The story one', 'The story two']])
    const stored = JSON.stringify(desk.get('front-home'))
    for (const word of ['Words of what is gone', 'denied-photo', 'expires-photo', `${key}ends`]) {
      expect(stored).not.toContain(word)
    }
  })
})

it('A front is published with a story of the same release', async () => {
  await publish(desk, 'beside')
  await release('with', container('Top', [slot('one'), slot('beside')], nothing))
  await ok(desk.actions(desk.editor, [about('publish', 'with')]))
  expect(await desk.shown()).toEqual([['The story one', 'The story beside']])
})
