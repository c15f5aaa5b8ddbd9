// A picture in a live page stays the published picture: no write by a journalist changes it for
// readers, and no write makes its document name other bytes.
import type {MutationEvent} from '@sanity/client'
import {Mutation} from '@sanity/mutator'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {LakeDocument} from '@copydesk/lake/types'
import {startLake, type Role, type TestLake} from '../support/lake.ts'

let lake: TestLake
let asset: {_id: string; url: string}
beforeAll(async () => {
  lake = await startLake()
  asset = await upload('journalist', 'red')
  await lake
    .client('importer')
    .create({_id: 'story', _type: 'article', leadPhoto: {asset: {_ref: asset._id}}})
})
afterAll(() => lake.close())

async function upload(role: Role, colour: string): Promise<{_id: string; url: string}> {
  const create = {width: 8, height: 6, channels: 3 as const, background: colour}
  const bytes = await sharp({create}).png().toBuffer()
  const {_id, url} = await lake.client(role).assets.upload('image', bytes, {filename: 'a.png'})
  return {_id, url}
}

const mutate = async (role: Role | 'importer', mutation: object): Promise<number> => {
  const response = await lake.fetch('/v2025-02-19/data/mutate/production', {
    method: 'POST',
    headers: {authorization: `Bearer ${lake.token(role)}`},
    body: JSON.stringify({mutations: [mutation]}),
  })
  return response.status
}
const metadata = {
  lqip: 'data:image/png;base64,AAAA',
  dimensions: {_type: 'sanity.imageDimensions', width: 1, height: 1, aspectRatio: 1},
}
const seenByReaders = () => lake.client().fetch<object>('*[_id == $id][0]', {id: asset._id})
const FAKE = 'https://elsewhere.example/fake.png'

describe('a picture in a live page', () => {
  const WRITES: [string, (id: string) => object][] = [
    ['its address', (id) => ({patch: {id, set: {url: FAKE}}})],
    ['its path', (id) => ({patch: {id, set: {path: 'images/copydesk/production/other.png'}}})],
    ['its title', (id) => ({patch: {id, set: {title: 'What nobody has read'}}})],
    ['a field', (id) => ({patch: {id, setIfMissing: {creditLine: '© Me'}}})],
    ['its type', (_id) => ({createOrReplace: {_id, _type: 'article', headline: 'Mine'}})],
    ['everything', (_id) => ({createOrReplace: {_id, _type: 'sanity.imageAsset', url: FAKE}})],
  ]

  it.each(WRITES)('keeps %s against journalists', async (_name, write) => {
    const before = await seenByReaders()
    expect(before).toMatchObject({url: asset.url})
    expect(await mutate('journalist', write(asset._id))).toBe(403)
    expect(await seenByReaders()).toEqual(before)
  })

  it('stays against the journalist who uploaded it', async () => {
    expect(await mutate('journalist', {delete: {id: asset._id}})).toBe(409)
    expect(await seenByReaders()).toMatchObject({url: asset.url})
  })

  it('gets its title from people who publish photos', async () => {
    expect(await mutate('photoEditor', {patch: {id: asset._id, set: {title: 'A'}}})).toBe(200)
    expect(await mutate('editor', {patch: {id: asset._id, set: {title: 'B'}}})).toBe(200)
    expect(await seenByReaders()).toMatchObject({title: 'B', url: asset.url})
  })

  it.each(['url', 'path', 'sha1hash', 'assetId', 'size', 'mimeType', 'extension', 'uploadId'])(
    'keeps its %s against editors too',
    async (field) => {
      for (const operation of [{set: {[field]: FAKE}}, {unset: [field]}]) {
        expect(await mutate('editor', {patch: {id: asset._id, ...operation}})).toBe(403)
      }
      expect(await seenByReaders()).toMatchObject({url: asset.url})
    },
  )
})

