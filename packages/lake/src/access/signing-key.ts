// Keys that sign what a browser keeps. They are stored, so a signature is valid after a restart and on all nodes.
import type {DatabaseSync} from 'node:sqlite'
import {prepareWrite} from '../store/database.ts'
import type {RandomBytes} from './secrets.ts'

/** Reads a key of 32 bytes from the table `settings`, or creates it. */
export function signingKey(
  {database, randomBytes}: {database: DatabaseSync; randomBytes: RandomBytes},
  name: string,
): Buffer {
  prepareWrite(
    database,
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING',
  ).run(name, Buffer.from(randomBytes(32)).toString('base64url'))
  const row = database.prepare('SELECT value FROM settings WHERE key = ?').get(name)
  return Buffer.from(String(row?.['value']), 'base64url')
}
