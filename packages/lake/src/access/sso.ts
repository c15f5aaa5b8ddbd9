// Single sign-on: an identity provider (OpenID Connect) identifies the person. `sign-in.ts` decides
// whether the person has an account here.
import type {Configuration} from 'openid-client'
import {LakeError} from '../errors.ts'
import type {Clock} from '../types.ts'
import type {Identity} from './identities.ts'
import {newSecret, type RandomBytes} from './secrets.ts'
import type {SsoTickets} from './sso-tickets.ts'

export interface SsoSettings {
  /** The provider's address, as in its tokens. */
  issuer: URL
  clientId: string
  clientSecret: string
  /** Treats an address as confirmed if the provider does not say whether it is. */
  trustEmail?: boolean
}

/** A person as the provider describes them. */
export interface SsoPerson extends Identity {
  /** Null if the provider does not send it. */
  email: string | null
  /** Whether the provider has confirmed the address; null if it does not say. */
  isConfirmed: boolean | null
}

export interface SsoOptions extends SsoSettings {
  /** The address to which the provider redirects. */
  callback: string
  tickets: SsoTickets
  clock: Clock
  randomBytes: RandomBytes
  /**
   * Called with the reason of a failed sign-in. The reason contains no codes, tokens or personal
   * data.
   */
  report: (reason: string) => void
}

export interface Sso {
  /**
   * The address for the browser, and the ticket that the browser must store.
   * @param target returned by `finish`
   * @throws SsoFailed 503 while the provider does not respond
   */
  begin(target: string): Promise<{url: URL; ticket: ReturnType<SsoTickets['issue']>}>
  /**
   * The person that the provider names. Works once for each `begin`.
   * @param answer the query of the address to which the browser was redirected
   * @param ticketOf reads a stored ticket by its name
   * @throws SsoFailed
   */
  finish(
    answer: URLSearchParams,
    ticketOf: (name: string) => string | undefined,
  ): Promise<SsoPerson & {target: string}>
}

/** The message is for the person who signs in. */
export class SsoFailed extends LakeError {
  constructor(description: string, status = 401) {
    super(status, 'signInRefused', description)
    this.name = 'SsoFailed'
  }
}

/** Seconds. The clocks of the two servers may differ a little. */
const TOLERANCE_S = 60
const TIMEOUT_S = 10
const SCOPE = 'openid email'

const AWAY =
  'The sign-in service does not answer. Try again in a few minutes, or tell an administrator.'
const TOO_LATE =
  'This sign-in took too long, was used already, or was started in another window. Sign in again.'
const CANCELLED = 'The sign-in service refused the sign-in, or you cancelled it. Sign in again.'
const DOUBTFUL =
  'The response of the sign-in service could not be verified. Sign in again. If that does not help, tell an administrator.'

type OpenId = typeof import('openid-client')

/**
 * Sends no request to the provider before the first sign-in, so the lake starts without the
 * provider.
 */
export function createSso(options: SsoOptions): Sso {
  const {callback, tickets, randomBytes, report, trustEmail = false} = options
  let known: Promise<Configuration> | undefined

  /** The library is loaded at the first sign-in: many lakes have none of this kind. */
  const provider = async (): Promise<{openid: OpenId; config: Configuration}> => {
    const openid = await import('openid-client')
    known ??= discover(openid, options)
    try {
      return {openid, config: await known}
    } catch (error) {
      // The next sign-in tries again.
      known = undefined
      report(reasonOf(openid, error))
      throw new SsoFailed(AWAY, 503)
    }
  }

  return {
    async begin(target) {
      const {openid, config} = await provider()
      const [state, nonce] = [newSecret(randomBytes), newSecret(randomBytes)]
      const verifier = newSecret(randomBytes)
      const url = openid.buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope: SCOPE,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      })
      return {url, ticket: tickets.issue({state, nonce, verifier, target})}
    },
    async finish(answer, ticketOf) {
      const ticket = tickets.redeem(answer.get('state') ?? '', ticketOf)
      if (!ticket) throw new SsoFailed(TOO_LATE)
      const {openid, config} = await provider()
      try {
        const tokens = await openid.authorizationCodeGrant(
          config,
          new URL(`${callback}?${answer}`),
          {
            expectedState: ticket.state,
            expectedNonce: ticket.nonce,
            pkceCodeVerifier: ticket.verifier,
            idTokenExpected: true,
          },
        )
        const claims = tokens.claims()
        if (!claims) throw new SsoFailed(DOUBTFUL)
        const {iss: issuer, sub: subject} = claims
        const said =
          claims['email'] === undefined
            ? await openid.fetchUserInfo(config, tokens.access_token, subject)
            : claims
        return {issuer, subject, ...addressIn(said, trustEmail), target: ticket.target}
      } catch (error) {
        if (error instanceof SsoFailed) throw error
        report(reasonOf(openid, error))
        throw explain(openid, error)
      }
    },
  }
}

const discover = (openid: OpenId, {issuer, clientId, clientSecret, clock}: SsoOptions) =>
  openid.discovery(
    issuer,
    clientId,
    {
      [openid.clockTolerance]: TOLERANCE_S,
      [openid.clockSkew]: Math.round((clock() - Date.now()) / 1000),
    },
    // The method that every provider must support (OpenID Connect Core, 9).
    openid.ClientSecretBasic(clientSecret),
    {
      timeout: TIMEOUT_S,
      execute: [
        openid.enableNonRepudiationChecks,
        ...(issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : []),
      ],
    },
  )

/** Only the message, because the rest of such an error is the provider's response. */
function reasonOf(openid: OpenId, error: unknown): string {
  if (!(error instanceof Error)) return 'Unknown'
  const {message, cause} = error
  const said = error instanceof openid.ResponseBodyError ? `${message} (${error.error})` : message
  return cause instanceof Error ? `${said}: ${reasonOf(openid, cause)}` : said
}

function addressIn(
  {email, email_verified: verified}: Record<string, unknown>,
  trustEmail: boolean,
): Pick<SsoPerson, 'email' | 'isConfirmed'> {
  if (typeof email !== 'string' || email === '') return {email: null, isConfirmed: null}
  // Some providers send the value as a string.
  if (verified === true || verified === 'true') return {email, isConfirmed: true}
  if (verified === false || verified === 'false') return {email, isConfirmed: false}
  return {email, isConfirmed: trustEmail ? true : null}
}

function explain(openid: OpenId, error: unknown): SsoFailed {
  if (error instanceof openid.AuthorizationResponseError) return new SsoFailed(CANCELLED)
  if (error instanceof openid.ResponseBodyError) {
    return new SsoFailed(error.error === 'invalid_grant' ? TOO_LATE : DOUBTFUL)
  }
  const code = error instanceof openid.ClientError ? error.code : undefined
  const isNetwork = code === undefined && !(error instanceof openid.ClientError)
  return isNetwork || code === 'OAUTH_TIMEOUT' ? new SsoFailed(AWAY, 503) : new SsoFailed(DOUBTFUL)
}
