// The grants of each dataset. Add-on datasets, such as comments, have roles of their own.
import {createGrants, type Grants} from './grants.ts'
import type {Addon, Clock, Role} from './types.ts'

export type GrantsOf = (dataset: string) => Grants

export interface DatasetRoles {
  /** For every dataset that is not an add-on. */
  roles: readonly Role[]
  addons?: readonly Addon[]
}

export function rolesIn({roles, addons = []}: DatasetRoles, dataset: string): readonly Role[] {
  return addons.find(({name}) => name === dataset)?.roles ?? roles
}

/**
 * Compiles each role once. Throws as `createGrants` does.
 * @param isPrivate whether actors without an account or a token can read nothing of a dataset
 */
export function createGrantsOf(
  {roles, addons = []}: DatasetRoles,
  clock: Clock,
  isPrivate: (dataset: string) => boolean = () => false,
): GrantsOf {
  const content = createGrants(roles, clock)
  const privateContent = createGrants(roles, clock, {isPrivate: true})
  const addonGrants = new Map(
    // A share token opens documents of the content dataset. The same ID in an add-on dataset is
    // another document.
    addons.map((addon) => [
      addon.name,
      createGrants(addon.roles, clock, {takesShareTokens: false}),
    ]),
  )
  return (dataset) => addonGrants.get(dataset) ?? (isPrivate(dataset) ? privateContent : content)
}
