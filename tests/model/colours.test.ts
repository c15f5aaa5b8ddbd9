// The palette of sections can be read on every ground of the site, and the style sheet has the same grounds.
import {readFileSync} from 'node:fs'
import {describe, expect, it, test} from 'vitest'
import {BRAND, contrast, GROUNDS, HUES, isColour, isLegible, onDark} from '../../model/colours.ts'

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#777777', '#ffffff', 4.48],
  ['#0000ff', '#ffffff', 8.59],
])('the contrast of %s and %s is %d', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 2)
  expect(contrast(other, one)).toBeCloseTo(ratio, 2)
})

const cases = Object.entries(HUES).flatMap(([hue, colours]) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    Object.entries(GROUNDS[scheme]).map(([ground, colour]) => ({
      hue,
      scheme,
      ground,
      ratio: contrast(colours[scheme], colour),
    })),
  ),
)

describe('a hue can be read', () => {
  it.each(cases)('$hue on the $ground of the $scheme scheme', ({ratio}) => {
    expect(ratio).toBeGreaterThanOrEqual(4.5)
  })
})

test.each([
  {colour: BRAND, light: true, dark: false},
  {colour: '#f2d14b', light: false, dark: true},
  {colour: '#808080', light: false, dark: false},
])('$colour: legible on light paper $light, on dark paper $dark', ({colour, light, dark}) => {
  expect(isLegible(colour, 'light')).toBe(light)
  expect(isLegible(colour, 'dark')).toBe(dark)
  expect(isLegible(onDark(colour), 'dark')).toBe(true)
})

test('a colour that dark paper takes is not mixed', () => {
  expect(onDark('#f2d14b')).toBe('#f2d14b')
})

test.each([
  ['#8c1d2f', true],
  ['#8C1D2F', true],
  ['red', false],
  ['#8c1', false],
  ['#8c1d2f;}', false],
])('%s is a colour: %s', (text, expected) => {
  expect(isColour(text)).toBe(expected)
})

test('the style sheet has the grounds that the palette is checked on', () => {
  const css = readFileSync(new URL('../../site/styles/base.css', import.meta.url), 'utf8')
  const grounds = [...Object.values(GROUNDS.light), ...Object.values(GROUNDS.dark)]
  for (const ground of grounds) expect(css).toContain(`: ${ground.replace('#ffffff', '#fff')};`)
})
