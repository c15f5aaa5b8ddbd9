// Runs an example as a reader of its README would, at the address of a test's lake.
import {spawn} from 'node:child_process'
import {join} from 'node:path'
import {ROOT} from '../../server/paths.ts'

export const EXAMPLES = join(ROOT, 'examples')

export interface Outcome {
  code: number | null
  output: string
  errors: string
}

/** Waits for its end. It asks no questions and sends no reports. */
export async function run(
  command: string,
  args: string[],
  {cwd, lake}: {cwd: string; lake?: string},
): Promise<Outcome> {
  const child = spawn(command, args, {
    cwd,
    env: {
      ...process.env,
      DO_NOT_TRACK: '1',
      NEXT_TELEMETRY_DISABLED: '1',
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: undefined,
      ...(lake && {LAKE: lake}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return {code, output, errors}
}
