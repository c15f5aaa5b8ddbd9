import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {createHourlyCompaction, type HourlyCompaction} from '../../src/history/hourly-compaction.ts'
import {compactionTable} from '../../src/store/compaction-table.ts'
import {createPastWorld, START, type PastWorld} from './past-world.ts'

const DAY = 24 * 60 * 60_000

let world: PastWorld
let keeper: HourlyCompaction
let now = START
const report = vi.fn()

const create = (days: number | undefined): HourlyCompaction =>
  createHourlyCompaction({
    database: world.database,
    documents: world.documents,
    history: world.table,
    table: compactionTable(world.database),
    days,
    clock: () => now,
    report,
  })
const left = () => world.log.since(0, 100).length

beforeEach(async () => {
  vi.useFakeTimers({toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval']})
  report.mockReset()
  now = START
  world = createPastWorld()
  await world.write([{create: {_id: 'drafts.a', _type: 'article'}}])
  for (const headline of ['A', 'B', 'C']) {
    await world.write([{patch: {id: 'drafts.a', set: {headline}}}])
  }
  keeper = create(30)
})
afterEach(async () => {
  await keeper.close()
  world.close()
  vi.useRealTimers()
})

describe('while the lake is served', () => {
  it('merges edits that are older than the setting', async () => {
    now = START + 30 * DAY
    expect(await keeper.check()).toMatchObject({edits: 0})
    now += 1
    expect(await keeper.check()).toMatchObject({edits: 3})
    expect(left()).toBe(2)
  })

  it('runs once an hour', async () => {
    keeper.start()
    now = START + 31 * DAY
    await vi.advanceTimersByTimeAsync(59_000)
    expect(left()).toBe(4)
    await vi.advanceTimersByTimeAsync(2_000)
    await vi.waitFor(() => expect(left()).toBe(2))
    world.later(DAY)
    await world.write([{patch: {id: 'drafts.a', set: {headline: 'D'}}}])
    await world.write([{patch: {id: 'drafts.a', set: {headline: 'E'}}}])
    now += 3 * DAY
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    await vi.waitFor(() => expect(left()).toBe(3))
    expect(report).not.toHaveBeenCalled()
  })

  it('merges nothing without the setting, or after its end', async () => {
    now = START + 400 * DAY
    const idle = create(undefined)
    idle.start()
    expect(await idle.check()).toBeNull()
    await keeper.close()
    expect(await keeper.check()).toBeNull()
    expect(left()).toBe(4)
  })

  it('reports an error, and tries again an hour later', async () => {
    const failing = createHourlyCompaction({
      database: world.database,
      documents: world.documents,
      history: world.table,
      table: {
        ...compactionTable(world.database),
        compactedUpTo() {
          throw new Error('The disk is gone.')
        },
      },
      days: 30,
      clock: () => now,
      report,
    })
    failing.start()
    await vi.advanceTimersByTimeAsync(60_000)
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(report).toHaveBeenCalledTimes(2)
    await failing.close()
  })
})
