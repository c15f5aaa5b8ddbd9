// Single sign-on with a real provider: who can sign in, who cannot, and their messages.
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {startLake, type TestLake} from '../../support/lake.ts'
import {freePort} from '../../support/free-port.ts'
import {
  createBrowser,
  ID_TOKEN_LIFETIME,
  startProvider,
  type TestBrowser,
  type TestProvider,
} from '@copydesk/lake/tests/access/oidc-provider.ts'

let provider: TestProvider
let lake: TestLake
let browser: TestBrowser
let rosa: string

/** The lake's address is known when it listens, but the provider needs it before. */
async function start(
  options: {
    claimsInToken?: boolean
    passwordSignIn?: 'off'
    time?: number
    trustEmail?: boolean
  } = {},
): Promise<void> {
  let callback = ''
  const port = await freePort()
  const issuer = new URL(`http://127.0.0.1:${port}`)
  const {time = Date.now(), passwordSignIn, trustEmail = false} = options
  lake = await startLake({
    time,
    signIn: {
      sso: {issuer, clientId: 'copydesk', clientSecret: 'a secret of the two of them', trustEmail},
      passwords: passwordSignIn,
    },
  })
  callback = `${lake.origin}/login/sso/callback`
  provider = await startProvider(() => [callback], {...options, port})
  browser = createBrowser()
  const {users} = lake.lake.services.access
  rosa = users.add({email: 'rosa@example.org', name: 'Rosa Marsh', roles: ['journalist']}).id
}

beforeEach(() => start())
afterEach(async () => {
  await provider.close()
  await lake.close()
})

/** From the button to the target, without loading the target's page. */
const signIn = (query = '', visitor = browser) =>
  visitor.visit(`${lake.origin}/login/sso${query}`, ({pathname}) => !pathname.startsWith('/studio'))
const isCallback = ({pathname}: URL): boolean => pathname === '/login/sso/callback'
/** Stops at the provider's response. */
const untilCallback = (query = '') =>
  browser.visit(`${lake.origin}/login/sso${query}`, (next) => !isCallback(next))
const me = async (visitor = browser): Promise<unknown> => {
  const cookie = `copydesk_session=${visitor.cookies.get('copydesk_session') ?? ''}`
  const response = await lake.fetch('/v1/users/me', {headers: {cookie}})
  return await response.json()
}
const told = async (response: Response): Promise<string> => {
  const page = await response.text()
  return /id="error" role="alert">([^<]*)</.exec(page)?.[1] ?? page
}
const isOut = (visitor = browser): void =>
  expect(visitor.cookies.has('copydesk_session')).toBe(false)

describe('with an account here', () => {
  it('the person is signed in, with a normal session', async () => {
    const {url, response} = await signIn()
    expect([response.status, url.href]).toEqual([303, `${lake.origin}/studio`])
    expect(response.headers.getSetCookie().join()).toMatch(
      /copydesk_session=.*HttpOnly; SameSite=Lax/,
    )
    expect(await me()).toMatchObject({id: rosa, name: 'Rosa Marsh'})
    lake.lake.services.access.users.disable(rosa)
    expect(await me()).toMatchObject({errorCode: 'SIO-401-AEX'})
  })

  it('the case of the address does not matter', async () => {
    provider.person = {email: 'Rosa@Example.org', email_verified: true}
    await signIn()
    expect(await me()).toMatchObject({id: rosa})
  })

  it('a provider that does not confirm addresses is trusted if that is set', async () => {
    await provider.close()
    await lake.close()
    await start({trustEmail: true})
    provider.person = {email: 'rosa@example.org', email_verified: false}
    expect((await signIn()).response.status).toBe(401)
    isOut()
    provider.person = {email: 'rosa@example.org'}
    browser = createBrowser()
    await signIn()
    expect(await me()).toMatchObject({id: rosa})
  })

  it('a provider that sends the address only on request is asked', async () => {
    await provider.close()
    await lake.close()
    await start({claimsInToken: false})
    await signIn()
    expect(await me()).toMatchObject({id: rosa})
  })

  it.each([
    ['?to=/studio/structure/article%3Bstory', '/studio/structure/article;story'],
    ['?to=//evil.example/x', '/studio'],
    ['?origin=https://evil.example/studio&type=token&withSid=true', '/studio'],
  ])('%s leads to %s', async (query, path) => {
    const {url} = await signIn(query)
    expect(url.href).toBe(lake.origin + path)
  })

  it('the studio’s sign-in leads back to the same place, with a handover', async () => {
    const place = `${lake.origin}/studio/structure/article;story`
    const query = `?origin=${encodeURIComponent(place)}&type=dual&withSid=true`
    const {url} = await signIn(query)
    expect(url.origin + url.pathname).toBe(place)
    const [, sid = ''] = /^#sid=([\w-]+)$/.exec(url.hash) ?? []
    const fetched = await lake.fetch(`/v1/auth/fetch?sid=${sid}`, {
      headers: {'x-sanity-app': 'studio@6.16.0'},
    })
    expect(await fetched.json()).toMatchObject({label: 'Rosa Marsh'})
  })

  it('two windows can sign in at the same time', async () => {
    const [one, two] = [await untilCallback(), await untilCallback('?to=/studio/two')]
    const stay = ({pathname}: URL): boolean => !pathname.startsWith('/studio')
    expect((await browser.visit(two.url.href, stay)).url.pathname).toBe('/studio/two')
    expect((await browser.visit(one.url.href, stay)).url.pathname).toBe('/studio')
  })
})

