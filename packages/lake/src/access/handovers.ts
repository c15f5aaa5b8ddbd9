// A studio on another origin gets its session by a short ID in the address, which works once.
import {createCipheriv, createDecipheriv, createHash} from 'node:crypto'
import type {Clock} from '../types.ts'
import type {Once} from './once.ts'
import {hashSecret, newSecret, type RandomBytes} from './secrets.ts'

const LIFETIME = 60_000

export interface Handovers {
  /**
   * Returns an ID (43 characters; the studio needs 20) that can be exchanged for the session within
   * a minute.
   */
  give(sessionSecret: string): string
  /** The session's secret, once; `null` for an ID that is unknown, used or too old. */
  take(id: string): string | null
}

/** The session's secret is stored encrypted by the ID, of which only the hash is stored. */
export function createHandovers(once: Once, clock: Clock, randomBytes: RandomBytes): Handovers {
  const keyOf = (id: string): string => `handover:${hashSecret(id)}`
  return {
    give(secret) {
      const id = newSecret(randomBytes)
      once.put(keyOf(id), encrypt(secret, id), clock() + LIFETIME)
      return id
    },
    take(id) {
      const found = once.take(keyOf(id))
      return found === null ? null : decrypt(found, id)
    },
  }
}

const CIPHER = 'aes-256-gcm'
/** Each ID encrypts a single text. */
const IV = Buffer.alloc(12)

const cipherKey = (id: string): Buffer => createHash('sha256').update(`handover of ${id}`).digest()

function encrypt(text: string, id: string): string {
  const cipher = createCipheriv(CIPHER, cipherKey(id), IV)
  const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return bytes.toString('base64url')
}

function decrypt(text: string, id: string): string {
  const bytes = Buffer.from(text, 'base64url')
  const decipher = createDecipheriv(CIPHER, cipherKey(id), IV)
  decipher.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString()
}
