// Asset documents contain the address that browsers use. If host or port change, their `url` must
// change too.
import type {LakeDocument, Mutation} from '../types.ts'

/**
 * Patches for asset documents that this lake wrote under another origin. Other documents are left
 * alone: those on Sanity's CDN, and those whose `url` does not end in their `path`.
 * @param origin scheme, host and port, without a trailing slash
 */
export function assetUrlMutations(documents: Iterable<LakeDocument>, origin: string): Mutation[] {
  const mutations: Mutation[] = []
  for (const {_id, _type, path, url} of documents) {
    if (_type !== 'sanity.imageAsset' && _type !== 'sanity.fileAsset') continue
    if (typeof path !== 'string' || typeof url !== 'string') continue
    const moved = `${origin}/${path}`
    if (url === moved || !URL.canParse(url)) continue
    const {hostname, pathname} = new URL(url)
    if (pathname !== `/${path}` || /(?:^|\.)sanity\.(?:io|work)$/.test(hostname)) continue
    mutations.push({patch: {id: _id, set: {url: moved}}})
  }
  return mutations
}
