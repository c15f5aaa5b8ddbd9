import {describe, expect, it} from 'vitest'
import {SessionEnded, Unauthenticated} from '../../src/errors.ts'
import {addRosa, bearer, cookie, DAY, HOUR, secondProcess, testAccess} from './support.ts'

describe('the actor of a request', () => {
  it('is the anonymous reader without credentials', () => {
    const {access} = testAccess()
    const anonymous = {id: 'anonymous', kind: 'anonymous', roles: ['reader']}
    expect(access.authenticate({})).toMatchObject(anonymous)
    expect(access.authenticate({cookieHeader: 'theme=dark'})).toMatchObject(anonymous)
    expect(access.authenticate({cookieHeader: 'lake_session='})).toMatchObject(anonymous)
  })

  it('is the person of the session in the cookie', () => {
    const {access} = testAccess()
    const id = addRosa(access)
    const {secret, credential} = access.sessions.start(id)
    expect(access.authenticate(cookie(secret))).toEqual({
      id,
      kind: 'user',
      roles: ['journalist'],
      name: 'Rosa Marsh',
      email: 'rosa@example.org',
      credential,
    })
  })

  it('is the token in the Authorization header, which has priority over a cookie', () => {
    const {access} = testAccess()
    const session = access.sessions.start(addRosa(access))
    const token = access.tokens.create({name: 'bot', role: 'editor'})
    const actor = access.authenticate({...cookie(session.secret), ...bearer(token.secret)})
    expect(actor).toEqual({
      id: token.id,
      kind: 'token',
      roles: ['editor'],
      name: 'bot',
      credential: `token:${token.id}`,
    })
  })

  it('is the person of a session that a studio elsewhere sends as a token', () => {
    const {access} = testAccess()
    const id = addRosa(access)
    const {secret} = access.sessions.start(id)
    expect(access.authenticate(bearer(secret))).toMatchObject({id, kind: 'user'})
  })

  it('is not decided by other schemes, which are for a proxy', () => {
    const {access} = testAccess()
    const id = addRosa(access)
    const {secret} = access.sessions.start(id)
    const request = {...cookie(secret), authorization: 'Basic cm9zYTpyb3Nh'}
    expect(access.authenticate(request)).toMatchObject({id})
  })

  it.each(['cd_unknown', 'unknown', ''])('is refused for the bearer "%s"', (secret) => {
    const {access} = testAccess()
    expect(() => access.authenticate(bearer(secret))).toThrow(Unauthenticated)
  })
})

describe('a session', () => {
  it.each([
    ['ended', ({access}, {credential}) => access.sessions.end(credential)],
    ['expired', ({pass}) => pass(14 * DAY)],
    ['ended with all others', ({access}, {userId}) => access.sessions.endAllOf(userId)],
  ] satisfies [
    string,
    (test: ReturnType<typeof testAccess>, session: {credential: string; userId: string}) => void,
  ][])('that %s gets the code on which the studio keeps unsaved text', (_, end) => {
    const test = testAccess()
    const userId = addRosa(test.access)
    const {secret, credential} = test.access.sessions.start(userId)
    expect(test.access.authenticate(cookie(secret)).id).toBe(userId)
    end(test, {credential, userId})
    expect.assertions(4)
    try {
      test.access.authenticate(cookie(secret))
    } catch (error) {
      expect(error).toBeInstanceOf(SessionEnded)
      expect(error).toMatchObject({status: 401, beside: {errorCode: 'SIO-401-AEX'}})
    }
    expect(test.access.liveCredential(credential)).toBe(false)
  })

  it('that is unknown gets the same answer as one that has ended', () => {
    const {access} = testAccess()
    expect(() => access.authenticate(cookie('long-forgotten'))).toThrow(SessionEnded)
  })

  it('ends fourteen days after its last use, which is stored at most once an hour', () => {
    const {access, database, pass} = testAccess()
    const {secret} = access.sessions.start(addRosa(access))
    const expiry = (): unknown => database.prepare('SELECT expires_at AS e FROM sessions').get()?.e
    const first = expiry()
    pass(HOUR - 1)
    access.authenticate(cookie(secret))
    expect(expiry()).toBe(first)
    pass(1)
    access.authenticate(cookie(secret))
    expect(expiry()).toBe(Number(first) + HOUR)
    for (let week = 0; week < 5; week += 1) {
      pass(13 * DAY)
      expect(access.authenticate(cookie(secret)).name).toBe('Rosa Marsh')
    }
    pass(14 * DAY)
    expect(() => access.authenticate(cookie(secret))).toThrow(SessionEnded)
  })

  it('is stored as a hash only', () => {
    const {access, database} = testAccess()
    const {secret} = access.sessions.start(addRosa(access))
    const {secret: token} = access.tokens.create({name: 'bot', role: 'editor'})
    const {secret: link} = access.links.create(addRosaAgain(access))
    const stored = ['sessions', 'tokens', 'sign_in_links'].flatMap((table) =>
      database.prepare(`SELECT * FROM ${table}`).all(),
    )
    expect(stored).toHaveLength(3)
    for (const value of [secret, token, link]) {
      expect(value.replace('cd_', '')).toMatch(/^[\w-]{43}$/)
      expect(JSON.stringify(stored)).not.toContain(value.replace('cd_', ''))
    }
  })

  it('that ended long ago is deleted when somebody signs in', () => {
    const {access, database, pass} = testAccess()
    const id = addRosa(access)
    access.sessions.start(id)
    pass(45 * DAY)
    access.sessions.start(id)
    expect(database.prepare('SELECT count(*) AS n FROM sessions').get()?.n).toBe(1)
  })
})

