// Takes a person's name, address, settings and inbox out of the newsroom. What they did stays, under the
// id of an account that says nothing any more; what they said in comments and tasks goes if one asks.
import {forgetPerson} from '@copydesk/lake/access'
import {createErasure, inTransactionWhenFree, type Erasure} from '@copydesk/lake/store'
import {ROLES} from '../../../model/roles.ts'
import {findAccount, machineUser} from '../../commands/accounts.ts'
import {COMMENTS_DATASET, DATASET} from '../../newsroom-lake.ts'
import {eraseDocuments} from './erase-documents.ts'
import {scrubFiles, type Scrubbed, type ScrubRequest} from './scrub-files.ts'
import {relatedToComments, type RelatedDocuments} from './related-documents.ts'

export interface PurgeAccountOptions extends Omit<ScrubRequest, 'erasing'> {
  /** Id or e-mail address. */
  account: string
  by: string
  /** What they said in comments and tasks goes, too, with what was answered to it. */
  comments?: boolean
  confirm: (what: {id: string; name: string; email: string; comments: number}) => Promise<boolean>
  patience?: number
}

export interface PurgedAccount extends Scrubbed {
  id: string
  /** How many comments and tasks went. */
  comments: number
}

/** Answers null where it was not confirmed. Throws an `OperatorError`. */
export async function purgeAccount(options: PurgeAccountOptions): Promise<PurgedAccount | null> {
  const {lake, account, confirm} = options
  const {database} = lake.services
  const {id, name, email} = findAccount(lake.services.access, account)
  const erasing = createErasure(database)
  const related = relatedToAccount(options, erasing, id)
  const comments = related.comments.length
  if (!(await confirm({id, name, email, comments}))) return null
  const managers = ROLES.filter(({abilities}) => abilities?.includes('people.manage'))
  const forgetting = {
    managerRoles: managers.map(({name: role}) => role),
    by: machineUser(),
    clock: Date.now,
  }
  await inTransactionWhenFree(database, () => forgetPerson(database, id, forgetting))
  await eraseDocuments({...options, erasing, what: `The account ${id}`, documents: [], related})
  return {id, comments, ...(await scrubFiles({...options, erasing}))}
}

/**
 * Their inbox always: nobody else needs notifications to this account. The author stays, without the
 * link, which says who the account was. So a new account can be linked.
 */
function relatedToAccount(
  {lake, comments}: PurgeAccountOptions,
  erasing: Erasure,
  account: string,
): RelatedDocuments {
  const own = (field: string) => [`"${field}":${JSON.stringify(account)}`]
  const inbox = erasing.holding(DATASET, 'notification.*', own('recipient'))
  const links = erasing.holding(DATASET, 'private.author.*', own('userId')).filter((id) => {
    const link = lake.services.documents.get(DATASET, id)
    return link === null || link['userId'] === account
  })
  if (!comments) return {content: [...inbox, ...links], comments: []}
  const theirs = relatedToComments(erasing, erasing.holding(COMMENTS_DATASET, '*', own('authorId')))
  return {...theirs, content: [...new Set([...inbox, ...links, ...theirs.content])].toSorted()}
}
