// `npx copydesk-lake`: runs a lake and manages its accounts.
import {readFileSync} from 'node:fs'
import {DatabaseRefused, LakeError} from '../errors.ts'
import {OperatorError} from '../operator-error.ts'
import {invite, signIn, token} from './accounts.ts'
import {HELP, readArguments, type Call} from './arguments.ts'
import {runSanity} from './sanity.ts'

const COMMANDS: Record<string, (call: Call) => Promise<void>> = {
  'sign-in': signIn,
  invite,
  token,
  sanity: runSanity,
}

/** Runs the command. A mistake is printed as one sentence on stderr, with exit code 1. */
export async function runCommand(argv: readonly string[]): Promise<void> {
  try {
    const call = readArguments(argv)
    if (call.help) console.log(HELP)
    else if (call.version) console.log(versionOf())
    else await commandOf(call)(call)
  } catch (error) {
    if (!isForPerson(error)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

function commandOf({words: [word]}: Call): (call: Call) => Promise<void> {
  if (word === undefined) {
    return async ({settings}) => {
      // Loaded here, because the other commands do not need the whole lake.
      const {start} = await import('./start.ts')
      await start(settings)
    }
  }
  const command = COMMANDS[word]
  if (command) return command
  throw new OperatorError(
    `There is no command "${word}". "copydesk-lake --help" lists the commands.`,
  )
}

const isForPerson = (error: unknown): error is Error =>
  [OperatorError, DatabaseRefused, LakeError].some((kind) => error instanceof kind)

function versionOf(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(manifest) as {version: string}).version
}
