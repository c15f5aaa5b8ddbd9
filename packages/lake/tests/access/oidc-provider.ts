// An identity provider on loopback with real signatures, and a minimal browser that keeps cookies
// and follows redirects.
import {generateKeyPairSync} from 'node:crypto'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {Provider, type Adapter, type AdapterPayload} from 'oidc-provider'

export interface Identity {
  /** The provider's subject; by default the address. */
  sub?: string
  email?: string
  email_verified?: boolean
}

export interface TestProvider {
  issuer: URL
  clientId: string
  clientSecret: string
  /** The person at the provider's own sign-in page; null closes the page again. */
  person: Identity | null
  /** Codes that were given out and not exchanged yet grow old at once. */
  expireCodes(): void
  close(): Promise<void>
}

const CLIENT = {clientId: 'copydesk', clientSecret: 'a secret of the two of them'}
const SIGNING_KEY = {
  ...generateKeyPairSync('rsa', {modulusLength: 2048}).privateKey.export({format: 'jwk'}),
  use: 'sig',
  alg: 'RS256',
}
/** Seconds. */
export const ID_TOKEN_LIFETIME = 30

/**
 * @param redirectUris the addresses to which the provider redirects
 * @param port by default the system chooses one
 */
export async function startProvider(
  redirectUris: () => string[],
  {claimsInToken = true, port = 0}: {claimsInToken?: boolean; port?: number} = {},
): Promise<TestProvider> {
  const server: Server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve)
  })
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stored = new Map<string, AdapterPayload>()
  const test: TestProvider = {
    issuer: new URL(issuer),
    ...CLIENT,
    person: {email: 'rosa@example.org', email_verified: true},
    expireCodes() {
      for (const [key, payload] of stored) {
        if (key.startsWith('AuthorizationCode:')) payload.exp = Math.floor(Date.now() / 1000) - 1
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: redirectUris(),
      },
    ],
    adapter: (name: string) => memory(name, stored),
    jwks: {keys: [SIGNING_KEY]},
    cookies: {keys: ['a test’s own']},
    claims: {email: ['email', 'email_verified'], openid: ['sub']},
    conformIdTokenClaims: !claimsInToken,
    pkce: {required: () => true},
    ttl: {
      IdToken: ID_TOKEN_LIFETIME,
      AuthorizationCode: 60,
      AccessToken: 600,
      Grant: 600,
      Interaction: 600,
      Session: 600,
    },
    features: {devInteractions: {enabled: false}},
    interactions: {url: (_ctx, {uid}) => `/interaction/${uid}`},
    findAccount: (_ctx, sub) => ({accountId: sub, claims: async () => ({sub, ...test.person})}),
    async loadExistingGrant({oidc}) {
      const {client, account, session} = oidc
      if (!client || !account) return undefined
      const before = session?.grantIdFor(client.clientId)
      if (before) return await provider.Grant.find(before)
      const grant = new provider.Grant({accountId: account.accountId, clientId: client.clientId})
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response)
    const result = test.person
      ? {login: {accountId: test.person.sub ?? test.person.email ?? 'nameless'}}
      : {error: 'access_denied'}
    void provider.interactionFinished(request, response, result)
  })
  return test
}

/** All entries are in one map, so that a test can read them. */
function memory(name: string, stored: Map<string, AdapterPayload>): Adapter {
  const keyOf = (id: string): string => `${name}:${id}`
  const find = async (test: (payload: AdapterPayload) => boolean) => [...stored.values()].find(test)
  return {
    upsert: async (id, payload) => void stored.set(keyOf(id), payload),
    find: async (id) => stored.get(keyOf(id)),
    findByUid: (uid) => find((payload) => payload.uid === uid),
    findByUserCode: (code) => find((payload) => payload.userCode === code),
    async consume(id) {
      const payload = stored.get(keyOf(id))
      if (payload) payload['consumed'] = Math.floor(Date.now() / 1000)
    },
    destroy: async (id) => void stored.delete(keyOf(id)),
    async revokeByGrantId(grantId) {
      for (const [key, payload] of stored) if (payload.grantId === grantId) stored.delete(key)
    },
  }
}

export interface TestBrowser {
  cookies: Map<string, string>
  /** Follows redirects while `go` allows it, and answers the last response with its address. */
  visit(url: string, go?: (next: URL) => boolean): Promise<{url: URL; response: Response}>
}

export function createBrowser(): TestBrowser {
  const cookies = new Map<string, string>()
  return {
    cookies,
    async visit(first, go = () => true) {
      let url = new URL(first)
      for (let hops = 0; hops < 12; hops++) {
        const response = await fetch(url, {
          redirect: 'manual',
          headers: {cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')},
        })
        for (const line of response.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
          if (value) cookies.set(name, value)
          else cookies.delete(name)
        }
        const location = response.headers.get('location')
        const next = location === null ? null : new URL(location, url)
        if (!next || !go(next)) return {url: next ?? url, response}
        url = next
      }
      throw new Error(`Too many redirects, the last to ${url.href}`)
    },
  }
}
