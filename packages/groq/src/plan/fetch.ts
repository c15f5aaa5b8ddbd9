// Fetching documents: `*[filter] | order(…) [from..to]` as one step, by the shortest way to its answer.
import {sliceOf, type Compile} from '../compile.ts'
import {compileOrder, orderedBy} from '../order.ts'
import type {Evaluate, Scope} from '../scope.ts'
import {isCall, type Node} from '../syntax-tree.ts'
import type {LakeDocument} from '../types.ts'
import {conjunctsOf, lookUpsOf, jointOf, type Candidates} from './candidates.ts'
import {compileTouch, type TouchKeys} from './dependence.ts'
import type {Why} from './effort.ts'
import {isOwn} from './expressions.ts'
import type {Simple} from '../documents/field-index.ts'
import {
  byField,
  compileLookUp,
  fieldOf,
  indexOf,
  narrowest,
  type Found,
  type LookUp,
} from './look-up.ts'
import {runOf, type Run} from './run.ts'
import {isOnce} from './subqueries.ts'

/** The steps from `*` on that are taken together. */
interface Steps {
  filters: Node[]
  /** Conditions whose look-ups find all that is wanted; they themselves need not hold. */
  finds: Node[]
  /** Arguments of `order()`. */
  order: Node[]
  /** `[0...20]` or `[0]`. */
  cut?: Node
}

/** Undefined for a tree that is no such chain. */
function stepsOf(node: Node): Steps | undefined {
  const base = node.base as Node | undefined
  if (!base) return undefined
  if (node.type === 'Slice' || node.type === 'AccessElement') {
    const steps = orderedSteps(base)
    return steps && {...steps, cut: node}
  }
  return orderedSteps(node)
}

function orderedSteps(node: Node): Steps | undefined {
  if (node.type !== 'PipeFuncCall' || node.name !== 'order') return filteredSteps(node)
  const steps = filteredSteps(node.base as Node)
  return steps && {...steps, order: node.args as Node[]}
}

function filteredSteps(node: Node): Steps | undefined {
  if (node.type === 'Everything') return {filters: [], finds: [], order: []}
  if (node.type === 'Group') return filteredSteps(node.base as Node)
  if (node.type === 'Narrowed') {
    const steps = filteredSteps(node.base as Node)
    return steps && {...steps, finds: [...steps.finds, node.expr as Node]}
  }
  if (node.type !== 'Filter') return undefined
  const steps = filteredSteps(node.base as Node)
  return steps && {...steps, filters: [...steps.filters, node.expr as Node]}
}

/** What is known of a chain's filters before it is asked. */
interface Filters {
  /** All that must hold. */
  conditions: readonly Evaluate[]
  lookUps: LookUp[]
  /** Decides several at once, by an index of its own. */
  joint: LookUp | undefined
  /** How many documents were asked so far. */
  asked: number
  /** Finds the one type that the filters leave, where they leave one. */
  type: LookUp | undefined
  /** Says what the answer depends on, each time that documents are fetched. */
  touchKeys: TouchKeys
  /** Why all documents would have to be gone through. */
  why: Why
}

/** `*` with filters, an order and a slice; undefined for other nodes. */
export function compileFetch(node: Node, compile: Compile): Evaluate | undefined {
  const steps = stepsOf(node)
  if (!steps || (node.type === 'Everything' && steps.filters.length === 0)) return undefined
  const filters = filtersOf(steps, compile)
  const cut = steps.cut && cutOf(steps.cut)
  const most = cut?.most ?? Infinity
  const fetch =
    steps.order.length > 0
      ? inOrder(steps.order, filters, most, compile)
      : (scope: Scope) => asTheyStand(filters, most, scope)
  return explained(node, cut ? (scope) => cut.take(fetch(scope)) : fetch)
}

/** `count(*[…])`, without a list of what is counted. */
export function compileCount(node: Node, compile: Compile): Evaluate | undefined {
  if (!isCall(node, 'global', 'count')) return undefined
  const [list] = node.args as Node[]
  if (!list) return undefined
  const inner = isOnce(list) ? list.base : list
  const steps = filteredSteps(inner)
  if (!steps) return undefined
  const filters = filtersOf(steps, compile)
  const count = (scope: Scope): number => {
    const run = runOf(scope)
    const {found} = look(filters, scope)
    const size = found?.size ?? run.view.all.length
    if (found ? isDecided(found) : filters.conditions.length === 0) {
      tell(run, {what: 'count', found, candidates: 0, passed: size})
      return size
    }
    const documents = candidatesOf(found, run)
    const conditions = found?.rest ?? filters.conditions
    let total = 0
    for (const document of documents) {
      if (passes(conditions, scope.within(document))) total += 1
    }
    filters.asked += documents.length
    wentThrough(documents.length, documents.length, found, filters, run)
    tell(run, {what: 'count', found, candidates: size, passed: total})
    return total
  }
  const counted = explained(node, count)
  return isOnce(list) ? rememberedIn(node, counted) : counted
}

