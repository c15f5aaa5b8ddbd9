// Who may do what in the dataset of the comments and tasks, which stands beside the content. Everybody
// on the staff reads and writes there; what of a colleague's may be changed, a rule says
// (`rules/hold-comments.ts`).
import type {Grant} from '@copydesk/lake/types'
import {GROUPS, ROLES, STAFF_ROLES, type NewsroomRole} from './roles.ts'

const SAID = '_id in path("*") && _type in ["comment", "tasks.task"]'
const OWN = 'authorId == identity()'

const STAFF: Grant[] = [
  {filter: SAID, permissions: ['read', 'history', 'update']},
  {filter: `${SAID} && ${OWN}`, permissions: ['create', 'delete']},
  // Whoever deletes a comment of theirs takes along what was answered to it.
  {filter: `${SAID} && _type == "comment" && defined(parentCommentId)`, permissions: ['delete']},
  GROUPS,
]

const IMPORT: Grant[] = [
  {filter: SAID, permissions: ['read', 'history', 'create', 'update', 'delete']},
]

/** The same roles as for content. Readers, and guests with them, see nothing at all. */
export const COMMENT_ROLES: NewsroomRole[] = ROLES.map((role) => ({
  ...role,
  grants: STAFF_ROLES.includes(role.name) ? STAFF : role.name === 'importer' ? IMPORT : [],
}))
