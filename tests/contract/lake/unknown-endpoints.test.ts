// Unknown endpoints are counted, sockets included.
import {afterAll, beforeAll, expect, it} from 'vitest'
import {startLake, type TestLake} from '../../support/lake.ts'

let lake: TestLake
beforeAll(async () => void (lake = await startLake()))
afterAll(() => lake.close())

it('counts sockets without a handler, without the query of their address', async () => {
  const socket = new WebSocket(`${lake.origin.replace('http', 'ws')}/v1/agent?token=secret`)
  await new Promise((resolve) => {
    socket.addEventListener('error', resolve)
  })
  expect(lake.lake.services.unknownEndpoints.entries()).toEqual([
    {endpoint: 'UPGRADE /agent', count: 1},
  ])
})

it('does not count endpoints that are refused with a reason', async () => {
  const before = lake.lake.services.unknownEndpoints.entries()
  const response = await lake.fetch('/v1/agent/action/generate/production', {
    method: 'POST',
    headers: {authorization: `Bearer ${lake.token('editor')}`},
  })
  expect(response.status).toBe(403)
  expect(lake.lake.services.unknownEndpoints.entries()).toEqual(before)
})
