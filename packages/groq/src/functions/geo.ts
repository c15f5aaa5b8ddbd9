// `geo::`. Specification 1.revision 1, "Geography functions". Arguments are GeoJSON or geopoints.
import {contains, distance, intersects, shapeOf, type Shape} from '../geometry.ts'
import type {Value} from '../values.ts'
import type {GroqFunction, Namespace} from './index.ts'
import {ofValues} from './simple.ts'

const ofShapes = (result: (one: Shape, other: Shape) => Value): GroqFunction =>
  ofValues((a, b) => {
    const one = shapeOf(a)
    const other = shapeOf(b)
    return one && other ? result(one, other) : null
  })

export const geo: Namespace = {
  contains: ofShapes(contains),
  /** Metres between two points. */
  distance: ofShapes(distance),
  intersects: ofShapes(intersects),
  latLng: ofValues((lat, lng) => {
    if (typeof lat !== 'number' || typeof lng !== 'number') return null
    return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? (shapeOf({lat, lng})?.json ?? null) : null
  }),
}

/** `geo()` */
export const toGeoJson: GroqFunction = ofValues((value) => shapeOf(value)?.json ?? null)
