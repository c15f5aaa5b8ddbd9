// Tells lakes apart that keep files in buckets.
import {randomUUID} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import {madeOnce} from './made-once.ts'

/** The ID of a lake of its own. It is made when it is first asked for. */
export const lakeId = (database: DatabaseSync): string => madeOnce(database, 'files-id', randomUUID)
