// What somebody without an account sees of a preview besides the article itself.
import {defineQuery} from 'groq'

/**
 * The link by which whoever asks looks at one article, and what was remarked through it. Asked with
 * that link's secret as the bearer, in the drafts perspective: such a reader sees one link, their own.
 * `null` for readers. Used by the shared preview.
 */
export const SHARED_PREVIEW_QUERY = defineQuery(`
  *[_type == "previewLink"][0]{
    "articleId": article._ref,
    recipient,
    expiresAt,
    byName,
    "remarks": *[_type == "previewRemark" && link._ref == ^._id] | order(at asc){
      _id, name, text, at
    }
  }
`)
