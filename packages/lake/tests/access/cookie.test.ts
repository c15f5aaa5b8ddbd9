// The cookies of sign-in: how a header is parsed, and which cookies are set.
import {Hono} from 'hono'
import {describe, expect, it, test} from 'vitest'
import {createSessionCookie} from '../../src/access/cookie.ts'
import {oidcRoutes, type OidcDeps} from '../../src/http/routes/oidc.ts'

const COOKIE = createSessionCookie('lake')
const SECRET = 'q-_Zk9'.padEnd(43, 'x')

test.each([
  [`lake_session=${SECRET}`, SECRET],
  [`theme=dark; lake_session=${SECRET}; other=1`, SECRET],
  [`theme=dark;lake_session=${SECRET};`, SECRET],
  [`  lake_session = ${SECRET} ; a=b`, SECRET],
  [`lake_session=${SECRET}; lake_session=second`, SECRET],
  ['lake_session=a=b', 'a=b'],
  ['lake_session=', undefined],
  ['lake_session=; lake_session=second', undefined],
  ['lake_session', undefined],
  ['=lake_session', undefined],
  // Cookies of the lake never contain such characters.
  ['lake_session=a"b', undefined],
  ['lake_session=é', undefined],
  [`a=lake_session=${SECRET}`, undefined],
  [`xlake_session=${SECRET}`, undefined],
  [`lake_sessions=${SECRET}`, undefined],
  [`Lake_Session=${SECRET}`, undefined],
  ['', undefined],
  [undefined, undefined],
])('reads the session from the header %j', (header, secret) => {
  expect(COOKIE.read(header)).toBe(secret)
})

/** Name, value and attributes. The order of attributes does not matter. */
function parsed(line: string) {
  const [pair = '', ...attributes] = line.split('; ')
  return [pair, ...attributes.toSorted()]
}

const KEPT = 'Max-Age=34560000'
const CLEARED = 'Max-Age=0'
const EVERYWHERE = ['HttpOnly', 'Path=/', 'SameSite=Lax']

test.each([
  [COOKIE.set(SECRET, {secure: false}), SECRET, [...EVERYWHERE, KEPT]],
  [COOKIE.set(SECRET, {secure: true}), SECRET, [...EVERYWHERE, KEPT, 'Secure']],
  [COOKIE.clear({secure: false}), '', [...EVERYWHERE, CLEARED]],
  [COOKIE.clear({secure: true}), '', [...EVERYWHERE, CLEARED, 'Secure']],
])('%s has exactly these attributes', (line, value, attributes) => {
  expect(parsed(line)).toEqual([`lake_session=${value}`, ...attributes.toSorted()])
})

describe('the cookie of a single sign-on', () => {
  const ticket = {name: 'lake_sso_12345678', value: 'eyJh-_.c2ln', maxAgeSeconds: 600}
  const read: (string | undefined)[] = []
  const routes = (publicOrigin?: string) =>
    new Hono().route(
      '/',
      oidcRoutes({
        access: {signIn: {withIdentity: () => ({secret: SECRET})}},
        sso: {
          begin: async () => ({url: new URL('https://provider.example/'), ticket}),
          finish: async (_: URLSearchParams, valueOf: (name: string) => string | undefined) => {
            read.push(valueOf(ticket.name))
            return {target: ''}
          },
        },
        flow: {
          returnQuery: () => '',
          targetOf: () => ({}),
          enter: (c: {body: (body: null, status: 303) => Response}) => c.body(null, 303),
        },
        ...(publicOrigin ? {publicOrigin} : {}),
      } as unknown as OidcDeps),
    )

  it.each([
    [undefined, []],
    ['https://news.example', ['Secure']],
  ])('is sent only on the way back (public origin: %s)', async (publicOrigin, secure) => {
    const response = await routes(publicOrigin).request('http://localhost/login/sso')
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('https://provider.example/')
    expect(response.headers.getSetCookie().map(parsed)).toEqual([
      [
        'lake_sso_12345678=eyJh-_.c2ln',
        ...['HttpOnly', 'Max-Age=600', 'Path=/login/sso', 'SameSite=Lax', ...secure].toSorted(),
      ],
    ])
  })

  it('is read once and then deleted', async () => {
    const response = await routes().request('http://localhost/login/sso/callback', {
      headers: {cookie: `a=b; ${ticket.name}=${ticket.value}`},
    })
    expect(response.status).toBe(303)
    expect(read).toEqual([ticket.value])
    expect(response.headers.getSetCookie().map(parsed)).toEqual([
      ['lake_sso_12345678=', 'Max-Age=0', 'Path=/login/sso'],
    ])
  })
})
