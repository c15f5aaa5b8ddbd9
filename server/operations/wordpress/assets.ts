// Uploads pictures that the lake does not have yet.
import type {SanityClient} from '@sanity/client'
import {knownPicture} from '../intake/known-picture.ts'
import type {PictureFile, PictureSource} from './pictures.ts'

/** Answers the ID of a picture's asset; null where its file is missing or not a picture. */
export function createUploads(client: SanityClient, source: PictureSource) {
  return async (file: PictureFile): Promise<string | null> => {
    const picture = await source(file)
    if (!picture) return null
    const known = await knownPicture(client, picture.bytes)
    if (known) return known
    try {
      const options = {filename: picture.fileName}
      const {_id} = await client.assets.upload('image', Buffer.from(picture.bytes), options)
      return _id
    } catch (error) {
      const {statusCode} = Object(error) as {statusCode?: unknown}
      // The lake says what it is not: a picture.
      if (statusCode === 400 || statusCode === 415) return null
      throw error
    }
  }
}
