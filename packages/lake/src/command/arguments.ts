// Parses the arguments of `copydesk-lake`.
import {parseArgs, type ParseArgsOptionsConfig} from 'node:util'
import {normalOrigin} from '../access/origins.ts'
import {DEFAULT_DATASET, DEFAULT_PORT, DEFAULT_PROJECT_ID} from '../browser/defaults.ts'
import {OperatorError} from '../operator-error.ts'
import {STAFF_ROLES} from './roles.ts'

/** The origins at which `sanity dev` and `sanity start` serve a studio. */
export const STUDIO_ORIGINS = ['localhost', '127.0.0.1', '[::1]'].map(
  (host) => `http://${host}:3333`,
)

export const HELP = `Usage: copydesk-lake [options] [command]

Runs a Content Lake for Sanity Studio on this machine.

Without a command the lake starts. Commands, while it runs or not:
  sign-in [email]    prints a new sign-in link; without an address, the first administrator's
  invite <email>     adds a person and prints their sign-in link (--name, --role)
  token              prints a token for a program (--role)
  sanity <command>   runs Sanity's command line on the running lake; options of copydesk-lake come before

Options:
  --data <folder>          holds the database and the files (default: ./lake-data)
  --port <number>          the lake's port (default: ${DEFAULT_PORT}; "sanity dev" has 3333)
  --host <address>         address to listen on (default: 127.0.0.1, only this machine)
  --allow-origin <origin>  a studio elsewhere that people may sign in to, e.g. https://studio.example.org. Repeatable.
                           http://localhost:3333 is always allowed. Sign-in links lead to the first one given.
  --project-id <id>        the project id of the studio (default: ${DEFAULT_PROJECT_ID})
  --dataset <name>         the dataset that the lake begins with (default: ${DEFAULT_DATASET})
  --name <name>            the person's name, for "invite"
  --role <role>            ${STAFF_ROLES.join(', ')} (default: editor)
  --help                   prints this
  --version                prints the version

Example:
  copydesk-lake --data ./data`

const OPTIONS = {
  data: {type: 'string', default: './lake-data'},
  port: {type: 'string', default: String(DEFAULT_PORT)},
  host: {type: 'string', default: '127.0.0.1'},
  'allow-origin': {type: 'string', multiple: true, default: []},
  'project-id': {type: 'string', default: DEFAULT_PROJECT_ID},
  dataset: {type: 'string', default: DEFAULT_DATASET},
  name: {type: 'string'},
  role: {type: 'string', default: 'editor'},
  help: {type: 'boolean', default: false},
  version: {type: 'boolean', default: false},
} satisfies ParseArgsOptionsConfig

export interface Settings {
  data: string
  port: number
  host: string
  allowOrigin: readonly string[]
  projectId: string
  dataset: string
}

export interface Call {
  /** Empty to start the lake. */
  words: readonly string[]
  settings: Settings
  name?: string
  role: string
  help: boolean
  version: boolean
}

/** @throws OperatorError, or BadRequest for an origin, with the wrong value and the expected one */
export function readArguments(argv: readonly string[]): Call {
  const at = startOfSanity(argv)
  const {values, positionals} = parse(at < 0 ? argv : argv.slice(0, at))
  const port = Number(values.port)
  if (!/^\d+$/.test(values.port) || port > 65_535) {
    throw new OperatorError(`--port is a number from 0 to 65535, not "${values.port}".`)
  }
  if (!/^[a-z0-9][a-z0-9-]*$/.test(values['project-id'])) {
    throw new OperatorError(
      `--project-id has lower-case letters, digits and hyphens, unlike "${values['project-id']}".`,
    )
  }
  if (!/^[a-z0-9_][-a-z0-9_]{0,63}$/.test(values.dataset)) {
    throw new OperatorError(
      `--dataset has lower-case letters, digits, hyphens and underscores, unlike "${values.dataset}".`,
    )
  }
  const {data, host, role, help, version, name} = values
  return {
    words: [...positionals, ...(at < 0 ? [] : argv.slice(at))],
    settings: {
      data,
      port,
      host,
      allowOrigin: values['allow-origin'].map(normalOrigin),
      projectId: values['project-id'],
      dataset: values.dataset,
    },
    ...(name === undefined ? {} : {name}),
    role,
    help,
    version,
  }
}

/**
 * Index of the word `sanity`; -1 without it. The arguments after it are for Sanity's command line.
 */
function startOfSanity(argv: readonly string[]): number {
  const {tokens} = parseArgs({args: [...argv], options: OPTIONS, strict: false, tokens: true})
  const first = tokens.find(({kind}) => kind === 'positional')
  return first && argv[first.index] === 'sanity' ? first.index : -1
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({args: [...argv], options: OPTIONS, allowPositionals: true})
  } catch (error) {
    // Node's message names the option and then explains file names that begin with a hyphen.
    const what = error instanceof Error ? error.message.split(/\. To |\n/)[0] : String(error)
    throw new OperatorError(`${what}. "copydesk-lake --help" lists the options.`)
  }
}
