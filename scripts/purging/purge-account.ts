// Takes a person's name, address and settings out of the newsroom. What they did stays, under the id of
// an account that says nothing any more.
import {randomUUID} from 'node:crypto'
import {join} from 'node:path'
import {forgetPerson} from '../../lake/access/forget-person.ts'
import {SYSTEM_ACTOR} from '../../lake/grants.ts'
import type {Lake} from '../../lake/index.ts'
import {openDatabase} from '../../lake/store/database.ts'
import {createErasing} from '../../lake/store/erasing.ts'
import {ROLES} from '../../workflow/roles.ts'
import {findAccount} from '../commands/accounts.ts'
import {DATASET} from '../newsroom-lake.ts'
import {purgeEntry} from './purge-entry.ts'

export interface PurgeAccountOptions {
  lake: Lake
  dataFolder: string
  /** Id or e-mail address. */
  account: string
  by: string
  confirm: (what: {name: string; email: string}) => Promise<boolean>
}

/** Answers the account's id, or null where it was not confirmed. Throws an `OperatorError`. */
export async function purgeAccount(options: PurgeAccountOptions): Promise<string | null> {
  const {lake, dataFolder, account, by, confirm} = options
  const {access, commit} = lake.services
  const {id, name, email} = findAccount(access, account)
  if (!(await confirm({name, email}))) return null
  const database = openDatabase(join(dataFolder, 'lake.sqlite'))
  try {
    const erasing = createErasing(database)
    const managers = ROLES.filter(({abilities}) => abilities?.includes('people.manage'))
    forgetPerson(
      database,
      id,
      managers.map((role) => role.name),
    )
    const transactionId = randomUUID()
    await commit({
      dataset: DATASET,
      actor: SYSTEM_ACTOR,
      transactionId,
      steps: [
        (_, {now}) => ({
          mutations: [purgeEntry({transactionId, now, by, what: `The account ${id}`})],
        }),
      ],
    })
    erasing.scrubFiles()
    return id
  } finally {
    database.close()
  }
}
