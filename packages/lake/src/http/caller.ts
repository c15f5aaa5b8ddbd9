// Who waits for the answer to a request: the staff, the product's own site, or anybody.
import type {Context} from 'hono'
import {Callers, callerOf} from '../query/caller.ts'
import {clientAddress} from './client-address.ts'
import type {LakeEnv} from './context.ts'

export function callersOf(c: Context<LakeEnv>): Callers {
  const from = {address: clientAddress(c), isSite: c.get('isSite') === true}
  return new Callers(callerOf(c.get('actor'), from))
}
