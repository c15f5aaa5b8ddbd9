// Roles as GROQ grants: may this actor do this to this document? Writes, queries, streams and
// accounts all use it, so the result is the same on every path.
import {
  singleDocumentContext,
  compileQuery,
  fieldsReadBy,
  idPrefix,
  parseQuery,
  Scope,
} from '@copydesk/groq'
import type {Ability, Actor, Clock, Grant, LakeDocument, Permission, Role} from './types.ts'

/** The lake itself, and commands on the data folder. It may do everything. */
export const SYSTEM_ACTOR: Actor = {id: 'system', kind: 'system', roles: [], name: 'The system'}

/** The actor of requests without a credential. */
export const ANONYMOUS_ACTOR: Actor = {
  id: 'anonymous',
  kind: 'anonymous',
  roles: ['reader'],
  name: 'Anonymous reader',
}

interface CompiledGrant extends Grant {
  /** Reads `now` only if the filter uses it. */
  matches: (scope: Scope) => boolean
  /** The fields that the filter reads besides the type and the kind of ID, if they are known. */
  fields: ReadonlySet<string> | undefined
}

/** A condition of a grant on other documents. The filter sees only one document. */
export type Condition = 'whileReferenced' | 'referrers' | 'targets'

/** Whether a condition holds for a document (`visibility.ts`). */
export type Holds = (condition: Condition, document: LakeDocument) => boolean

export interface Decision {
  permitted: boolean
  /** A document that is not permitted becomes permitted if any of these hold. */
  conditions: readonly Condition[]
  /** Whether the filter read the time, so that the decision may differ later. */
  dependsOnTime: boolean
}

export interface Grants {
  /**
   * The union of the grants of all the actor's roles, as `/acl` sends it. Unknown roles grant
   * nothing.
   */
  of(actor: Actor): Grant[]
  /**
   * True if any grant with that permission matches, as in hosted Sanity. `holds` decides conditions
   * on other documents; without it, no condition holds.
   */
  permits(actor: Actor, permission: Permission, document: LakeDocument, holds?: Holds): boolean
  /** Decides by the document, without other documents. */
  decide(actor: Actor, permission: Permission, document: LakeDocument): Decision
  /** The same for many documents. Decides once for similar documents. */
  decider(actor: Actor, permission: Permission): (document: LakeDocument) => Decision
  /** Whether every document is permitted, whatever its content. */
  permitsAll(actor: Actor, permission: Permission): boolean
  /** Whether the actor has any grant with that permission. */
  mayEver(actor: Actor, permission: Permission): boolean
  /** Two actors with the same audience may read the same documents. */
  audienceOf(actor: Actor): string
  /** IDs of the documents in this dataset that the actor's share token opens. */
  opened(actor: Actor): readonly string[]
  /** Whether one of the actor's roles has the ability. The system has all abilities. */
  has(actor: Actor, ability: Ability): boolean
}

/** Whether the actor has neither an account nor a token. */
export function isStranger({kind}: Actor): boolean {
  return kind === 'anonymous' || kind === 'shareToken'
}

/** Whether the actor has no role beyond that of an anonymous reader. */
export function isReader(actor: Actor): boolean {
  return (
    actor.kind !== 'system' && actor.roles.every((role) => ANONYMOUS_ACTOR.roles.includes(role))
  )
}

/** The condition of a grant besides its filter. */
export function conditionOf({onlyWhileReferenced, hiddenWith}: Grant): Condition | undefined {
  return onlyWhileReferenced ? 'whileReferenced' : hiddenWith
}

export interface GrantsOptions {
  /** False: share tokens open no document. */
  takesShareTokens?: boolean
  /** True: actors without an account or a token have no role. */
  isPrivate?: boolean
}

/**
 * Compiles the roles once. Throws for a filter that does not parse, because a lake with a broken
 * role must not start.
 * @param roles all roles, including `reader`, the role of anonymous requests
 * @param clock milliseconds since the epoch; grants may use `now()`
 */
