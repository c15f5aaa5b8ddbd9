import {expect, test} from 'vitest'
import {wayToCaret} from '../../../../studio/plugins/body/use-caret-in-view.ts'

const WINDOW = {top: 100, bottom: 700}

test.each<[string, number, number]>([
  ['in the middle', 400, 0],
  ['below the edge', 700, 44],
  ['at the edge', 670, 14],
  ['behind the toolbar', 120, -44],
  ['far above', -500, -664],
])('a caret %s (%i) is %i pixels away', (_, top, way) => {
  expect(wayToCaret({top, bottom: top + 20}, WINDOW)).toBe(way)
})
