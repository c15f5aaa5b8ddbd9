// `npm run bench`: what lake and site cost beside bare references, within one run on this machine.
// `npm run bench -- <name>` runs one, `--large` with the sizes that take long. Prints a table;
// scripts/bench/README.md says how to read it.
import {caches} from './bench/caches.ts'
import {cluster} from './bench/cluster.ts'
import {fronts} from './bench/fronts.ts'
import {history} from './bench/history.ts'
import {intakeOfArticles} from './bench/intake.ts'
import {lake} from './bench/lake.ts'
import {listen} from './bench/listen.ts'
import {pictures} from './bench/pictures.ts'
import {presence} from './bench/presence.ts'
import {query} from './bench/query.ts'
import type {Bench, Row, Wanted} from './bench/row.ts'
import {saveWhileQuerying} from './bench/save-while-querying.ts'
import {site} from './bench/site.ts'
import {strangers} from './bench/strangers.ts'
import {studio} from './bench/studio.ts'
import {typing} from './bench/typing.ts'
import {write} from './bench/write.ts'
import {createProgress} from '../server/commands/progress.ts'
import {table} from '../server/commands/table.ts'

const BENCHES: Record<string, Bench> = {
  write,
  cluster,
  history,
  intake: intakeOfArticles,
  query,
  fronts,
  listen,
  presence,
  lake,
  pictures,
  site,
  strangers,
  studio,
  typing,
  'save-while-querying': saveWhileQuerying,
  caches,
}

const SHOW: Record<NonNullable<Row['as']>, (value: number) => string> = {
  milliseconds: (value) => `${value < 10 ? value.toPrecision(2) : value.toFixed(0)} ms`,
  rate: (value) => `${(1000 / value).toFixed(0)} a second`,
  bytes: (value) => `${(value / 1000).toFixed(1)} kB`,
  megabytes: (value) => `${(value / 1_000_000).toFixed(0)} MB`,
}

// What a bench leaves behind goes when the process does.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

const words = process.argv.slice(2)
const wanted: Wanted = {isLarge: words.includes('--large')}
const [chosen] = words.filter((word) => word !== '--large')
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
    const rows = await bench(
      (step, current, total) => progress.step({step: `${name}: ${step}`, current, total}),
      wanted,
    )
    lines.push(...rows.map((row) => line(name, row)))
  } catch (error) {
    progress.failed()
    throw error
  }
  progress.done(`${name}: done in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
}
console.log(`\n${table(lines)}`)

function line(name: string, row: Row): string[] {
  const {what, ours, reference, theirs, tails, as = 'milliseconds'} = row
  const show = SHOW[as]
  const shown = (value: number, tail?: number): string =>
    tail === undefined ? show(value) : `${show(value)} (95 %: ${show(tail)})`
  return [
    name,
    what,
    shown(ours, tails?.ours),
    reference,
    shown(theirs, tails?.theirs),
    ratio(ours / theirs),
  ]
}

/** What is a hundred times less or more is said in whole numbers. */
function ratio(value: number): string {
  if (value < 0.01) return `1/${(1 / value).toFixed(0)}`
  return `${value < 100 ? value.toPrecision(2) : value.toFixed(0)} ×`
}
