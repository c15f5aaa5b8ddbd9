// `npm run check`: format, lint, types, dead code, generated files fresh. Runs all of them and names
// those that failed, so that one run tells everything.
import {spawnSync} from 'node:child_process'
import {ROOT} from '../server/paths.ts'

const CHECKS: [name: string, command: string, ...args: string[]][] = [
  ['format', 'oxfmt', '--check', '.'],
  ['lint', 'oxlint', '--type-aware', '--deny-warnings'],
  ['types', 'tsc', '-p', '.'],
  ['dead code', 'knip'],
  [
    'generated files',
    process.execPath,
    ...process.execArgv,
    'scripts/run.mjs',
    'typegen',
    '--check',
  ],
]

const failed = CHECKS.filter(([name, command, ...args]) => {
  console.log(`\n— ${name}`)
  const {status, error} = spawnSync(command, args, {cwd: ROOT, stdio: 'inherit'})
  if (error) console.error(error.message)
  return status !== 0
})

console.log('')
if (failed.length > 0) {
  console.error(`Not in order: ${failed.map(([name]) => name).join(', ')}.`)
  process.exit(1)
}
console.log('All in order.')
