import {describe, expect, test} from 'vitest'
import {termBounds, termEnds, TERMS} from '../../../../studio/plugins/shared-previews/terms.ts'
import {createNewsroomTime} from '../../../../studio/ui/time/newsroom-time.ts'
import {NOW} from './support.ts'

const time = createNewsroomTime('Asia/Tokyo')

test('what is offered is what is asked for most, and a time of one’s own', () => {
  expect(TERMS.map(({title}) => title)).toEqual([
    '1 day',
    '7 days',
    '30 days',
    'At a date and time …',
  ])
})

describe('a preview is shared', () => {
  test('for days from now', () => {
    expect(termEnds('1', '', time, NOW)).toBe('2026-11-26T10:00:00.000Z')
    expect(termEnds('7', 'ignored', time, NOW)).toBe('2026-12-02T10:00:00.000Z')
  })

  test('until a time on the newsroom’s clock, wherever the editor sits', () => {
    expect(termEnds('at', '2026-12-01T09:30', time, NOW)).toBe('2026-12-01T00:30:00.000Z')
  })

  test('until no time, as long as none is said', () => {
    expect(termEnds('at', '', time, NOW)).toBe('')
    expect(termEnds('at', '2026-12', time, NOW)).toBe('')
  })
})

test('the field for it begins now and ends with what the server takes', () => {
  expect(termBounds(time, NOW)).toEqual({min: '2026-11-25T19:00', max: '2027-02-23T19:00'})
})
