// Finds the actor of a request from its headers. This runs on every request, so it makes at most
// two indexed look-ups, except for a share token.
import {SessionEnded, Unauthenticated} from '../errors.ts'
import {ANONYMOUS_ACTOR} from '../grants.ts'
import type {Actor, OpenedShare} from '../types.ts'
import {readBearer} from './bearer.ts'
import type {SessionCookie} from './cookie.ts'
import {SHARE_TOKEN_PREFIX, type ShareTokens} from './share-tokens.ts'
import type {Sessions} from './sessions.ts'
import {TOKEN_PREFIX, tokenCredential, type Tokens} from './tokens.ts'

export interface RequestCredentials {
  cookieHeader?: string | undefined
  /** The `Authorization` header. Schemes other than Bearer are for a proxy and are ignored. */
  authorization?: string | undefined
}

export interface Authentication {
  /**
   * Without credentials: the anonymous reader. A bearer token has priority over the cookie.
   * @throws SessionEnded if the session or share has ended or the token was revoked
   * @throws Unauthenticated if the bearer token was never issued
   */
  authenticate(request: RequestCredentials): Actor
  /**
   * Whether a credential is still valid. Open streams ask, as another process may have revoked it.
   * With `roles`, it is also false if the account's roles have changed.
   */
  liveCredential(credential: string, roles?: readonly string[]): boolean
}

/** The documents that a share opens; null if it has ended. */
export type OpenShare = (dataset: string, id: string) => OpenedShare | null

export interface AuthenticationOptions {
  sessions: Sessions
  tokens: Tokens
  shareTokens: ShareTokens
  openShare: OpenShare
  cookie: SessionCookie
}

/** Caches nothing, so a credential that has ended is refused immediately. */
export function createAuthentication({
  sessions,
  tokens,
  shareTokens,
  openShare,
  cookie,
}: AuthenticationOptions): Authentication {
  const bySession = (secret: string, unknown: () => Error): Actor => {
    const session = sessions.find(secret)
    if (!session) throw unknown()
    if (!session.live) throw new SessionEnded()
    sessions.extend(session)
    return {
      id: session.userId,
      kind: 'user',
      roles: session.roles,
      name: session.name,
      email: session.email,
      credential: session.credential,
    }
  }
  const byToken = (secret: string): Actor => {
    const token = tokens.find(secret)
    if (!token)
      throw new Unauthenticated('This token does not exist. Check that it was copied completely.')
    if (token.revokedAt !== null) throw new SessionEnded('This token was revoked.')
    return {
      id: token.id,
      kind: 'token',
      roles: [token.role],
      name: token.name,
      credential: tokenCredential(token.id),
    }
  }
  const byBearer = (secret: string): Actor => {
    if (secret.startsWith(TOKEN_PREFIX)) return byToken(secret)
    if (secret.startsWith(SHARE_TOKEN_PREFIX))
      return actorOfShareToken(secret, {shareTokens, openShare})
    return bySession(
      secret,
      () => new Unauthenticated('This token does not exist. Check that it was copied completely.'),
    )
  }

  return {
    authenticate({cookieHeader, authorization}) {
      const secret = readBearer(authorization)
      if (secret !== undefined) return byBearer(secret)
      const session = cookie.read(cookieHeader)
      return session ? bySession(session, () => new SessionEnded()) : ANONYMOUS_ACTOR
    },
    liveCredential(credential, roles) {
      const token = credential.startsWith('token:') ? tokens.get(credential.slice(6)) : null
      const session = token ? null : sessions.findByCredential(credential)
      const live = token ? token.revokedAt === null : session?.live === true
      const current = token ? [token.role] : session?.roles
      return live && (!roles || JSON.stringify(roles) === JSON.stringify(current))
    },
  }
}

function actorOfShareToken(
  secret: string,
  {shareTokens, openShare}: Pick<AuthenticationOptions, 'shareTokens' | 'openShare'>,
): Actor {
  const share = shareTokens.read(secret)
  if (!share)
    throw new Unauthenticated('This link does not exist. Check that the whole address was copied.')
  const opened = openShare(share.dataset, share.id)
  if (!opened) throw new SessionEnded('This link has ended.')
  return {id: share.id, kind: 'shareToken', roles: ANONYMOUS_ACTOR.roles, ...opened}
}
