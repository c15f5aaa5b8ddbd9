// The caller of a request, as the query engine counts them.
import type {Context} from 'hono'
import {Callers, callerOf} from '../query/caller.ts'
import {clientAddress} from './client-address.ts'
import type {LakeEnv} from './context.ts'

/** An evaluation ends if the client closes the connection. */
export function callersOf(c: Context<LakeEnv>): Callers {
  const caller = callerOf(c.get('actor'), {address: clientAddress(c)})
  const callers = new Callers(caller)
  c.req.raw.signal.addEventListener('abort', () => callers.leave(caller), {once: true})
  return callers
}
