// What keeps us from the hosted Content Lake, in one sentence with what to do about it.
import {OperatorError} from '@copydesk/lake/errors'
import {type Hosted} from './environment.ts'

interface ClientError extends Error {
  statusCode?: number
  code?: unknown
  response?: {body?: unknown}
}

/** What `doctor` is for. */
const EXAMINE = '"npm run copydesk -- doctor" examines project, dataset, CORS origin and token.'

/**
 * @param error of Sanity's client, or of `fetch`
 * @param use with `token`: the request carried SANITY_AUTH_TOKEN
 * @returns an OperatorError; the error itself if the API did not send it
 */
export function hostedError(error: unknown, hosted: Hosted, use: {token: boolean}): unknown {
  if (!(error instanceof Error)) return error
  const {statusCode, response} = error as ClientError
  if (statusCode !== undefined) {
    return new OperatorError(
      `${describeRefusal(statusCode, hosted, use)} ${messageIn(response?.body)}`,
    )
  }
  const why = unreachable(error)
  if (why === null) return error
  return new OperatorError(
    `${hosted.projectId}.api.sanity.io cannot be reached (${why}): look at the network of this machine, and at SANITY_STUDIO_PROJECT_ID.`,
  )
}

/** For a response of the API without a 2xx status. */
function describeRefusal(
  status: number,
  {projectId, dataset}: Hosted,
  {token}: {token: boolean},
): string {
  const project = `Sanity's project ${projectId}`
  if (status === 401 && token) return `${project} does not accept the token in SANITY_AUTH_TOKEN.`
  if (status === 403 && token)
    return `The token in SANITY_AUTH_TOKEN may not do this in ${project}.`
  if (status === 401 || status === 403) {
    return `The dataset ${dataset} of ${project} cannot be read without a token: make it public.`
  }
  if (status === 404) return `${project} has no dataset ${dataset}, or there is no such project.`
  if (status === 429)
    return `${project} has answered as many requests as its plan includes for now.`
  return `${project} answered ${status}.`
}

/** The API's own words, and where to look. */
function messageIn(body: unknown): string {
  const {message, error} = (body ?? {}) as {message?: unknown; error?: unknown}
  const nested = (error as {description?: unknown} | undefined)?.description
  const said = [message, nested, error].find((text): text is string => typeof text === 'string')
  return `${said ? `It says: "${said}". ` : ''}${EXAMINE}`
}

/** Why there was no response; null if there was one. */
export function unreachable(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    const {code} = at as ClientError
    if (typeof code === 'string' && /^(?:E[A-Z_]+|UND_ERR_\w+)$/.test(code)) return code
    if (at.name === 'TimeoutError') return 'no answer in time'
  }
  return null
}
