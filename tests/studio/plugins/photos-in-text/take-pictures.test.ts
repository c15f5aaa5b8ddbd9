import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {knownPhotos, unlessAway} from '../../../../studio/plugins/photos-in-text/photo-lake.ts'
import {
  takePictures,
  type KnownPhoto,
  type PhotoLake,
} from '../../../../studio/plugins/photos-in-text/take-pictures.ts'
import {hashOf} from '../../../../studio/data/photos/upload-picture.ts'
import {offline} from '../../../../studio/data/transport/offline.ts'

const bytesOf = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../fixtures/photos/${name}`, import.meta.url)))
const file = (name: string) => new File([bytesOf(name)], name, {type: 'image/jpeg'})
const NONE: PhotoLake = {known: async () => new Map()}

function ids(): () => string {
  let next = 0
  return () => `id-${next++}`
}

describe('pictures that are dropped', () => {
  test('become photos with what their files say, in the order of the files', async () => {
    const {pictures} = await takePictures(
      [{file: file('holder-and-creator.jpg')}, {file: file('no-credit.jpg')}],
      NONE,
      ids(),
    )
    expect(pictures.map(({photoId, known}) => [photoId, known])).toEqual([
      ['id-0', null],
      ['id-1', null],
    ])
    const [photo, memory] = pictures[0]?.documents ?? []
    expect(photo).toMatchObject({
      _id: 'drafts.id-0',
      _type: 'photoWithCredit',
      decorative: false,
      creditLine: '(© Harbour Courier by Noor Haddow)',
      creator: 'Noor Haddow',
      copyrightHolder: 'Harbour Courier',
      rights: {clearance: 'unchecked'},
    })
    expect(memory).toMatchObject({
      _id: 'private.photo.id-0',
      photo: {_ref: 'id-0', _weak: true},
      confirmed: false,
      filledFromFile: expect.arrayContaining(['creditLine', 'creator', 'copyrightHolder']),
    })
    expect(pictures[1]?.documents).toEqual([
      {
        _id: 'drafts.id-1',
        _type: 'photoWithCredit',
        decorative: false,
        rights: {_type: 'rights', clearance: 'unchecked'},
      },
    ])
  })

  test('an institution’s credit suggests a handout, beside the clearance', async () => {
    const {pictures} = await takePictures([{file: file('institution-only.jpg')}], NONE, ids())
    expect(pictures[0]?.documents[0]?.['rights']).toEqual({
      _type: 'rights',
      category: 'handout',
      clearance: 'unchecked',
    })
  })

  test('what is known of a picture comes before what its file says', async () => {
    const facts = {caption: 'A quay', creditLine: '© Tide Office', copyrightHolder: 'Tide Office'}
    const {pictures} = await takePictures(
      [{file: file('holder-and-creator.jpg'), facts}],
      NONE,
      ids(),
    )
    expect(pictures[0]?.documents[0]).toMatchObject(facts)
  })

  test('the same picture twice is taken once', async () => {
    const {pictures} = await takePictures(
      [{file: file('no-credit.jpg')}, {file: file('narrow.jpg')}, {file: file('no-credit.jpg')}],
      NONE,
      ids(),
    )
    expect(pictures.map(({at}) => at)).toEqual([[0, 2], [1]])
  })

  test('one that cannot be read does not keep the others', async () => {
    const gone = file('narrow.jpg')
    Object.assign(gone, {arrayBuffer: () => Promise.reject(new Error('NotFoundError'))})
    const taken = await takePictures([{file: gone}, {file: file('no-credit.jpg')}], NONE, ids())
    expect(taken.unreadable).toEqual(['narrow.jpg'])
    expect(taken.pictures).toHaveLength(1)
  })

  test('one that the newsroom has is not made again', async () => {
    const photo: KnownPhoto = {
      photoId: 'ferry',
      isPublished: true,
      name: 'A ferry',
      isDenied: false,
    }
    const hash = hashOf(bytesOf('no-credit.jpg'))
    const lake: PhotoLake = {known: async () => new Map([[hash, photo]])}
    const {pictures} = await takePictures([{file: file('no-credit.jpg')}], lake, ids())
    expect(pictures).toMatchObject([{photoId: 'ferry', known: photo, documents: []}])
  })
})

describe('photos that the newsroom has', () => {
  const found = (_id: string, more = {}) => ({
    _id,
    hash: 'abc',
    caption: null,
    creditLine: null,
    clearance: null,
    ...more,
  })

  test('the first one of a picture is used, by its published ID', () => {
    const known = knownPhotos([
      found('drafts.one', {creditLine: '© Sankei'}),
      found('one', {caption: 'A ferry', clearance: 'denied'}),
      found('two', {caption: 'Another'}),
    ])
    expect([...known.values()]).toEqual([
      {photoId: 'one', isPublished: true, name: 'A ferry', isDenied: true},
    ])
  })

  test('a draft only is not published', () => {
    expect(knownPhotos([found('drafts.one')]).get('abc')).toMatchObject({
      photoId: 'one',
      isPublished: false,
      name: 'no caption yet',
    })
  })
})

describe('what would wait for the server', () => {
  test('is not waited for once the server is away', async () => {
    const {promise, resolve} = Promise.withResolvers<string>()
    const early = unlessAway(promise, 'unknown')
    offline.become({isAway: true})
    expect(await early).toBe('unknown')
    expect(await unlessAway(promise, 'unknown')).toBe('unknown')
    offline.become({isAway: false})
    resolve('known')
    expect(await unlessAway(promise, 'unknown')).toBe('known')
  })

  test('fails while the server is there', async () => {
    await expect(unlessAway(Promise.reject(new Error('no')), null)).rejects.toThrow('no')
  })
})
