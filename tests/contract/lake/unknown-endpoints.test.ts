// What the unknownEndpoints keeps of endpoints that are not there, sockets included.
import {afterAll, beforeAll, expect, it} from 'vitest'
import {startLake, type TestLake} from '../../support/lake.ts'

let lake: TestLake
beforeAll(async () => void (lake = await startLake()))
afterAll(() => lake.close())

it('holds sockets that lead nowhere, without what their address says in its query', async () => {
  const socket = new WebSocket(`${lake.origin.replace('http', 'ws')}/v1/agent?token=secret`)
  await new Promise((resolve) => {
    socket.addEventListener('error', resolve)
  })
  expect(lake.lake.services.unknownEndpoints.entries()).toEqual([
    {endpoint: 'UPGRADE /agent', count: 1},
  ])
})

it('has nothing of what is refused in a sentence', async () => {
  const before = lake.lake.services.unknownEndpoints.entries()
  const response = await lake.fetch('/v1/agent/action/generate/production', {
    method: 'POST',
    headers: {authorization: `Bearer ${lake.token('editor')}`},
  })
  expect(response.status).toBe(403)
  expect(lake.lake.services.unknownEndpoints.entries()).toEqual(before)
})
