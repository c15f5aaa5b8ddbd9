import {expect, test} from 'vitest'
import {countWords} from '../../../../studio/plugins/review-desk/count-words.ts'

test('words are counted across paragraphs, and dashes are none', () => {
  expect(countWords('The ferry – late again – is back.\n\nIt’s 04:16.', 'en')).toEqual({
    count: 8,
    unit: 'words',
  })
  expect(countWords('', 'en').count).toBe(0)
})

test('a language without spaces is measured in characters', () => {
  expect(countWords('港の台帳。\n\n船', 'ja')).toEqual({count: 6, unit: 'characters'})
  expect(countWords('港', 'zh-Hant').unit).toBe('characters')
})