describe('a person who has signed in before is recognised by their subject', () => {
  const confirmed = (sub: string, email: string) => ({sub, email, email_verified: true})
  beforeEach(async () => {
    provider.person = confirmed('rosa-marsh', 'rosa@example.org')
    await signIn()
    expect(await me()).toMatchObject({id: rosa})
  })

  it('so a new address is the same person', async () => {
    provider.person = confirmed('rosa-marsh', 'rosa.reed@example.org')
    const elsewhere = createBrowser()
    await signIn('', elsewhere)
    expect(await me(elsewhere)).toMatchObject({id: rosa})
  })

  it.each([
    ['not said to be confirmed', {email: 'rosa@example.org'}],
    ['said not to be confirmed', {email: 'rosa@example.org', email_verified: false}],
    ['not said at all', {}],
  ])('so they can sign in with an address that is %s', async (_, said) => {
    provider.person = {sub: 'rosa-marsh', ...said}
    const elsewhere = createBrowser()
    await signIn('', elsewhere)
    expect(await me(elsewhere)).toMatchObject({id: rosa})
  })

  it('so the next owner of the address does not get the account', async () => {
    provider.person = confirmed('rosa-miller', 'rosa@example.org')
    const newcomer = createBrowser()
    const {response} = await signIn('', newcomer)
    expect(response.status).toBe(401)
    expect(await told(response)).toContain(
      'used by another person of the sign-in service. Ask an administrator.',
    )
    isOut(newcomer)
    const {identities} = lake.lake.services.access
    expect([identities.release(rosa), identities.release(rosa)]).toEqual([true, false])
    await signIn('', newcomer)
    expect(await me(newcomer)).toMatchObject({id: rosa})
  })

  it('and the subject of a disabled account opens no other account', async () => {
    lake.lake.services.access.users.disable(rosa)
    provider.person = confirmed('rosa-marsh', 'rosa.reed@example.org')
    const elsewhere = createBrowser()
    expect(await told((await signIn('', elsewhere)).response)).toContain('is disabled')
    isOut(elsewhere)
  })
})

describe('is refused with a reason', () => {
  it('without an account, and none is created', async () => {
    provider.person = {email: 'stranger@example.org', email_verified: true}
    const {response} = await signIn()
    expect(response.status).toBe(401)
    expect(await told(response)).toBe(
      'stranger@example.org has no account in this newsroom. Ask an administrator for one.',
    )
    isOut()
    expect(lake.lake.services.access.users.list()).toHaveLength(1)
  })

  it('with an account that is disabled', async () => {
    lake.lake.services.access.users.disable(rosa)
    const {response} = await signIn()
    expect(await told(response)).toBe('This account is disabled. Ask an administrator.')
    isOut()
  })

  it('with an address that the provider has not confirmed', async () => {
    provider.person = {email: 'rosa@example.org', email_verified: false}
    const {response} = await signIn()
    expect(await told(response)).toContain(
      'has not confirmed that rosa@example.org is your address',
    )
    isOut()
  })

  it('with an address that the provider neither confirms nor denies', async () => {
    provider.person = {email: 'rosa@example.org'}
    const {response} = await signIn()
    expect(response.status).toBe(401)
    expect(await told(response)).toContain('the setting OIDC_TRUST_EMAIL=on lets you in')
    isOut()
    expect(lake.lake.services.access.identities.owners().size).toBe(0)
  })

  it('without any address', async () => {
    provider.person = {}
    expect(await told((await signIn()).response)).toContain('did not send your e-mail address')
    isOut()
  })

  it('after cancelling at the provider', async () => {
    provider.person = null
    expect(await told((await signIn()).response)).toContain('or you cancelled')
    isOut()
  })
})

