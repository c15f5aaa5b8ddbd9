// Pure questions about an address that a studio's page asks for: is it the lake's, and what is it for?

/** Where a page finds its lake. */
export interface LakeAddress {
  /** With its colon, as `window.location` gives it. */
  protocol: string
  /** Host with port. */
  host: string
  projectId: string
}

/**
 * Sanity's client puts the project id before the API's host. An IP address has no such subdomain, and a cookie
 * of `localhost` is not sent to one. So what goes to `<projectId>.<host>` goes to `<host>`. Every other address is
 * returned as it came. Works on the text, because `URL` does not parse `example.192.168.0.7`.
 */
export function toLakeHost(url: string, {host, projectId}: LakeAddress): string {
  const below = `${projectId}.${host}`
  const [, scheme, rest] = /^(https?|wss?):\/\/(.*)$/is.exec(url) ?? []
  if (!scheme || !rest?.startsWith(below)) return url
  const path = rest.slice(below.length)
  return path === '' || /^[/?#]/.test(path) ? `${scheme}://${host}${path}` : url
}

/** Scheme and host, e.g. `http://127.0.0.1:3333`. */
export const originOf = ({protocol, host}: LakeAddress): string => `${protocol}//${host}`

/** True for the API's event streams, which would starve everything else on HTTP/1.1's six sockets. */
export function isEventStream(url: string, lake: LakeAddress): boolean {
  const parsed = parse(url, lake)
  if (!parsed || parsed.host !== lake.host) return false
  return /^\/v[^/]+\/data\/(listen|live)\//.test(parsed.pathname)
}

/** True for requests to the lake's API, e.g. `/v2025-02-19/data/query/production`. */
export function isApi(url: string, lake: LakeAddress): boolean {
  const parsed = parse(url, lake)
  return parsed !== null && parsed.host === lake.host && /^\/v[^/]+\//.test(parsed.pathname)
}

const HOSTED_SERVICES = ['sanity.io', 'sanity-cdn.com', 'sanity.work', 'sanity-cdn.work']

/**
 * True for hosts that the studio addresses by itself (version check, feedback, crash reports). A
 * studio on a lake of its own calls none of them, with or without a network.
 */
export function isHostedService(url: string, lake: LakeAddress): boolean {
  const hostname = parse(url, lake)?.hostname
  if (!hostname) return false
  return HOSTED_SERVICES.some((name) => hostname === name || hostname.endsWith(`.${name}`))
}

/** True for the form by which Sanity asks people how they like the studio. */
export function isFeedback(url: string, lake: LakeAddress): boolean {
  return /^\/v[^/]+\/intake\/feedback$/.test(parse(url, lake)?.pathname ?? '')
}

/** True for the question whether the API admits this page's origin. */
export function isCorsCheck(url: string, lake: LakeAddress): boolean {
  return isApi(url, lake) && /^\/v[^/]+\/check\/cors$/.test(parse(url, lake)?.pathname ?? '')
}

/** The path and query that a mux frame carries. */
export function pathOf(url: string, lake: LakeAddress): string {
  const parsed = parse(url, lake)
  return parsed ? `${parsed.pathname}${parsed.search}` : url
}

const parse = (url: string, lake: LakeAddress): URL | null => parseUrl(url, originOf(lake))

/** As `URL.parse`, which not every browser has yet. */
export function parseUrl(url: string, base?: string): URL | null {
  try {
    return new URL(url, base)
  } catch {
    return null
  }
}
