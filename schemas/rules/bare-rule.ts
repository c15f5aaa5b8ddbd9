import type {Rule} from 'sanity'

/**
 * A rule without the checks that the field's type brings along (a slug is unique, a url is one, a
 * reference is published, a value is in its list). In a list of rules each one repeats them with its own
 * message and level: an address already in use would be told “Press Generate”.
 */
export function bareRule<T>(rule: T): T {
  // Each field type has its own rule type. All of them are `Rule` at run time.
  return (rule as unknown as Rule).clone().reset() as unknown as T
}
