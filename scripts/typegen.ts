// `npm run typegen`: the schema as JSON and the types of every query. `--check` writes nothing and
// fails where a committed file is not what would be written.
import {execFileSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {ROOT} from '../server/paths.ts'

const SCHEMA = 'queries/schema.json'
const TYPES = 'queries/sanity.types.ts'
const GENERATED = [SCHEMA, TYPES]

const sanity = (...args: string[]): void => {
  execFileSync(process.execPath, [join(ROOT, 'node_modules/sanity/bin/sanity'), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {...process.env, DO_NOT_TRACK: '1'},
  })
}

const read = (): string[] => GENERATED.map((file) => readFileSync(join(ROOT, file), 'utf8'))

const check = process.argv.includes('--check')
const before = read()
sanity('schema', 'extract', '--path', SCHEMA, '--force')
sanity('typegen', 'generate')
const after = read()

const stale = GENERATED.filter((_, index) => before[index] !== after[index])
if (check && stale.length > 0) {
  for (const [index, file] of GENERATED.entries()) {
    writeFileSync(join(ROOT, file), before[index] ?? '')
  }
  console.error(`Not fresh: ${stale.join(', ')}. Run npm run typegen and commit the result.`)
  process.exit(1)
}
console.log(stale.length > 0 ? `Written: ${stale.join(', ')}` : 'Generated files are fresh.')
