// The lake as photos in a text need it, through the studio's client.
import type {SanityClient} from 'sanity'
import {draftIdOf, publishedIdOf} from '../../../model/ids.ts'
import type {Draft} from '../../../workflow/intake/documents.ts'
import {photoFieldsFromTags} from '../../data/photos/photo-fields-from-tags.ts'
import {readTags} from '../../data/photos/tags.ts'
import {uploadPicture} from '../../data/photos/upload-picture.ts'
import {offline} from '../../data/transport/offline.ts'
import {textOf} from '../../ui/form-values.ts'
import {fillFrom} from './photo-documents.ts'
import type {KnownPhoto, PhotoLake} from './take-pictures.ts'

const KNOWN_PHOTOS = `*[_type == "photoWithCredit" && image.asset._ref in
  *[_type == "sanity.imageAsset" && sha1hash in $hashes]._id
] | order(_createdAt asc) {
  _id, caption, creditLine, "clearance": rights.clearance, "hash": image.asset->sha1hash
}`

interface Found {
  _id: string
  caption: string | null
  creditLine: string | null
  clearance: string | null
  hash: string
}

interface SentPicture {
  photoId: string
  file: File
  /** `hashOf` its bytes. */
  hash: string
}

export interface StudioPhotoLake extends PhotoLake {
  /** Writes all documents or none. */
  write: (documents: readonly Draft[]) => Promise<void>
  /** Changes fields of a draft; empty texts are taken away. */
  change: (photoId: string, fields: Readonly<Record<string, string>>) => Promise<void>
  /** Fills empty fields of a photo that waits for its file. Rejects if it was deleted. */
  fill: (photoId: string, file: File) => Promise<void>
  /** The caption of a draft. */
  captionOf: (photoId: string) => Promise<string>
  /** Uploads the picture into the photo. */
  send: (picture: SentPicture, onProgress: (percent: number) => void) => Promise<void>
}

/** @param client its perspective is `raw` */
export function photoLake(client: SanityClient): StudioPhotoLake {
  const draftOf = async (photoId: string): Promise<Record<string, unknown>> => {
    const draft = await client.getDocument(draftIdOf(photoId))
    if (!draft) throw new Error('The photo was deleted meanwhile. Drop the file into the text.')
    return draft
  }
  return {
    known: async (hashes) => {
      const found = client.fetch<Found[]>(KNOWN_PHOTOS, {hashes}, {tag: 'photos.known'})
      return knownPhotos(await unlessAway(found, []))
    },
    write: async (documents) => {
      const mutations = documents.map((document) => ({createOrReplace: document}))
      await client.mutate(mutations, {returnDocuments: false, tag: 'photos.create'})
    },
    change: async (photoId, fields) => {
      const entries = Object.entries(fields)
      const set = Object.fromEntries(entries.filter(([, value]) => value !== ''))
      const unset = entries.flatMap(([name, value]) => (value === '' ? [name] : []))
      await client.patch(draftIdOf(photoId)).set(set).unset(unset).commit({tag: 'photos.change'})
    },
    fill: async (photoId, file) =>
      await fillDraft(client, {photoId, file, draft: await draftOf(photoId)}),
    captionOf: async (photoId) => textOf((await draftOf(photoId))['caption']),
    send: async ({photoId, file, hash}, onProgress) => {
      const blob = new Blob([await file.arrayBuffer()], {type: file.type})
      const picture = {blob, hash, fileName: file.name}
      const {id} = await uploadPicture(client, picture, {tag: 'photos.upload', onProgress})
      const asset = {_type: 'reference', _ref: id}
      const patch = client.patch(draftIdOf(photoId)).setIfMissing({image: {_type: 'image'}})
      await patch.set({'image.asset': asset}).commit({tag: 'photos.picture'})
    },
  }
}

async function fillDraft(
  client: SanityClient,
  {photoId, file, draft}: {photoId: string; file: File; draft: Record<string, unknown>},
): Promise<void> {
  const tags = await readTags(await file.arrayBuffer())
  const {fields, memory} = fillFrom(photoId, draft, photoFieldsFromTags(tags))
  const {rights, ...texts} = fields
  const filled = rights ? {...texts, rights: {...Object(draft['rights']), ...rights}} : texts
  const transaction = client.transaction()
  if (memory) {
    // A person may have written in this document: their words stay.
    const {_id, _type, photo, fromFile, filledFromFile, confirmed, ...others} = memory
    transaction.createIfNotExists({_id, _type, photo})
    const set = {fromFile, filledFromFile, confirmed}
    transaction.patch(_id, {setIfMissing: others, set})
  }
  transaction.patch(draftIdOf(photoId), {set: filled})
  await transaction.commit({tag: 'photos.fill'})
}

/** The first photo of each picture: it has the credit and the rights. */
export function knownPhotos(found: readonly Found[]): Map<string, KnownPhoto> {
  const known = new Map<string, KnownPhoto>()
  for (const {_id, hash, caption, creditLine, clearance} of found) {
    const photoId = publishedIdOf(_id)
    const before = known.get(hash)
    if (before && before.photoId !== photoId) continue
    known.set(hash, {
      photoId,
      isPublished: _id === photoId || before?.isPublished === true,
      name: caption || creditLine || 'no caption yet',
      isDenied: clearance === 'denied' || before?.isDenied === true,
    })
  }
  return known
}

/**
 * Waits for the work, unless the server is away. Without it a look-up or a write would wait for hours: then the answer is
 * `otherwise`, and the work goes on.
 */
export async function unlessAway<T>(work: Promise<T>, otherwise: T): Promise<T> {
  const {promise, resolve} = Promise.withResolvers<T>()
  const check = (): void => {
    if (offline.get().isAway) resolve(otherwise)
  }
  const stop = offline.subscribe(check)
  check()
  // A failure rejects `promise`, unless the caller went on without it.
  work.catch(() => undefined)
  return await Promise.race([work, promise]).finally(stop)
}