/** Evaluated by whoever needs it first in a run. */
export function rememberedIn(node: Node, evaluate: Evaluate): Evaluate {
  return (scope) => {
    const {answered} = runOf(scope)
    const known = answered.get(node)
    if (known !== undefined) return known
    const value = evaluate(scope) ?? null
    answered.set(node, value)
    return value
  }
}

function filtersOf({filters, finds}: Steps, compile: Compile): Filters {
  const own = filters.flatMap(conjunctsOf)
  const conjuncts = [...own, ...finds.flatMap(conjunctsOf)]
  const wanted = lookUpsOf(conjuncts)
  const types = wanted.find(({candidates: {kind}}) => kind === 'types')
  const conditions = own.map(({node}) => ({node, holds: compile(node)}))
  const but = (decided: readonly Node[]): Evaluate[] =>
    conditions.filter(({node}) => !decided.includes(node)).map(({holds}) => holds)
  const joint = jointOf(own)
  return {
    conditions: but([]),
    lookUps: wanted.map(({candidates, nodes}) =>
      deciding(
        compileLookUp(candidates, compile),
        but(nodes),
        but([...nodes, ...(types?.nodes ?? [])]),
      ),
    ),
    joint:
      joint &&
      deciding(
        byField(joint.sought, compile, joint.besides),
        but(joint.nodes),
        but([...joint.nodes, ...(types?.nodes ?? [])]),
      ),
    asked: 0,
    type: types && compileLookUp(types.candidates, compile),
    touchKeys: compileTouch(filters, compile),
    why: conjuncts.every(({candidates: one}) => one && isByType(one)) ? 'all' : 'noLookUp',
  }
}

/**
 * Tells what the documents that are found are still to be asked.
 *
 * @param rest where the look-up decides its own conditions
 * @param restOfType where its index is of the one type, too
 */
const deciding =
  (lookUp: LookUp, rest: readonly Evaluate[], restOfType: readonly Evaluate[]): LookUp =>
  (scope, type) => {
    const found = lookUp(scope, type)
    if (found?.isExact) found.rest = found.ofType === undefined ? rest : restOfType
    return found
  }

function passes(conditions: readonly Evaluate[], scope: Scope): boolean {
  for (const holds of conditions) if (holds(scope) !== true) return false
  return true
}

const isByType = (one: Candidates): boolean =>
  one.kind === 'types' || (one.kind === 'either' && [...one.left, ...one.right].every(isByType))

interface Look {
  found: Found | undefined
  type: string | undefined
}

function look(filters: Filters, scope: Scope): Look {
  filters.touchKeys(scope)
  const types = filters.type?.(scope, undefined)?.types
  const type = types?.length === 1 ? types[0] : undefined
  const found = narrowest(filters.lookUps, scope, type)
  return {found: jointly(filters, found, scope, type) ?? found, type}
}

/** An index of its own is made once as many were asked as it takes to make it. */
function jointly(
  {joint, asked}: Filters,
  found: Found | undefined,
  scope: Scope,
  type: string | undefined,
): Found | undefined {
  if (!joint || asked === 0) return undefined
  const {view} = runOf(scope)
  const all = type === undefined ? view.all : view.ofType(type)
  const size = found?.size ?? all.length
  if (asked < all.length || size <= FEW || isDecided(found)) return undefined
  const better = joint(scope, type)
  return better && better.size <= size ? better : undefined
}

/** Whether the look-up alone says how many pass. */
const isDecided = (found: Found | undefined): boolean =>
  found !== undefined && found.isExact && found.isCounted && found.rest?.length === 0

const candidatesOf = (found: Found | undefined, {view}: Run): readonly LakeDocument[] =>
  found ? found.documents() : view.all

/** What is found by nothing or by its type is gone through one by one. */
function wentThrough(
  gone: number,
  most: number,
  found: Found | undefined,
  {why}: Filters,
  run: Run,
): void {
  if (found?.types) run.scan(found.types, why, gone)
  else if (!found && gone === most) run.scan(null, why, gone)
  run.through(gone)
}

/** What a step came to. */
interface Outcome {
  what: string
  found: Found | undefined
  candidates: number
  passed: number
}

function tell({explain}: Run, {what, found, candidates, passed}: Outcome): void {
  if (!explain) return
  explain.step({
    what,
    how: found?.how() ?? 'every document',
    index: found?.index ?? null,
    candidates,
    found: passed,
  })
}

/** A step to whoever wants to know of it; to all others nothing more than it was. */
function explained(place: Node, fetch: Evaluate): Evaluate {
  return (scope) => {
    const {explain} = runOf(scope)
    if (!explain) return fetch(scope)
    explain.begin(place)
    const answer = fetch(scope)
    explain.end()
    return answer
  }
}

/** As `*` yields them, up to so many. */
function asTheyStand(filters: Filters, most: number, scope: Scope): LakeDocument[] {
  const {found} = look(filters, scope)
  return passing('filter', found, filters, most, scope)
}

