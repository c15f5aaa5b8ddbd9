// Which endpoints of the router somebody has asked for: a table of roles and endpoints is whole when
// everybody has asked at each.

export interface EndpointLog {
  note(who: string, method: string, path: string): void
  /** `role: endpoint`, of those that nobody with the role has asked for. */
  missing(roles: readonly string[]): string[]
}

/**
 * @param endpoints as the lake names them: those below `/v…` without it
 * @param root the others, such as `GET /login`
 */
export function createEndpointLog(
  endpoints: readonly string[],
  root: readonly string[],
): EndpointLog {
  const asked = new Set<string>()
  const compile = (name: string, prefix: string) => {
    const [method = '', path = ''] = name.split(' ')
    const pattern = path
      .replaceAll(/:\w+\{(.+?)\}/g, '($1)')
      .replaceAll(/:\w+/g, '[^/]+')
      .replaceAll(/\*$/g, '.*')
    return {name, method, pattern: new RegExp(`^${prefix}${pattern}$`)}
  }
  const known = [
    ...endpoints.map((name) => compile(name, '/v[^/]+')),
    ...root.map((name) => compile(name, '')),
  ]
  return {
    note(who, method, path) {
      // The first that fits answers, as in the router.
      const found = known.find(
        (one) => (one.method === 'ALL' || one.method === method) && one.pattern.test(path),
      )
      if (found) asked.add(`${who}: ${found.name}`)
    },
    missing: (roles) =>
      known.flatMap(({name}) =>
        roles.map((role) => `${role}: ${name}`).filter((entry) => !asked.has(entry)),
      ),
  }
}
