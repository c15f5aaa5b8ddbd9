// A draft or version becomes the published document, by its own action or with its whole release.
import {publishedIdOf} from '@copydesk/groq/documents'
import type {Json, LakeDocument} from '../types.ts'
import {contentOf, type ActionOutcome} from './action.ts'
import {strengthenReferences} from './strengthen.ts'

/** The copy is removed, because its content is in the published document. */
export function publicationOf(copy: LakeDocument, published: LakeDocument | null): ActionOutcome {
  const into = publishedIdOf(copy._id)
  const content = strengthenReferences(contentOf(copy)) as Record<string, Json> & {_type: string}
  const _createdAt = published?._createdAt ?? copy._createdAt
  return {
    mutations: [{createOrReplace: {...content, _id: into, _createdAt}}, {delete: {id: copy._id}}],
    moved: [{id: copy._id, into}],
  }
}
