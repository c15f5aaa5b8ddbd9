import {expect, test} from 'vitest'
import {pathText} from '../../model/path-text.ts'

test('a path is written as reasons and links have it', () => {
  expect(pathText([])).toBe('')
  expect(pathText(['rights', 'validUntil'])).toBe('rights.validUntil')
  expect(pathText(['body', {_key: 'a1'}, 'caption'])).toBe('body[_key=="a1"].caption')
  expect(pathText(['keyPoints', 2])).toBe('keyPoints[2]')
})
