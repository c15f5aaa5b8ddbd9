// The types that a person may create, by their roles. The lake decides; this is what the studio offers.
import {typesOfKind} from '../../model/registry.ts'

/** A user with their roles. */
export interface RoleHolder {
  roles: {name: string}[]
}

const COMPOSED = typesOfKind('piece', 'member', 'plain')
const ORDER = typesOfKind('order')

const CREATES: Record<string, readonly string[]> = {
  journalist: COMPOSED,
  photoEditor: COMPOSED,
  editor: [...COMPOSED, ...ORDER],
  administrator: ORDER,
  developer: [],
}

/** True where the person has one of these roles. */
export function hasRole(person: RoleHolder | null | undefined, ...names: string[]): boolean {
  return Boolean(person?.roles.some(({name}) => names.includes(name)))
}

/**
 * The types that *Create* offers to a person.
 *
 * @param hosted on Sanity's hosted lake the built-in roles `administrator` and `developer` write
 *   everything and `contributor` writes drafts, so they are offered what an editor or a journalist is
 */
export function creatableTypes(
  person: RoleHolder | null | undefined,
  hosted = false,
): ReadonlySet<string> {
  const hostedNames: Record<string, string> = {
    administrator: 'editor',
    developer: 'editor',
    contributor: 'journalist',
  }
  const names = (person?.roles ?? []).map(({name}) => (hosted && hostedNames[name]) || name)
  return new Set(names.flatMap((name) => CREATES[name] ?? []))
}

/** True where the person may publish articles. */
export function publishesArticles(person: RoleHolder | null | undefined, hosted = false): boolean {
  return hasRole(person, 'editor') || (hosted && hasRole(person, 'administrator', 'developer'))
}
