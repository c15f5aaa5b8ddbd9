// /hooks/projects/:project/…: webhooks with the shapes of Sanity's API and `sanity hooks`. Secrets
// and values of headers are never returned.
import {Hono, type Context} from 'hono'
import {Forbidden, NotFound, Unauthenticated} from '../../errors.ts'
import {isStranger, type Grants} from '../../grants.ts'
import {isOff, type Webhook} from '../../webhooks/hook-table.ts'
import type {Attempt, Message} from '../../webhooks/message-table.ts'
import type {Webhooks} from '../../webhooks/webhooks.ts'
import {readJsonBody} from '../body.ts'
import type {LakeEnv} from '../context.ts'

export interface WebhookRoutesDeps {
  webhooks: Webhooks
  grants: Pick<Grants, 'has'>
  projectId: string
}

const MAX_BYTES = 64 * 1024
const BASE = '/hooks/projects/:project'

/** For people with the ability `webhooks.manage`. */
export function webhooksRoutes({webhooks, grants, projectId}: WebhookRoutesDeps): Hono<LakeEnv> {
  const idOf = (c: Context<LakeEnv>): string => c.req.param('id') ?? ''
  const shown = (hook: Webhook) => ({
    type: 'document',
    projectId,
    ...hook,
    since: undefined,
    switchedOff: hook.switchedOff && {at: hook.switchedOff.at, reason: hook.switchedOff.reason},
    catchUp: hook.catchUp && {since: hook.catchUp.since, lostSince: hook.catchUp.lostSince},
    headers: Object.fromEntries(Object.keys(hook.headers).map((name) => [name, '(hidden)'])),
    // Sanity's responses have this member. Here it is always null.
    secret: null,
    deletedAt: null,
    isDisabled: isOff(hook),
  })

  const routes = new Hono<LakeEnv>()
  routes.use('/hooks/*', async (c, next) => {
    const actor = c.get('actor')
    if (isStranger(actor)) throw new Unauthenticated()
    if (!grants.has(actor, 'webhooks.manage')) {
      throw new Forbidden('Only administrators and developers manage webhooks.')
    }
    c.header('Cache-Control', 'private, no-store')
    await next()
  })
  routes.use(`${BASE}/*`, async (c, next) => {
    if (c.req.param('project') !== projectId) {
      throw new NotFound(`There is no project "${c.req.param('project')}".`)
    }
    await next()
  })
  return routes
    .get(BASE, (c) => c.json(webhooks.list().map(shown)))
    .post(BASE, async (c) => {
      const {value} = await readJsonBody(c, MAX_BYTES)
      return c.json(shown(webhooks.add(value)), 201)
    })
    .get(`${BASE}/attempts/:attempt`, (c) => {
      const {attempt} = c.req.param()
      return c.json(
        attemptOf(webhooks.attempt(/^\d{1,15}$/.test(attempt) ? Number(attempt) : -1), projectId),
      )
    })
    .get(`${BASE}/:id`, (c) => c.json(shown(webhooks.get(idOf(c)))))
    .patch(`${BASE}/:id`, async (c) => {
      const {value} = await readJsonBody(c, MAX_BYTES)
      return c.json(shown(webhooks.change(idOf(c), value)))
    })
    .delete(`${BASE}/:id`, (c) => {
      webhooks.remove(idOf(c))
      return c.body(null, 204)
    })
    .get(`${BASE}/:id/messages`, (c) =>
      c.json(webhooks.messages(idOf(c)).map((message) => messageOf(message, projectId))),
    )
    .get(`${BASE}/:id/attempts`, (c) =>
      c.json(webhooks.attempts(idOf(c)).map((attempt) => attemptOf(attempt, projectId))),
    )
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** As the studio's command line prints them (`sanity hooks logs`). */
function messageOf(message: Message, projectId: string): Record<string, unknown> {
  const {id, hook, dataset, documentId, payload, status, resultCode, failures} = message
  return {
    id: String(id),
    projectId,
    hookId: hook,
    dataset,
    documentId,
    payload,
    status,
    resultCode,
    failureCount: failures,
    createdAt: iso(message.createdAt),
    ...(status === 'queued' ? {nextAttemptAt: iso(message.nextAt)} : {}),
  }
}

function attemptOf(attempt: Attempt, projectId: string): Record<string, unknown> {
  const {id, hook, message, at, duration, resultCode, failure, detail} = attempt
  return {
    id: String(id),
    projectId,
    hookId: hook,
    messageId: String(message),
    createdAt: iso(at),
    duration,
    inProgress: false,
    isFailure: failure !== null,
    failureReason: failure === 'refused' ? 'other' : failure,
    resultCode,
    // The author of a webhook must not be able to read responses of machines in this network.
    resultBody: detail,
  }
}
