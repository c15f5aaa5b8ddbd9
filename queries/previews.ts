// What somebody without an account sees of a preview besides the article itself.
import {defineQuery} from 'groq'

/**
 * What was remarked on the article `id`. Asked with a link's secret as the bearer token, in the drafts
 * perspective: such a reader sees the remarks through that link. Readers see none. Used by the shared
 * preview.
 */
export const SHARED_REMARKS_QUERY = defineQuery(`
  *[_type == "previewRemark" && article._ref == $id] | order(at asc){
    _id, name, text, at
  }
`)

/**
 * The type of the piece `id`; `null` where it is gone. Used by the shared preview, whose link says the id
 * only.
 */
export const PIECE_TYPE_QUERY = defineQuery(`*[_id == $id][0]._type`)
