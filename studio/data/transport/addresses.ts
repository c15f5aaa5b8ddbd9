// Pure questions about an address: whose is it, and where does it go in a studio that has one origin?

/** The page's own address, as `window.location` gives it. */
export interface PageAddress {
  protocol: string
  /** Host with port. */
  host: string
}

/**
 * Sanity's client puts the project id before the API's host; a LAN address has no such subdomain.
 * What goes to `<projectId>.<host>` goes to `<host>`; every other address is returned as it came.
 * Works on the text, because `copydesk.192.168.0.7` is no host that `URL` would parse.
 */
export function toOwnOrigin(url: string, page: PageAddress, projectId: string): string {
  const foreign = `${projectId}.${page.host}`
  const [, scheme, rest] = /^(https?|wss?):\/\/(.*)$/is.exec(url) ?? []
  if (!scheme || !rest?.startsWith(foreign)) return url
  const path = rest.slice(foreign.length)
  return path === '' || /^[/?#]/.test(path) ? `${scheme}://${page.host}${path}` : url
}

/** True for the API's event streams, which would starve everything else on HTTP/1.1's six sockets. */
export function isEventStream(url: string, page: PageAddress): boolean {
  const parsed = parse(url, page)
  if (!parsed || parsed.host !== page.host) return false
  return /^\/v[^/]+\/data\/(listen|live)\//.test(parsed.pathname)
}

/** True for requests to the API of this origin, e.g. `/v2025-02-19/data/query/production`. */
export function isApi(url: string, page: PageAddress): boolean {
  const parsed = parse(url, page)
  return parsed !== null && parsed.host === page.host && /^\/v[^/]+\//.test(parsed.pathname)
}

const HOSTED_SERVICES = ['sanity.io', 'sanity-cdn.com', 'sanity.work', 'sanity-cdn.work']

/**
 * True for hosts that the studio addresses by itself (version check, feedback, crash reports). A
 * newsroom on its own machine calls none of them, with or without a network.
 */
export function isHostedService(url: string, page: PageAddress): boolean {
  const hostname = parse(url, page)?.hostname
  if (!hostname) return false
  return HOSTED_SERVICES.some((name) => hostname === name || hostname.endsWith(`.${name}`))
}

/** True for the form by which Sanity asks people how they like the studio. */
export function isFeedback(url: string, page: PageAddress): boolean {
  return /^\/v[^/]+\/intake\/feedback$/.test(parse(url, page)?.pathname ?? '')
}

/** True for the question whether the API admits this page's origin. */
export function isCorsCheck(url: string, page: PageAddress): boolean {
  return isApi(url, page) && /^\/v[^/]+\/check\/cors$/.test(parse(url, page)?.pathname ?? '')
}

/** The path and query that a mux frame carries. */
export function pathOf(url: string, page: PageAddress): string {
  const parsed = parse(url, page)
  return parsed ? `${parsed.pathname}${parsed.search}` : url
}

function parse(url: string, page: PageAddress): URL | null {
  try {
    return new URL(url, `${page.protocol}//${page.host}`)
  } catch {
    return null
  }
}
