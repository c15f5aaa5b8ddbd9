// One line for each request: what it must contain, and what it must not.
import pino from 'pino'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {startLake, type TestLake} from '../../support/lake.ts'

interface Line {
  level: number
  msg: string
  id: string
  path: string
  route: string
  status: number
  by?: string
  address: string
}

let lake: TestLake
let text: string
beforeEach(async () => {
  text = ''
  const logger = pino({level: 'info'}, {write: (line: string) => void (text += line)})
  lake = await startLake({logger})
})
afterEach(() => lake.close())

const lines = (): Line[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)

describe('the line of a request', () => {
  it('names caller, request, address and result', async () => {
    const {id, cookie} = lake.person('editor')
    await lake.fetch('/v2025-02-19/data/query/production?query=*', {headers: {cookie}})
    expect(lines()).toMatchObject([
      {
        msg: 'Request',
        method: 'GET',
        path: '/v2025-02-19/data/query/production',
        route: '/v/data/query/:dataset',
        status: 200,
        by: id,
        address: '127.0.0.1',
        ms: expect.any(Number),
      },
    ])
  })

  it('is found by the request ID of a refusal', async () => {
    const refused = await lake.fetch('/v1/data/query/nowhere?query=*')
    expect(refused.status).toBe(404)
    expect(lines()).toMatchObject([{id: refused.headers.get('x-request-id'), status: 404}])
    const fine = await lake.fetch('/v1/ping')
    expect(fine.headers.has('x-request-id')).toBe(false)
  })

  it('has one of a few routes, for any request', async () => {
    for (const path of [
      '/v1/no/such',
      '/article/a',
      '/article/b',
      '/images/copydesk/production/x',
    ]) {
      await lake.fetch(path)
    }
    const routes = lines().map(({route}) => route)
    expect(routes).toEqual(['/v/*', '/*', '/*', '/images/:project/:dataset/:file'])
  })

  it('is not written for health checks', async () => {
    await lake.fetch('/healthz')
    await lake.fetch('/metrics')
    expect(text).toBe('')
  })
})

describe('secrets', () => {
  it('are in no line, in whatever way they arrive', async () => {
    const {access} = lake.lake.services
    const {id, cookie} = lake.person('editor')
    const link = access.links.create(id).secret
    const pass = access.shareTokens.tokenOf('production', 'link.a')
    const token = lake.token('editor')
    const password = 'four words of one’s own'
    const session = cookie.split('=')[1] ?? ''
    const authorization = `Bearer ${token}`
    await lake.fetch(`/sign-in/${link}`)
    await lake.fetch(`/preview/link/${pass}`)
    await lake.fetch(`/images/copydesk/production/a-1x1.png?pass=${pass}`)
    await lake.fetch(`/v1/auth/fetch?sid=${session}`)
    await lake.fetch(`/login/sso/callback?code=${link}&state=${session}`)
    await lake.fetch('/v1/users/me', {headers: {cookie}})
    await lake.fetch('/v1/users/me', {headers: {authorization}})
    const form = new URLSearchParams({email: 'rosa@example.org', password})
    await lake.fetch('/login', {method: 'POST', body: form})
    expect(lines().length).toBe(8)
    for (const secret of [link, pass, session, token, password, 'rosa@example.org']) {
      expect(text).not.toContain(secret)
      expect(text).not.toContain(encodeURIComponent(secret))
    }
  })
})
