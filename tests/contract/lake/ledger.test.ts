// What the ledger keeps of endpoints that are not there, sockets included.
import {afterAll, beforeAll, expect, it} from 'vitest'
import {createLedger} from '../../../packages/lake/src/http/ledger.ts'
import {startLake, type TestLake} from '../../support/lake.ts'

let lake: TestLake
beforeAll(async () => void (lake = await startLake()))
afterAll(() => lake.close())

it('counts by method and path, without the version', () => {
  const ledger = createLedger()
  ledger.record('GET', '/v1/not/there')
  ledger.record('GET', '/v2025-02-19/not/there')
  ledger.record('POST', '/v1/not/there')
  expect(ledger.entries()).toEqual([
    {endpoint: 'GET /not/there', count: 2},
    {endpoint: 'POST /not/there', count: 1},
  ])
})

it('keeps no more than its limit, and goes on counting what it knows', () => {
  const ledger = createLedger(1)
  for (const path of ['/v1/a', '/v1/b', '/v1/a']) ledger.record('GET', path)
  expect(ledger.entries()).toEqual([{endpoint: 'GET /a', count: 2}])
})

it('holds sockets that lead nowhere, without what their address says in its query', async () => {
  const socket = new WebSocket(`${lake.origin.replace('http', 'ws')}/v1/agent?token=secret`)
  await new Promise((resolve) => {
    socket.addEventListener('error', resolve)
  })
  expect(lake.lake.services.ledger.entries()).toEqual([{endpoint: 'UPGRADE /agent', count: 1}])
})

it('has nothing of what is refused in a sentence', async () => {
  const before = lake.lake.services.ledger.entries()
  const response = await lake.fetch('/v1/agent/action/generate/production', {
    method: 'POST',
    headers: {authorization: `Bearer ${lake.token('editor')}`},
  })
  expect(response.status).toBe(403)
  expect(lake.lake.services.ledger.entries()).toEqual(before)
})
