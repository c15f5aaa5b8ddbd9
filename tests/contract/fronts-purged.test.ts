// What only drafts of a front can show, and what is taken out of the newsroom for good: nothing refers to it.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {purgeDocument} from '../../server/operations/purge/purge-document.ts'
import {openFrontDesk, type FrontDesk} from '../support/front-desk.ts'
import {ok, publish, ref, write} from '../support/piece.ts'
import {container, front, slot} from '../workflow/fronts/fronts.ts'

const ASSET = ref(`image-${'a'.repeat(40)}-1600x900-jpg`)
const PLACES = ['front-home', 'drafts.front-home', 'versions.evening.front-home']
const WORDS = 'Words of this front only'

let desk: FrontDesk
beforeAll(async () => {
  desk = await openFrontDesk(['one'])
  const metadata = {title: 'Evening', releaseType: 'asap'}
  await ok(
    desk.actions(desk.editor, [
      {actionType: 'sanity.action.release.create', releaseId: 'evening', metadata},
    ]),
  )
})
afterAll(() => desk.lake.close())

/** The same stories on the front, in its draft and in a release. */
async function arrange(...slots: object[]): Promise<void> {
  const page = [container('Top', [...slots, slot('one')])]
  await ok(desk.publishFront(page))
  for (const _id of PLACES.slice(1)) {
    await ok(desk.mutate(desk.editor, [{createOrReplace: {...front(...page), _id}}]))
  }
}

const where = (text: string): string[] =>
  PLACES.filter((id) => JSON.stringify(desk.get(id)).includes(text))

const purge = (id: string) =>
  purgeDocument({
    lake: desk.lake.lake,
    dataFolder: desk.lake.folder,
    id,
    by: 'Ada',
    confirm: async () => true,
    patience: 0,
  })

describe('A story that readers have never seen leaves the drafts of a front', () => {
  it.each<[how: string, id: string, happens: (id: string) => Promise<unknown>]>([
    [
      'is spiked',
      'spiked',
      (articleId) => ok(desk.act(desk.editor, {act: 'spike', articleId, note: 'n'})),
    ],
    ['is purged', 'purged', purge],
    [
      'is deleted',
      'deleted',
      (publishedId) =>
        ok(
          desk.actions(desk.importer, [
            {
              actionType: 'sanity.action.document.delete',
              publishedId,
              includeDrafts: [`drafts.${publishedId}`],
            },
          ]),
        ),
    ],
    [
      'is removed by a mutation',
      'removed',
      (id) => ok(desk.mutate(desk.importer, [{delete: {id: `drafts.${id}`}}])),
    ],
  ])('once it %s', async (_how, id, happens) => {
    await write(desk, id)
    await arrange(slot(id, {headline: WORDS}))
    expect(where(`"${id}"`)).toEqual(PLACES.slice(1))
    await happens(id)
    expect(where(`"${id}"`)).toEqual([])
    expect(where(WORDS)).toEqual([])
    expect(where('"one"')).toEqual(PLACES)
  })
})

it('A published story cannot be purged, and stays on the front', async () => {
  await publish(desk, 'seen')
  await arrange(slot('seen', {headline: WORDS}))
  await expect(purge('seen')).rejects.toThrow('readers have seen it')
  expect(where(WORDS)).toEqual(PLACES)
})

it('A photo that is purged leaves the front, its draft and its versions', async () => {
  const photo = {
    _id: 'gone-photo',
    _type: 'photoWithCredit',
    image: {_type: 'image', asset: ASSET},
    alt: 'A pier',
    creditLine: '© X',
  }
  await ok(desk.mutate(desk.importer, [{create: photo}]))
  await publish(desk, 'shown')
  const picture = {_type: 'image', asset: ASSET, photo: ref('gone-photo')}
  await arrange(slot('shown', {headline: WORDS, picture}))
  expect(where('gone-photo')).toEqual(PLACES)
  await purge('gone-photo')
  expect(where('gone-photo')).toEqual([])
  expect(where(WORDS)).toEqual(PLACES)
})
