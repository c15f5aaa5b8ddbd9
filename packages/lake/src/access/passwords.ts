// Checks passwords and hashes them with scrypt. The hash includes its parameters.
import {randomBytes, scrypt, timingSafeEqual} from 'node:crypto'
import {BadRequest} from '../errors.ts'
import {normalEmail} from './users.ts'

const COST = 2 ** 15
const BLOCK_SIZE = 8
const PARALLEL = 1
const KEY_BYTES = 32
export const PASSWORD_MIN_CHARACTERS = 12
const MAX_BYTES = 1024

/** Verified if there is no account, so that the response takes the same time. */
const NOBODY = `scrypt$${COST}$${BLOCK_SIZE}$${PARALLEL}$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** Throws `BadRequest` with a sentence for the person if a password is too weak. */
export function checkPassword(password: string, email: string): void {
  if ([...password].length < PASSWORD_MIN_CHARACTERS) {
    throw new BadRequest(
      `Choose a password of at least ${PASSWORD_MIN_CHARACTERS} characters. A few words are easy to remember.`,
    )
  }
  if (Buffer.byteLength(password) > MAX_BYTES) {
    throw new BadRequest(`Choose a password of at most ${MAX_BYTES} bytes.`)
  }
  if (normalEmail(password) === normalEmail(email)) {
    throw new BadRequest('Choose a password other than your e-mail address.')
  }
}

/**
 * Returns a string with everything that verifies the password later. Takes about 0.1 s and 32 MB.
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, COST, BLOCK_SIZE, PARALLEL)
  return [
    'scrypt',
    COST,
    BLOCK_SIZE,
    PARALLEL,
    salt.toString('base64url'),
    key.toString('base64url'),
  ].join('$')
}

/** False for `null` (no account, or an account without a password), after the same time. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [, cost, blockSize, parallel, salt = '', key = ''] = (stored ?? NOBODY).split('$')
  const expected = Buffer.from(key, 'base64url')
  // A longer password was never accepted, so it need not be hashed.
  const candidate = Buffer.byteLength(password) > MAX_BYTES ? '' : password
  const actual = await derive(
    candidate,
    Buffer.from(salt, 'base64url'),
    Number(cost),
    Number(blockSize),
    Number(parallel),
  )
  const equal = expected.length === actual.length && timingSafeEqual(expected, actual)
  return equal && stored !== null && candidate !== ''
}

function derive(password: string, salt: Buffer, N: number, r: number, p: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Keyboards can compose the same characters differently.
    scrypt(
      password.normalize('NFKC'),
      salt,
      KEY_BYTES,
      {N, r, p, maxmem: 256 * N * r},
      (error, key) => (error ? reject(error) : resolve(key)),
    )
  })
}
