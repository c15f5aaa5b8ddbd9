// SHA-256 in plain JavaScript: a commit cannot wait for a promise, and browsers offer `crypto.subtle`
// on secure pages only, which a newsroom's own network often is not.
import {sha256 as digest} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'

/** @returns 64 hexadecimal digits of the UTF-8 text's digest */
export const sha256 = (text: string): string => bytesToHex(digest(utf8ToBytes(text)))
