// A command of `npm run copydesk` in a process of its own.
import {execFile} from 'node:child_process'
import {promisify} from 'node:util'
import {ROOT} from '../../server/paths.ts'

/** @returns what it prints. It rejects if the command fails. */
export async function copydesk(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const {stdout} = await promisify(execFile)(
    process.execPath,
    ['scripts/run.mjs', 'copydesk', ...args],
    {cwd: ROOT, env: {...process.env, ...environment}},
  )
  return stdout
}
