// A lake of ours in the hosted one's place: it keeps no rules and knows no acts, everybody may write
// everything, and its history answers as Sanity's History API does.
import {createClient, type SanityClient} from '@sanity/client'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createLake} from '@copydesk/lake'
import type {Grant} from '@copydesk/lake/types'
import {listen} from '@copydesk/lake/serve'
import {EditorialActionRefused} from '../../../../studio/data/actions/action-refused.ts'
import {actingUser} from '../../../../studio/data/actions/acting-user.ts'
import {hostedPeople} from '../../../../studio/data/actions/hosted-people.ts'
import {performOnHosted} from '../../../../studio/data/actions/perform-on-hosted.ts'
import type {EditorialActionRequest} from '../../../../model/editorial-actions.ts'
import type {Policy} from '../../../../workflow/checks/four-eyes.ts'
import {ROLES, STAFF_ROLES} from '../../../../model/roles.ts'
import {PRODUCT} from '../../../../server/product.ts'
import {START, type Role, type TestLake} from '../../../support/lake.ts'
import {openDesk, type Desk, type Voice} from '../../../support/piece.ts'

export const PROJECT_ID = 'abc123de'
export const DATASET = 'production'

export interface HostedDesk extends Desk {
  /** As the studio of this person would write. */
  clientOf(who: Voice): SanityClient
  /** Called before each transaction of an act reaches the lake: somebody else may be quicker. */
  beforeCommit: (() => Promise<unknown>) | undefined
  close(): Promise<void>
}

const everything: Grant = {
  filter: '!(_id in path("_.**"))',
  permissions: ['read', 'create', 'update', 'delete'],
}

/** @param granted what single roles may do, where it is not everything */
export async function openHostedDesk(
  policy: Policy = {fourEyes: 'enforced'},
  granted: Readonly<Record<string, Grant[]>> = {},
): Promise<HostedDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-hosted-'))
  let time = START
  let desk: HostedDesk | undefined
  let answer: (request: Request) => Response | Promise<Response> = () => new Response()
  const listening = await listen({host: '127.0.0.1', port: 0, fetch: (request) => answer(request)})
  const origin = `http://127.0.0.1:${listening.port}`
  const lake = createLake({
    dataFolder: folder,
    projectId: PROJECT_ID,
    datasets: [DATASET],
    roles: ROLES.map((role) =>
      role.name === 'reader' ? role : {...role, grants: granted[role.name] ?? [everything]},
    ),
    staffRoles: STAFF_ROLES,
    product: PRODUCT,
    origin,
    clock: () => time,
  })
  const isHistory = /\/data\/history\/production\/transactions\/([^?]+)/
  answer = async (request) => {
    const {pathname, searchParams} = new URL(request.url)
    const ids = isHistory.exec(pathname)?.[1]
    if (ids) return history(ids.split(','), searchParams)
    const isEditorialAction =
      request.method === 'POST' && searchParams.get('tag')?.startsWith('act.')
    if (isEditorialAction) await desk?.beforeCommit?.()
    return await lake.fetch(request)
  }
  lake.markReady()

  /** At most two transactions a page, so that a test turns pages. */
  function history(ids: string[], params: URLSearchParams): Response {
    const from = params.get('fromTransaction')
    const all = lake.services.log
      .since(0, 10_000)
      .filter(({changes}) => changes.some(({id}) => ids.includes(id)))
    const first = from ? all.findIndex(({transactionId}) => transactionId === from) : 0
    const since = params.get('fromTime') ?? ''
    const page = all
      .slice(first)
      .filter(({timestamp}) => timestamp >= since)
      .slice(0, 2)
      .map(({transactionId: id, author, timestamp}) => JSON.stringify({id, author, timestamp}))
    return new Response(`${page.join('\n')}\n`, {headers: {'content-type': 'application/x-ndjson'}})
  }

  const names = new Map<string, {name: string; role: string}>()
  let people = 0
  const test = {
    origin,
    folder,
    lake,
    setTime: (to: number) => void (time = to),
    now: () => time,
    fetch: (path: string, init?: RequestInit) => fetch(origin + path, init),
    person(role: Role, name = `A ${role}`) {
      const email = `${role}${++people}@example.org`
      const user = lake.services.access.users.add({email, name, roles: [role]})
      const session = lake.services.access.sessions.start(user.id)
      names.set(user.id, {name, role})
      const cookie = `copydesk_session=${session.secret}`
      return {id: user.id, cookie, credential: session.credential}
    },
  } as unknown as TestLake
  const common = await openDesk(test)
  let acts = 0

  const clientOf = (who: Voice): SanityClient =>
    createClient({
      projectId: PROJECT_ID,
      dataset: DATASET,
      apiHost: origin,
      useProjectHostname: false,
      useCdn: false,
      apiVersion: '2025-02-19',
      maxRetries: 0,
      headers: who.headers,
    })

  async function act(who: Voice, request: object): Promise<Response> {
    const client = clientOf(who)
    const {name, role} = names.get(who.id) ?? {name: 'A program', role: 'editor'}
    try {
      await performOnHosted(client, request as EditorialActionRequest, {
        actor: actingUser({id: who.id, name, roles: [{name: role}]}, false),
        people: await hostedPeople(client),
        policy,
        transactionId: `act${++acts}`,
        isDue: false,
      })
      return Response.json({transactionId: `act${acts}`})
    } catch (error) {
      if (!(error instanceof EditorialActionRefused)) throw error
      const {message: description, reasons, isConflict} = error
      const type = reasons.length > 0 ? 'editorialRule' : 'refused'
      const status = isConflict ? 409 : 403
      return Response.json({error: {type, description, reasons}}, {status})
    }
  }

  desk = {
    ...common,
    act,
    clientOf,
    beforeCommit: undefined,
    async close() {
      await listening.close()
      await lake.close()
      rmSync(folder, {recursive: true, force: true})
    },
  }
  return desk
}
