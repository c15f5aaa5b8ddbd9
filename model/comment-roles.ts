// Who may do what in the dataset of comments and tasks. All staff read and write there. A rule
// (`rules/hold-comments.ts`) limits what they may change of a colleague's.
import type {Grant} from '@copydesk/lake/types'
import {GROUPS, ROLES, STAFF_ROLES, type NewsroomRole} from './roles.ts'

const SAID = '_id in path("*") && _type in ["comment", "tasks.task"]'
const OWN = 'authorId == identity()'

const STAFF: Grant[] = [
  {filter: SAID, permissions: ['read', 'history', 'update']},
  {filter: `${SAID} && ${OWN}`, permissions: ['create', 'delete']},
  // If somebody deletes a comment of theirs, the replies to it are deleted too.
  {filter: `${SAID} && _type == "comment" && defined(parentCommentId)`, permissions: ['delete']},
  GROUPS,
]

const IMPORT: Grant[] = [
  {filter: SAID, permissions: ['read', 'history', 'create', 'update', 'delete']},
]

/** The same roles as for content. Readers and holders of share tokens see nothing. */
export const COMMENT_ROLES: NewsroomRole[] = ROLES.map((role) => ({
  ...role,
  grants: STAFF_ROLES.includes(role.name) ? STAFF : role.name === 'importer' ? IMPORT : [],
}))
