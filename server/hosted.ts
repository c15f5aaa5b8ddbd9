// With a project id in `.env` no lake starts: the same studio and site on Sanity's hosted API.
import {originOf, type Environment} from './environment.ts'
import {builtFront, type Front, type FrontMaker} from './front.ts'
import {listen} from '@copydesk/lake/serve'
import {withoutSite} from './without-site.ts'

/** Serves only studio and site. The studio's address must be a CORS origin of the project. */
export async function startHosted(
  environment: Environment,
  say: (line: string) => void,
  frontMaker: FrontMaker = builtFront,
): Promise<{origin: string; close(): Promise<void>}> {
  const {hosted} = environment
  if (!hosted) throw new Error('startHosted needs a project id')
  let pages: (request: Request) => Response | Promise<Response> = () =>
    new Response('Copydesk is starting …', {status: 503, headers: {'Retry-After': '2'}})
  const listening = await listen({
    ...environment,
    otherPort: 'PORT=3334 npm start',
    fetch: (request) => pages(request),
  })
  frontMaker.beforeLake?.(listening.server)
  const origin = originOf({...environment, port: listening.port})
  let front: Front
  try {
    front = await frontMaker.open({...hosted, origin}, say)
    const answer = environment.site === 'off' ? withoutSite(front.pages) : front.pages
    pages = (request) =>
      new URL(request.url).pathname === '/healthz' ? Response.json({status: 'ok'}) : answer(request)
  } catch (error) {
    await listening.close()
    throw error
  }
  say('')
  say(
    `Copydesk is running on Sanity's hosted Content Lake, project ${hosted.projectId}, dataset ${hosted.dataset}.`,
  )
  if (environment.site !== 'off') say(`  Site    ${origin}/`)
  say(`  Studio  ${origin}/studio (add ${origin} to the project's CORS origins, with credentials)`)
  say('To see what is missing at sanity.io: npm run copydesk -- doctor')
  say('')
  say('Ctrl-C stops it.')
  return {
    origin,
    async close() {
      await listening.close()
      await front.close()
    },
  }
}
