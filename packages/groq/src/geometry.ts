// Shapes: GeoJSON (RFC 7946) and Sanity's geopoint. Calculates in degrees on a flat map, like GROQ's
// published examples. The results are wrong near the poles and across the date line.
import {isObject, type Value} from './values.ts'

/** Longitude and latitude, degrees. */
type Position = readonly [number, number]
type Segment = readonly [Position, Position]
/** An outer ring and its holes, each closed. */
type Polygon = readonly (readonly Position[])[]

export interface Shape {
  points: readonly Position[]
  lines: readonly (readonly Position[])[]
  polygons: readonly Polygon[]
  /** GeoJSON without other attributes. */
  json: Record<string, Value>
}

/** Null if the value is not a shape. */
export function shapeOf(value: Value): Shape | null {
  if (!isObject(value)) return null
  const {lat, lng, lon} = value
  // With both names it is unclear which longitude is meant.
  const longitude = lng === undefined ? lon : lon === undefined ? lng : undefined
  if (typeof lat === 'number' && (lng !== undefined || lon !== undefined)) {
    if (typeof longitude !== 'number') return null
    return shapeOf({type: 'Point', coordinates: [longitude, lat]})
  }
  const {type, coordinates, geometries} = value
  if (type === 'GeometryCollection') return collectionOf(geometries)
  const shape = partsOf(type, coordinates)
  return shape && {points: [], lines: [], polygons: [], ...shape, json: {type, coordinates}}
}

/** Several shapes as one. Null if one of them is not a shape. */
function collectionOf(geometries: Value): Shape | null {
  if (!Array.isArray(geometries)) return null
  const shapes = geometries.map(shapeOf)
  if (!shapes.every((shape) => shape !== null)) return null
  return {
    points: shapes.flatMap(({points}) => points),
    lines: shapes.flatMap(({lines}) => lines),
    polygons: shapes.flatMap(({polygons}) => polygons),
    json: {type: 'GeometryCollection', geometries: shapes.map(({json}) => json)},
  }
}

function partsOf(type: Value, coordinates: Value): Partial<Shape> | null {
  switch (type) {
    case 'Point':
      return isPosition(coordinates) ? {points: [coordinates]} : null
    case 'MultiPoint':
      return isLine(coordinates) ? {points: coordinates} : null
    case 'LineString':
      return isLine(coordinates) ? {lines: [coordinates]} : null
    case 'MultiLineString':
      return isListOf(coordinates, isLine) ? {lines: coordinates} : null
    case 'Polygon':
      return isPolygon(coordinates) ? {polygons: [coordinates]} : null
    case 'MultiPolygon':
      return isListOf(coordinates, isPolygon) ? {polygons: coordinates} : null
    default:
      return null
  }
}

function isListOf<T>(value: Value, isItem: (item: Value) => item is T): value is T[] {
  return Array.isArray(value) && value.length > 0 && value.every(isItem)
}
const isPosition = (value: Value): value is Position =>
  Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number'
const isLine = (value: Value): value is Position[] => isListOf(value, isPosition)
const isPolygon = (value: Value): value is Polygon => isListOf(value, isRing)

/** A ring is closed, has no repeated positions, and does not cross itself. */
function isRing(value: Value): value is Position[] {
  if (!isLine(value) || value.length < 4) return false
  const isStill = value.some((position, index) => index > 0 && isSame(position, value[index - 1]))
  if (isStill || !isSame(value[0], value.at(-1))) return false
  const edges = segmentsOf({lines: [value], polygons: []})
  return !edges.some((one, index) => edges.slice(index + 1).some((other) => cross(one, other)))
}

const isSame = (a: Position | undefined, b: Position | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1]

/** The equatorial radius of the earth (WGS 84), metres. */
const EARTH_RADIUS = 6_378_137
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres between two points along a great circle. Null for other shapes. */
export function distance(one: Shape, other: Shape): number | null {
  const [a, b] = [pointOf(one), pointOf(other)]
  if (!a || !b) return null
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2
  const across = Math.cos(radians(a[1])) * Math.cos(radians(b[1])) * half(a[0], b[0])
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(half(a[1], b[1]) + across))
}

const pointOf = ({points, json}: Shape): Position | undefined =>
  json['type'] === 'Point' ? points[0] : undefined

/** Whether two shapes share a place. */
export function intersects(one: Shape, other: Shape): boolean {
  return (
    segmentsOf(one).some((a) => segmentsOf(other).some((b) => meet(a, b))) ||
    positionsOf(one).some((position) => covers(other, position)) ||
    positionsOf(other).some((position) => covers(one, position))
  )
}

/** Whether the polygons of `area` contain the whole other shape. */
export function contains(area: Shape, other: Shape): boolean {
  if (area.polygons.length === 0) return false
  const edges = segmentsOf(area)
  const holes = area.polygons.flatMap(([, ...rings]) => rings.flat())
  return (
    !holes.some((position) => isWithin(other, position)) &&
    positionsOf(other).every((position) => isWithin(area, position)) &&
    segmentsOf(other).every(
      (segment) => isWithin(area, middle(segment)) && !edges.some((edge) => cross(segment, edge)),
    )
  )
}

const middle = ([a, b]: Segment): Position => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]

function positionsOf({points, lines, polygons}: Shape): Position[] {
  return [...points, ...lines.flat(), ...polygons.flat(2)]
}

function segmentsOf({lines, polygons}: Pick<Shape, 'lines' | 'polygons'>): Segment[] {
  return [...lines, ...polygons.flat()].flatMap((line) =>
    line.slice(1).map((end, index): Segment => [line[index] ?? end, end]),
  )
}

function covers(shape: Shape, position: Position): boolean {
  return (
    shape.points.some(([x, y]) => x === position[0] && y === position[1]) ||
    segmentsOf(shape).some((segment) => isOn(segment, position)) ||
    isWithin(shape, position)
  )
}

function isWithin({polygons}: Shape, position: Position): boolean {
  return polygons.some(([outer, ...holes]) => {
    if (!outer || !isInRing(outer, position)) return false
    return !holes.some((hole) => isInRing(hole, position))
  })
}

/** A ray from a position inside crosses the ring an odd number of times. */
function isInRing(ring: readonly Position[], [x, y]: Position): boolean {
  let isIn = false
  for (const [index, [x2, y2]] of ring.entries()) {
    const [x1, y1] = ring.at(index - 1) ?? [x2, y2]
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isIn = !isIn
  }
  return isIn
}

/** Positive on one side of the segment, negative on the other, 0 on its line. */
const side = ([a, b]: Segment, [x, y]: Position): number =>
  Math.sign((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]))

/** Whether two segments cross at inner points. */
const cross = (one: Segment, other: Segment): boolean =>
  side(one, other[0]) * side(one, other[1]) < 0 && side(other, one[0]) * side(other, one[1]) < 0

const meet = (one: Segment, other: Segment): boolean =>
  cross(one, other) || other.some((end) => isOn(one, end)) || one.some((end) => isOn(other, end))

function isOn(segment: Segment, [x, y]: Position): boolean {
  const [[ax, ay], [bx, by]] = segment
  return (
    side(segment, [x, y]) === 0 &&
    x >= Math.min(ax, bx) &&
    x <= Math.max(ax, bx) &&
    y >= Math.min(ay, by) &&
    y <= Math.max(ay, by)
  )
}
