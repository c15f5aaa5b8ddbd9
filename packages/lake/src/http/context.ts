// What every route finds in Hono's context, and how a route file is made.
import type {Actor} from '../types.ts'

/** `c.get('actor')` is set by the authentication middleware for every request. */
export type LakeEnv = {
  Variables: {
    actor: Actor
    /** It comes from the reading site of this process. */
    isSite?: boolean
    /** What an error is found by in the log. */
    requestId?: string
  }
}
