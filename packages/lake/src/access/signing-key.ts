// Keys that sign what a browser keeps. They are stored, so a signature is valid after a restart and on all nodes.
import type {DatabaseSync} from 'node:sqlite'
import {madeOnce} from '../store/made-once.ts'
import type {RandomBytes} from './secrets.ts'

/** Reads a key of 32 bytes from the table `settings`, or creates it. */
export function signingKey(
  {database, randomBytes}: {database: DatabaseSync; randomBytes: RandomBytes},
  name: string,
): Buffer {
  const make = () => Buffer.from(randomBytes(32)).toString('base64url')
  return Buffer.from(madeOnce(database, name, make), 'base64url')
}