/**
 * Those of what was found that pass, up to so many.
 *
 * @param documents what was found, in any order
 */
function passing(
  what: string,
  found: Found | undefined,
  filters: Filters,
  most: number,
  scope: Scope,
  documents = candidatesOf(found, runOf(scope)),
): LakeDocument[] {
  const run = runOf(scope)
  const conditions = found?.rest ?? filters.conditions
  let passed: LakeDocument[] = []
  let gone = 0
  if (conditions.length === 0) {
    passed = documents.slice(0, most)
    gone = passed.length
  } else {
    for (const document of documents) {
      gone += 1
      if (!passes(conditions, scope.within(document))) continue
      passed.push(document)
      if (passed.length >= most) break
    }
    filters.asked += gone
  }
  wentThrough(gone, documents.length, found, filters, run)
  tell(run, {what, found, candidates: gone, passed: passed.length})
  return passed
}

/** Of fewer that have a value, the first few are picked out sooner than all are put in order. */
const MANY = 2_000
/** Values that are remembered. */
const MOST_ASKED = 5_000

/** Fewer candidates than this are put in order sooner than an index is asked. */
const FEW = 64

function inOrder(
  args: readonly Node[],
  filters: Filters,
  most: number,
  compile: Compile,
): (scope: Scope) => LakeDocument[] {
  const sort = compileOrder(args, compile)
  const [first, ...rest] = args.map(orderedBy)
  const isIndexed = first && most !== Infinity && isOwn(first.expression)
  const key = isIndexed ? fieldOf(first.expression, compile) : undefined
  const sortEquals = rest.length > 0 ? compileOrder(args.slice(1), compile) : undefined

  const needsOrder = most !== Infinity && !key && filters.why === 'all'
  const sifting: Filters = needsOrder ? {...filters, why: 'noOrder'} : filters

  const asked = new Set<Simple>()
  /** Whether the query asks for those with a value for the first time, or for the first time in a long while. */
  const isNew = (value: Simple): boolean => {
    if (asked.has(value)) return false
    if (asked.size >= MOST_ASKED) asked.clear()
    asked.add(value)
    return true
  }

  /** The first of them by the index; undefined where that would take longer than putting all in order. */
  const walk = (size: number, {found, type}: Look, scope: Scope) => {
    const run = runOf(scope)
    if (!key || !first) return undefined
    const among = found?.among
    if (among && size < MANY && isNew(among.value)) return undefined
    const all = type === undefined ? run.view.all.length : run.view.ofType(type).length
    // Were those that pass strewn evenly, so many would have to be gone through.
    if (!among && (most * all) / size > size) return undefined
    const ordered = run.view.ordered(key.field, type, among)
    if (!ordered) return undefined
    const conditions = (among && found.rest) ?? filters.conditions
    const passed: LakeDocument[] = []
    let gone = 0
    for (const group of ordered.groups(first.isDescending)) {
      const equal: LakeDocument[] = []
      for (const document of group) {
        run.tick()
        if (gone === size) {
          run.through(gone)
          return undefined
        }
        gone += 1
        if (found?.has?.(document) === false) continue
        if (!passes(conditions, scope.within(document))) continue
        equal.push(document)
        if (!sortEquals && passed.length + equal.length >= most) break
      }
      passed.push(...(sortEquals ? (sortEquals(equal, scope) as LakeDocument[]) : equal))
      if (passed.length >= most) break
    }
    run.through(gone)
    run.explain?.step({
      what: 'order',
      how: `${key.name} in order${among ? `, ${found.how()}` : ''}${type === undefined ? '' : `, _type == "${type}"`}`,
      index: indexOf(key.name, type),
      candidates: gone,
      found: passed.length,
    })
    return passed
  }

  return (scope) => {
    const run = runOf(scope)
    const looked = look(filters, scope)
    const {found} = looked
    const size = found?.size ?? run.view.all.length
    const walked = size > FEW && !found?.ids ? walk(size, looked, scope) : undefined
    if (walked) return walked
    if (found?.isRead && most !== Infinity) {
      const sorted = sort(found.documents(), scope) as LakeDocument[]
      return passing('sort and filter', found, filters, most, scope, sorted)
    }
    const passed = passing('filter and sort', found, sifting, Infinity, scope)
    return sort(passed, scope, most) as LakeDocument[]
  }
}

/** How many from the first on are wanted at most, and what is taken of them. */
function cutOf(node: Node): {most: number; take: (list: readonly LakeDocument[]) => unknown} {
  if (node.type === 'AccessElement') {
    const index = node.index as number
    return {most: index < 0 ? Infinity : index + 1, take: (list) => list.at(index) ?? null}
  }
  const right = node.right as number
  const isFromFront = (node.left as number) >= 0 && right >= 0
  const most = right + (node.isInclusive ? 1 : 0)
  return {most: isFromFront ? most : Infinity, take: sliceOf(node)}
}
