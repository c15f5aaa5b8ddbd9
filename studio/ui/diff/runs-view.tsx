// Words of both versions in one line of reading.
import type {ReactNode} from 'react'
import type {Run} from './diff-model.ts'
import {Added, Removed} from './diff-look.tsx'

/** Inside a `DiffText`. */
export function RunsView({runs}: {runs: readonly Run[]}) {
  return groups(runs).map((group, index) => {
    const words = group.map((run, at) => <Words key={at} run={run} />)
    const change = group[0]?.change
    // Runs have no keys, and the whole list renders again after every change.
    if (change === 'added') return <Added key={index}>{words}</Added>
    if (change === 'removed') return <Removed key={index}>{words}</Removed>
    return <span key={index}>{words}</span>
  })
}

function Words({run: {text, marks, gained, lost}}: {run: Run}) {
  const words = marks.reduce<ReactNode>((inner, {name, target}) => {
    if (name === 'strong') return <strong>{inner}</strong>
    if (name === 'em') return <em>{inner}</em>
    return (
      <span data-link title={target}>
        {inner}
      </span>
    )
  }, text)
  return gained.length + lost.length > 0 ? <span data-restyled>{words}</span> : words
}

/** Neighbours with the same fate: announced once, whatever their emphasis. */
function groups(runs: readonly Run[]): Run[][] {
  const all: Run[][] = []
  for (const run of runs) {
    const last = all.at(-1)
    if (last?.[0]?.change === run.change) last.push(run)
    else all.push([run])
  }
  return all
}
