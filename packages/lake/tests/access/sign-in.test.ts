import {describe, expect, it} from 'vitest'
import type {Access} from '../../src/access/access.ts'
import {TooManyAttempts} from '../../src/access/sign-in-throttle.ts'
import {LinkIsDead} from '../../src/access/links.ts'
import {SignInRefused} from '../../src/access/sign-in.ts'
import {addRosa, cookie, DAY, MINUTE, PASSWORD, testAccess} from './support.ts'

const EMAIL = 'rosa@example.org'
const from = (address: string, password: string, email = EMAIL) => ({email, password, address})

async function withPassword(): Promise<ReturnType<typeof testAccess> & {id: string}> {
  const test = testAccess()
  const id = addRosa(test.access)
  const {secret} = test.access.links.create(id)
  await test.access.signIn.withLink({secret, password: PASSWORD})
  return {...test, id}
}

/** Stores failures without the time that verifying takes. */
function fail(database: ReturnType<typeof testAccess>['database'], key: string, at: number): void {
  database.prepare('INSERT INTO sign_in_attempts (key, at) VALUES (?, ?)').run(key, at)
}

describe('a sign-in link', () => {
  it('sets the password, begins a session and is used up', async () => {
    const {access} = testAccess()
    const id = addRosa(access)
    const {secret} = access.links.create(id)
    expect(access.signIn.ownerOfLink(secret).id).toBe(id)
    expect(access.signIn.ownerOfLink(secret).name).toBe('Rosa Marsh')
    const signedIn = await access.signIn.withLink({secret, password: PASSWORD})
    expect(access.authenticate(cookie(signedIn.secret)).id).toBe(id)
    expect(access.users.get(id)?.hasPassword).toBe(true)
    expect(() => access.signIn.ownerOfLink(secret)).toThrow(/was used/)
    await expect(access.signIn.withLink({secret, password: PASSWORD})).rejects.toThrow(LinkIsDead)
  })

  it('works for only one of two simultaneous requests', async () => {
    const {access} = testAccess()
    const {secret} = access.links.create(addRosa(access))
    const both = await Promise.allSettled([
      access.signIn.withLink({secret, password: 'the first of two passwords'}),
      access.signIn.withLink({secret, password: 'the second of two passwords'}),
    ])
    expect(both.map(({status}) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('still works after the password was refused', async () => {
    const {access} = testAccess()
    const {secret} = access.links.create(addRosa(access))
    await expect(access.signIn.withLink({secret, password: 'short'})).rejects.toThrow(
      /at least 12 characters/,
    )
    expect(access.signIn.ownerOfLink(secret).email).toBe(EMAIL)
  })

  it('stops working after a day', () => {
    const {access, pass} = testAccess()
    const {secret} = access.links.create(addRosa(access))
    pass(DAY - 1)
    expect(access.signIn.ownerOfLink(secret).email).toBe(EMAIL)
    pass(1)
    expect(() => access.signIn.ownerOfLink(secret)).toThrow(/more than 24 hours old/)
  })

  it('stops working when a newer one is made or the account is disabled', () => {
    const {access} = testAccess()
    const id = addRosa(access)
    const older = access.links.create(id)
    const newer = access.links.create(id)
    expect(() => access.signIn.ownerOfLink(older.secret)).toThrow(/a newer one replaced it/)
    expect(access.signIn.ownerOfLink(newer.secret).id).toBe(id)
    access.users.disable(id)
    access.users.enable(id)
    expect(() => access.signIn.ownerOfLink(newer.secret)).toThrow(LinkIsDead)
    expect(() => access.signIn.ownerOfLink('unknown')).toThrow(/does not exist/)
  })

  it('ends the sessions that were started with the former password', async () => {
    const {access, id} = await withPassword()
    const old = access.sessions.start(id)
    const {secret} = access.links.create(id)
    const signedIn = await access.signIn.withLink({secret, password: 'another long password'})
    expect(() => access.authenticate(cookie(old.secret))).toThrow(/session has ended/)
    expect(access.authenticate(cookie(signedIn.secret)).id).toBe(id)
  })
})

describe('e-mail address and password', () => {
  it('start a session', async () => {
    const {access, id} = await withPassword()
    const signedIn = await access.signIn.withPassword(
      from('1.1.1.1', PASSWORD, ' ROSA@example.org'),
    )
    expect(signedIn.user.id).toBe(id)
    expect(access.authenticate(cookie(signedIn.secret)).id).toBe(id)
  })

  it('get the same refusal, whichever is wrong', async () => {
    const {access} = await withPassword()
    access.users.add({email: 'new@example.org', name: 'New', roles: ['editor']})
    const tries = [
      from('1.1.1.1', 'a wrong password'),
      from('1.1.1.1', PASSWORD, 'nobody@example.org'),
      from('1.1.1.1', PASSWORD, 'new@example.org'),
      from('1.1.1.1', ''),
      from('1.1.1.1', 'x'.repeat(5000)),
    ]
    const sentences = await Promise.all(
      tries.map((given) => access.signIn.withPassword(given).catch((error: unknown) => error)),
    )
    for (const error of sentences) {
      expect(error).toBeInstanceOf(SignInRefused)
      expect(error).toHaveProperty('message', 'The e-mail address or the password is wrong.')
    }
  })

  it('take as long for an address without an account as for a wrong password', async () => {
    const {access} = await withPassword()
    const time = async (given: ReturnType<typeof from>): Promise<number> => {
      const started = process.cpuUsage()
      await access.signIn.withPassword(given).catch(() => null)
      const {user, system} = process.cpuUsage(started)
      return user + system
    }
    const known = await time(from('1.1.1.1', 'a wrong password'))
    const unknown = await time(from('1.1.1.1', 'a wrong password', 'nobody@example.org'))
    // Deriving the key costs tens of milliseconds; without it, it would be one.
    expect(unknown).toBeGreaterThan(known / 4)
    expect(known).toBeGreaterThan(5000)
  })

  it('do not let a disabled account in', async () => {
    const {access, id} = await withPassword()
    access.users.disable(id)
    await expect(access.signIn.withPassword(from('1.1.1.1', PASSWORD))).rejects.toThrow(/disabled/)
    expect(access.sessions.liveCredentialsOf(id)).toEqual([])
  })
})

const failOnce = async (access: Access): Promise<void> => {
  await access.signIn.withPassword(from('1.1.1.1', 'a wrong password')).catch(() => null)
}

describe('guessing passwords', () => {
  it('stops after ten failures for an account, and can continue after fifteen minutes', async () => {
    const {access, database, clock, pass} = await withPassword()
    await failOnce(access)
    const account = database
      .prepare(`SELECT key FROM sign_in_attempts WHERE key LIKE 'account:%'`)
      .get()?.key
    expect(String(account)).not.toContain('rosa')
    pass(MINUTE)
    for (let count = 0; count < 9; count += 1) fail(database, String(account), clock())
    pass(MINUTE)
    const refused = access.signIn.withPassword(from('2.2.2.2', PASSWORD))
    await expect(refused).rejects.toThrow(TooManyAttempts)
    await expect(refused).rejects.toMatchObject({
      status: 429,
      retryAfter: 13 * 60,
      message: 'Too many attempts to sign in. Try again in 13 minutes.',
    })
    pass(13 * MINUTE)
    const {user} = await access.signIn.withPassword(from('2.2.2.2', PASSWORD))
    expect(user.email).toBe(EMAIL)
  })

  it('is counted when an attempt begins, so that parallel attempts count too', async () => {
    const {access} = await withPassword()
    const tries = Array.from({length: 14}, () =>
      access.signIn.withPassword(from('1.1.1.1', 'a wrong password')),
    )
    const results = await Promise.allSettled(tries)
    const tooMany = results.filter(
      (result) => result.status === 'rejected' && result.reason instanceof TooManyAttempts,
    )
    expect(tooMany).toHaveLength(4)
  })

  it('stops for an address that fails with many accounts, and not for others', async () => {
    const {access, database, clock} = await withPassword()
    for (let count = 0; count < 30; count += 1) fail(database, 'address:6.6.6.6', clock())
    await expect(access.signIn.withPassword(from('6.6.6.6', PASSWORD))).rejects.toThrow(
      TooManyAttempts,
    )
    expect((await access.signIn.withPassword(from('1.1.1.1', PASSWORD))).user.email).toBe(EMAIL)
  })

  it('counts all addresses of one IPv6 network as one', async () => {
    const {access, database, clock} = await withPassword()
    for (let count = 0; count < 30; count += 1) {
      fail(database, 'address:2001:db8:0:7', clock())
    }
    const attempt = (address: string) =>
      access.signIn.withPassword(from(address, PASSWORD)).catch((error: unknown) => error)
    for (const address of ['2001:db8:0:7::1', '2001:db8:0:7:ffff:1:2:3', '2001:DB8::7:0:0:0:9']) {
      expect(await attempt(address), address).toBeInstanceOf(TooManyAttempts)
    }
    for (const address of ['2001:db8:0:8::1', '::1', 'fe80::1', '::ffff:10.0.0.1', '10.0.0.2']) {
      expect(await attempt(address), address).toHaveProperty('credential')
    }
  })

  it('is counted from zero after the account’s person has signed in', async () => {
    const {access, database} = await withPassword()
    await failOnce(access)
    await access.signIn.withPassword(from('2.2.2.2', PASSWORD))
    const left = database.prepare('SELECT key FROM sign_in_attempts').all()
    expect(left).toEqual([{key: 'address:1.1.1.1'}])
  })
})
