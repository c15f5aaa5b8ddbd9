// Finds the dataset of the comments.
import type {SanityClient} from 'sanity'
import type {PieceDocument} from '../../../workflow/piece.ts'
import type {FindComments} from './lake-lookups.ts'

export interface CommentsDataset {
  find: FindComments
  /** A client of that dataset; null if there is none. */
  client(): Promise<SanityClient | null>
}

const COMMENTS = `*[_type == "comment" && target.document._ref in $ids]{
  _id, _type, _createdAt, status, parentCommentId, target
}`

/** Looks the dataset up once; if there is none yet, again each time. */
export function commentsDataset(client: SanityClient): CommentsDataset {
  let known: Promise<SanityClient | null> | undefined
  const findDataset = async (): Promise<SanityClient | null> => {
    const {projectId = '', dataset = ''} = client.config()
    const found = await client.request<{name?: string}[]>({
      url: `/projects/${projectId}/datasets`,
      query: {datasetProfile: 'comments', addonFor: dataset},
      tag: 'piece.comments-dataset',
    })
    const name = found[0]?.name
    return name ? client.withConfig({dataset: name, perspective: 'raw'}) : null
  }
  const beside: CommentsDataset['client'] = async () => {
    known ??= findDataset().catch((error: unknown) => {
      // Without a right to know the dataset, there are no comments to see either.
      if (Number((error as {statusCode?: number}).statusCode) < 500) return null
      throw error
    })
    const found = await known.catch((error: unknown) => {
      known = undefined
      throw error
    })
    if (!found) known = undefined
    return found
  }
  return {
    client: beside,
    async find(ids) {
      const comments = await beside()
      return (
        (await comments?.fetch<PieceDocument[]>(COMMENTS, {ids}, {tag: 'piece.comments'})) ?? []
      )
    },
  }
}
