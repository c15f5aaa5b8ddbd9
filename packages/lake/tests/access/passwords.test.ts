import {describe, expect, it} from 'vitest'
import {checkPassword, hashPassword, verifyPassword} from '../../src/access/passwords.ts'

const EMAIL = 'rosa.marsh@example.org'

describe('a password', () => {
  it.each([
    'correct horse battery staple',
    'パスワード合言葉は十二文字',
    '🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎',
  ])('can be %s', (password) => expect(() => checkPassword(password, EMAIL)).not.toThrow())

  it.each([
    ['eleven char', /at least 12 characters/],
    ['🐎🐎🐎🐎🐎🐎', /at least 12 characters/],
    ['x'.repeat(1025), /at most 1024 bytes/],
    ['é'.repeat(600), /at most 1024 bytes/],
    ['Rosa.Marsh@example.org', /other than your e-mail address/],
  ])('cannot be %s', (password, sentence) => {
    expect(() => checkPassword(password, EMAIL)).toThrow(sentence)
  })

  it('is stored with its parameters and a different salt each time', async () => {
    const [one, two] = await Promise.all([hashPassword('the same'), hashPassword('the same')])
    expect(one).toMatch(/^scrypt\$32768\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
    expect(one).not.toBe(two)
    expect(await verifyPassword('the same', one)).toBe(true)
    expect(await verifyPassword('The same', one)).toBe(false)
  })

  it('is verified with the parameters with which it was stored', async () => {
    const weaker = 'scrypt$1024$8$1$c2FsdHNhbHRzYWx0c2FsdA$'
    const {scryptSync} = await import('node:crypto')
    const key = scryptSync('old', Buffer.from('saltsaltsaltsalt'), 32, {N: 1024, r: 8, p: 1})
    expect(await verifyPassword('old', weaker + key.toString('base64url'))).toBe(true)
  })

  it('is the same however its characters are composed', async () => {
    const stored = await hashPassword('caf\u00e9 au lait a dozen')
    expect(await verifyPassword('cafe\u0301 au lait a dozen', stored)).toBe(true)
  })

  it('is refused if none is stored', async () => {
    expect(await verifyPassword('anything', null)).toBe(false)
    expect(await verifyPassword('', null)).toBe(false)
  })
})
