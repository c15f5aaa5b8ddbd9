// DNS rebinding: a page of another site must not reach the lake by pointing its own name here.
import {createMiddleware} from 'hono/factory'
import {isIP} from 'node:net'
import {LakeError} from '../../errors.ts'

export interface HostRules {
  projectId: string
  /** Further host names of this server, without port. Loopback names are always its own. */
  hostNames: readonly string[]
  /** Whether the server listens beyond loopback: then any IP address may be its own. */
  onNetwork: boolean
  /** How the server gets a further host name, as `Product.hints.hostName`. */
  hint: string
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether a `Host` header names this server. */
export function isOwnHost(host: string | undefined, rules: HostRules): boolean {
  if (!host) return false
  const name = host.replace(/:\d+$/, '').toLowerCase()
  const bare = name.startsWith(`${rules.projectId}.`)
    ? name.slice(rules.projectId.length + 1)
    : name
  if (LOOPBACK.has(bare) || rules.hostNames.includes(bare)) return true
  // An IP address cannot be rebound.
  return rules.onNetwork && isIP(bare.replace(/^\[|\]$/g, '')) !== 0
}

/** Refuses requests for other hosts with 421. */
export function ownHostOnly(rules: HostRules) {
  return createMiddleware(async function ownHost(c, next) {
    // The address may name another host than the header does (its absolute form). It does not parse where
    // the header is not a host name, such as "example.127.0.0.1".
    const host = URL.parse(c.req.url)?.host
    if (![c.req.header('host') ?? host, host].every((name) => isOwnHost(name, rules))) {
      throw new LakeError(
        421,
        'unknownHost',
        `This server does not answer to that host name. ${rules.hint}`,
      )
    }
    await next()
  })
}
