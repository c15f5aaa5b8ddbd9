// An explanation as text: a table of the steps, and a summary.
import {describeReads} from './query-stats.ts'
import type {ExplainedStep, Explanation} from './explain.ts'

/** Plain text, like the answer of the hosted API. Each line ends with a line feed. */
export function explainText(explanation: Explanation): string {
  const {steps, documents, scans, indexes, reads, planWasKept, ms} = explanation
  const lines = [
    ...(steps.length > 0 ? [...table(steps), ''] : []),
    `${count(documents, 'document')} gone through.`,
    ...(indexes.length > 0 ? [`Indexes: ${indexes.join('; ')}.`] : []),
    ...scans.map(({inWords}) => `SCAN: ${inWords}.`),
    ...(reads > 0 ? [`From the database: ${describeReads(reads)}.`] : []),
    `Planned in ${time(ms.plan)} (${planWasKept ? 'cached plan' : 'new plan'}), evaluated in ${time(ms.evaluate)}, written in ${time(ms.write)}.`,
    `Updating the visible documents took ${time(ms.view)}.`,
  ]
  return lines.map((line) => `${line}\n`).join('')
}

const number = new Intl.NumberFormat('en')
const count = (many: number, noun: string): string =>
  `${number.format(many)} ${noun}${many === 1 ? '' : 's'}`
const time = (ms: number): string => `${ms.toFixed(ms < 10 ? 2 : 0)} ms`

/** Longer texts are cut. */
const MAX_WIDTH = 60

function table(steps: readonly ExplainedStep[]): string[] {
  const rows = steps.map(({depth, what, how, varies, times, candidates, found, ms}) => [
    '  '.repeat(depth) + what,
    shortened(how) + (varies ? ', …' : ''),
    ...[times, candidates, found].map((many) => number.format(many)),
    ms.toFixed(2),
  ])
  const all = [['STEP', 'BY', 'TIMES', 'CANDIDATES', 'FOUND', 'MS'], ...rows]
  const widths = (all[0] ?? []).map((_, column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0)),
  )
  return all.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        // Numbers are aligned to the right.
        return column < 2 ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  ')
      .trimEnd(),
  )
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > MAX_WIDTH ? `${line.slice(0, MAX_WIDTH - 1)}…` : line
}