describe('a response for another sign-in', () => {
  it('does not work a second time', async () => {
    const {url} = await untilCallback()
    const stay = ({pathname}: URL): boolean => !pathname.startsWith('/studio')
    expect((await browser.visit(url.href, stay)).response.status).toBe(303)
    browser.cookies.delete('copydesk_session')
    const again = await browser.visit(url.href, stay)
    expect(again.response.status).toBe(401)
    expect(await told(again.response)).toContain('was used already')
    isOut()
  })

  it('does not work in another browser: a link cannot sign anybody in as somebody else', async () => {
    const {url} = await untilCallback()
    const victim = createBrowser()
    expect((await victim.visit(url.href)).response.status).toBe(401)
    isOut(victim)
  })

  it.each(['', 'x'.repeat(43), 'a\r\nb: c', '日本語', 'a=b; Path=/; '])(
    'does not work with the state "%s"',
    async (state) => {
      const {url} = await untilCallback()
      url.searchParams.set('state', state)
      expect((await browser.visit(url.href)).response.status).toBe(401)
      isOut()
    },
  )

  it('does not work if the browser has changed the ticket', async () => {
    const {url} = await untilCallback()
    const [name, value] =
      [...browser.cookies].find(([key]) => key.startsWith('copydesk_sso_')) ?? []
    const [text = '', mac] = (value ?? '').split('.')
    const ticket = JSON.parse(Buffer.from(text, 'base64url').toString())
    const forged = Buffer.from(JSON.stringify({...ticket, target: '?to=/x'})).toString('base64url')
    browser.cookies.set(name ?? '', `${forged}.${mac}`)
    expect((await browser.visit(url.href)).response.status).toBe(401)
    isOut()
  })

  it('does not work after ten minutes', async () => {
    const {url} = await untilCallback()
    lake.setTime(lake.now() + 10 * 60_000)
    expect(await told((await browser.visit(url.href)).response)).toContain('took too long')
    isOut()
  })

  it('does not work with a wrong nonce', async () => {
    const begun = await browser.visit(`${lake.origin}/login/sso`, () => false)
    begun.url.searchParams.set('nonce', 'somebody else’s')
    const {response} = await browser.visit(begun.url.href)
    expect(response.status).toBe(401)
    expect(await told(response)).toContain('could not be verified')
    isOut()
  })

  it('does not work with an expired code', async () => {
    const {url} = await untilCallback()
    provider.expireCodes()
    expect(await told((await browser.visit(url.href)).response)).toContain('took too long')
    isOut()
  })

  it('does not work with a code for another verifier', async () => {
    const begun = await browser.visit(`${lake.origin}/login/sso`, () => false)
    begun.url.searchParams.set('code_challenge', 'x'.repeat(43))
    expect((await browser.visit(begun.url.href)).response.status).toBe(401)
    isOut()
  })
})

describe('clocks that differ', () => {
  it.each([
    ['a minute fast', 60, 303],
    ['an hour slow', -3600, 303],
    ['beyond what a token is good for', ID_TOKEN_LIFETIME + 70, 401],
  ])('ours is %s', async (_, seconds, status) => {
    await provider.close()
    await lake.close()
    await start({time: Date.now() + seconds * 1000})
    expect((await signIn()).response.status).toBe(status)
  })
})

describe('while the provider is down', () => {
  it('the lake starts, passwords work, and the button works when the provider is back', async () => {
    const {port} = provider.issuer
    await provider.close()
    const down = await signIn()
    expect(down.response.status).toBe(503)
    expect(await told(down.response)).toContain('does not answer')
    const page = await (await lake.fetch('/login?to=/studio/x')).text()
    expect(page).toContain('href="/login/sso?to=%2Fstudio%2Fx"')
    expect(page).toContain('name="password"')
    const {access} = lake.lake.services
    const password = 'four words of one’s own'
    await access.signIn.withLink({secret: access.links.create(rosa).secret, password})
    const response = await lake.fetch('/login', {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({email: 'rosa@example.org', password}),
    })
    expect(response.status).toBe(303)

    provider = await startProvider(() => [`${lake.origin}/login/sso/callback`], {
      port: Number(port),
    })
    expect((await signIn()).response.status).toBe(303)
  })

  it('a person who was at the provider is asked to try again', async () => {
    const {url} = await untilCallback()
    await provider.close()
    const {response} = await browser.visit(url.href)
    expect(response.status).toBe(503)
    expect(await told(response)).toContain('does not answer')
    isOut()
  })
})

describe('without passwords', () => {
  beforeEach(async () => {
    await provider.close()
    await lake.close()
    await start({passwordSignIn: 'off'})
  })

  it('the page has only the button', async () => {
    const page = await (await lake.fetch('/login')).text()
    expect(page).toContain('Sign in with your work account')
    expect(page).not.toContain('<form')
    await signIn()
    expect(await me()).toMatchObject({id: rosa})
  })

  it('neither a password nor a link signs anybody in', async () => {
    const {access} = lake.lake.services
    const {secret} = access.links.create(rosa)
    const post = (path: string, fields: Record<string, string>): Promise<Response> =>
      lake.fetch(path, {method: 'POST', redirect: 'manual', body: new URLSearchParams(fields)})
    const password = 'four words of one’s own'
    const link = await post(`/sign-in/${secret}`, {password, again: password})
    expect([link.status, await told(link)]).toEqual([
      403,
      'This newsroom has no passwords: people sign in with their work account.',
    ])
    await access.signIn.withLink({secret, password})
    expect((await post('/login', {email: 'rosa@example.org', password})).status).toBe(403)
    expect((await lake.fetch(`/sign-in/${secret}`)).status).toBe(403)
  })
})

it('without a provider there is neither button nor address', async () => {
  const plain = await startLake()
  expect(await (await plain.fetch('/login')).text()).not.toContain('/login/sso')
  expect((await plain.fetch('/login/sso', {redirect: 'manual'})).status).toBe(404)
  await plain.close()
})
