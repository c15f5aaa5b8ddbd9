// Which document a preview is the page of: its form opens beside it.
import {defineDocuments} from 'sanity/presentation'
import {CONTENT_TYPES, pathPrefix} from '../../../model/content-types.ts'
import type {ContentType} from '../../../model/kinds.ts'

/** For `resolve.mainDocuments`. A piece is found by its id and by its slug. */
export const mainDocuments = defineDocuments(
  Object.entries(CONTENT_TYPES).flatMap(([type, {kind, path}]: [string, ContentType]) => {
    if (!path) return []
    const byId = '_id == $name'
    const bySlug = 'slug.current == $name'
    const found =
      kind === 'piece' ? `(${byId} || ${bySlug})` : path.endsWith('/:id') ? byId : bySlug
    return [{route: `/preview${pathPrefix(path)}/:name`, filter: `_type == "${type}" && ${found}`}]
  }),
)
