// Attempts beside the content: people, projects, signing in, webhooks, and what the studio asks of the
// platform.
import {expect} from 'vitest'
import {unsupportedRoutes} from '@copydesk/lake/http'
import {PRODUCT} from '../../../server/product.ts'
import {alike, askingOf, type Tries} from './requests.ts'
import {DATASET, type World} from './world.ts'

const PASSWORD = 'four words of one’s own'
/** It is never told anything. */
const NOWHERE = {url: 'http://127.0.0.1:9/', isDisabledByUser: true}
const HOOKS = '/v1/hooks/projects/copydesk'
/** What the studio's script sends and a link cannot. */
const AS_STUDIO = {headers: {'x-sanity-app': 'studio@6.16.0'}}

/** By `operation way of`. */
export function aroundWays(world: World): Record<string, Tries> {
  const {lake, desk} = world
  const {access, webhooks} = lake.lake.services
  const {asks, sends} = askingOf(world)
  const gets = (...paths: string[]): Tries => alike(...paths.map((path) => asks(path)))
  const account = (): string =>
    access.users.add({email: `${world.next()}@example.org`, name: 'X', roles: ['journalist']}).id
  const hook = (): string => webhooks.add({name: 'Rebuild', ...NOWHERE, dataset: DATASET}).id
  const form = (path: string, fields: () => Record<string, string>): Tries => {
    return (who) => asks(path, {method: 'POST', body: new URLSearchParams(fields())})(who)
  }
  const members = (text: string): boolean =>
    (JSON.parse(text) as {members: unknown[]}).members.length > 0
  const notThere: Tries = async ({headers}) => {
    const response = await lake.fetch(`${HOOKS}/attempts/1`, {headers})
    expect([401, 403, 404]).toContain(response.status)
    return response.status === 404
  }

  return {
    'read users your own account': asks('/v1/users/me'),
    'read users a colleague’s name': asks(`/v1/users/${desk.journalist.id}`),
    'manage users your own settings': alike(
      sends('/v1/users/me/keyvalue', () => [{key: 'sort', value: 'title'}], 'PUT'),
      sends('/v1/users/me/keyvalue/sort', () => [{key: 'sort', value: 'title'}], 'PUT'),
      asks('/v1/users/me/keyvalue/sort'),
      asks('/v1/users/me/keyvalue/sort', {method: 'DELETE'}),
    ),
    'read projects the newsroom’s name and your own grants': gets(
      '/v1/projects/copydesk',
      `/v1/projects/copydesk/datasets/${DATASET}/acl`,
    ),
    'read projects lists that are always empty': gets(
      '/v1/projects/copydesk/user-applications',
      '/v1/aliases',
      '/v1/jobs/x/listen',
    ),
    'read projects the list of the staff': asks('/v1/projects/copydesk', {}, members),
    'read projects datasets and roles': gets(
      '/v1/datasets',
      '/v1/projects',
      '/v1/projects/copydesk/datasets',
      '/v1/projects/copydesk/roles',
      '/v1/projects/copydesk/grants',
      '/v1/projects/copydesk/datasets/copy',
    ),
    'read platform status and features': alike(
      gets('/v1/ping', `/v1/data/ping/${DATASET}`, '/v1/features', '/v1/help', '/healthz'),
      gets('/v1/check/cors', '/v1/geoip/country', '/v1/journey/announcements'),
      gets('/v1/journey/trial', '/v1/auth/providers'),
      sends('/v1/intake/batch', () => ({})),
    ),
    'read platform where comments and history are': alike(
      sends(`/v1/comments/${DATASET}/setup`, () => ({})),
      gets('/v1/access/requests/me', '/v1/subscriptions/project/copydesk'),
      asks(`/v1/schedules/copydesk/${DATASET}`, {}, (text) => text === '{"schedules":[]}'),
    ),
    'read platform how many releases there are': asks(
      '/v1/projects/copydesk/new-content-release-allowed',
    ),
    'manage platform unsupported platform endpoints': alike(...elsewhere(asks)),
    'read metrics the server’s metrics': asks('/metrics'),

    'read auth when your own session ends': asks('/v1/auth/id'),
    'manage auth sign out': async (who) => {
      const name = Object.entries(world.voices).find(([, voice]) => voice === who)?.[0]
      const {headers} = world.again(name as never)
      const allowed = await asks('/v1/auth/logout', {method: 'POST'})({id: who.id, headers})
      if (headers['cookie']) {
        expect((await lake.fetch('/v1/auth/id', {headers})).status).toBe(401)
      }
      return allowed
    },
    'manage auth fetch a handed-over session': (who) => {
      const {secret} = access.sessions.start(desk.colleague.id)
      return asks(`/v1/auth/fetch?sid=${access.handovers.give(secret)}`, AS_STUDIO)(who)
    },
    'manage auth fetch a handed-over session again': (who) => {
      const sid = access.handovers.give(access.sessions.start(desk.colleague.id).secret)
      access.handovers.take(sid)
      return asks(`/v1/auth/fetch?sid=${sid}`, AS_STUDIO)(who)
    },
    'read login the sign-in page and the way to the provider': gets('/login', '/login/sso'),
    'manage login sign in with a wrong password': form('/login', () => ({
      email: 'editor1@example.org',
      password: `${PASSWORD} ${world.next()}`,
    })),
    'manage login sign in with a forged answer of the provider': asks(
      `/login/sso/callback?code=x&state=${'x'.repeat(43)}`,
    ),
    'manage sign-in set a password by a sign-in link': (who) => {
      const {secret} = access.links.create(account())
      const send = form(`/sign-in/${secret}`, () => ({password: PASSWORD, again: PASSWORD}))
      return alike(asks(`/sign-in/${secret}`), send)(who)
    },
    'manage sign-in set a password by a used link': (who) => {
      const {secret} = access.links.create(account())
      access.links.consume(secret)
      const send = form(`/sign-in/${secret}`, () => ({password: PASSWORD, again: PASSWORD}))
      return alike(asks(`/sign-in/${secret}`), send)(who)
    },

    'read people the list of account events': asks('/v1/people/events'),
    'manage people accounts': alike(
      asks('/v1/people'),
      sends(`/v1/people/${account()}`, () => ({roles: ['journalist']}), 'PATCH'),
      asks(`/v1/people/${account()}/sessions`, {method: 'DELETE'}),
    ),
    'manage people invitations and sign-in links': alike(
      sends('/v1/people', () => ({
        name: 'A newcomer',
        email: `${world.next()}@example.org`,
        roles: ['journalist'],
      })),
      sends(`/v1/people/${account()}/links`, () => ({})),
    ),
    'manage hooks webhooks': alike(
      asks(HOOKS),
      (who) => asks(`${HOOKS}/${hook()}`)(who),
      sends(HOOKS, () => ({name: 'Mine', ...NOWHERE, dataset: DATASET})),
      (who) => sends(`${HOOKS}/${hook()}`, () => ({name: 'Other'}), 'PATCH')(who),
      (who) => asks(`${HOOKS}/${hook()}`, {method: 'DELETE'})(who),
    ),
    'manage datasets datasets, over the API': (who) => {
      const name = world.next()
      const paths = [`/v1/datasets/${name}`, `/v1/projects/copydesk/datasets/${name}`]
      return alike(
        ...paths.flatMap((path) => [
          sends(path, () => ({aclMode: 'private'}), 'PUT'),
          sends(path, () => ({aclMode: 'public'}), 'PATCH'),
          asks(path, {method: 'DELETE'}),
        ]),
      )(who)
    },
    'read hooks deliveries of webhooks': alike(
      (who) => asks(`${HOOKS}/${hook()}/messages`)(who),
      (who) => asks(`${HOOKS}/${hook()}/attempts`)(who),
      notThere,
    ),
    'read passes the secret of a link': asks(`/v1/passes/${DATASET}/${world.link}`),
    'read passes your own link': asks('/v1/passes/me'),
  }
}

/** Those of them that refuse nothing. */
const ANSWERED_EMPTY = ['/aliases', '/projects/:project/datasets/copy', '/jobs/:job/listen']

/** Each endpoint that there is to say where else something is done. */
function elsewhere(asks: ReturnType<typeof askingOf>['asks']): Tries[] {
  return unsupportedRoutes({product: PRODUCT})
    .routes.filter(({path}) => !ANSWERED_EMPTY.includes(path))
    .map(({method, path}) => {
      const address = path.replaceAll(/:\w+/g, 'x').replace('*', 'x')
      return asks(`/v1${address}`, {method})
    })
}
