import {describe, expect, test} from 'vitest'
import {createNewsroomTime} from '../../../../studio/ui/time/newsroom-time.ts'
import {rightsLines} from '../../../../studio/plugins/rights/rights-labels.ts'
import type {RightsItem} from '../../../../workflow/rights-ahead.ts'

const NOW = Date.parse('2026-11-25T10:00:00Z')
const item = (
  kind: RightsItem['kind'],
  at: string,
  rest: Partial<RightsItem> = {},
): RightsItem => ({
  kind,
  at,
  photo: {id: 'ferry', creditLine: '© Sankei', caption: 'A ferry'},
  usedBy: {id: 'story', type: 'article', title: 'A story'},
  ...rest,
})
const other = {usedBy: {id: 'other', type: 'article', title: 'Another'}}
const lines = (items: RightsItem[], zone = 'Europe/London') =>
  rightsLines(items, createNewsroomTime(zone), NOW)

describe('a line of the list of rights', () => {
  test('gathers the live articles with one photo, and keeps schedules apart', () => {
    const at = '2026-11-30T20:00:00Z'
    const found = lines([
      item('endsWhileLive', at),
      item('endsWhileLive', at, other),
      item('blocksSchedule', at, {why: 'denied'}),
      item('blocksSchedule', at, {why: 'denied', ...other}),
    ])
    expect(found.map(({kind, usedBy}) => [kind, usedBy.map(({id}) => id)])).toEqual([
      ['endsWhileLive', ['story', 'other']],
      ['blocksSchedule', ['story']],
      ['blocksSchedule', ['other']],
    ])
    expect(new Set(found.map(({key}) => key)).size).toBe(found.length)
  })

  test.each([
    ['2026-11-25T23:30:00Z', 'Ends today'],
    ['2026-11-26T00:30:00Z', 'Ends tomorrow'],
    ['2026-11-30T20:00:00Z', 'Ends in 5 days'],
  ])('counts days of the newsroom’s calendar: %s is %s', (at, expected) => {
    expect(lines([item('endsWhileLive', at)])[0]?.when).toBe(expected)
  })

  test('says how long ago they ended, and that a schedule is blocked', () => {
    const [yesterday, earlier, planned] = lines([
      item('endedWhileLive', '2026-11-24T23:59:00Z'),
      item('endedWhileLive', '2026-11-20T10:00:00Z'),
      item('blocksSchedule', '2026-12-20T10:00:00Z', {why: 'denied'}),
    ])
    expect(yesterday?.when).toBe('Ended yesterday')
    expect(earlier?.when).toBe('Ended 5 days ago')
    expect(planned?.when).toBe('Blocks a schedule')
  })

  test('shows times in the newsroom’s zone', () => {
    const [line] = lines([item('endsWhileLive', '2026-11-25T20:00:00Z')], 'Asia/Tokyo')
    expect(line?.when).toBe('Ends tomorrow')
    expect(line?.label).toMatch(/^The rights end on Thursday,? 26 November 2026/)
  })

  test.each([
    [
      item('endedWhileLive', '2026-11-20T10:00:00Z'),
      /ended on .*20 November 2026.* Still live in:/,
    ],
    [item('deniedWhileLive', '2026-11-25T10:00:00Z'), /have been denied\. Still live in:/],
    [
      item('blocksSchedule', '2026-12-10T06:00:00Z', {
        why: 'notYetValid',
        photo: {id: 'ferry', creditLine: '', caption: '', validFrom: '2026-12-11T00:00:00Z'},
      }),
      /only from .*11 December 2026.* cannot be published as planned on .*10 December 2026/,
    ],
    [
      item('blocksSchedule', '2026-12-10T06:00:00Z', {
        why: 'ended',
        photo: {id: 'ferry', creditLine: '', caption: '', validUntil: '2026-12-09T00:00:00Z'},
      }),
      /The rights end on .*9 December 2026/,
    ],
  ])('says what is the matter: $kind $why', (given, expected) => {
    expect(lines([given])[0]?.label).toMatch(expected)
  })
})
