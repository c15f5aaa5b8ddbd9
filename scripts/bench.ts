// `npm run bench`: what lake and site cost beside bare references, within one run on this machine.
// `npm run bench -- <name>` runs one. Prints a table; docs/performance.md says how to read it.
import {history} from './bench/history.ts'
import {lake} from './bench/lake.ts'
import {listen} from './bench/listen.ts'
import {pictures} from './bench/pictures.ts'
import {presence} from './bench/presence.ts'
import {query} from './bench/query.ts'
import type {Bench, Row} from './bench/row.ts'
import {saveWhileQuerying} from './bench/save-while-querying.ts'
import {site} from './bench/site.ts'
import {write} from './bench/write.ts'
import {createProgress} from './commands/progress.ts'
import {table} from './commands/table.ts'

const BENCHES: Record<string, Bench> = {
  write,
  history,
  query,
  listen,
  presence,
  lake,
  pictures,
  site,
  'save-while-querying': saveWhileQuerying,
}

const SHOW: Record<NonNullable<Row['as']>, (value: number) => string> = {
  milliseconds: (value) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`,
  rate: (value) => `${(1000 / value).toFixed(0)} a second`,
  bytes: (value) => `${(value / 1000).toFixed(1)} kB`,
}

// What a bench leaves behind goes when the process does.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

const [chosen] = process.argv.slice(2)
const names = chosen ? [chosen] : Object.keys(BENCHES)
const lines: string[][] = [['bench', 'what', 'measured', 'reference', 'measured', 'as a ratio']]
for (const name of names) {
  const bench = BENCHES[name]
  if (!bench) {
    console.error(`There is no bench "${name}": choose ${Object.keys(BENCHES).join(', ')}.`)
    process.exit(1)
  }
  const progress = createProgress()
  const begun = performance.now()
  try {
    const rows = await bench((step, current, total) =>
      progress.step({step: `${name}: ${step}`, current, total}),
    )
    lines.push(...rows.map((row) => line(name, row)))
  } catch (error) {
    progress.failed()
    throw error
  }
  progress.done(`${name}: done in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
}
console.log(`\n${table(lines)}`)

function line(name: string, {what, ours, reference, theirs, as = 'milliseconds'}: Row): string[] {
  const show = SHOW[as]
  return [name, what, show(ours), reference, show(theirs), `${ratio(ours / theirs)} ×`]
}

function ratio(value: number): string {
  return value < 100 ? value.toPrecision(2) : value.toFixed(0)
}
