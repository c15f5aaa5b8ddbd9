import {expect, it} from 'vitest'
import {unregisteredTypes} from '../../server/unregistered-types.ts'

it.each([
  [{}, undefined],
  [{article: 3, review: 1, 'sanity.imageAsset': 2, 'system.release': 1}, undefined],
  [{article: 3, event: 12}, /^One type is not in model\/content-types\.ts: event \(12\)\. Readers/],
  [{event: 12, constructor: 1}, /^2 types are not .*: event \(12\), constructor \(1\)\. /],
])('says of %j: %s', (counts, expected) => {
  const said = unregisteredTypes(new Map(Object.entries(counts)))
  if (expected) expect(said).toMatch(expected)
  else expect(said).toBeUndefined()
})
