// Reads picture files that a person has dropped or pasted, and makes their photos.
import type {Draft} from '../../../workflow/intake/documents.ts'
import {photoFieldsFromTags} from '../../data/photos/photo-fields-from-tags.ts'
import {readTags} from '../../data/photos/tags.ts'
import {hashOf} from '../../data/photos/upload-picture.ts'
import {draftsOfFile, type PhotoFacts} from './photo-documents.ts'

/** A photo that the newsroom has already. */
export interface KnownPhoto {
  /** Published ID. */
  photoId: string
  isPublished: boolean
  /** Its caption or its credit. */
  name: string
  isDenied: boolean
}

/** A picture with what came along with it. */
export interface Picture {
  file: File
  facts?: PhotoFacts
}

export interface TakenPicture {
  file: File
  /** `hashOf` its bytes. */
  hash: string
  photoId: string
  /** Null if its photo is new. */
  known: KnownPhoto | null
  /** Of the new photo, the photo's own first. */
  documents: Draft[]
  /** Positions of this picture among those that were given. */
  at: number[]
}

export interface Taken {
  pictures: TakenPicture[]
  /** Names of files that could not be read. */
  unreadable: string[]
}

/** The lake, as far as it is needed here. */
export interface PhotoLake {
  /** Photos of these pictures, by the SHA-1 of their bytes. Empty while the lake cannot be reached. */
  known: (hashes: readonly string[]) => Promise<ReadonlyMap<string, KnownPhoto>>
}

/**
 * Pictures in the order of their files. The same picture twice is taken once. One that cannot be read does not keep the
 * others.
 */
export async function takePictures(
  given: readonly Picture[],
  lake: PhotoLake,
  newId: () => string,
): Promise<Taken> {
  const unreadable: string[] = []
  const read = new Map<string, Picture & {bytes: ArrayBuffer; at: number[]}>()
  for (const [position, picture] of given.entries()) {
    const bytes = await picture.file.arrayBuffer().catch(() => null)
    if (!bytes) {
      unreadable.push(picture.file.name)
      continue
    }
    const hash = hashOf(new Uint8Array(bytes))
    const same = read.get(hash)
    if (same) same.at.push(position)
    else read.set(hash, {...picture, bytes, at: [position]})
  }
  const known = await lake.known([...read.keys()])
  const pictures: TakenPicture[] = []
  for (const [hash, {file, facts = {}, bytes, at}] of read) {
    const photo = known.get(hash) ?? null
    const photoId = photo?.photoId ?? newId()
    const documents = photo
      ? []
      : draftsOfFile(photoId, photoFieldsFromTags(await readTags(bytes)), facts)
    pictures.push({file, hash, photoId, known: photo, documents, at})
  }
  return {pictures, unreadable}
}
