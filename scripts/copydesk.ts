// `npm run copydesk -- <command>`: what an operator does on the data folder. Thin: one file per noun
// in commands/. Results go to stdout, everything else to stderr, so that scripts can read the result.
import {Command, CommanderError} from 'commander'
import {backupCommand} from './commands/backup.ts'
import {compactHistoryCommand} from './commands/compact-history.ts'
import {corsCommand} from './commands/cors.ts'
import {doctorCommand} from './commands/doctor.ts'
import {explainCommand} from './commands/explain.ts'
import {exportCommand} from './commands/export.ts'
import {importCommand} from './commands/import.ts'
import {inWords} from './commands/in-words.ts'
import {initCommand} from './commands/init.ts'
import {performScheduledCommand} from './commands/perform-scheduled.ts'
import {pullCommand} from './commands/pull.ts'
import {purgeCommand} from './commands/purge.ts'
import {pushCommand} from './commands/push.ts'
import {restCommand} from './commands/rest.ts'
import {restoreCommand} from './commands/restore.ts'
import {sanityCommand} from './commands/sanity.ts'
import {seedCommand} from './commands/seed.ts'
import {signInLinkCommand} from './commands/sign-in-link.ts'
import {tokenCommand} from './commands/token.ts'
import {userCommand} from './commands/user.ts'
import {wakeCommand} from './commands/wake.ts'
import {webhookCommand} from './commands/webhook.ts'
import {dataAccessOf, umaskOf} from './data-access.ts'
import {loadEnvFile} from './environment.ts'

// An exit, not the end that a signal makes: what must not be left behind is removed as the process exits.
process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))

const program = new Command('copydesk')
  .usage('<command>')
  .enablePositionalOptions()
  .description('Looks after a newsroom on its data folder; the server may run meanwhile.')
  .addHelpText('after', '\nExample:\n  npm run copydesk -- user list')
for (const command of [
  initCommand(),
  userCommand(),
  signInLinkCommand(),
  tokenCommand(),
  corsCommand(),
  webhookCommand(),
  seedCommand(),
  exportCommand(),
  importCommand(),
  backupCommand(),
  restoreCommand(),
  restCommand(),
  wakeCommand(),
  pushCommand(),
  pullCommand(),
  sanityCommand(),
  compactHistoryCommand(),
  purgeCommand(),
  explainCommand(),
  doctorCommand(),
  performScheduledCommand(),
]) {
  program.addCommand(command)
}
throwInsteadOfExit(program)

try {
  loadEnvFile()
  process.umask(umaskOf(dataAccessOf(process.env)))
  await program.parseAsync(process.argv)
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has printed its sentence (or the help) already; 2 tells a wrong call from a failure.
    process.exitCode = error.exitCode === 0 ? 0 : 2
  } else {
    console.error(inWords(error))
    process.exitCode = 1
  }
}

function throwInsteadOfExit(command: Command): void {
  command.exitOverride()
  for (const child of command.commands) throwInsteadOfExit(child)
}
