// What the terminal shows once the newsroom runs: its addresses, and how to sign in.
import type {Lake} from '@copydesk/lake'
import {commandHint, pausedNotice} from './commands/hint.ts'
import type {Environment} from './environment.ts'
import {DATASET} from './newsroom-lake.ts'
import {unregisteredTypes} from './unregistered-types.ts'

export interface Announcement {
  origin: string
  environment: Environment
  lake: Lake
  /** The demonstration's accounts that have not signed in yet. */
  staff: {name: string; role: string; link: string}[]
  /** There is content, and no account. */
  lonely: boolean
}

export function announce(
  {origin, environment: {dataFolder, site}, lake: {services}, staff, lonely}: Announcement,
  say: (line: string) => void,
): void {
  const hint = (command: string): string => commandHint(command, dataFolder)
  say('')
  say('Copydesk is running.')
  if (site !== 'off') say(`  Site    ${origin}/`)
  say(`  Studio  ${origin}/studio`)
  say(`  API     ${origin}/v2025-02-19/data/query/${DATASET}?query=*[_type=="article"]{headline}`)
  if (staff.length > 0) {
    say('')
    say('The demonstration staff sign in by these links: each works once, for 24 hours.')
    const width = Math.max(...staff.map(({name, role}) => name.length + role.length + 3))
    for (const {name, role, link} of staff) say(`  ${`${name} (${role})`.padEnd(width)}  ${link}`)
    say(`A new link: ${hint('sign-in-link <e-mail>')}`)
  }
  if (lonely) {
    say('')
    say('Nobody can sign in yet. An account, and a link for its person:')
    say(`  ${hint('user add <e-mail> --name <name> --role administrator')}`)
  }
  const unregistered = unregisteredTypes(services.documents.typeCounts(DATASET))
  if (unregistered) {
    say('')
    say(unregistered)
  }
  if (services.pause.since() !== null) {
    say('')
    say(pausedNotice(dataFolder))
  }
  say('')
  say('Ctrl-C stops it.')
}
