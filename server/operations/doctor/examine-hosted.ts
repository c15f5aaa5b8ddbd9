// What `doctor` looks at in hosted mode: project, CORS origin, dataset and token. It changes nothing there.
import type {Hosted} from '../../environment.ts'
import {unreachable} from '../../hosted-error.ts'
import {note, ok, problem, type Finding} from './finding.ts'

export interface HostedExamination {
  hosted: Hosted
  /** The studio's origin. */
  origin: string
  token?: string | undefined
  /** The API's address. */
  base?: string
}

interface Answer {
  status: number
  body: Record<string, unknown>
}

type Ask = (path: string, init?: RequestInit) => Promise<Answer>

const TIMEOUT_MS = 10_000
const manage = (projectId: string, page: string): string =>
  `https://www.sanity.io/manage/project/${projectId}/${page}`

/** Ends where it finds no project: nothing else can be asked then. */
export async function examineHosted(examination: HostedExamination): Promise<Finding[]> {
  const {hosted, origin, token} = examination
  const {projectId} = hosted
  const base = examination.base ?? `https://${projectId}.api.sanity.io`
  const ask: Ask = async (path, init) => {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const response = await fetch(`${base}/v2025-02-19${path}`, {...init, signal})
    const body: unknown = await response.json().catch(() => null)
    return {status: response.status, body: (body ?? {}) as Answer['body']}
  }
  try {
    const cors = await ask('/check/cors', {headers: {origin}})
    if (cors.status === 404) {
      return [
        problem(
          `There is no project ${projectId} at sanity.io: set SANITY_STUDIO_PROJECT_ID to the id of one of yours (https://www.sanity.io/manage)`,
        ),
      ]
    }
    return [
      ok(`Project ${projectId} is there`),
      originFinding(cors, {projectId, origin}),
      await examineDataset(ask, hosted),
      ...(await examineToken(ask, hosted, token)),
    ]
  } catch (error) {
    const why = unreachable(error)
    if (why === null) throw error
    return [problem(`${new URL(base).host} cannot be reached (${why})`)]
  }
}

function originFinding(
  {status, body}: Answer,
  {projectId, origin}: {projectId: string; origin: string},
): Finding {
  const {allowed, withCredentials} = (body['result'] ?? {}) as Record<string, unknown>
  const mend = `npx sanity cors add ${origin} --credentials, or ${manage(projectId, 'api')}`
  if (allowed === true && withCredentials === true) {
    return ok(`${origin} is a CORS origin of the project, with credentials`)
  }
  if (allowed === true) {
    return problem(
      `${origin} is a CORS origin without credentials, so nobody can sign in to the studio: ${mend}`,
    )
  }
  if (status !== 200) return problem(`The project does not tell its CORS origins (${status})`)
  return problem(
    `${origin} is not a CORS origin of the project, so the studio cannot load: ${mend}`,
  )
}

/** As the site asks: without a token. */
async function examineDataset(ask: Ask, {projectId, dataset}: Hosted): Promise<Finding> {
  const query = encodeURIComponent('*[0]._id')
  const {status} = await ask(`/data/query/${dataset}?query=${query}`)
  if (status === 200) return ok(`Dataset ${dataset} is there, and answers without a token`)
  if (status === 404) {
    return problem(
      `The project has no dataset ${dataset}: npx sanity datasets create ${dataset}, or set SANITY_STUDIO_DATASET`,
    )
  }
  if (status === 401 || status === 403) {
    return problem(
      `Dataset ${dataset} does not answer without a token, and the site has none: make it public (${manage(projectId, 'datasets')})`,
    )
  }
  return problem(`Dataset ${dataset} does not answer (${status})`)
}

async function examineToken(
  ask: Ask,
  {projectId, dataset}: Hosted,
  token: string | undefined,
): Promise<Finding[]> {
  const mend = `make one with the role editor (${manage(projectId, 'api')})`
  if (!token) {
    return [note(`SANITY_AUTH_TOKEN is not set. "export" and "perform-scheduled" need it: ${mend}`)]
  }
  const headers = {authorization: `Bearer ${token}`, 'content-type': 'application/json'}
  const me = await ask('/users/me', {headers})
  if (me.status !== 200 || typeof me.body['id'] !== 'string') {
    return [problem(`The project does not accept the token in SANITY_AUTH_TOKEN: ${mend}`)]
  }
  const {status, body} = await ask(`/projects/${projectId}`, {headers})
  const listsMembers = status === 200 && Array.isArray(body['members'])
  // A dry run: nothing is written.
  const written = await ask(`/data/mutate/${dataset}?dryRun=true`, {
    method: 'POST',
    headers,
    body: JSON.stringify({mutations: [{create: {_id: 'review.copydesk-doctor', _type: 'review'}}]}),
  })
  return [
    ok('The project accepts the token in SANITY_AUTH_TOKEN'),
    listsMembers
      ? ok('It may list the members of the project')
      : problem(
          `It may not list the members of the project, which "perform-scheduled" needs: ${mend}`,
        ),
    written.status === 200
      ? ok('It may write')
      : problem(`It may not write (${written.status}), which "perform-scheduled" needs: ${mend}`),
  ]
}
