// /people/…: administration of people. Sanity's API has no such endpoints.
import {Hono, type Context} from 'hono'
import type {Logger} from 'pino'
import type {Access} from '../../access/access.ts'
import type {AccountEvent} from '../../access/account-events.ts'
import type {Invitation, Person, PersonChange} from '../../access/people.ts'
import {BadRequest, Forbidden, LakeError} from '../../errors.ts'
import type {Grants} from '../../grants.ts'
import type {Newcomers} from '../../parts/newcomers.ts'
import type {Product} from '../../product.ts'
import type {Actor, Role} from '../../types.ts'
import {readJsonBody} from '../body.ts'
import type {LakeEnv} from '../context.ts'
import {noPasswords} from '../sign-in-flow.ts'
import {signedIn} from './users.ts'

export interface PeopleDeps {
  access: Access
  newcomers: Newcomers
  grants: Grants
  product: Pick<Product, 'place'>
  roles: readonly Role[]
  /** The names of the roles that a person can have. */
  staffRoles: readonly string[]
  /** The public origin, for links. Without it, links have the origin of the request. */
  publicOrigin?: string
  /** False if people sign in only through a provider: then there are no sign-in links. */
  hasPasswords: boolean
  /** Logs at level `info` which administrator changed which account. */
  logger?: Logger
}

const MAX_BYTES = 16 * 1024
const EVENTS_PER_PAGE = 50

/**
 * Checked again after the body has arrived, because a colleague may have changed the caller's
 * account meanwhile.
 */
function managerIn(
  c: Context<LakeEnv>,
  {access, grants}: Pick<PeopleDeps, 'access' | 'grants'>,
): Actor & {credential: string} {
  const actor = signedIn(c.get('actor'))
  const {kind, credential = '', roles} = actor
  // A token could create two people, and approve as one what it wrote as the other.
  if (kind !== 'user') {
    throw new Forbidden('People are managed by a person who is signed in, not by a token.')
  }
  if (!grants.has(actor, 'people.manage')) {
    throw new Forbidden('Only an administrator manages people.')
  }
  if (!access.liveCredential(credential, roles)) {
    throw new Forbidden('Your own account was changed meanwhile. Load the page again.')
  }
  return {...actor, credential}
}

/** Everything here is for people whose role has the ability `people.manage`. */
export function peopleRoutes(deps: PeopleDeps): Hono<LakeEnv> {
  const {access, newcomers, publicOrigin, logger} = deps
  const {people} = access
  const {hasPasswords: hasLinks} = deps
  const roles = rolesOf(deps)
  const manager = (c: Context<LakeEnv>) => managerIn(c, deps)
  const note = (c: Context<LakeEnv>, what: string, account: string): void =>
    logger?.info({by: c.get('actor').id, account}, `People: ${what}`)
  const withLink = (c: Context<LakeEnv>, {person, secret, expiresAt}: Invitation) => {
    const link = `${publicOrigin ?? new URL(c.req.url).origin}/sign-in/${secret}`
    return c.json({person: describe(person), link, expiresAt}, 201)
  }

  return new Hono<LakeEnv>()
    .use('/people/*', async (c, next) => {
      manager(c)
      c.header('Cache-Control', 'no-store')
      await next()
    })
    .get('/people', (c) => c.json({people: people.list().map(describe), hasLinks, roles}))
    .get('/people/events', (c) => {
      const before = parseBefore(c.req.query('before'))
      const found = people.events({before, limit: EVENTS_PER_PAGE + 1})
      const events = found.slice(0, EVENTS_PER_PAGE).map((event) => describeEvent(event, access))
      return c.json({events, hasMore: found.length > events.length})
    })
    .post('/people', async (c) => {
      const {value} = await readJsonBody(c, MAX_BYTES)
      const by = {account: manager(c).id}
      const newcomer = parseInvitation(value)
      if (!hasLinks) {
        const person = await newcomers.add(newcomer, by, value)
        note(c, 'added', person.id)
        return c.json({person: describe(person), link: null, expiresAt: null}, 201)
      }
      const invitation = await newcomers.invite(newcomer, by, value)
      note(c, 'invited', invitation.person.id)
      return withLink(c, invitation)
    })
    .patch('/people/:id', async (c) => {
      const {value} = await readJsonBody(c, MAX_BYTES)
      const by = {account: manager(c).id}
      const change = parseChange(value)
      const person = await people.change(c.req.param('id'), change, by)
      note(c, `changed ${Object.keys(change).join(' and ')}`, person.id)
      return c.json({person: describe(person)})
    })
    .delete('/people/:id/sessions', async (c) => {
      const id = c.req.param('id')
      const {id: account, credential} = manager(c)
      const answer = await people.endSessions(id, {account}, credential)
      note(c, 'ended sessions', id)
      return c.json(answer)
    })
    .post('/people/:id/links', async (c) => {
      if (!hasLinks) throw new LakeError(409, 'conflict', noPasswords(deps.product.place))
      const invitation = await people.renewLink(c.req.param('id'), {account: manager(c).id})
      note(c, 'renewed the sign-in link', invitation.person.id)
      return withLink(c, invitation)
    })
}

/** The roles that people can have. */
const rolesOf = ({roles, staffRoles}: PeopleDeps) =>
  roles
    .filter(({name}) => staffRoles.includes(name))
    .map(({name, title, description}) => ({name, title, description}))

/** The fields are listed, so that a new field of accounts is not published by accident. */
function describe(person: Person): Record<string, unknown> {
  const {id, name, email, roles, disabled, createdAt} = person
  const {hasSignedIn, openSessions, lastSeenAt, linkExpiresAt} = person
  return {
    id,
    name,
    email,
    roles,
    disabled,
    createdAt,
    hasSignedIn,
    openSessions,
    lastSeenAt,
    linkExpiresAt,
  }
}

/** With current names. The names of forgotten people are gone. */
function describeEvent({account, by, ...event}: AccountEvent, {users}: Access): object {
  const named = (id: string) => ({id, name: users.get(id)?.name ?? id})
  return {
    ...event,
    account: named(account),
    by: 'account' in by ? named(by.account) : by,
  }
}

function parseBefore(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const before = Number(text)
  if (/^\d+$/.test(text) && Number.isSafeInteger(before)) return before
  throw new BadRequest(`"before" must be the id of an event, not "${text}".`)
}

function parseInvitation({name, email, roles}: Record<string, unknown>) {
  if (typeof name !== 'string' || typeof email !== 'string' || !areNames(roles)) {
    throw new BadRequest('Send {"name", "email", "roles"}, the roles as a list.')
  }
  return {name, email, roles}
}

function parseChange(value: Record<string, unknown>): PersonChange {
  const {roles, disabled, ...others} = value
  const rolesFit = roles === undefined || areNames(roles)
  const disabledFits = disabled === undefined || typeof disabled === 'boolean'
  const isEmpty = roles === undefined && disabled === undefined
  if (!rolesFit || !disabledFits || isEmpty || Object.keys(others).length > 0) {
    throw new BadRequest('Send {"roles"}, a list, or {"disabled"}, true or false.')
  }
  return {
    ...(roles === undefined ? {} : {roles}),
    ...(disabled === undefined ? {} : {disabled}),
  }
}

const areNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string')
