// The filters of one fetch: how documents are looked up, and which conditions are left to evaluate.
import type {Compile} from '../compile.ts'
import type {Evaluate, Scope} from '../scope.ts'
import type {Node} from '../syntax-tree.ts'
import type {LakeDocument} from '../types.ts'
import {conjunctsOf, lookUpsOf, partialIndexOf, type Candidates} from './candidates.ts'
import {compileDependencies, type ReportDependencies} from './dependencies.ts'
import type {FetchSteps} from './fetch-steps.ts'
import {byField, compileLookUp, narrowest, type Found, type LookUp} from './look-up.ts'
import {runOf, type Run} from './run.ts'
import type {ScanReason} from './query-stats.ts'

/** With fewer documents than this an index is not worth asking or building. */
export const MIN_INDEXED_SIZE = 64

export interface Filters {
  /** All conditions that must be true. */
  conditions: readonly Evaluate[]
  lookUps: LookUp[]
  /** A look-up that evaluates several conditions at once. */
  partialIndex: LookUp | undefined
  /** How many documents the conditions have been evaluated on so far. */
  scanned: number
  /** Finds the only type that the filters allow, if there is one. */
  type: LookUp | undefined
  /** Reports what the result depends on, each time that documents are fetched. */
  reportDependencies: ReportDependencies
  /** Why a scan of all documents would be necessary. */
  scanReason: ScanReason
}

export function compileFilters({filters, lookUpOnly}: FetchSteps, compile: Compile): Filters {
  const own = filters.flatMap(conjunctsOf)
  const conjuncts = [...own, ...lookUpOnly.flatMap(conjunctsOf)]
  const choices = lookUpsOf(conjuncts)
  const types = choices.find(({candidates: {kind}}) => kind === 'types')
  const conditions = own.map(({node}) => ({node, evaluate: compile(node)}))
  const without = (decided: readonly Node[]): Evaluate[] =>
    conditions.filter(({node}) => !decided.includes(node)).map(({evaluate}) => evaluate)
  const deciding = (lookUp: LookUp, decided: readonly Node[]): LookUp =>
    withRemaining(lookUp, {
      all: without([]),
      remaining: without(decided),
      remainingOfType: without([...decided, ...(types?.nodes ?? [])]),
    })
  const partial = partialIndexOf(own)
  return {
    conditions: without([]),
    lookUps: choices.map(({candidates, nodes}) =>
      deciding(compileLookUp(candidates, compile), nodes),
    ),
    partialIndex:
      partial && deciding(byField(partial.lookUp, compile, partial.conditions), partial.decides),
    scanned: 0,
    type: types && compileLookUp(types.candidates, compile),
    reportDependencies: compileDependencies(filters, compile),
    scanReason: conjuncts.every(({candidates: one}) => one && isByType(one)) ? 'all' : 'noLookUp',
  }
}

interface ConditionsLeft {
  all: readonly Evaluate[]
  /** If the look-up decides its own conditions. */
  remaining: readonly Evaluate[]
  /** If its index has only documents of the one type, too. */
  remainingOfType: readonly Evaluate[]
}

/** Adds the conditions that are left to evaluate on the found documents. */
const withRemaining =
  (lookUp: LookUp, {all, remaining, remainingOfType}: ConditionsLeft): LookUp =>
  (scope, type) => {
    const found = lookUp(scope, type)
    if (found?.isExact) {
      found.remaining = found.indexType === undefined ? remaining : remainingOfType
    } else if (found?.unsure) {
      const {unsure} = found
      found.remaining = [(inner) => passesAll(unsure.has(inner.value) ? all : remaining, inner)]
    }
    return found
  }

const isByType = (one: Candidates): boolean =>
  one.kind === 'types' || (one.kind === 'either' && [...one.left, ...one.right].every(isByType))

export interface LookUpResult {
  /** Undefined if no look-up was possible. */
  found: Found | undefined
  /** The only type that the filters allow, if there is one. */
  type: string | undefined
}

export function lookUp(filters: Filters, scope: Scope): LookUpResult {
  filters.reportDependencies(scope)
  const types = filters.type?.(scope, undefined)?.types
  const type = types?.length === 1 ? types[0] : undefined
  const found = narrowest(filters.lookUps, scope, type)
  return {found: byPartialIndex(filters, found, scope, type) ?? found, type}
}

/** A partial index is built once as many documents have been scanned as building it reads. */
function byPartialIndex(
  {partialIndex, scanned}: Filters,
  found: Found | undefined,
  scope: Scope,
  type: string | undefined,
): Found | undefined {
  if (!partialIndex || scanned === 0) return undefined
  const {view} = runOf(scope)
  const all = type === undefined ? view.all : view.ofType(type)
  const size = found?.size ?? all.length
  if (scanned < all.length || size <= MIN_INDEXED_SIZE || isCounted(found)) return undefined
  const better = partialIndex(scope, type)
  return better && better.size <= size ? better : undefined
}

/** Whether the found documents are those that pass the filters. */
export const isDecided = (found: Found): boolean => found.isExact && found.remaining?.length === 0

/** Whether the size of the look-up is the number of documents that pass the filters. */
const isCounted = (found: Found | undefined): boolean =>
  found !== undefined && found.isSizeExact && isDecided(found)

export const candidatesOf = (found: Found | undefined, {view}: Run): readonly LakeDocument[] =>
  found ? found.documents() : view.all

export function passesAll(conditions: readonly Evaluate[], scope: Scope): boolean {
  for (const condition of conditions) if (condition(scope) !== true) return false
  return true
}

interface Outcome {
  what: string
  found: Found | undefined
  /** How many documents were read. */
  candidates: number
  passed: number
}

export function recordStep({explain}: Run, {what, found, candidates, passed}: Outcome): void {
  if (!explain) return
  explain.step({
    what,
    how: found?.how() ?? 'every document',
    index: found?.index ?? null,
    candidates,
    found: passed,
  })
}

/** Counts documents that were read, as a scan if nothing but their type narrowed them. */
export function countRead(
  read: number,
  of: number,
  found: Found | undefined,
  {scanReason}: Filters,
  run: Run,
): void {
  if (found?.types) run.countScan(found.types, scanReason, read)
  else if (!found && read === of) run.countScan(null, scanReason, read)
  run.countDocuments(read)
}

interface FilterOptions {
  what: string
  found: Found | undefined
  /** How many passing documents are needed. */
  limit: number
  /** The found documents, in any order. */
  documents?: readonly LakeDocument[]
}

/** The first documents that pass the filters. */
export function filtered(
  filters: Filters,
  scope: Scope,
  {what, found, limit, documents = candidatesOf(found, runOf(scope))}: FilterOptions,
): LakeDocument[] {
  const run = runOf(scope)
  const conditions = found?.remaining ?? filters.conditions
  let passed: LakeDocument[] = []
  let read = 0
  if (conditions.length === 0) {
    passed = documents.slice(0, limit)
    read = passed.length
  } else {
    for (const document of documents) {
      read += 1
      if (!passesAll(conditions, scope.within(document))) continue
      passed.push(document)
      if (passed.length >= limit) break
    }
    filters.scanned += read
  }
  countRead(read, documents.length, found, filters, run)
  recordStep(run, {what, found, candidates: read, passed: passed.length})
  return passed
}
