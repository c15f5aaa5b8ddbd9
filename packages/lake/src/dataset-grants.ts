// Which grants hold in which dataset: what is said beside the content (comments, tasks) has others.
import {createGrants, type Grants} from './grants.ts'
import type {Addon, Clock, Role} from './types.ts'

/** The grants that hold in a dataset. */
export type GrantsOf = (dataset: string) => Grants

export interface DatasetRoles {
  /** Of every dataset that is no add-on. */
  roles: readonly Role[]
  addons?: readonly Addon[]
}

/** The roles of a dataset. */
export function rolesIn({roles, addons = []}: DatasetRoles, dataset: string): readonly Role[] {
  return addons.find(({name}) => name === dataset)?.roles ?? roles
}

/**
 * Compiles each role once. Throws as `createGrants` does.
 *
 * @param isPrivate whether people without an account or a token read nothing of a dataset
 */
export function createGrantsOf(
  {roles, addons = []}: DatasetRoles,
  clock: Clock,
  isPrivate: (dataset: string) => boolean = () => false,
): GrantsOf {
  const content = createGrants(roles, clock)
  const privateContent = createGrants(roles, clock, {isPrivate: true})
  const beside = new Map(
    // A share opens documents of its own dataset. In this one the same ID is another document.
    addons.map((addon) => [
      addon.name,
      createGrants(addon.roles, clock, {takesShareTokens: false}),
    ]),
  )
  return (dataset) => beside.get(dataset) ?? (isPrivate(dataset) ? privateContent : content)
}
