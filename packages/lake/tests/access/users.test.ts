import {describe, expect, it} from 'vitest'
import {addRosa, cookie, testAccess} from './support.ts'

describe('an account', () => {
  it('has an ID of u and twelve characters, and its address in lower case', () => {
    const {access} = testAccess()
    const id = addRosa(access)
    expect(id).toMatch(/^u[a-z0-9]{12}$/)
    expect(access.users.get(id)).toEqual({
      id,
      email: 'rosa@example.org',
      name: 'Rosa Marsh',
      roles: ['journalist'],
      disabled: false,
      hasPassword: false,
      createdAt: '2026-11-25T12:00:00.000Z',
    })
  })

  it('is found by its address in any spelling', () => {
    const {access} = testAccess()
    const id = addRosa(access)
    expect(access.users.byEmail('  ROSA@example.ORG ')?.id).toBe(id)
    expect(access.users.byEmail('nobody@example.org')).toBeNull()
  })

  it('is the only one with its address', () => {
    const {access} = testAccess()
    addRosa(access)
    expect(() => addRosa(access)).toThrow('rosa@example.org has an account already.')
    expect(access.users.list()).toHaveLength(1)
  })

  it.each([
    [{email: 'no address', name: 'A', roles: ['editor']}, /not an e-mail address/],
    [{email: '<a@b>', name: 'A', roles: ['editor']}, /not an e-mail address/],
    [{email: 'a@b.org', name: '  ', roles: ['editor']}, /needs a name/],
    [{email: 'a@b.org', name: 'A', roles: []}, /at least one role/],
    [{email: 'a@b.org', name: 'A', roles: ['editor', 'king']}, /no role "king"\. Roles are: jou/],
  ])('is refused for %o', (user, sentence) => {
    const {access} = testAccess()
    expect(() => access.users.add(user)).toThrow(sentence)
    expect(access.users.list()).toEqual([])
  })

  it('loses its sessions when it is disabled, and does not get them back', () => {
    const {access} = testAccess()
    const id = addRosa(access)
    const {secret} = access.sessions.start(id)
    access.users.disable(id)
    expect(() => access.authenticate(cookie(secret))).toThrow(/session has ended/)
    access.users.enable(id)
    expect(() => access.authenticate(cookie(secret))).toThrow(/session has ended/)
    expect(access.users.get(id)?.disabled).toBe(false)
  })

  it('has a new role from the next request on', () => {
    const {access} = testAccess()
    const id = addRosa(access)
    const {secret} = access.sessions.start(id)
    access.users.setRoles(id, ['editor', 'editor'])
    expect(access.authenticate(cookie(secret)).roles).toEqual(['editor'])
  })

  it('keeps its roles if one of the new ones does not exist', () => {
    const {access} = testAccess()
    const id = addRosa(access)
    expect(() => access.users.setRoles(id, ['king'])).toThrow(/no role "king"/)
    expect(() => access.users.setRoles(id, [])).toThrow(/at least one role/)
    expect(access.users.get(id)?.roles).toEqual(['journalist'])
  })

  it('cannot be changed if it does not exist', () => {
    const {access} = testAccess()
    expect(() => access.users.disable('u1')).toThrow('There is no account u1.')
    expect(() => access.users.enable('u1')).toThrow('There is no account u1.')
    expect(() => access.users.setRoles('u1', ['editor'])).toThrow('There is no account u1.')
  })
})
