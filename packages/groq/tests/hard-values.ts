// Documents with values of every type in `v`. Some are equal, some are missing.
import type {Json, LakeDocument} from '../src/types.ts'
import {doc} from './fixture.ts'

const ROWS: Record<string, Record<string, Json>> = {
  a: {v: 3, w: 1, tags: ['x', 'y']},
  b: {v: 'b', w: 2, tags: ['y']},
  c: {v: null, w: 1, tags: []},
  d: {w: 2},
  e: {v: 1, w: 1, tags: ['x', 'x']},
  f: {v: true, w: 1, tags: 'x'},
  g: {v: [2], w: 2, tags: [null, 1]},
  h: {v: {x: 1}, w: null, tags: [{x: 1}]},
  i: {v: 'B', w: '1'},
  j: {v: 1, w: 2, tags: ['y', 'x']},
  k: {v: false, tags: null},
  l: {v: '10', w: 1},
  m: {v: 10, w: 2},
  n: {v: 'é', w: 2},
  o: {v: 1.5, w: 1},
  p: {v: '', w: 2},
  q: {v: 0, w: 1},
  r: {v: '2026-01-01T00:00:00Z', w: 1},
  s: {v: 1, w: 1},
}

export const VALUES: LakeDocument[] = Object.entries(ROWS).map(([id, fields]) =>
  doc(id, 'thing', fields),
)
