// `geo::`. Specification 1.revision 1, "Geography functions". Arguments are GeoJSON or geopoints.
import {contains, distance, intersects, shapeOf, type Shape} from '../geometry.ts'
import type {Value} from '../values.ts'
import type {GroqFunction, Namespace} from './index.ts'
import {simple} from './simple.ts'

const ofShapes = (result: (one: Shape, other: Shape) => Value): GroqFunction =>
  simple((a, b) => {
    const one = shapeOf(a)
    const other = shapeOf(b)
    return one && other ? result(one, other) : null
  })

export const geo: Namespace = {
  contains: ofShapes(contains),
  /** Metres between two points. */
  distance: ofShapes(distance),
  intersects: ofShapes(intersects),
  /** With one argument it is `geo()`, which the parser has no word for (`parse-query.ts`). */
  latLng: (args, compile) => (args.length === 1 ? construct : fromDegrees)(args, compile),
}

const construct: GroqFunction = simple((value) => shapeOf(value)?.json ?? null)
const fromDegrees: GroqFunction = simple((lat, lng) => shapeOf({lat, lng})?.json ?? null)
