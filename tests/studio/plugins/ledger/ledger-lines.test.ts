// *Ledger*: the entries of a series as an editor reads them, from a lake.
import {afterAll, beforeAll, expect, test} from 'vitest'
import {
  LEDGER_ENTRIES,
  LEDGER_LISTEN,
  ledgerLines,
  type LedgerEntry,
} from '../../../../studio/plugins/ledger/ledger-lines.ts'
import {createNewsroomTime} from '../../../../studio/ui/time/newsroom-time.ts'
import {START, startLake, type TestLake} from '../../../support/lake.ts'
import {ok, openDesk, type Desk} from '../../../support/piece.ts'

const HOUR = 3_600_000
let lake: TestLake
let desk: Desk
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
  const series = {_id: 'tide', _type: 'series', title: 'Tides'}
  await ok(desk.mutate(desk.editor, [{create: series}]))
  lake.setTime(START + HOUR)
  await ok(desk.mutate(desk.otherEditor, [{patch: {id: 'tide', set: {title: 'The tide'}}}]))
  lake.setTime(START + 2 * HOUR)
  await ok(desk.mutate(desk.editor, [{create: {...series, _id: 'other'}}]))
  await ok(desk.mutate(desk.administrator, [{delete: {id: 'tide'}}]))
})
afterAll(() => lake.close())

const linesFor = async (role: 'journalist' | 'developer', id: string) => {
  const client = lake.client(role)
  const entries = await client.fetch<LedgerEntry[]>(LEDGER_ENTRIES, {id})
  const lines = ledgerLines(entries, createNewsroomTime('Europe/London'), lake.now())
  return lines.map(({who, what, when, changes}) => [`${who} ${what}, ${when}`, ...changes])
}

test('lists who did what to a document, the newest first', async () => {
  expect(await linesFor('journalist', 'tide')).toEqual([
    ['Ada Admin took it away from readers, today 12:00', 'Removed the title “The tide”.'],
    ['Otto Editor changed it, today 11:00', 'Changed the title from “Tides” to “The tide”.'],
    ['Edith Editor published it, today 10:00', 'Set the title to “Tides”.'],
  ])
})

test('is empty for a developer, who reads no records', async () => {
  expect(await linesFor('developer', 'tide')).toEqual([])
})

test('listens to the entries of that document', async () => {
  const found = await lake.client('journalist').fetch<unknown[]>(LEDGER_LISTEN, {id: 'other'})
  expect(found).toHaveLength(1)
})