export function createGrants(
  roles: readonly Role[],
  clock: Clock,
  {takesShareTokens = true, isPrivate = false}: GrantsOptions = {},
): Grants {
  const compiled = new CompiledRoles(roles, isPrivate)
  const opened: Grants['opened'] = ({opens = []}) => (takesShareTokens ? opens : [])

  const decide: Grants['decide'] = (actor, permission, document) => {
    const isOpen = permission === 'read' && opened(actor).includes(document._id)
    if (actor.kind === 'system' || isOpen) return PERMITTED
    return decideBy(compiled.grants(actor, permission), document, new Requester(actor.id, clock()))
  }

  const audienceOf: Grants['audienceOf'] = (actor) => {
    const isPersonal = compiled.grants(actor, 'read').some(({filter}) => /identity/.test(filter))
    return JSON.stringify([
      actor.kind === 'system',
      compiled.namesOf(actor),
      opened(actor),
      ...(isPersonal ? [actor.id] : []),
    ])
  }

  return {
    of: (actor) => compiled.all(actor).map(({filter, permissions}) => ({filter, permissions})),
    permits(actor, permission, document, holds = () => false) {
      const {permitted, conditions} = decide(actor, permission, document)
      return permitted || conditions.some((condition) => holds(condition, document))
    },
    decide,
    decider(actor, permission) {
      const decideOne = (document: LakeDocument): Decision => decide(actor, permission, document)
      if (opened(actor).length > 0) return decideOne
      const grants = actor.kind === 'system' ? [] : compiled.grants(actor, permission)
      return decideAlike(grants, decideOne)
    },
    permitsAll: (actor, permission) =>
      actor.kind === 'system' ||
      compiled
        .grants(actor, permission)
        .some((grant) => grant.filter === 'true' && !conditionOf(grant)),
    mayEver: (actor, permission) =>
      actor.kind === 'system' || compiled.grants(actor, permission).length > 0,
    audienceOf,
    opened,
    has(actor, ability) {
      const own = compiled.namesOf(actor)
      const isNamed = ({name, abilities}: Role): boolean =>
        own.includes(name) && abilities?.includes(ability) === true
      return actor.kind === 'system' || roles.some(isNamed)
    },
  }
}

const PERMITTED: Decision = {permitted: true, conditions: [], dependsOnTime: false}

/** The grants of each role, compiled once. */
class CompiledRoles {
  readonly #byName: ReadonlyMap<string, CompiledGrant[]>
  readonly #isPrivate: boolean

  constructor(roles: readonly Role[], isPrivate: boolean) {
    this.#byName = new Map(roles.map((role) => [role.name, role.grants.map(compileGrant)]))
    this.#isPrivate = isPrivate
  }

  namesOf(actor: Actor): readonly string[] {
    return this.#isPrivate && isStranger(actor) ? [] : actor.roles
  }

  all(actor: Actor): CompiledGrant[] {
    return this.namesOf(actor).flatMap((name) => this.#byName.get(name) ?? [])
  }

  /**
   * If a role has a grant for `delete`, that grant decides. Other roles may delete the documents
   * that they may update.
   */
  grants(actor: Actor, permission: Permission): CompiledGrant[] {
    if (permission !== 'delete') {
      return this.all(actor).filter((grant) => grant.permissions.includes(permission))
    }
    return this.namesOf(actor).flatMap((name) => {
      const grants = this.#byName.get(name) ?? []
      const named = grants.filter((grant) => grant.permissions.includes('delete'))
      return named.length > 0 ? named : grants.filter((g) => g.permissions.includes('update'))
    })
  }
}

function decideBy(
  grants: readonly CompiledGrant[],
  document: LakeDocument,
  requester: Requester,
): Decision {
  let dependsOnTime = false
  const scope = new Scope(document, singleDocumentContext(document, requester))
  const conditions = new Set<Condition>()
  for (const grant of grants) {
    requester.readsTime = false
    const matches = grant.matches(scope)
    dependsOnTime ||= requester.readsTime && !(matches && grant.opensForGood)
    if (!matches) continue
    const condition = conditionOf(grant)
    if (!condition) return {permitted: true, conditions: [], dependsOnTime}
    conditions.add(condition)
  }
  return {permitted: false, conditions: [...conditions], dependsOnTime}
}

/**
 * Decides once for all documents with the same type and kind of ID that have none of the fields in
 * the filters.
 */
function decideAlike(
  grants: readonly CompiledGrant[],
  decideOne: (document: LakeDocument) => Decision,
): (document: LakeDocument) => Decision {
  if (grants.some(({fields}) => fields === undefined)) return decideOne
  const fields = [...new Set(grants.flatMap((grant) => [...(grant.fields ?? [])]))]
  const known = new Map<string, Map<string, Decision>>()
  return (document) => {
    if (fields.some((name) => Object.hasOwn(document, name))) return decideOne(document)
    const ofType = known.get(document._type) ?? new Map<string, Decision>()
    if (ofType.size === 0) known.set(document._type, ofType)
    const prefix = idPrefix(document._id)
    const decision = ofType.get(prefix) ?? decideOne(document)
    if (!decision.dependsOnTime) ofType.set(prefix, decision)
    return decision
  }
}

/**
 * The actor as filters see them. Records whether a filter reads the time. A class, because one is
 * made for each decision, and an object with its own getter would stay in memory for long.
 */
class Requester {
  readonly identity: string
  readonly params: {readonly identity: string}
  readsTime = false
  readonly #time: number

  constructor(identity: string, time: number) {
    this.identity = identity
    this.params = {identity}
    this.#time = time
  }

  get now(): number {
    this.readsTime = true
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
