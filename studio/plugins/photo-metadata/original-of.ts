// Fetches the bytes of an uploaded picture as they were uploaded, with everything written into them.
import type {SanityClient} from 'sanity'
import {workspaceMode} from '../../data/workspace-mode.ts'

/**
 * @param assetId `image-…`, the id of the asset's document
 * @throws where the asset or its file cannot be read
 */
export async function originalOf(client: SanityClient, assetId: string): Promise<ArrayBuffer> {
  const asset = await client.getDocument<{url: string}>(assetId)
  if (!asset?.url) throw new Error('The picture is not stored yet.')
  // The lake may be reached by another address than the one it wrote into the document.
  const response = workspaceMode().embedded
    ? await fetch(`${new URL(asset.url).pathname}?dlRaw=true`, {credentials: 'same-origin'})
    : await fetch(asset.url)
  if (!response.ok) throw new Error(`The picture could not be read (${response.status}).`)
  return response.arrayBuffer()
}
