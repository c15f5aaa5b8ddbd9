// What an operator does on the data folder. One file per noun. Results go to stdout, everything else to stderr,
// so that scripts can read the result.
import {Command, CommanderError} from 'commander'
import {backupCommand} from './backup.ts'
import {clusterCommand} from './cluster.ts'
import {compactHistoryCommand} from './compact-history.ts'
import {corsCommand} from './cors.ts'
import {datasetCommand} from './dataset.ts'
import {doctorCommand} from './doctor.ts'
import {explainCommand} from './explain.ts'
import {exportCommand} from './export.ts'
import {importCommand} from './import.ts'
import {describeError} from './describe-error.ts'
import {initCommand} from './init.ts'
import {intakeCommand} from './intake.ts'
import {performScheduledCommand} from './perform-scheduled.ts'
import {pullCommand, pushCommand} from './sync-command.ts'
import {purgeCommand} from './purge.ts'
import {pauseCommand, resumeCommand} from './pause.ts'
import {restoreCommand} from './restore.ts'
import {sanityCommand} from './sanity.ts'
import {seedCommand} from './seed.ts'
import {signInLinkCommand} from './sign-in-link.ts'
import {tokenCommand} from './token.ts'
import {userCommand} from './user.ts'
import {webhookCommand} from './webhook.ts'
import {dataAccessOf, umaskOf} from '../data-access.ts'
import {loadEnvFile} from '../environment.ts'

/**
 * Runs one command.
 *
 * @param args what follows `npm run copydesk -- `
 * @returns its exit code: 2 for a wrong call, 1 for a failure
 */
export async function runCommand(args: readonly string[]): Promise<number> {
  try {
    loadEnvFile()
    process.umask(umaskOf(dataAccessOf(process.env)))
    await program().parseAsync(args, {from: 'user'})
    return Number(process.exitCode ?? 0)
  } catch (error) {
    // Commander has printed its sentence, or the help, already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    console.error(describeError(error))
    return 1
  }
}

/** Every command, each with its description and options. */
export function program(): Command {
  const all = new Command('copydesk')
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
    clusterCommand(),
    seedCommand(),
    exportCommand(),
    importCommand(),
    intakeCommand(),
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
    all.addCommand(command)
  }
  throwInsteadOfExit(all)
  return all
}

function throwInsteadOfExit(command: Command): void {
  command.exitOverride()
  for (const child of command.commands) throwInsteadOfExit(child)
}
