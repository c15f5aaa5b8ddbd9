// Pure functions about the addresses that a studio's page requests.

/** Where a page finds its lake. */
export interface LakeAddress {
  /** With its colon, as `window.location` gives it. */
  protocol: string
  /** Host with port. */
  host: string
  projectId: string
  /** Whether it is Sanity's. Then requests to Sanity's other services are sent, too. */
  isHosted?: boolean
}

/** Answers for all projects, e.g. about the project itself. */
const HOSTED_API = 'api.sanity.io'

/** The address of a project on Sanity's hosted Content Lake. */
export const hostedLake = (projectId: string): LakeAddress => ({
  protocol: 'https:',
  host: `${projectId}.${HOSTED_API}`,
  projectId,
  isHosted: true,
})

/**
 * Sanity's client puts the project ID before the API's host. An IP address cannot have such a
 * subdomain, and a subdomain of `localhost` does not get its cookie. So `<projectId>.<host>`
 * becomes `<host>`. Other addresses are returned unchanged. Works on the text, because `URL` does
 * not parse `example.192.168.0.7`.
 */
export function toLakeHost(url: string, {host, projectId}: LakeAddress): string {
  const below = `${projectId}.${host}`
  const [, scheme, rest] = /^(https?|wss?):\/\/(.*)$/is.exec(url) ?? []
  if (!scheme || !rest?.startsWith(below)) return url
  const path = rest.slice(below.length)
  return path === '' || /^[/?#]/.test(path) ? `${scheme}://${host}${path}` : url
}

/** The address of a request, as `fetch` takes it. */
export const addressOf = (input: RequestInfo | URL): string =>
  input instanceof Request ? input.url : String(input)

/** Scheme and host, e.g. `http://127.0.0.1:3333`. */
export const originOf = ({protocol, host}: LakeAddress): string => `${protocol}//${host}`

/** Event streams of the API would use up the six sockets of HTTP/1.1. */
export function isEventStream(url: string, lake: LakeAddress): boolean {
  const parsed = parse(url, lake)
  if (!parsed || parsed.host !== lake.host) return false
  return /^\/v[^/]+\/data\/(listen|live)\//.test(parsed.pathname)
}

/** True for requests to the lake's API, e.g. `/v2025-02-19/data/query/production`. */
export function isApi(url: string, lake: LakeAddress): boolean {
  const {host, pathname} = parse(url, lake) ?? {}
  const isLake = host === lake.host || (lake.isHosted === true && host === HOSTED_API)
  return isLake && /^\/v[^/]+\//.test(pathname ?? '')
}

const HOSTED_SERVICES = ['sanity.io', 'sanity-cdn.com', 'sanity.work', 'sanity-cdn.work']

/**
 * Hosts that the studio requests by itself (version check, feedback, crash reports). A studio on
 * its own lake calls none of them.
 */
export function isHostedService(url: string, lake: LakeAddress): boolean {
  if (lake.isHosted) return false
  const hostname = parse(url, lake)?.hostname
  if (!hostname) return false
  return HOSTED_SERVICES.some((name) => hostname === name || hostname.endsWith(`.${name}`))
}

/** The request for the person who is signed in. */
export function asksWhoIsSignedIn(url: string, lake: LakeAddress): boolean {
  const {host, pathname} = parse(url, lake) ?? {}
  return host === lake.host && /^\/v[^/]+\/users\/me$/.test(pathname ?? '')
}

/** The request for Sanity's feedback form. */
export function isFeedback(url: string, lake: LakeAddress): boolean {
  return /^\/v[^/]+\/intake\/feedback$/.test(parse(url, lake)?.pathname ?? '')
}

/** The request whether the API allows this page's origin. */
export function isCorsCheck(url: string, lake: LakeAddress): boolean {
  return isApi(url, lake) && /^\/v[^/]+\/check\/cors$/.test(parse(url, lake)?.pathname ?? '')
}

/** The request that stores a picture or another file. */
export const isUpload = (url: string): boolean => /\/v[^/]+\/assets\/(images|files)\//.test(url)

/** The path and query that a mux frame carries. */
export function pathOf(url: string, lake: LakeAddress): string {
  const parsed = parse(url, lake)
  return parsed ? `${parsed.pathname}${parsed.search}` : url
}

const parse = (url: string, lake: LakeAddress): URL | null => parseUrl(url, originOf(lake))

/** Replaces `URL.parse`, which not every browser has yet. */
export function parseUrl(url: string, base?: string): URL | null {
  try {
    return new URL(url, base)
  } catch {
    return null
  }
}
