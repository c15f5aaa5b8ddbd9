// A lake with the demonstration content, as the examples expect one at their address.
import {seedNewsroom} from '../../server/operations/seed/seed-newsroom.ts'
import {startLake, type TestLake} from '../support/lake.ts'

/** Starts it and fills it; `close` ends it. */
export async function startSeededLake(): Promise<TestLake> {
  const lake = await startLake()
  await seedNewsroom({lake: lake.lake})
  return lake
}
