// SHA-256 in plain JavaScript: a commit cannot wait for a promise, and browsers offer `crypto.subtle`
// on secure pages only, which a newsroom's own network often is not.
import {sha256 as digest} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'

/** @returns 64 hexadecimal digits of the digest of bytes, or of a text in UTF-8 */
export const sha256 = (from: string | Uint8Array): string =>
  bytesToHex(digest(typeof from === 'string' ? utf8ToBytes(from) : from))
