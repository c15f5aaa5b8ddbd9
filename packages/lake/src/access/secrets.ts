// Random secrets and IDs. A secret leaves the process once; only its SHA-256 is stored.
import {createHash} from 'node:crypto'

/** A parameter, so that tests are deterministic. */
export type RandomBytes = (size: number) => Uint8Array

/**
 * Without l and o, which are easily misread. There are 32 characters, so each takes five random
 * bits.
 */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'

/** 256 random bits in base64url. */
export function newSecret(randomBytes: RandomBytes): string {
  return Buffer.from(randomBytes(32)).toString('base64url')
}

/** `prefix` and 12 characters: 60 random bits. */
export function newId(prefix: string, randomBytes: RandomBytes): string {
  return prefix + Array.from(randomBytes(12), (byte) => ALPHABET[byte & 31]).join('')
}

/** What is stored of a secret. Secrets are random, so a fast hash without salt is enough. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
