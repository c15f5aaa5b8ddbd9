// An island (a square of one degree) with a lake in it, and places around it.
import {expect, test} from 'vitest'
import {evaluate} from './fixture.ts'

const ring = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const point = (lng: number, lat: number) => ({type: 'Point', coordinates: [lng, lat]})
const line = (...coordinates: number[][]) => ({type: 'LineString', coordinates})
const ISLAND = {type: 'Polygon', coordinates: [ring(10, 50, 1), ring(10.4, 50.4, 0.2)]}
const ISLETS = {type: 'MultiPolygon', coordinates: [[ring(12, 50, 0.1)], [ring(13, 50, 0.1)]]}

const ask = (name: string, a: unknown, b: unknown) =>
  evaluate(`geo::${name}($a, $b)`, [], {a, b} as never)

test.each([
  ['a town on the island', point(10.1, 50.1), true],
  ['the same as a geopoint', {_type: 'geopoint', lat: 50.1, lng: 10.1}, true],
  ['a boat on the lake in it', point(10.5, 50.5), false],
  ['a ship at sea', point(11.5, 50.5), false],
  ['a road on the island', line([10.1, 50.1], [10.3, 50.1], [10.3, 50.9]), true],
  ['a road across the lake', line([10.3, 50.5], [10.7, 50.5]), false],
  ['a road into the sea', line([10.1, 50.1], [11.1, 50.1]), false],
  ['a field', {type: 'Polygon', coordinates: [ring(10.1, 50.1, 0.1)]}, true],
  [
    'a field that surrounds the lake',
    {type: 'Polygon', coordinates: [ring(10.3, 50.3, 0.4)]},
    false,
  ],
  [
    'two towns',
    {
      type: 'MultiPoint',
      coordinates: [
        [10.1, 50.1],
        [10.9, 50.9],
      ],
    },
    true,
  ],
  [
    'a town and a ship',
    {
      type: 'MultiPoint',
      coordinates: [
        [10.1, 50.1],
        [11.9, 50.9],
      ],
    },
    false,
  ],
  ['a value that is not a shape', 'Atlantis', null],
])('geo::contains(island, %s): %j → %s', (_what, shape, expected) => {
  expect(ask('contains', ISLAND, shape)).toBe(expected)
})

test.each([
  ['a coast road', line([10, 49], [10, 52]), true],
  ['a ferry that passes by', line([9, 49], [9, 52]), false],
  ['a ferry on the lake', line([10.45, 50.5], [10.55, 50.5]), false],
  ['a bridge to it', line([9, 50.5], [10.2, 50.5]), true],
  ['a storm over all of it', {type: 'Polygon', coordinates: [ring(0, 40, 20)]}, true],
  ['other islands', ISLETS, false],
])('geo::intersects(island, %s): %s', (_what, shape, expected) => {
  expect(ask('intersects', ISLAND, shape)).toBe(expected)
  expect(ask('intersects', shape, ISLAND)).toBe(expected)
})

test('an area can be in one of several polygons, but not in a line', () => {
  expect(ask('contains', ISLETS, point(13.05, 50.05))).toBe(true)
  expect(ask('contains', ISLETS, point(12.5, 50.05))).toBe(false)
  expect(ask('contains', line([0, 0], [2, 2]), point(1, 1))).toBe(false)
  expect(ask('intersects', line([0, 0], [2, 2]), point(1, 1))).toBe(true)
})

test('geo::distance() returns metres between two points, else null', () => {
  // A quarter of the equator.
  expect(ask('distance', point(0, 0), point(90, 0))).toBeCloseTo((6_378_137 * Math.PI) / 2, 3)
  expect(ask('distance', point(10, 50), point(10, 50))).toBe(0)
  expect(ask('distance', point(10, 50), ISLAND)).toBeNull()
  expect(ask('distance', null, point(10, 50))).toBeNull()
})

test('a point is made of degrees or of a geopoint', () => {
  const place = {type: 'Point', coordinates: [10, 50]}
  expect(evaluate('geo::latLng(50, 10)')).toEqual(place)
  expect(evaluate('geo({"lat": 50, "lng": 10, "alt": 3})')).toEqual(place)
  expect(evaluate('geo(geo({"lat": 50, "lng": 10}))["type"]')).toBe('Point')
  expect(evaluate('"geo(1)" + string(count([geo("x"), "geo"]))')).toBe('geo(1)2')
  expect(evaluate('geo::latLng(null, 10)')).toBeNull()
  expect(evaluate('geo({"lat": 50, "lng": 10, "lon": 10})')).toBeNull()
})

test.each([
  [
    'a ring of two corners',
    [
      [
        [0, 0],
        [1, 1],
      ],
    ],
  ],
  [
    'a ring that crosses itself',
    [
      [
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
        [0, 0],
      ],
    ],
  ],
  ['nothing', []],
])('geo() is null for a polygon of %s', (_what, coordinates) => {
  expect(evaluate('geo($shape)', [], {shape: {type: 'Polygon', coordinates}})).toBeNull()
})
