// A line of a page may have several parts of an article in it: a line for each.
import type {Hint} from '../lines.ts'
import type {Run} from './runs.ts'

/** Runs that follow each other and have the same hint. */
function grouped(runs: Run[]): Run[][] {
  const groups: Run[][] = []
  for (const run of runs) {
    const last = groups.at(-1)
    if (last && last[0]?.hint === run.hint) last.push(run)
    else groups.push([run])
  }
  return groups
}

/** Some sites have the kicker in the headline. */
export const kickerAndHeading = (runs: Run[]): Run[][] =>
  runs.some(({hint}) => hint === 'kicker')
    ? grouped(runs.map((run) => (run.hint === 'kicker' ? run : {...run, hint: undefined})))
    : [runs]

/** The name and the day, each with what is before it: "By" and "Published on". */
export function bylineAndTime(runs: Run[]): Run[][] {
  const isNamed = ({hint}: Run): boolean => hint === 'byline' || hint === 'time'
  const named = runs.filter(isNamed)
  const isShort = runs.every((run) => isNamed(run) || run.text.trim().length <= 25)
  if (new Set(named.map(({hint}) => hint)).size < 2 || !isShort) return [runs]
  let before: Hint | undefined
  return grouped(
    runs.map((run, index) => {
      before = runs.slice(index).find(isNamed)?.hint ?? before
      const text = isNamed(run) ? run.text : run.text.replaceAll(/^\s*[|·•/]|[|·•/]\s*$/g, ' ')
      return {...run, text, hint: before}
    }),
  )
}

/** "Photo:" behind a sentence or at the beginning, or an opening bracket. */
const LABEL = /(?:(?:^\s*|(?<=[.!?。…”"]\s*))[^.!?。…]{0,30}(?:[:：,…]|\.{3})\s*|[(（]\s*)$/u

/** The line below a picture, in parts: its caption, and its credit with the label and the brackets around it. */
export function captionAndCredit(runs: Run[]): Run[][] {
  if (!runs.some(({hint}) => hint === 'credit')) return [runs]
  const isCaptionKnown = runs.some(({hint}) => hint === 'caption')
  const parts: Run[] = []
  const add = (run: Run, hint: Hint): void => {
    parts.push({...run, hint})
  }
  for (const [index, run] of runs.entries()) {
    const isNextCredit = runs[index + 1]?.hint === 'credit'
    const isBeside = isNextCredit || runs[index - 1]?.hint === 'credit'
    if (run.hint === 'credit' || run.hint === 'caption') add(run, run.hint)
    else if (isCaptionKnown || !/[\p{L}\p{N}]/u.test(run.text)) {
      add(run, isBeside ? 'credit' : 'caption')
    } else if (isNextCredit) {
      const label = LABEL.exec(run.text.slice(-60))?.[0] ?? ''
      add({...run, text: run.text.slice(0, run.text.length - label.length)}, 'caption')
      if (label !== '') add({...run, text: label}, 'credit')
    } else add(run, 'caption')
  }
  return grouped(parts)
}
