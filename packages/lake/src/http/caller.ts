// Who waits for the answer to a request.
import type {Context} from 'hono'
import {Callers, callerOf} from '../query/caller.ts'
import {clientAddress} from './client-address.ts'
import type {LakeEnv} from './context.ts'

export function callersOf(c: Context<LakeEnv>): Callers {
  return new Callers(callerOf(c.get('actor'), {address: clientAddress(c)}))
}
