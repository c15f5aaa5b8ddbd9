// Counts requests for endpoints that do not exist.
import {expect, it} from 'vitest'
import {createUnknownEndpoints} from '../../src/http/unknown-endpoints.ts'

it('counts by method and path, without the version', () => {
  const unknownEndpoints = createUnknownEndpoints()
  unknownEndpoints.record('GET', '/v1/not/there')
  unknownEndpoints.record('GET', '/v2025-02-19/not/there')
  unknownEndpoints.record('POST', '/v1/not/there')
  expect(unknownEndpoints.entries()).toEqual([
    {endpoint: 'GET /not/there', count: 2},
    {endpoint: 'POST /not/there', count: 1},
  ])
})

it('stores no more than its limit, and still counts known endpoints', () => {
  const unknownEndpoints = createUnknownEndpoints(1)
  for (const path of ['/v1/a', '/v1/b', '/v1/a']) unknownEndpoints.record('GET', path)
  expect(unknownEndpoints.entries()).toEqual([{endpoint: 'GET /a', count: 2}])
})