describe('a token', () => {
  it('that was revoked ends', () => {
    const {access} = testAccess()
    const {secret, id} = access.tokens.create({name: 'bot', role: 'editor'})
    access.tokens.revoke(id)
    expect(() => access.authenticate(bearer(secret))).toThrow(SessionEnded)
    expect(access.tokens.list()[0]).toMatchObject({id, revokedAt: '2026-11-25T12:00:00.000Z'})
  })

  it('needs a name and a role that exists', () => {
    const {access} = testAccess()
    expect(() => access.tokens.create({name: ' ', role: 'editor'})).toThrow(/needs a name/)
    expect(() => access.tokens.create({name: 'bot', role: 'king'})).toThrow(/no role "king"/)
    expect(() => access.tokens.revoke('t1')).toThrow('There is no token t1.')
    expect(access.tokens.list()).toEqual([])
  })
})

describe('an open stream', () => {
  it('is notified when its session, its token or its role ends', () => {
    const {access} = testAccess()
    const id = addRosa(access)
    const heard: string[] = []
    const stop = access.onRevoked((credential) => heard.push(credential))
    const first = access.sessions.start(id)
    const second = access.sessions.start(id)
    const token = access.tokens.create({name: 'bot', role: 'editor'})
    access.users.setRoles(id, ['editor'])
    expect(heard.toSorted()).toEqual([first.credential, second.credential].toSorted())
    heard.length = 0
    access.sessions.end(first.credential)
    access.sessions.end(first.credential)
    access.tokens.revoke(token.id)
    access.tokens.revoke(token.id)
    access.users.disable(id)
    expect(heard).toEqual([first.credential, `token:${token.id}`, second.credential])
    stop()
    access.sessions.end(access.sessions.start(id).credential)
    expect(heard).toHaveLength(3)
  })

  it('can check whether another process ended it', () => {
    const test = testAccess()
    const other = secondProcess(test)
    const id = addRosa(test.access)
    const {credential} = test.access.sessions.start(id)
    const token = test.access.tokens.create({name: 'bot', role: 'editor'})
    expect(test.access.liveCredential(credential, ['journalist'])).toBe(true)
    expect(test.access.liveCredential(`token:${token.id}`, ['editor'])).toBe(true)
    other.users.setRoles(id, ['editor'])
    expect(test.access.liveCredential(credential)).toBe(true)
    expect(test.access.liveCredential(credential, ['journalist'])).toBe(false)
    other.users.disable(id)
    other.tokens.revoke(token.id)
    expect(test.access.liveCredential(credential)).toBe(false)
    expect(test.access.liveCredential(`token:${token.id}`)).toBe(false)
    expect(test.access.liveCredential('token:t1')).toBe(false)
    expect(test.access.liveCredential('session:unknown')).toBe(false)
  })
})

function addRosaAgain(access: ReturnType<typeof testAccess>['access']): string {
  return access.users.add({email: 'rosa2@example.org', name: 'Rosa', roles: ['editor']}).id
}
