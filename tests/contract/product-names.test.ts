// The lake takes its names from the product around it. Browsers, scrapers and people know these.
import {createLake} from '@copydesk/lake'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startLake, type TestLake} from '../support/lake.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const FOREIGN = {origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site'}

describe('the newsroom', () => {
  let lake: TestLake
  beforeAll(async () => {
    lake = await startLake()
  })
  afterAll(async () => await lake.close())
  const json = async (path: string, headers: Record<string, string> = {}): Promise<any> =>
    await (await lake.fetch(path, {headers})).json()

  it('has one name for sessions and sign-in providers', async () => {
    const {cookie} = lake.person('editor')
    expect(cookie).toMatch(/^copydesk_session=/)
    expect(await json('/v1/users/me', {cookie})).toMatchObject({provider: 'copydesk'})
    const authorization = `Bearer ${lake.token('editor')}`
    expect(await json('/v1/users/me', {authorization})).toMatchObject({provider: 'copydesk-token'})
    expect(await json('/v1/auth/providers')).toMatchObject({
      providers: [{name: 'copydesk', title: 'Copydesk'}],
    })
  })

  it('sets and clears the cookie under that name', () => {
    const {cookie} = lake.lake.services.access
    expect(cookie.set('secret', {secure: true})).toMatch(/^copydesk_session=secret; /)
    expect(cookie.clear({secure: true})).toMatch(/^copydesk_session=; /)
  })

  it('begins the name of every metric with it', async () => {
    const text = await (await lake.fetch('/metrics')).text()
    const names = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name)
    expect(names).toHaveLength(22)
    expect(names.filter((name) => !name?.startsWith('copydesk_'))).toEqual([])
  })

  it('says on the sign-in page what people sign in to', async () => {
    const refused = encodeURIComponent('https://elsewhere.example/studio')
    const page = await (await lake.fetch(`/login?origin=${refused}`)).text()
    expect(page).toContain('<title>Sign in – Copydesk</title>')
    expect(page).toContain(
      '            <p class="name">Copydesk</p>\n            <p class="line">Editorial desk</p>\n',
    )
    expect(page).toContain(
      'https://elsewhere.example is not a studio of this newsroom. After sign-in you continue in the newsroom’s own.',
    )
    expect(page).toContain('Ask an administrator of your newsroom for a sign-in link.')
  })

  it('names its own command and setting in hints', async () => {
    const {cookie} = lake.person('editor')
    const {error} = await json('/v1/users/me', {cookie, ...FOREIGN})
    expect(error.description).toBe(
      'The origin https://elsewhere.example is not listed. An administrator can list it: npm run copydesk -- cors add https://elsewhere.example --credentials',
    )
    const hook = {name: 'Mine', dataset: 'production', url: 'http://127.0.0.1:9/'}
    expect(() => lake.lake.services.webhooks.add(hook)).toThrow(
      '127.0.0.1 is an address of this machine or its network. COPYDESK_WEBHOOKS_PRIVATE=allow admits those.',
    )
    const headers = {host: 'elsewhere.example'}
    const response = await lake.lake.fetch(new Request('http://127.0.0.1/v1/ping', {headers}))
    expect(await response.json()).toMatchObject({
      error: {
        description:
          'This server does not answer to that host name. Set PUBLIC_URL to the address that people use.',
      },
    })
  })

  it('names the setting of the metrics token', async () => {
    const {error} = await json('/metrics', {'x-forwarded-for': '192.0.2.1'})
    expect(error.description).toMatch(/ METRICS_TOKEN sets it\.$/)
  })

  it('says how pieces are scheduled', async () => {
    const response = await lake.fetch('/v1/schedules/copydesk/production', {
      method: 'POST',
      headers: {authorization: `Bearer ${lake.token('editor')}`},
    })
    expect(await response.json()).toMatchObject({
      error: {
        description:
          'Articles are scheduled with Review in the studio, and several documents together as a release.',
      },
    })
  })
})

describe('a lake without a product', () => {
  const origin = 'http://127.0.0.1:3400'
  const lake = createLake({
    dataFolder: temporaryFolder(),
    projectId: 'example',
    datasets: ['production'],
    roles: [],
    origin,
  })
  afterAll(() => lake.close())
  const ask = async (path: string, host = '127.0.0.1') =>
    await lake.fetch(new Request(origin + path, {headers: {host}}))

  it.each(['/login', '/v1/auth/providers', '/v1/nothing', '/nothing'])(
    'does not mention a newsroom at %s',
    async (path) => {
      expect(await (await ask(path)).text()).not.toMatch(/copydesk|newsroom|editorial/i)
    },
  )

  it('names its own options in hints', async () => {
    const response = await ask('/v1/ping', 'elsewhere.example')
    expect(response.status).toBe(421)
    expect(await response.json()).toMatchObject({
      error: {
        description:
          'This server does not answer to that host name. Add it to the option hostNames.',
      },
    })
  })
})
