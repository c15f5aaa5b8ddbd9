import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {READING_FONT, SANS, theme} from '../../../../studio/ui/theme/theme.ts'

test('the studio has one typeface, apart from code', () => {
  const {code: _, ...fonts} = theme.fonts
  expect(new Set(Object.values(fonts).map(({family}) => family))).toEqual(new Set([SANS]))
})

test('an article’s text has the typeface of the page', () => {
  const css = readFileSync(new URL('../../../../site/styles/base.css', import.meta.url), 'utf8')
  const serif = /--serif:([^;]+);/.exec(css)?.[1]?.trim()
  expect(READING_FONT).toBe(serif?.replaceAll(/\s+/g, ' '))
})
