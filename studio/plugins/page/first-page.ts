// The page with which the tool opens: that of the article somebody is working on.
import {useEffect} from 'react'
import {previewAddress} from '../../data/page-address.ts'
import {FRONT_PAGE, pathOf} from './locations.ts'

/** Of what may be seen, first what the person began themselves. */
const LATEST_QUERY = `*[_type == "article"]
  | order(_system.createdBy == identity() desc, _updatedAt desc)[0]._id`

/** The part of a client that is needed. */
export interface DraftsClient {
  fetch<T>(
    query: string,
    params: Record<string, unknown>,
    options: {perspective: 'drafts'; tag: string},
  ): Promise<T>
}

let opened: string | undefined

/** @param id the published id of an article whose form is on the screen */
export function rememberArticle(id: string): void {
  opened = id
}

/** Belongs into the form of an article. */
export function RememberArticle({id}: {id: string}) {
  useEffect(() => rememberArticle(id), [id])
  return null
}

/** For `previewUrl.initial`. */
export async function firstPage(client: DraftsClient): Promise<string> {
  const options = {perspective: 'drafts', tag: 'first-page'} as const
  const id = opened ?? (await client.fetch<string | null>(LATEST_QUERY, {}, options))
  return previewAddress(id ? (pathOf({_id: id, _type: 'article', slug: null}) ?? '') : FRONT_PAGE)
}
