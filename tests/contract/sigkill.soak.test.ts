// @module-tag soak
// As often as power cuts in many years, each time at a different moment.
import {expect, it} from 'vitest'
import {killInRounds} from '../support/sigkill/rounds.ts'

it('loses nothing that it confirmed and leaves nothing half done, killed 100 times', async () => {
  const seed = Number(process.env['SIGKILL_SEED'] ?? Date.now() % 1_000_000)
  console.log(`SIGKILL_SEED=${seed}`)
  const tally = await killInRounds(100, seed)
  console.log(JSON.stringify(tally))
  expect(tally.resumed + tally.reset).toBe(100)
  expect(tally.pairs).toBeGreaterThan(1_000)
  expect(tally.scheduled).toBeGreaterThan(50)
}, 1_200_000)
