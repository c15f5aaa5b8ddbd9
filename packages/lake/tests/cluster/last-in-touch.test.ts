import {expect, it} from 'vitest'
import {followTouch} from '../../src/cluster/last-in-touch.ts'

/** The moments as of which a node is in touch: each look is the log's head, the node's position before and after. */
const touched = (looks: readonly (readonly [head: number, had: number, has: number])[]) => {
  const look = followTouch()
  return looks.map(([head, had, has], at) => {
    const moment = look({
      head: BigInt(head),
      had: BigInt(had),
      has: BigInt(has),
      askedAt: BigInt(at),
    })
    return moment === null ? null : Number(moment)
  })
}

it.each<[string, Parameters<typeof touched>[0], (number | null)[]]>([
  [
    'has all',
    [
      [5, 5, 5],
      [5, 5, 5],
    ],
    [0, 1],
  ],
  [
    'writes itself meanwhile',
    [
      [5, 5, 6],
      [6, 6, 8],
    ],
    [0, 1],
  ],
  [
    'is one look behind all the time',
    [
      [6, 5, 5],
      [8, 6, 6],
      [9, 8, 8],
    ],
    [null, 0, 1],
  ],
  [
    'gets on, but has not what was seen first',
    [
      [90, 5, 5],
      [95, 9, 9],
      [99, 50, 50],
      [99, 90, 91],
    ],
    [null, null, null, 0],
  ],
  [
    'was cut off right behind an entry',
    [
      [5, 5, 5],
      [99, 6, 6],
      [99, 6, 6],
      [99, 99, 99],
    ],
    [0, null, null, 3],
  ],
  [
    'is ahead, as the log has lost entries',
    [
      [5, 9, 9],
      [5, 9, 9],
    ],
    [null, null],
  ],
])('a node that %s', (_what, looks, moments) => {
  expect(touched(looks)).toEqual(moments)
})
