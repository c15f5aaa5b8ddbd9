// `npm run copydesk -- <command>`: what an operator does on the data folder. Thin: one file per noun
// in commands/. Results go to stdout, everything else to stderr, so that scripts can read the result.
import {Command, CommanderError} from 'commander'
import {backupCommand} from '../server/commands/backup.ts'
import {compactHistoryCommand} from '../server/commands/compact-history.ts'
import {corsCommand} from '../server/commands/cors.ts'
import {datasetCommand} from '../server/commands/dataset.ts'
import {doctorCommand} from '../server/commands/doctor.ts'
import {explainCommand} from '../server/commands/explain.ts'
import {exportCommand} from '../server/commands/export.ts'
import {importCommand} from '../server/commands/import.ts'
import {describeError} from '../server/commands/describe-error.ts'
import {initCommand} from '../server/commands/init.ts'
import {performScheduledCommand} from '../server/commands/perform-scheduled.ts'
import {pullCommand} from '../server/commands/pull.ts'
import {purgeCommand} from '../server/commands/purge.ts'
import {pushCommand} from '../server/commands/push.ts'
import {pauseCommand} from '../server/commands/pause.ts'
import {restoreCommand} from '../server/commands/restore.ts'
import {sanityCommand} from '../server/commands/sanity.ts'
import {seedCommand} from '../server/commands/seed.ts'
import {signInLinkCommand} from '../server/commands/sign-in-link.ts'
import {tokenCommand} from '../server/commands/token.ts'
import {userCommand} from '../server/commands/user.ts'
import {resumeCommand} from '../server/commands/resume.ts'
import {webhookCommand} from '../server/commands/webhook.ts'
import {dataAccessOf, umaskOf} from '../server/data-access.ts'
import {loadEnvFile} from '../server/environment.ts'

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
  datasetCommand(),
  seedCommand(),
  exportCommand(),
  importCommand(),
  backupCommand(),
  restoreCommand(),
  pauseCommand(),
  resumeCommand(),
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
    console.error(describeError(error))
    process.exitCode = 1
  }
}

function throwInsteadOfExit(command: Command): void {
  command.exitOverride()
  for (const child of command.commands) throwInsteadOfExit(child)
}
