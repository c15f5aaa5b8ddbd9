// Where an address of the site before this one leads: `/2019/03/tide`, `/?p=123`.
import {oldAddressOf} from '../model/old-address.ts'
import {REDIRECT_QUERY} from '../queries/redirects.ts'
import type {ContentClient} from './content-client.ts'
import {pathOf} from './display/paths.ts'
import {safeHref} from './display/safe-href.ts'

/** One look-up where the site has no page, and at the front page if a parameter is sent: `/?p=123` is an old address. */
export async function movedAddress(
  url: URL,
  isPage: boolean,
  client: ContentClient,
): Promise<string | undefined> {
  const {path, withQuery} = oldAddressOf(url)
  if (isPage && (path !== null || withQuery === null)) return undefined
  const found = await client.fetch(REDIRECT_QUERY, {path: path ?? '', withQuery: withQuery ?? ''})
  if (!found) return undefined
  const moved =
    pathOf(found.target) ??
    pathOf(found.notice) ??
    localPath(found.address) ??
    safeHref(found.address)
  return moved === path ? undefined : moved
}

/** A path of this site, whatever is encoded in it already. */
function localPath(address: string | null): string | undefined {
  if (!address || !/^\/(?![/\\])/.test(address)) return undefined
  const url = URL.parse(address, LOCAL)
  return url?.origin === LOCAL ? url.pathname + url.search + url.hash : undefined
}

const LOCAL = 'https://example.com'
