// sign-in-link <email>
import type {Command} from 'commander'
import {OperatorError} from '@copydesk/lake/errors'
import {findAccount, machineUser, newsroomAddress, showLink, signInLink} from './accounts.ts'
import {withAccess} from './data-folder.ts'
import {dataFolderOf, subcommand, type DataOption} from './subcommand.ts'

/** A sign-in for people who have no password yet, or forgot it. */
export function signInLinkCommand(): Command {
  return subcommand(
    'sign-in-link <email>',
    'Prints a new one-time link by which a person sets a password; older links no longer work.',
    'sign-in-link rosa@example.org',
  ).action(async (email: string, options: DataOption) => {
    const dataFolder = dataFolderOf(options)
    const address = newsroomAddress(dataFolder)
    const link = await withAccess(dataFolder, {}, async (access) => {
      const user = findAccount(access, email)
      if (user.disabled) {
        throw new OperatorError(
          `${user.email} is disabled. First: npm run copydesk -- user enable ${user.email}`,
        )
      }
      return signInLink(await access.people.renewLink(user.id, machineUser()), address)
    })
    showLink(link, address)
  })
}
