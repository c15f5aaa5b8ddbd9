import {expect, test} from 'vitest'
import {fold} from '../../../../studio/ui/diff/fold.ts'
import type {Row} from '../../../../studio/ui/diff/diff-model.ts'

/** `.` is a row that stayed, `x` one that did not; folded ones come as their number. */
function folded(signs: string): string {
  const rows = Array.from(signs, (sign, index): Row => ({
    key: String(index),
    change: sign === 'x' ? 'changed' : 'same',
    style: 'normal',
    runs: [],
    notes: [],
    fields: [],
  }))
  return fold(rows)
    .map((stretch) =>
      stretch.kind === 'folded'
        ? String(stretch.rows.length)
        : stretch.row.change === 'same'
          ? '.'
          : 'x',
    )
    .join('')
}

test.each([
  ['.......', '7'],
  ['x......', 'x.5'],
  ['...x...', '2.x.2'],
  ['x.....x', 'x.3.x'],
  ['x...x', 'x...x'],
  ['x..x', 'x..x'],
  ['..xx.', '..xx.'],
])('%s is shown as %s', (rows, shown) => {
  expect(folded(rows)).toBe(shown)
})
