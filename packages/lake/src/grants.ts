// Roles as GROQ grants: may this actor do this to this document? A leaf that documents/, query/,
// listen/ and access/ all ask, so that one answer holds on every path.
import {
  singleDocumentContext,
  compileQuery,
  fieldsReadBy,
  idPrefix,
  parseQuery,
  Scope,
} from '@copydesk/groq'
import type {Ability, Actor, Clock, Grant, LakeDocument, Permission, Role} from './types.ts'

/** `system` is the lake itself and commands run on the data folder: nothing is denied to it. */
export const SYSTEM_ACTOR: Actor = {id: 'system', kind: 'system', roles: [], name: 'The system'}

/** Who comes without a credential. */
export const ANONYMOUS_ACTOR: Actor = {
  id: 'anonymous',
  kind: 'anonymous',
  roles: ['reader'],
  name: 'Anonymous reader',
}

interface CompiledGrant extends Grant {
  /** `now` is asked only where the filter asks. */
  matches: (scope: Scope) => boolean
  /** What it looks at besides a document's type and the kind of its id, if that is known. */
  fields: ReadonlySet<string> | undefined
}

/** What a grant can hang on besides its filter, which sees the one document: others around it. */
export type Condition = 'whileReferenced' | 'referrers' | 'targets'

/** Whether a condition holds for a document (`visibility.ts`). */
export type Holds = (condition: Condition, document: LakeDocument) => boolean

export interface Decision {
  permitted: boolean
  /** Where it is not permitted as it is: it would be if any of these held. */
  conditions: readonly Condition[]
  /** The answer was reached by asking the clock: it may be another one later. */
  dependsOnTime: boolean
}

export interface Grants {
  /** The union of the actor's roles, as `/acl` serves it. Unknown roles grant nothing. */
  of(actor: Actor): Grant[]
  /**
   * True where ANY grant with that permission matches, as on hosted Sanity. `holds` answers for
   * grants that hang on other documents; where the caller cannot know, no condition holds.
   */
  permits(actor: Actor, permission: Permission, document: LakeDocument, holds?: Holds): boolean
  /** What the document alone says, and whether that depends on the clock. */
  decide(actor: Actor, permission: Permission, document: LakeDocument): Decision
  /** The same for many documents, one after the other: alike ones are decided once. */
  decider(actor: Actor, permission: Permission): (document: LakeDocument) => Decision
  /** True where the document's content has no say: every document is permitted. */
  permitsAll(actor: Actor, permission: Permission): boolean
  /** False where the actor has no grant of that permission at all, whatever the document. */
  mayEver(actor: Actor, permission: Permission): boolean
  /** Of two with the same audience each may read what the other may. */
  audienceOf(actor: Actor): string
  /** Ids that the actor's pass opens here, besides what anybody may read. */
  opened(actor: Actor): readonly string[]
  /** Whether one of the actor's roles names the ability; the system has every one. */
  has(actor: Actor, ability: Ability): boolean
}

/** Whether nobody here knows who it is: neither an account nor a token. */
export function isStranger({kind}: Actor): boolean {
  return kind === 'anonymous' || kind === 'guest'
}

/** Whether the actor, signed in or not, may change no more than anybody. */
export function isReader(actor: Actor): boolean {
  return (
    actor.kind !== 'system' && actor.roles.every((role) => ANONYMOUS_ACTOR.roles.includes(role))
  )
}

/** What a grant hangs on besides its filter. */
export function conditionOf({onlyWhileReferenced, hiddenWith}: Grant): Condition | undefined {
  return onlyWhileReferenced ? 'whileReferenced' : hiddenWith
}

export interface GrantsOptions {
  /** False: no pass opens anything, whatever its ids are. */
  takesPasses?: boolean
  /** True: people without an account or a token have no role. */
  isPrivate?: boolean
}

/**
 * Compiles the roles once. Throws where a filter does not
 * parse: roles are the operator's data, and a lake with a broken role must not start.
 *
 * @param roles every role, `reader` (the anonymous one) included
 * @param clock milliseconds since the epoch; grants may mention `now()`
 */
