// Takes a person's name, address, settings and inbox out of the newsroom. What they did stays, under the
// id of an account that says nothing any more; what they said in comments and tasks goes if one asks.
import {join} from 'node:path'
import {forgetPerson} from '@copydesk/lake/access'
import type {Lake} from '@copydesk/lake'
import {createErasure, type Erasure, openDatabase} from '@copydesk/lake/store'
import {ROLES} from '../../../model/roles.ts'
import {findAccount, machineUser} from '../../commands/accounts.ts'
import {COMMENTS_DATASET, DATASET} from '../../newsroom-lake.ts'
import {eraseDocuments} from './erase-documents.ts'
import {olderCopies} from './older-copies.ts'
import {scrubFiles} from './scrub-files.ts'
import {relatedToComments, type RelatedDocuments} from './related-documents.ts'

export interface PurgeAccountOptions {
  lake: Lake
  dataFolder: string
  /** Id or e-mail address. */
  account: string
  by: string
  /** What they said in comments and tasks goes, too, with what was answered to it. */
  comments?: boolean
  confirm: (what: {name: string; email: string; comments: number}) => Promise<boolean>
  patience?: number
}

export interface PurgedAccount {
  id: string
  /** How many comments and tasks went. */
  comments: number
  scrubbed: boolean
  /** Folders within the data folder that know them still. */
  olderCopies: string[]
}

/** Answers null where it was not confirmed. Throws an `OperatorError`. */
export async function purgeAccount(options: PurgeAccountOptions): Promise<PurgedAccount | null> {
  const {lake, dataFolder, account, by, confirm, patience} = options
  const {id, name, email} = findAccount(lake.services.access, account)
  const database = openDatabase(join(dataFolder, 'lake.sqlite'))
  try {
    const erasing = createErasure(database)
    const related = relatedToAccount(options, erasing, id)
    const comments = related.comments.length
    if (!(await confirm({name, email, comments}))) return null
    const managers = ROLES.filter(({abilities}) => abilities?.includes('people.manage'))
    forgetPerson(database, id, {
      managerRoles: managers.map((role) => role.name),
      by: machineUser(),
      clock: Date.now,
    })
    const what = `The account ${id}`
    await eraseDocuments({lake, dataFolder, erasing, what, by, documents: [], related, patience})
    const scrubbed = scrubFiles(erasing, dataFolder)
    return {id, comments, scrubbed, olderCopies: olderCopies(dataFolder)}
  } finally {
    database.close()
  }
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
