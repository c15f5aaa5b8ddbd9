// Who may change a field in the form. The lake holds the same (workflow/rules/field-ownership).
import type {ConditionalPropertyCallback} from 'sanity'

/** `readOnly` for a field that only people with one of these roles may change. */
export function exceptFor(...roles: string[]): ConditionalPropertyCallback {
  return ({currentUser}) => !currentUser?.roles.some(({name}) => roles.includes(name))
}
