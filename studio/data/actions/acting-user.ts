// The signed-in person, in the form that the checks need.
import type {ActActor} from '../../../workflow/perform/types.ts'

/** On Sanity's hosted lake the built-in roles count as the newsroom's. */
const HOSTED_ROLES: Record<string, string[]> = {
  administrator: ['editor', 'administrator'],
  developer: ['editor'],
  contributor: ['journalist'],
}

export function actingUser(
  user: {id?: string; name?: string; roles: {name: string}[]} | null,
  embedded: boolean,
): ActActor {
  const names = (user?.roles ?? []).map(({name}) => name)
  const roles = embedded ? names : names.flatMap((name) => HOSTED_ROLES[name] ?? [name])
  return {id: user?.id ?? '', name: user?.name ?? '', kind: 'user', roles}
}
