// Words of both versions in one line of reading.
import type {ReactNode} from 'react'
import type {Run} from './diff-model.ts'
import {Added, Removed} from './diff-theme.tsx'

/** Inside a `DiffText`. */
export function RunsView({runs}: {runs: readonly Run[]}) {
  return groups(runs).map((group, index) => {
    const texts = group.map((run, at) => <RunText key={at} run={run} />)
    const change = group[0]?.change
    // Runs have no keys, and the whole list renders again after every change.
    if (change === 'added') return <Added key={index}>{texts}</Added>
    if (change === 'removed') return <Removed key={index}>{texts}</Removed>
    return <span key={index}>{texts}</span>
  })
}

function RunText({run: {text, marks, gained, lost}}: {run: Run}) {
  const marked = marks.reduce<ReactNode>((inner, {name, target}) => {
    if (name === 'strong') return <strong>{inner}</strong>
    if (name === 'em') return <em>{inner}</em>
    return (
      <span data-link title={target}>
        {inner}
      </span>
    )
  }, text)
  return gained.length + lost.length > 0 ? <span data-restyled>{marked}</span> : marked
}

/** Neighbours with the same change: announced once, whatever their emphasis. */
function groups(runs: readonly Run[]): Run[][] {
  const all: Run[][] = []
  for (const run of runs) {
    const last = all.at(-1)
    if (last?.[0]?.change === run.change) last.push(run)
    else all.push([run])
  }
  return all
}
