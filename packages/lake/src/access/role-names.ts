// Accounts and tokens can only have roles that exist.
import {BadRequest} from '../errors.ts'

/** Throws `BadRequest` with the existing names if one of `given` is unknown. */
export function checkRoleNames(given: readonly string[], known: readonly string[]): void {
  const unknown = given.find((name) => !known.includes(name))
  if (unknown === undefined) return
  throw new BadRequest(`There is no role "${unknown}". Roles are: ${known.join(', ')}.`)
}
