// The types that a person may create, by their roles. The lake decides; the studio offers the same.
import {contentType, DEFAULT_PIECE, typesOfKind} from '../../model/registry.ts'

/** A user with their roles. */
export interface RoleHolder {
  roles: {name: string}[]
}

const COMPOSED = typesOfKind('piece', 'member', 'plain')
const ORDER = typesOfKind('order').filter((type) => !contentType(type)?.begunByTool)

const CREATES: Record<string, readonly string[]> = {
  journalist: COMPOSED,
  photoEditor: COMPOSED,
  editor: [...COMPOSED, ...ORDER],
  administrator: ORDER,
  developer: [],
}

/** Whether the person has one of these roles. */
export function hasRole(person: RoleHolder | null | undefined, ...names: string[]): boolean {
  return Boolean(person?.roles.some(({name}) => names.includes(name)))
}

/**
 * The types that *Create* offers to a person.
 * @param hosted on Sanity's hosted lake, `administrator` and `developer` may write everything and
 * `contributor` may write drafts, so they are offered the types of an editor or a journalist
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

/** Whether the person begins articles. */
export const beginsPieces = (person: RoleHolder | null | undefined, hosted = false): boolean =>
  creatableTypes(person, hosted).has(DEFAULT_PIECE)

/** Whether the person may publish articles. */
export function publishesArticles(person: RoleHolder | null | undefined, hosted = false): boolean {
  return hasRole(person, 'editor') || (hosted && hasRole(person, 'administrator', 'developer'))
}

/** Whether the person arranges fronts. */
export function arrangesFronts(person: RoleHolder | null | undefined, hosted = false): boolean {
  return publishesArticles(person, hosted) || hasRole(person, 'administrator')
}
