// Folds unchanged rows between two changes, except for the rows next to a change.
import type {Row} from './diff-model.ts'

export type Stretch = {kind: 'shown'; row: Row} | {kind: 'folded'; rows: Row[]}

/** A single row takes no more room than the note that it is folded. */
const WORTH_FOLDING = 2

/** Next to each change one unchanged row stays; longer stretches are folded. */
export function fold(rows: readonly Row[]): Stretch[] {
  const stretches: Stretch[] = []
  let hidden: Row[] = []
  const close = (): void => {
    if (hidden.length >= WORTH_FOLDING) stretches.push({kind: 'folded', rows: hidden})
    else stretches.push(...hidden.map((row) => ({kind: 'shown' as const, row})))
    hidden = []
  }
  for (const [index, row] of rows.entries()) {
    const near = [rows[index - 1], row, rows[index + 1]]
    if (near.some((each) => each && each.change !== 'same')) {
      close()
      stretches.push({kind: 'shown', row})
    } else hidden.push(row)
  }
  close()
  return stretches
}
