import {describe, expect, test} from 'vitest'
import {
  ahead,
  closedLabel,
  endedLabel,
  endLabel,
  isOfEarlierVersion,
  emptyLabel,
  takeBackLabels,
} from '../../../../studio/plugins/shared-previews/shared-labels.ts'
import {createNewsroomTime} from '../../../../studio/ui/time/newsroom-time.ts'
import {inHours, link, NOW, takenBack} from './support.ts'

const time = createNewsroomTime('Asia/Tokyo')

describe('how long a link still opens the article', () => {
  test.each([
    [0.01, 'a minute'],
    [0.5, '30 minutes'],
    [1, '60 minutes'],
    [2, '2 hours'],
    [24, '24 hours'],
    [47, '47 hours'],
    [48, '2 days'],
    [7 * 24, '7 days'],
    [30 * 24, '30 days'],
  ])('%d hours: %s', (hours, words) => {
    expect(ahead(inHours(hours), NOW)).toBe(words)
  })

  test('a link of seven days has seven, also when it was made a moment ago', () => {
    expect(ahead(inHours(7 * 24), NOW + 40_000)).toBe('7 days')
    expect(ahead(inHours(24), NOW + 40_000)).toBe('24 hours')
  })
})

test('its end is said on the newsroom’s clock, and who brought it about', () => {
  expect(endLabel(link('Ruth'), NOW, time)).toBe('Ends in 7 days')
  expect(endLabel(link('Ruth', {expiresAt: inHours(-2)}), NOW, time)).toBe('Ended today 17:00')
  expect(endLabel(link('Ruth', {expiresAt: inHours(0)}), NOW, time)).toBe('Ended today 19:00')
  expect(endLabel(link('Ruth', takenBack(-24)), NOW, time)).toBe(
    'Taken back by Hester Brandwick, yesterday 19:00',
  )
})

test('a remark is about an earlier version where both are known and differ', () => {
  expect(isOfEarlierVersion({revision: 'a'}, 'b')).toBe(true)
  expect(isOfEarlierVersion({revision: 'a'}, 'a')).toBe(false)
  expect(isOfEarlierVersion({}, 'b')).toBe(false)
  expect(isOfEarlierVersion({revision: 'a'}, undefined)).toBe(false)
})

test('what is folded away says how many, and whether anybody said anything', () => {
  expect(endedLabel([{remarks: []}, {remarks: []}])).toBe('Ended (2)')
  expect(endedLabel([{remarks: [1]}, {remarks: []}])).toBe('Ended (2), with one remark')
  expect(endedLabel([{remarks: [1, 2]}, {remarks: [3]}])).toBe('Ended (2), with 3 remarks')
})

test('where nobody may look, it is said whether anybody ever could', () => {
  expect(emptyLabel({ended: []})).toBe('Nobody outside the newsroom so far.')
  expect(emptyLabel({ended: [link('Ruth')]})).toBe('Nobody outside the newsroom any more.')
})

test('spiked and killed pieces say why they are not shared; others say nothing', () => {
  expect(closedLabel('spiked')).toContain('The piece is spiked')
  expect(closedLabel('killed')).toContain('its links show nothing')
  expect(closedLabel('scheduled')).toBeUndefined()
  expect(closedLabel('drafting')).toBeUndefined()
})

test('before a link is taken back it is named', () => {
  expect(takeBackLabels({recipient: 'Ruth'}).title).toBe('Take back the link for Ruth?')
})
