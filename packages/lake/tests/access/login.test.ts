import {createHash} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import {form, ORIGIN, testApp} from './http-support.ts'
import {PASSWORD} from './support.ts'

const EMAIL = 'rosa@example.org'

async function withPassword(options: Parameters<typeof testApp>[0] = {}) {
  const test = testApp(options)
  const {secret} = test.access.links.create(test.rosa)
  await test.access.signIn.withLink({secret, password: PASSWORD})
  return test
}

const setCookie = (response: Response): string => response.headers.get('set-cookie') ?? ''
/** The session cookie that an answer sets, as the browser sends it back. */
const sessionOf = (response: Response): string => setCookie(response).split(';')[0] ?? ''

describe('the sign-in page', () => {
  it('has fields for e-mail address and password, no script, and is not cached', async () => {
    const {send} = testApp()
    const response = await send('/login')
    const page = await response.text()
    expect(response.status).toBe(200)
    expect(page).toContain('<title>Sign in – The Harbour Courier</title>')
    expect(page).toMatch(/<label for="email">[^]*<input[^>]*id="email"[^>]*autocomplete="username"/)
    expect(page).toMatch(/<input[^>]*id="password"[^>]*autocomplete="current-password"/)
    expect(page).not.toMatch(/<script|onclick|javascript:/i)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('referrer-policy')).toBe('same-origin')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('allows no script, no frame, and only its own style', async () => {
    const response = await testApp().send('/login')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).toContain(`frame-ancestors 'none'`)
    expect(policy).toContain(`form-action 'self';`)
    expect(policy).not.toContain('unsafe')
    const styles = [...(await response.text()).matchAll(/<style>([^]*?)<\/style>/g)]
    expect(styles).toHaveLength(1)
    const hash = createHash('sha256')
      .update(styles[0]?.[1] ?? '')
      .digest('base64')
    expect(policy).toContain(`style-src 'sha256-${hash}'`)
  })

  it('says that nothing is lost after a session has ended', async () => {
    const {send, signedIn, access, rosa} = testApp()
    const headers = signedIn()
    access.sessions.endAllOf(rosa)
    const page = await (await send('/login?ended=1', {headers})).text()
    expect(page).toContain('Your session has ended. Sign in again: nothing you typed is lost.')
    expect(await (await send('/login')).text()).not.toContain('has ended')
  })

  it('says who is already signed in', async () => {
    const {send, signedIn} = testApp()
    const page = await (await send('/login?to=/studio/x', {headers: signedIn()})).text()
    expect(page).toContain('You are signed in as Rosa Marsh. <a href="/studio/x">Go on</a>')
  })

  it('escapes values from the request', async () => {
    const {send} = testApp({name: '<i>Harbour</i> & "Courier"'})
    const evil = '"><script>alert(1)</script>'
    const login = await send(`/login?to=${encodeURIComponent(evil)}`, form({email: evil}))
    const page = await login.text()
    expect(login.status).toBe(401)
    expect(page).not.toContain('<script')
    expect(page).not.toContain('<i>')
    expect(page).toContain('&lt;i&gt;Harbour&lt;/i&gt;')
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;')
  })
})

