// Fetches the bytes of an uploaded picture as they were uploaded, with everything written into them.
import type {SanityClient} from 'sanity'

/**
 * @param assetId `image-…`, the id of the asset's document
 * @throws where the asset or its file cannot be read
 */
export async function originalOf(client: SanityClient, assetId: string): Promise<ArrayBuffer> {
  const asset = await client.getDocument<{url: string}>(assetId)
  if (!asset?.url) throw new Error('The picture is not stored yet.')
  // The lake that serves this page may have written another address of its own into the document.
  const response =
    client.config().apiHost === location.origin
      ? await fetch(`${new URL(asset.url).pathname}?dlRaw=true`, {credentials: 'same-origin'})
      : await fetch(asset.url)
  if (!response.ok) throw new Error(`The picture could not be read (${response.status}).`)
  return response.arrayBuffer()
}