export function createGrants(
  roles: readonly Role[],
  clock: Clock,
  {takesPasses = true, isPrivate = false}: GrantsOptions = {},
): Grants {
  const compiled = new Map(roles.map((role) => [role.name, role.grants.map(compileGrant)]))

  const rolesOf = (actor: Actor): readonly string[] =>
    isPrivate && isStranger(actor) ? [] : actor.roles

  const grantsOf = (actor: Actor): CompiledGrant[] =>
    rolesOf(actor).flatMap((name) => compiled.get(name) ?? [])

  /** A role that names `delete` anywhere has its own rule for it; others delete what they update. */
  const relevant = (actor: Actor, permission: Permission): CompiledGrant[] => {
    if (permission !== 'delete') {
      return grantsOf(actor).filter((grant) => grant.permissions.includes(permission))
    }
    return rolesOf(actor).flatMap((name) => {
      const grants = compiled.get(name) ?? []
      const named = grants.filter((grant) => grant.permissions.includes('delete'))
      return named.length > 0 ? named : grants.filter((g) => g.permissions.includes('update'))
    })
  }

  const opened: Grants['opened'] = ({opens = []}) => (takesPasses ? opens : [])

  const audienceOf: Grants['audienceOf'] = (actor) => {
    const isPersonal = relevant(actor, 'read').some(({filter}) => /identity/.test(filter))
    return JSON.stringify([
      actor.kind === 'system',
      rolesOf(actor),
      opened(actor),
      ...(isPersonal ? [actor.id] : []),
    ])
  }

  const decide: Grants['decide'] = (actor, permission, document) => {
    const isOpen = permission === 'read' && opened(actor).includes(document._id)
    if (actor.kind === 'system' || isOpen) {
      return {permitted: true, conditions: [], dependsOnTime: false}
    }
    let dependsOnTime = false
    const asker = new Asker(actor.id, clock())
    const scope = new Scope(document, singleDocumentContext(document, asker))
    const conditions = new Set<Condition>()
    for (const grant of relevant(actor, permission)) {
      asker.isAsked = false
      const matches = grant.matches(scope)
      dependsOnTime ||= asker.isAsked && !(matches && grant.opensForGood)
      if (!matches) continue
      const condition = conditionOf(grant)
      if (!condition) return {permitted: true, conditions: [], dependsOnTime}
      conditions.add(condition)
    }
    return {permitted: false, conditions: [...conditions], dependsOnTime}
  }

  const decider: Grants['decider'] = (actor, permission) => {
    const grants = actor.kind === 'system' ? [] : relevant(actor, permission)
    const alone = (document: LakeDocument): Decision => decide(actor, permission, document)
    if (grants.some(({fields}) => fields === undefined) || opened(actor).length > 0) return alone
    const fields = [...new Set(grants.flatMap((grant) => [...(grant.fields ?? [])]))]
    const known = new Map<string, Map<string, Decision>>()
    return (document) => {
      if (fields.some((name) => Object.hasOwn(document, name))) return alone(document)
      const kinds = known.get(document._type) ?? new Map<string, Decision>()
      if (kinds.size === 0) known.set(document._type, kinds)
      const kind = idPrefix(document._id)
      const decision = kinds.get(kind) ?? alone(document)
      if (!decision.dependsOnTime) kinds.set(kind, decision)
      return decision
    }
  }

  return {
    of: (actor) => grantsOf(actor).map(({filter, permissions}) => ({filter, permissions})),
    permits(actor, permission, document, holds = () => false) {
      const {permitted, conditions} = decide(actor, permission, document)
      return permitted || conditions.some((condition) => holds(condition, document))
    },
    decide,
    decider,
    permitsAll: (actor, permission) =>
      actor.kind === 'system' ||
      relevant(actor, permission).some((g) => g.filter === 'true' && !conditionOf(g)),
    mayEver: (actor, permission) =>
      actor.kind === 'system' || relevant(actor, permission).length > 0,
    audienceOf,
    opened,
    has: (actor, ability) =>
      actor.kind === 'system' ||
      roles.some(
        ({name, abilities}) => rolesOf(actor).includes(name) && abilities?.includes(ability),
      ),
  }
}

/**
 * Who asks, which notices whether a filter asks for the time. A class: an object with a getter of its own would be kept
 * in memory for long, and one is made for each decision.
 */
class Asker {
  readonly identity: string
  readonly params: {readonly identity: string}
  isAsked = false
  readonly #time: number

  constructor(identity: string, time: number) {
    this.identity = identity
    this.params = {identity}
    this.#time = time
  }

  get now(): number {
    this.isAsked = true
    return this.#time
  }
}

function compileGrant(grant: Grant): CompiledGrant {
  const parsed = parseQuery(grant.filter)
  const condition = compileQuery(parsed)
  return {
    ...grant,
    matches: (scope) => condition(scope) === true,
    fields: fieldsReadBy(parsed),
  }
}
