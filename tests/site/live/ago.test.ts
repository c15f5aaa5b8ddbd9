// What the script says of a time.
import {expect, test} from 'vitest'
import {ago} from '../../../site/live/ago.ts'

const NOW = Date.UTC(2026, 10, 24, 12)
const MINUTE = 60_000
const HOUR = 60 * MINUTE

test.each([
  {past: 0, language: 'en', words: '1 minute ago'},
  {past: 59 * MINUTE, language: 'en', words: '59 minutes ago'},
  {past: HOUR, language: 'en-GB', words: '1 hour ago'},
  {past: 2.9 * HOUR, language: 'en', words: '2 hours ago'},
  {past: 2 * HOUR, language: 'de', words: 'vor 2 Stunden'},
  {past: 2 * HOUR, language: 'ja', words: '2 時間前'},
  {past: 24 * HOUR, language: 'en', words: undefined},
  {past: -MINUTE, language: 'en', words: undefined},
  {past: Number.NaN, language: 'en', words: undefined},
])('$past ms ago in $language: $words', ({past, language, words}) => {
  expect(ago(NOW - past, NOW, language)).toBe(words)
})
