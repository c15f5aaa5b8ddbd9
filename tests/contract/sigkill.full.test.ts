// The lake is killed during writes, uploads, acts and publications by the timer, again and again on
// the same folder.
import {expect, it} from 'vitest'
import {killInRounds} from '../support/sigkill/rounds.ts'

it('loses nothing that it confirmed and leaves nothing half done, killed 10 times', async () => {
  const tally = await killInRounds(10, 20261125)
  expect(tally.resumed + tally.reset).toBe(10)
  for (const kind of [
    'pairs',
    'uploads',
    'submitted',
    'approved',
    'scheduled',
    'resumed',
  ] as const) {
    expect(tally[kind], kind).toBeGreaterThan(0)
  }
}, 120_000)