describe('signing in', () => {
  it('sets the cookie and goes to the studio', async () => {
    const {send, rosa} = await withPassword()
    const response = await send('/login', form({email: EMAIL, password: PASSWORD}))
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/studio')
    expect(setCookie(response)).toMatch(
      /^lake_session=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    const me = await send('/v1/users/me', {headers: {cookie: sessionOf(response)}})
    expect(await me.json()).toMatchObject({id: rosa})
  })

  it('leads to a studio on another origin if that is home, by the form and by a link', async () => {
    const home = 'http://localhost:3333'
    const {send, access, rosa} = await withPassword({home})
    const page = await send('/login')
    expect(page.headers.get('content-security-policy')).toContain(`form-action 'self' ${home};`)
    const response = await send('/login', form({email: EMAIL, password: PASSWORD}))
    expect(response.headers.get('location')).toBe(home)
    const link = `/sign-in/${access.links.create(rosa).secret}`
    const welcome = await send(link)
    expect(welcome.headers.get('content-security-policy')).toContain(`form-action 'self' ${home};`)
    const set = await send(link, form({password: PASSWORD, again: PASSWORD}))
    expect(set.headers.get('location')).toBe(home)
  })

  it('works with the cookie of an ended session', async () => {
    const {send, signedIn, access, rosa} = await withPassword()
    const headers = signedIn()
    access.sessions.endAllOf(rosa)
    const response = await send('/login', form({email: EMAIL, password: PASSWORD}, headers))
    expect(response.status).toBe(303)
  })

  it('shows the error on the page and keeps the address', async () => {
    const {send} = await withPassword()
    const response = await send('/login', form({email: EMAIL, password: 'wrong'}))
    const page = await response.text()
    expect(response.status).toBe(401)
    expect(page).toMatch(/role="alert">The e-mail address or the password is wrong\./)
    expect(page).toContain(`value="${EMAIL}"`)
    expect(page).not.toContain('value="wrong"')
    expect(setCookie(response)).toBe('')
  })

  it(
    'is limited for each address, and says when the next attempt is allowed',
    {tags: ['full']},
    async () => {
      const {send} = await withPassword()
      const attempt = (password: string, remoteAddress: string) =>
        send('/login', {
          ...form({email: EMAIL, password}),
          bindings: {incoming: {socket: {remoteAddress}}},
        })
      for (let count = 0; count < 10; count += 1) {
        expect((await attempt('a wrong password', '192.168.1.7')).status).toBe(401)
      }
      const response = await attempt(PASSWORD, '192.168.1.8')
      expect(response.status).toBe(429)
      expect(response.headers.get('retry-after')).toBe('900')
      expect(await response.text()).toContain(
        'Too many attempts to sign in. Try again in 15 minutes.',
      )
    },
  )

  it('marks the cookie Secure if people use https', async () => {
    const {send} = await withPassword({publicOrigin: 'https://news.example.org'})
    const headers = {origin: 'https://news.example.org'}
    const response = await send('/login', form({email: EMAIL, password: PASSWORD}, headers))
    expect(setCookie(response)).toContain('; Secure')
  })

  it.each([
    ['from another site', {origin: 'https://evil.example', 'sec-fetch-site': 'cross-site'}],
    ['from another port', {origin: 'http://127.0.0.1:9999', 'sec-fetch-site': 'same-site'}],
    ['on plain http from elsewhere', {origin: 'http://192.168.1.9', 'sec-fetch-site': ''}],
    ['from a sandboxed page', {origin: 'null', 'sec-fetch-site': ''}],
  ])('is refused %s', async (_, headers) => {
    const {send} = await withPassword()
    const response = await send('/login', form({email: EMAIL, password: PASSWORD}, headers))
    expect(response.status).toBe(403)
    expect(setCookie(response)).toBe('')
  })

  it('works on plain http in a local network, where browsers send only Origin', async () => {
    const {app} = await withPassword()
    const lan = 'http://192.168.1.20:3333'
    const request = form({email: EMAIL, password: PASSWORD}, {origin: lan})
    const {'sec-fetch-site': _, ...headers} = request.headers
    const response = await app.request(`${lan}/login`, {...request, headers})
    expect(response.status).toBe(303)
    expect(setCookie(response)).not.toContain('Secure')
  })

  it('refuses a body that is not a form', async () => {
    const {send} = testApp()
    const large = {...form({email: 'x'.repeat(20_000)})}
    const length = {...large.headers, 'content-length': '20010'}
    expect((await send('/login', {...large, headers: length})).status).toBe(413)
    const none = await send('/login', {method: 'POST', body: '{', headers: {origin: ORIGIN}})
    expect(none.status).toBe(401)
  })
})

/** Signs in through the page at `/login?query` and answers where that led. */
const goesTo = async (query: string, list?: string): Promise<string> => {
  const {send, access} = await withPassword()
  if (list) access.cors.add(list, {credentials: true})
  access.cors.add('https://reads.example.org', {credentials: false})
  const page = await (await send(`/login?${query}`)).text()
  const action = /action="([^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const response = await send(action, form({email: EMAIL, password: PASSWORD}))
  expect(response.status).toBe(303)
  return response.headers.get('location') ?? ''
}
const to = (path: string): string => `to=${encodeURIComponent(path)}`

describe('after signing in', () => {
  it.each([
    ['/studio/structure?x=1#y', '/studio/structure?x=1#y'],
    ['//evil.example/x', '/studio'],
    ['/\\evil.example', '/studio'],
    ['https://evil.example', '/studio'],
    ['javascript:alert(1)', '/studio'],
    ['/\t/evil.example', '/studio'],
    ['', '/studio'],
  ])('to=%s leads to %s', async (asked, expected) => {
    expect(await goesTo(to(asked))).toBe(expected)
  })

  it('the studio of this server is opened by path, with only the cookie', async () => {
    const query = `origin=${encodeURIComponent(`${ORIGIN}/studio/structure`)}&projectId=example&type=cookie`
    expect(await goesTo(query)).toBe('/studio/structure')
  })

  it('a listed studio gets its session by handover if it asks for a token', async () => {
    const studio = 'http://localhost:5173/studio'
    const origin = `origin=${encodeURIComponent(studio)}`
    const list = 'http://localhost:5173'
    expect(await goesTo(`${origin}&type=cookie`, list)).toBe(studio)
    expect(await goesTo(`${origin}&type=dual`, list)).toMatch(/^http:.*\/studio#sid=[\w-]{43}$/)
    expect(await goesTo(`${origin}&withSid=true`, list)).toMatch(/\/studio#sid=[\w-]{43}$/)
  })

  it.each([
    'https://evil.example/x',
    'https://reads.example.org/x',
    'javascript:alert(1)',
    `blob:${ORIGIN}/studio`,
    'blob:http://localhost:5173/x',
  ])('no redirect leads to %s', async (studio) => {
    const query = `origin=${encodeURIComponent(studio)}&type=dual`
    expect(await goesTo(query, 'http://localhost:5173')).toBe('/studio')
  })

  it('the form may lead to a listed studio and to no other', async () => {
    const {send, access} = testApp()
    access.cors.add('http://localhost:5173', {credentials: true})
    const policy = async (origin: string): Promise<string | null> =>
      (await send(`/login?origin=${encodeURIComponent(origin)}`)).headers.get(
        'content-security-policy',
      )
    expect(await policy('http://localhost:5173/a')).toContain(
      `form-action 'self' http://localhost:5173;`,
    )
    expect(await policy('https://evil.example/a')).toContain(`form-action 'self';`)
  })
})

describe('a sign-in link', () => {
  it('shows whose link it is, and opening it does not use it up', async () => {
    const {send, access, rosa} = testApp()
    const {secret} = access.links.create(rosa)
    for (const time of [1, 2]) {
      const response = await send(`/sign-in/${secret}`)
      const page = await response.text()
      expect(response.status, `opened ${time} times`).toBe(200)
      expect(page).toContain('Welcome, Rosa Marsh')
      expect(page).toContain('<dd>Journalist</dd>')
      expect(page).toContain(`value="${EMAIL}"`)
      expect([...page.matchAll(/<button/g)]).toHaveLength(1)
      expect([...page.matchAll(/autocomplete="new-password"/g)]).toHaveLength(2)
      expect(setCookie(response)).toBe('')
    }
  })

  it('sets the password, signs the person in and stops working', async () => {
    const {send, access, rosa} = testApp()
    const path = `/sign-in/${access.links.create(rosa).secret}`
    const response = await send(path, form({password: PASSWORD, again: PASSWORD}))
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/studio')
    const me = await send('/v1/users/me', {headers: {cookie: sessionOf(response)}})
    expect(await me.json()).toMatchObject({id: rosa})
    expect((await send('/login', form({email: EMAIL, password: PASSWORD}))).status).toBe(303)
    const again = await send(path)
    expect(again.status).toBe(410)
    expect(await again.text()).toContain('This sign-in link was used')
    const twice = await send(path, form({password: PASSWORD, again: PASSWORD}))
    expect(twice.status).toBe(410)
    expect(setCookie(twice)).toBe('')
  })

  it.each([
    ['too short', 'short', 'short', /at least 12 characters/],
    ['different', PASSWORD, `${PASSWORD}.`, /not the same/],
    ['the e-mail address', EMAIL, EMAIL, /other than your e-mail address/],
  ])('refuses passwords that are %s, and still works', async (_, one, two, why) => {
    const {send, access, rosa} = testApp()
    const path = `/sign-in/${access.links.create(rosa).secret}`
    const response = await send(path, form({password: one, again: two}))
    expect(response.status).toBe(400)
    const page = await response.text()
    expect(page).toMatch(why)
    expect(page).toContain('role="alert"')
    expect(page).not.toMatch(/type="password"[^>]*value=/)
    expect((await send(path)).status).toBe(200)
    expect(access.users.get(rosa)?.hasPassword).toBe(false)
  })

  it('cannot be used from another site', async () => {
    const {send, access, rosa} = testApp()
    const path = `/sign-in/${access.links.create(rosa).secret}`
    const foreign = {origin: 'https://evil.example', 'sec-fetch-site': 'cross-site'}
    const response = await send(path, form({password: PASSWORD, again: PASSWORD}, foreign))
    expect(response.status).toBe(403)
    expect(access.users.get(rosa)?.hasPassword).toBe(false)
  })

  it('that is unknown does not work', async () => {
    const response = await testApp().send('/sign-in/nonsense')
    expect(response.status).toBe(410)
    expect(await response.text()).toContain('This sign-in link does not exist')
  })
})
