// Sentences about emphasis and links that were added or removed: colour is not enough to show them.
import type {Mark, Run} from './diff-model.ts'

interface Found {
  mark: Mark
  text: string
  /** Index of its last run: the next run may continue it. */
  last: number
}

/** Such as “Emphasis added to “Anna Brask””, in reading order. */
export function markNotes(runs: readonly Run[]): string[] {
  const lost: Found[] = []
  const gained: Found[] = []
  for (const [index, run] of runs.entries()) {
    for (const mark of run.lost) note(lost, mark, run.text, index)
    for (const mark of run.gained) note(gained, mark, run.text, index)
    // The target of a new link needs a sentence; emphasis of new words is visible.
    const links = run.change === 'same' ? [] : run.marks.filter(({target}) => target)
    for (const link of links) note(run.change === 'added' ? gained : lost, link, run.text, index)
  }
  const changed = lost.flatMap((old) => {
    const now = gained.find(({mark, text}) => mark.target && old.mark.target && text === old.text)
    return now ? [{old, now}] : []
  })
  const rest = (all: Found[]): Found[] =>
    all.filter((each) => !changed.some(({old, now}) => old === each || now === each))
  return [
    ...changed.map(({old, now}) =>
      old.mark.target === now.mark.target
        ? `Link on “${now.text.trim()}” changed`
        : `Link on “${now.text.trim()}” changed: ${old.mark.target} → ${now.mark.target}`,
    ),
    ...rest(lost).map((each) => sentence(each, 'removed from')),
    ...rest(gained).map((each) => sentence(each, 'added to')),
  ]
}

function note(found: Found[], mark: Mark, text: string, index: number): void {
  const open = found.findLast((each) => each.mark.id === mark.id && each.last >= index - 1)
  if (open) Object.assign(open, {text: open.text + text, last: index})
  else found.push({mark, text, last: index})
}

const sentence = ({mark, text}: Found, happened: string): string =>
  `${mark.title} ${happened} “${text.trim()}”${mark.target ? `: ${mark.target}` : ''}`
