import {describe, expect, test} from 'vitest'
import {createNewsroomTime} from '../../../../studio/ui/time/newsroom-time.ts'
import {duePresets} from '../../../../studio/plugins/review-desk/due-presets.ts'

const NOW = Date.parse('2026-11-25T22:30:00.000Z')
const london = createNewsroomTime('Europe/London')
const tokyo = createNewsroomTime('Asia/Tokyo')

describe('a time on the newsroom’s clock', () => {
  test('is named by its day while that is near', () => {
    expect(london.moment('2026-11-25T18:00:00.000Z', NOW)).toBe('today 18:00')
    expect(london.moment('2026-11-26T06:00:00.000Z', NOW)).toBe('tomorrow 06:00')
    expect(london.moment('2026-11-24T06:00:00.000Z', NOW)).toBe('yesterday 06:00')
    expect(london.moment('2026-12-01T06:00:00.000Z', NOW)).toBe('Tue 1 Dec, 06:00')
    expect(london.moment('2027-03-01T06:00:00.000Z', NOW)).toBe('1 Mar 2027, 06:00')
  })

  test('belongs to the newsroom’s day, wherever the person sits', () => {
    expect(tokyo.moment('2026-11-25T23:00:00.000Z', NOW)).toBe('today 08:00')
    expect(tokyo.startOfDay(NOW)).toBe('2026-11-25T15:00:00.000Z')
    expect(london.startOfDay(NOW)).toBe('2026-11-25T00:00:00.000Z')
  })

  test('is empty for an invalid time', () => {
    expect(london.moment('soon', NOW)).toBe('')
    expect(london.full('soon')).toBe('')
  })

  test('in full names its zone', () => {
    expect(london.full('2026-07-03T05:00:00.000Z')).toMatch(/^Friday,? 3 July 2026 at 06:00 BST$/)
  })

  test('falls back to UTC where the zone is unknown', () => {
    expect(createNewsroomTime('Nowhere/Atall').wallOf(NOW)).toBe('2026-11-25T22:30')
  })
})

describe('a time that a person types', () => {
  test('is read on the newsroom’s clock', () => {
    expect(london.instantOf('2026-11-26T09:00')).toBe('2026-11-26T09:00:00.000Z')
    expect(london.instantOf('2026-07-26T09:00')).toBe('2026-07-26T08:00:00.000Z')
    expect(tokyo.instantOf('2026-11-26T09:00')).toBe('2026-11-26T00:00:00.000Z')
  })

  test('is found on the days on which the clock is changed', () => {
    for (const wall of [
      '2026-03-29T00:30',
      '2026-03-29T03:00',
      '2026-10-25T00:30',
      '2026-10-25T04:00',
    ]) {
      const instant = london.instantOf(wall) ?? ''
      expect(london.wallOf(Date.parse(instant))).toBe(wall)
    }
  })

  test('is none while it is unfinished', () => {
    expect(london.instantOf('')).toBeUndefined()
    expect(london.instantOf('2026-11')).toBeUndefined()
  })
})

describe('the offered due times', () => {
  test('are those that are still ahead', () => {
    const noon = Date.parse('2026-11-25T12:07:00.000Z')
    expect(duePresets(london, noon)).toEqual([
      {title: 'In an hour', wall: '2026-11-25T13:15'},
      {title: 'Today 18:00', wall: '2026-11-25T18:00'},
      {title: 'Tomorrow 09:00', wall: '2026-11-26T09:00'},
    ])
    expect(duePresets(london, NOW).map(({title}) => title)).toEqual([
      'In an hour',
      'Tomorrow 09:00',
    ])
  })

  test('know the day after the clock is changed', () => {
    const before = Date.parse('2026-10-24T22:30:00.000Z')
    expect(duePresets(london, before).at(-1)?.wall).toBe('2026-10-25T09:00')
  })
})
