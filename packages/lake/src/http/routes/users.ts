// /users/…: the signed-in person, other people, and the studio's settings of a person.
import {Hono} from 'hono'
import {bodyLimit} from 'hono/body-limit'
import type {Access} from '../../access/access.ts'
import type {Setting} from '../../access/settings.ts'
import {BadRequest, Forbidden, NotFound, TooLarge, Unauthenticated} from '../../errors.ts'
import {isReader, isStranger, SYSTEM_ACTOR} from '../../grants.ts'
import type {Product} from '../../product.ts'
import type {Actor, Role} from '../../types.ts'
import {assertLevels} from '../body.ts'
import type {LakeEnv} from '../context.ts'

export interface UsersDeps {
  access: Access
  roles: readonly Role[]
  /** Its prefix is the sign-in provider's name. Tokens have `<prefix>-token`. */
  product: Pick<Product, 'prefix'>
}

/** The studio's maximum in one request (core/store/user/userStore `maxBatchSize`). */
const MAX_IDS = 400

/** Throws `Unauthenticated` for the anonymous reader: names are for colleagues. */
export function signedIn(actor: Actor): Actor {
  if (isStranger(actor)) throw new Unauthenticated()
  return actor
}

/** @throws Forbidden for readers: a front end's token is not secret, and could fill the disk */
function ownerOfSettings(actor: Actor): Actor {
  if (isReader(signedIn(actor))) throw new Forbidden('Settings are for the staff.')
  return actor
}

/** Shapes as in core/store/authStore and core/store/user. */
export function usersRoutes({access, roles, product}: UsersDeps): Hono<LakeEnv> {
  const provider = product.prefix
  return new Hono<LakeEnv>()
    .get('/users/me', (c) => {
      const actor = c.get('actor')
      // An empty 200, because the studio shows a crash screen for any error except 401.
      if (isStranger(actor)) return c.json({})
      const mine = roles.filter((role) => actor.roles.includes(role.name))
      return c.json({
        id: actor.id,
        name: actor.name,
        email: actor.email ?? '',
        profileImage: null,
        role: mine[0]?.name ?? '',
        roles: mine.map(({name, title, description}) => ({name, title, description})),
        provider: actor.kind === 'user' ? provider : `${provider}-token`,
      })
    })
    .get('/users/me/keyvalue/:keys{.+}', (c) => {
      const {id} = ownerOfSettings(c.get('actor'))
      return c.json(access.settings.get(id, c.req.param('keys').split(',').slice(0, MAX_IDS)))
    })
    .on(
      'PUT',
      ['/users/me/keyvalue', '/users/me/keyvalue/:keys{.+}'],
      bodyLimit({
        maxSize: 1024 * 1024,
        onError: () => {
          throw new TooLarge('Settings are limited to 1 MB at once.')
        },
      }),
      async (c) => {
        const {id} = ownerOfSettings(c.get('actor'))
        const body = await c.req.json<unknown>().catch(() => null)
        assertLevels(body)
        const settings = parseSettings(body)
        access.settings.set(id, settings)
        // The studio reads the stored value from the first entry (keyValue/backends/server.ts).
        return c.json(settings)
      },
    )
    .delete('/users/me/keyvalue/:key{.+}', (c) => {
      const {id} = ownerOfSettings(c.get('actor'))
      const key = c.req.param('key')
      if (!access.settings.remove(id, key)) throw new NotFound(`The setting "${key}" is not set.`)
      return c.body(null, 204)
    })
    .get('/users/:ids', (c) => {
      const actor = signedIn(c.get('actor'))
      const ids = c.req.param('ids').split(',').slice(0, MAX_IDS)
      const people = ids.flatMap(
        (id) => describe({access, provider}, id === 'me' ? actor.id : id, actor) ?? [],
      )
      if (ids.length > 1) return c.json(people)
      if (!people[0]) throw new NotFound(`There is no user "${ids[0]}".`)
      return c.json(people[0])
    })
}

/** A person, a token or the system as the studio shows authors of changes. */
function describe(
  {access, provider}: Pick<UsersDeps, 'access'> & {provider: string},
  id: string,
  asker: Actor,
): Record<string, unknown> | null {
  // A front end's token is not secret, so it can read only about itself.
  if (isReader(asker) && id !== asker.id) return null
  const user = access.users.get(id)
  const name =
    user?.name ?? access.tokens.get(id)?.name ?? (id === 'system' ? SYSTEM_ACTOR.name : null)
  if (name === null) return null
  return {
    id,
    displayName: name,
    imageUrl: null,
    isCurrentUser: id === asker.id,
    provider: user ? provider : `${provider}-token`,
    // Addresses are for people on the staff, not for programs.
    ...(user && asker.kind === 'user' ? {email: user.email, createdAt: user.createdAt} : {}),
  }
}

function parseSettings(body: unknown): Setting[] {
  if (!Array.isArray(body) || body.length > MAX_IDS || !body.every(isSetting)) {
    throw new BadRequest('Send a list of {"key", "value"}.')
  }
  return body.map(({key, value}) => ({key, value}))
}

function isSetting(entry: unknown): entry is Setting {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'key' in entry &&
    typeof entry.key === 'string' &&
    'value' in entry
  )
}
