// Metrics for an operator: who may read them, and that they are correct.
import {describe, expect, it, onTestFinished} from 'vitest'
import {startLake, type TestLake} from '../../support/lake.ts'

async function start(options: Parameters<typeof startLake>[0] = {}): Promise<TestLake> {
  const lake = await startLake(options)
  onTestFinished(() => lake.close())
  return lake
}

/** Value of a metric in Prometheus' text. */
function valueOf(text: string, name: string): number {
  const line = text.split('\n').find((one) => one.startsWith(`${name} `))
  if (!line) throw new Error(`${name} is not among\n${text}`)
  return Number(line.slice(name.length + 1))
}

describe('/metrics', () => {
  it('counts events', async () => {
    const lake = await start()
    const read = async () => await (await lake.fetch('/metrics')).text()
    const query = () => lake.fetch('/v2025-02-19/data/query/production?query=*[_type=="a"]')
    await lake.client('importer').create({_id: 'one', _type: 'a'})
    await query()
    await query()
    await lake.fetch('/v1/no/such')
    const controller = new AbortController()
    const {signal} = controller
    await lake.fetch('/v2025-02-19/data/listen/production?query=*', {signal})
    const text = await read()
    expect(text).toMatch(/^# HELP copydesk_http_requests_total /)
    const requests =
      'copydesk_http_requests_total{route="/v/data/query/:dataset",method="GET",status="200"}'
    expect(valueOf(text, requests)).toBe(2)
    expect(valueOf(text, 'copydesk_answers_total{kept="yes"}')).toBe(1)
    expect(valueOf(text, 'copydesk_answers_total{kept="no"}')).toBe(1)
    expect(valueOf(text, 'copydesk_commits_total')).toBe(1)
    expect(valueOf(text, 'copydesk_log_position')).toBe(lake.lake.services.log.last())
    expect(valueOf(text, 'copydesk_documents{dataset="production"}')).toBe(1)
    expect(valueOf(text, 'copydesk_unknown_endpoints')).toBe(1)
    expect(valueOf(text, 'copydesk_query_threads')).toBeGreaterThan(0)
    expect(valueOf(text, 'copydesk_database_bytes')).toBeGreaterThan(10_000)
    expect(valueOf(text, 'copydesk_plans_overdue_seconds')).toBe(0)
    // The lake's own stream, which follows readers' content, and this test's.
    expect(valueOf(text, 'copydesk_event_streams')).toBe(2)
    controller.abort()
  })

  it('measures uploads', async () => {
    const lake = await start()
    await lake.client('importer').assets.upload('file', Buffer.alloc(12_345))
    const text = await (await lake.fetch('/metrics')).text()
    expect(valueOf(text, 'copydesk_asset_bytes')).toBe(12_345)
  })

  it.each([
    ['a proxy’s', {'x-forwarded-for': '198.51.100.7'}],
    ['a proxy’s', {forwarded: 'for=198.51.100.7'}],
    ['another page’s', {origin: 'https://evil.example'}],
    ['another page’s', {'sec-fetch-site': 'cross-site'}],
  ])('without a token refuses %s request: %j', async (_, headers) => {
    const lake = await start()
    expect((await lake.fetch('/metrics', {headers: headers as HeadersInit})).status).toBe(403)
    expect((await lake.fetch('/metrics')).status).toBe(200)
  })

  it('without a token is closed to everybody if there is a proxy', async () => {
    const lake = await start({publicOrigin: 'https://news.example.org'})
    const response = await lake.fetch('/metrics')
    expect([response.status, await response.text()]).toEqual([
      403,
      expect.not.stringContaining('copydesk_'),
    ])
  })

  it('without a token is closed to other machines', async () => {
    const lake = await start()
    const from = (clientAddress: string) =>
      lake.lake.fetch(new Request(`${lake.origin}/metrics`), {clientAddress})
    expect((await from('192.168.0.9')).status).toBe(403)
    expect((await from('127.0.0.1')).status).toBe(200)
  })

  it('with a token is open only with it, from anywhere', async () => {
    const metricsToken = 'sixteen letters or more'
    const lake = await start({
      metrics: {token: metricsToken},
      publicOrigin: 'https://news.example.org',
    })
    const ask = async (authorization?: string) =>
      (await lake.fetch('/metrics', {headers: authorization ? {authorization} : {}})).status
    expect(await ask(`Bearer ${metricsToken}`)).toBe(200)
    expect(await ask()).toBe(401)
    expect(await ask('Bearer ')).toBe(401)
    expect(await ask(`Bearer ${metricsToken}x`)).toBe(401)
    expect(await ask(`Bearer ${lake.token('administrator')}`)).toBe(401)
  })
})