describe('the measured metadata of a picture', () => {
  const REWRITES: [string, (before: LakeDocument) => object][] = [
    ['set of a part', ({_id: id}) => ({patch: {id, set: {'metadata.lqip': metadata.lqip}}})],
    ['set', ({_id: id}) => ({patch: {id, set: {metadata}}})],
    ['setIfMissing', ({_id: id}) => ({patch: {id, setIfMissing: {'metadata.exif': {ISO: 1}}}})],
    ['unset', ({_id: id}) => ({patch: {id, unset: ['metadata.dimensions']}})],
    ['unset of everything', ({_id: id}) => ({patch: {id, unset: ['metadata']}})],
    ['inc', ({_id: id}) => ({patch: {id, inc: {'metadata.dimensions.width': 5}}})],
    ['createOrReplace', (before) => ({createOrReplace: {...before, metadata}})],
  ]

  it.each(REWRITES)('stays as it was against %s of an editor', async (_name, write) => {
    const before = (await lake.client('editor').getDocument(asset._id)) as unknown as LakeDocument
    expect(before.metadata).toMatchObject({dimensions: {width: 8, height: 6}})
    expect(await mutate('editor', write(before))).toBe(200)
    expect(await seenByReaders()).toMatchObject({metadata: before.metadata})
  })

  it('is unchanged in response, log and streams', async () => {
    const client = lake.client('editor')
    const before = await client.getDocument(asset._id)
    const events = client.listen(
      '*[_id == $id]',
      {id: asset._id},
      {events: ['welcome', 'mutation']},
    )
    const told = Promise.withResolvers<MutationEvent>()
    const subscription = events.subscribe((event) => {
      if (event.type === 'mutation') return told.resolve(event)
      void client.patch(asset._id).set({metadata, title: 'C'}).commit()
    })
    const {result, mutations} = await told.promise
    subscription.unsubscribe()
    expect(result).toMatchObject({title: 'C', metadata: before?.['metadata']})
    const rebuilt = new Mutation({mutations: mutations as never}).apply(before as never)
    expect(rebuilt).toMatchObject({title: 'C', metadata: before?.['metadata']})
    const answered = await client.patch(asset._id).set({'metadata.lqip': FAKE}).commit()
    expect(answered).toMatchObject({metadata: before?.['metadata']})
  })

  it('does not prevent an import of titles and credits', async () => {
    const restored = {title: 'D', creditLine: '© D', altText: 'A boat', opt: {media: {tags: []}}}
    await lake
      .client('editor')
      .patch(asset._id)
      .set({...restored, metadata})
      .commit()
    expect(await seenByReaders()).toMatchObject({...restored, metadata: {dimensions: {width: 8}}})
  })

  it('is accepted from an importer, which restores a dataset', async () => {
    const {_id} = await upload('editor', 'yellow')
    await lake.client('importer').patch(_id).set({metadata}).commit()
    expect(await lake.client('editor').getDocument(_id)).toMatchObject({metadata})
  })
})

describe('a picture that nothing uses', () => {
  it('is removed by a journalist within an hour: an article that failed leaves none', async () => {
    const {_id: id} = await upload('journalist', 'green')
    expect(await mutate('journalist', {delete: {id}})).toBe(200)
    const {_id: later} = await upload('journalist', 'yellow')
    lake.setTime(lake.now() + 3_600_000)
    expect(await mutate('journalist', {delete: {id: later}})).toBe(403)
    expect(await mutate('editor', {delete: {id: later}})).toBe(200)
  })
})

describe('an asset document', () => {
  const made = {_id: `image-${'a'.repeat(40)}-8x6-png`, _type: 'sanity.imageAsset', url: FAKE}

  it.each(['journalist', 'photoEditor', 'editor', 'administrator'] as const)(
    'cannot be written by a %s, because the next upload of that file would get it',
    async (role) => {
      for (const kind of ['create', 'createIfNotExists', 'createOrReplace']) {
        expect(await mutate(role, {[kind]: made})).toBe(403)
      }
      expect(lake.lake.services.documents.get('production', made._id)).toBeNull()
    },
  )

  it('cannot be made of another document', async () => {
    await lake.client('editor').create({_id: 'topic', _type: 'topic'})
    const replaced = {createOrReplace: {...made, _id: 'topic'}}
    expect(await mutate('editor', replaced)).toBe(403)
  })

  it('is restored unchanged by an import', async () => {
    expect(await mutate('importer', {create: made})).toBe(200)
    expect(await mutate('importer', {delete: {id: made._id}})).toBe(200)
  })

  it.each(['journalist', 'photoEditor', 'editor', 'administrator'] as const)(
    'is made by the upload of a %s',
    async (role) => {
      const {_id, url} = await upload(role, role === 'editor' ? 'blue' : 'green')
      expect(url).toBe(
        `${lake.origin}/images/copydesk/production/${_id.slice(6).replace(/-png$/, '.png')}`,
      )
    },
  )
})
