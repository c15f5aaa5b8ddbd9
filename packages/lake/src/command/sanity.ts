// sanity <command …>: runs Sanity's command line on the running lake, in the studio's folder.
import {spawn} from 'node:child_process'
import {createRequire} from 'node:module'
import {constants} from 'node:os'
import {dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {OperatorError} from '../operator-error.ts'
import {serverOf} from '../serve/folder-lock.ts'
import type {Call} from './arguments.ts'
import {withAccess} from './lake-folder.ts'
import {ADMINISTRATOR} from './roles.ts'

/**
 * Runs it with a temporary token that is revoked afterwards.
 * @throws OperatorError if no lake runs on the folder, or Sanity is not installed here
 */
export async function runSanity({settings: {data}, words: [, ...args]}: Call): Promise<void> {
  const server = serverOf(data)
  if (!server) {
    throw new OperatorError(
      `No lake runs on ${data}. Start one in another terminal: npx copydesk-lake --data ${data}`,
    )
  }
  const program = sanityHere()
  const {id, secret} = await withAccess(data, ({tokens}) =>
    tokens.create({name: 'copydesk-lake sanity', role: ADMINISTRATOR}),
  )
  try {
    process.exitCode = await run([program, ...args], {
      // Sanity's command line uses any value other than staging and production as the API's
      // address.
      SANITY_INTERNAL_ENV: `http://localhost:${new URL(server.local).port}`,
      SANITY_AUTH_TOKEN: secret,
      NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import ${LOCALHOST_NAMES}`.trim(),
      NO_UPDATE_NOTIFIER: '1',
      DO_NOT_TRACK: '1',
    })
  } finally {
    await withAccess(data, ({tokens}) => tokens.revoke(id))
  }
}

const LOCALHOST_NAMES = new URL('../../bin/localhost-names.js', import.meta.url).href

function sanityHere(): string {
  const here = createRequire(pathToFileURL(join(process.cwd(), 'sanity.cli.ts')))
  try {
    return join(dirname(here.resolve('sanity/package.json')), 'bin/sanity')
  } catch {
    throw new OperatorError(
      `The package "sanity" is not installed in ${process.cwd()}. Run this command in the folder of the studio.`,
    )
  }
}

/** Returns its exit code. Ctrl+C reaches it too, so its end is awaited. */
async function run(args: readonly string[], environment: Record<string, string>): Promise<number> {
  process.on('SIGINT', () => {})
  const env = {...process.env, ...environment}
  const child = spawn(process.execPath, args, {stdio: 'inherit', env})
  return await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) =>
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)),
    )
  })
}
