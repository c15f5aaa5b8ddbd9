// What every route finds in Hono's context, and how a route file is made.
import type {Actor} from '../types.ts'

/** `c.get('actor')` is set by the authentication middleware for every request. */
export type LakeEnv = {
  Variables: {
    actor: Actor
    /** What an error is found by in the log. */
    requestId?: string
  }
}
