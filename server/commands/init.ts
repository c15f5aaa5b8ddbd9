// init
import type {Command} from 'commander'
import type {Lake} from '@copydesk/lake'
import {OperatorError} from '@copydesk/lake/errors'
import {machineUser, newsroomAddress, showLink, signInLink} from './accounts.ts'
import {commandHint, startHint} from './hint.ts'
import {dataFolderOf, subcommand, type DataOption} from './subcommand.ts'
import {withLake} from './with-lake.ts'

interface InitFlags extends DataOption {
  name: string
  admin: string
  adminName?: string
  language: string
  timeZone: string
}

/** An empty newsroom: its name, one administrator, no demonstration content. */
export function initCommand(): Command {
  return subcommand(
    'init',
    'Makes an empty newsroom with one administrator and prints the administrator’s sign-in link.',
    'init --name "The Harbour Courier" --admin agnes@example.org',
  )
    .requiredOption('--name <name>', 'the newsroom’s name')
    .requiredOption('--admin <email>', 'the administrator’s e-mail address')
    .option('--admin-name <name>', 'the administrator’s name (default: from the address)')
    .option('--language <code>', 'the language it publishes in', 'en')
    .option('--time-zone <zone>', 'where its readers live', 'UTC')
    .action(async (flags: InitFlags) => {
      const name = flags.name.trim()
      if (name === '') throw new OperatorError('Give the newsroom a name.')
      const dataFolder = dataFolderOf(flags)
      const {DATASET} = await import('../newsroom-lake.ts')
      const {SYSTEM_ACTOR} = await import('@copydesk/lake/access')
      const address = newsroomAddress(dataFolder)
      const init = async ({services: {access, commit, documents}}: Lake): Promise<void> => {
        if (access.users.list().length > 0 || documents.count(DATASET) > 0) {
          throw new OperatorError(`There is a newsroom in ${dataFolder} already.`)
        }
        const administrator = {
          email: flags.admin,
          name: flags.adminName ?? nameFrom(flags.admin),
          roles: ['administrator'],
        }
        const invitation = await access.people.invite(administrator, machineUser())
        const {language, timeZone} = flags
        const settings = {_id: 'siteSettings', _type: 'siteSettings', name, language, timeZone}
        await commit({
          dataset: DATASET,
          actor: SYSTEM_ACTOR,
          steps: [() => ({mutations: [{createIfNotExists: settings}]})],
        })
        console.error(
          `${name} is ready in ${dataFolder}. Start it with "${startHint(dataFolder)}".`,
        )
        showLink(signInLink(invitation, address), address)
        const next = commandHint('user add <e-mail> --name <name> --role editor', dataFolder)
        console.error(
          `An administrator looks after sections, topics and settings. Those who write and publish come next: ${next}`,
        )
      }
      await withLake(dataFolder, init, {create: true})
    })
}

/** `rosa.marsh@example.org` → `Rosa Marsh` */
function nameFrom(email: string): string {
  const words = (email.split('@')[0] ?? '').split(/[._-]+/).filter((word) => word !== '')
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || email
}
