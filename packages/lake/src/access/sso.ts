// Single sign-on: a provider of identities (OpenID Connect) says which person is at the browser, with their
// e-mail address. `sign-in.ts` decides whether the person has an account here.
import * as openid from 'openid-client'
import {LakeError} from '../errors.ts'
import type {Clock} from '../types.ts'
import type {Identity} from './identities.ts'
import {newSecret, type RandomBytes} from './secrets.ts'
import {createSsoTickets, type SsoTickets} from './sso-tickets.ts'

export interface SsoSettings {
  /** Its address, as its tokens name it. */
  issuer: URL
  clientId: string
  clientSecret: string
  /** Addresses count as confirmed where the provider does not say whether they are. */
  trustEmail?: boolean
}

/** A person as the provider describes them. */
export interface SsoPerson extends Identity {
  /** Null where the provider does not say it. */
  email: string | null
  /** Whether the provider has confirmed the address; null where it does not say. */
  isConfirmed: boolean | null
}

export interface SsoOptions extends SsoSettings {
  /** Where the provider sends people back to. */
  callback: string
  /** Begins the cookies' names, as `Product.prefix`. */
  prefix: string
  clock: Clock
  randomBytes: RandomBytes
  /** Told why a sign-in failed; never codes, tokens or what is said about a person. */
  report: (reason: string) => void
}

export interface Sso {
  /**
   * Where to send the browser, and what it has to keep until it comes back.
   *
   * @param target given back by `finish`
   * @throws SsoFailed 503 while the provider does not answer
   */
  begin(target: string): Promise<{url: URL; ticket: ReturnType<SsoTickets['issue']>}>
  /**
   * Who the provider says it is; once for each `begin`.
   *
   * @param answer the query of the address to which the browser was sent back
   * @param ticketOf what the browser has kept under a name
   * @throws SsoFailed
   */
  finish(
    answer: URLSearchParams,
    ticketOf: (name: string) => string | undefined,
  ): Promise<SsoPerson & {target: string}>
}

/** In words for the person who wanted to come in. */
export class SsoFailed extends LakeError {
  constructor(description: string, status = 401) {
    super(status, 'signInRefused', description)
    this.name = 'SsoFailed'
  }
}

/** Clocks of two houses differ a little. Seconds. */
const TOLERANCE_S = 60
const TIMEOUT_S = 10
const SCOPE = 'openid email'

const AWAY =
  'The sign-in service does not answer. Try again in a few minutes, or tell an administrator.'
const TOO_LATE =
  'This sign-in took too long, was used already, or was begun in another window. Begin again.'
const CANCELLED = 'The sign-in service did not let you in, or you cancelled. Begin again.'
const DOUBTFUL =
  'What the sign-in service said could not be verified. Begin again; if that does not help, tell an administrator.'

/** Asks nothing of the provider before somebody wants to sign in: the lake starts without it. */
export function createSso(options: SsoOptions): Sso {
  const {callback, clock, randomBytes, report, prefix, trustEmail = false} = options
  const tickets = createSsoTickets({clock, randomBytes, prefix})
  let known: Promise<openid.Configuration> | undefined

  const configuration = async (): Promise<openid.Configuration> => {
    known ??= discover(options)
    try {
      return await known
    } catch (error) {
      // The next sign-in asks again.
      known = undefined
      report(reasonOf(error))
      throw new SsoFailed(AWAY, 503)
    }
  }

  return {
    async begin(target) {
      const config = await configuration()
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
      const config = await configuration()
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
        report(reasonOf(error))
        throw explain(error)
      }
    },
  }
}

const discover = ({issuer, clientId, clientSecret, clock}: SsoOptions) =>
  openid.discovery(
    issuer,
    clientId,
    {
      [openid.clockTolerance]: TOLERANCE_S,
      [openid.clockSkew]: Math.round((clock() - Date.now()) / 1000),
    },
    // What every provider has to offer (OpenID Connect Core, 9).
    openid.ClientSecretBasic(clientSecret),
    {
      timeout: TIMEOUT_S,
      execute: [
        openid.enableNonRepudiationChecks,
        ...(issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : []),
      ],
    },
  )

/** Only the message: the rest of such an error is the provider's answer. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Unknown'
  const {message, cause} = error
  const said = error instanceof openid.ResponseBodyError ? `${message} (${error.error})` : message
  return cause instanceof Error ? `${said}: ${reasonOf(cause)}` : said
}

function addressIn(
  {email, email_verified: verified}: Record<string, unknown>,
  trustEmail: boolean,
): Pick<SsoPerson, 'email' | 'isConfirmed'> {
  if (typeof email !== 'string' || email === '') return {email: null, isConfirmed: null}
  // Some providers send the word as a text.
  if (verified === true || verified === 'true') return {email, isConfirmed: true}
  if (verified === false || verified === 'false') return {email, isConfirmed: false}
  return {email, isConfirmed: trustEmail ? true : null}
}

function explain(error: unknown): SsoFailed {
  if (error instanceof openid.AuthorizationResponseError) return new SsoFailed(CANCELLED)
  if (error instanceof openid.ResponseBodyError) {
    return new SsoFailed(error.error === 'invalid_grant' ? TOO_LATE : DOUBTFUL)
  }
  const code = error instanceof openid.ClientError ? error.code : undefined
  const isNetwork = code === undefined && !(error instanceof openid.ClientError)
  return isNetwork || code === 'OAUTH_TIMEOUT' ? new SsoFailed(AWAY, 503) : new SsoFailed(DOUBTFUL)
}
