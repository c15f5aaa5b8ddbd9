// The queries of an article's shared previews, in the raw perspective.
import type {FetchingClient} from '../../data/follow.ts'
import type {PreviewLink, PreviewRemark} from '../../../workflow/preview/records.ts'

/** Needs `$articleId`, the published one. */
export const SHARED_LISTEN =
  '*[_type in ["previewLink", "previewRemark"] && article._ref == $articleId]'

const SHARED_QUERY = `{
  "links": *[_type == "previewLink" && article._ref == $articleId] | order(at desc),
  "remarks": *[_type == "previewRemark" && article._ref == $articleId] | order(at asc)
}`

export interface LoadedShared {
  articleId: string
  links: PreviewLink[]
  remarks: PreviewRemark[]
}

export async function loadShared(client: FetchingClient, articleId: string): Promise<LoadedShared> {
  const found = await client.fetch<Omit<LoadedShared, 'articleId'>>(
    SHARED_QUERY,
    {articleId},
    {tag: 'shared-previews'},
  )
  return {...found, articleId}
}
