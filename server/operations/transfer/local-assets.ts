// Asset documents as a lake of this process hands them to Sanity's tools: these download from the
// address in `url`, which is that of a server that may not be running.
import {Readable} from 'node:stream'
import type {ReadableStream} from 'node:stream/web'
import type {Lake} from '@copydesk/lake'
import {lines} from '../../commands/ndjson-lines.ts'
import type {LocalClient} from '../../commands/local-client.ts'

const ASSET_PATH = /^\/(images|files)\/copydesk\//

/**
 * An `intercept` for `withLocalClient`: exports name local addresses, and so does the answer to an import
 * that looks whether the file of a known picture is still there.
 *
 * @param onMissing called for each file that a document names and that is not there
 */
export function localAssets(lake: Lake, onMissing: (path: string) => void = () => {}) {
  return async (request: Request, {address}: LocalClient): Promise<Response> => {
    const {pathname, searchParams} = new URL(request.url)
    const response = await lake.fetch(request)
    if (ASSET_PATH.test(pathname) && !response.ok) onMissing(pathname)
    const local = ({pathname, search}: URL): string | null =>
      ASSET_PATH.test(pathname) ? `${address}${pathname}${search}` : null
    if (searchParams.get('tag')?.endsWith('.asset.get-id') && response.ok) {
      const {result, ...rest} = (await response.json()) as {result: {url?: string} | null}
      const url = URL.parse(result?.url ?? '')
      const moved = url && local(url)
      return Response.json({...rest, result: moved ? {...result, url: moved} : result})
    }
    if (!pathname.includes('/data/export/') || !response.body) return response
    const documents = mapAssetUrls(response.body, local)
    return new Response(Readable.toWeb(Readable.from(documents)) as BodyInit, response)
  }
}

/** NDJSON with other addresses in its asset documents; `null` leaves one as it is. */
export async function* mapAssetUrls(
  body: globalThis.ReadableStream,
  change: (url: URL) => string | null,
): AsyncGenerator<string> {
  for await (const line of lines(body as ReadableStream<Uint8Array>)) {
    const document = JSON.parse(line) as {_type?: string; url?: string}
    const isAsset = document._type === 'sanity.imageAsset' || document._type === 'sanity.fileAsset'
    const url = isAsset && document.url ? URL.parse(document.url) : null
    const changed = url && change(url)
    if (changed) document.url = changed
    yield `${JSON.stringify(document)}\n`
  }
}
