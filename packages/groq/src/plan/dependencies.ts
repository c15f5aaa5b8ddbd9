// What a result depends on, as keys of documents. A change of a document that has none of these keys, before
// and after, does not change the result.
import {clausesOf, keysOfClause, toList, type Clause, type Requirement} from '../requirements.ts'
import type {Compile} from '../compile.ts'
import {EMPTY_CONTEXT, Scope} from '../scope.ts'
import type {Node} from '../syntax-tree.ts'
import type {Value} from '../values.ts'
import {ANY_KEY, isFieldKey, typedFieldKey, typeKey} from '../documents/keys.ts'
import {inOuterScope} from './expressions.ts'
import {runOf} from './run.ts'

/**
 * Called with a key that the result depends on.
 *
 * @param types the only types of documents that can have the key, or null for any type. With too many
 *   keys, the keys of the types are used instead.
 */
export type AddDependency = (key: string, types: readonly string[] | null) => void

/** Keys, each with its types. Null for a result that depends on everything. */
export type DependencyKeys = [key: string, types: string[] | null][] | null

/** Beyond this number the keys of a result are replaced by their types. */
const MAX_KEYS = 1_000

/** Collects what one evaluation depends on. */
export function createDependencies(maxKeys = MAX_KEYS): {
  add: AddDependency
  keys(): DependencyKeys
} {
  const keyTypes = new Map<string, readonly string[] | null>()
  const wholeTypes = new Set<string>()
  let dependsOnAll = false

  const coarsen = (types: Iterable<string> | null): void => {
    if (types) for (const type of types) wholeTypes.add(type)
    else dependsOnAll = true
  }

  const add: AddDependency = (key, types) => {
    // Most calls repeat a key: many documents refer to the same few.
    const before = keyTypes.get(key)
    if (dependsOnAll || before === null) return
    if (before && types) {
      const more = types.filter((type) => !before.includes(type))
      if (more.length > 0) keyTypes.set(key, [...before, ...more])
    } else if (types?.every((type) => wholeTypes.has(type))) return
    else if (key === ANY_KEY) dependsOnAll = true
    else if (types?.length === 1 && types[0] !== undefined && key === typeKey(types[0])) {
      wholeTypes.add(types[0])
    } else if (keyTypes.size >= maxKeys) coarsen(types)
    else {
      keyTypes.set(key, types)
      if (keyTypes.size >= maxKeys) for (const one of keyTypes.values()) coarsen(one)
    }
  }

  return {
    add,
    keys() {
      if (dependsOnAll) return null
      const left = [...keyTypes].filter(
        ([, types]) => !types?.every((type) => wholeTypes.has(type)),
      )
      return [
        ...Array.from(wholeTypes, (type): [string, string[]] => [typeKey(type), [type]]),
        ...left.map(([key, types]): [string, string[] | null] => [key, types && [...types]]),
      ]
    },
  }
}

/** Reports the keys that a fetched document must have. */
export type ReportDependencies = (scope: Scope) => void

/** Evaluates the values of a requirement. */
type ValuesIn = (scope: Scope) => readonly Value[]

const EMPTY_SCOPE = new Scope(null, EMPTY_CONTEXT)

/** @param filters `a` and `b` of `*[a][b]`; empty for `*` */
export function compileDependencies(
  filters: readonly Node[],
  compile: Compile,
): ReportDependencies {
  const values = new Map<Requirement, ValuesIn>()
  const clauses = filters.length > 0 ? clausesOf(allOf(filters), inOuterScope) : []
  const types = clauses.find((clause) => clause.every(({place}) => place === 'type'))
  for (const demand of clauses.flat()) {
    values.set(demand, valuesIn(demand.values, compile))
  }
  const keysIn = (clause: Clause, scope: Scope): string[] | undefined =>
    keysOfClause(clause, (demand) => values.get(demand)?.(scope))
  const typeNamesIn = (scope: Scope): string[] | null => {
    const isKnown = types !== undefined && keysIn(types, scope) !== undefined
    const named = isKnown ? types.flatMap((demand) => values.get(demand)?.(scope) ?? []) : null
    return named && named.filter((type) => typeof type === 'string')
  }
  const isFixed = types === undefined || types.every((demand) => Array.isArray(demand.values))
  const fixed = isFixed ? typeNamesIn(EMPTY_SCOPE) : null
  const typesIn = isFixed ? () => fixed : typeNamesIn
  const report = (scope: Scope, add: AddDependency): void => {
    const named = typesIn(scope)
    for (const clause of clauses) {
      const keys = clause === types ? undefined : keysIn(clause, scope)
      // The key of a field includes a type.
      if (!keys || (!named && keys.some(isFieldKey))) continue
      for (const key of keys) {
        if (!isFieldKey(key)) add(key, named)
        else for (const type of named ?? []) add(typedFieldKey(type, key), [type])
      }
      return
    }
    if (named) for (const type of named) add(typeKey(type), [type])
    else add(ANY_KEY, null)
  }
  if (clauses.some((clause) => clause.some((demand) => !Array.isArray(demand.values)))) {
    return (scope) => report(scope, runOf(scope).onDependency)
  }
  // All values are literals: the keys are always the same.
  const fixedKeys: Parameters<AddDependency>[] = []
  report(EMPTY_SCOPE, (...one) => fixedKeys.push(one))
  return (scope) => {
    const {onDependency} = runOf(scope)
    for (const [key, types] of fixedKeys) onDependency(key, types)
  }
}

const allOf = (conditions: readonly Node[]): Node =>
  conditions.reduce((right, left) => ({type: 'And', left, right}))

function valuesIn(values: Requirement['values'], compile: Compile): ValuesIn {
  if (Array.isArray(values)) return () => values
  const evaluate = compile(values as Node)
  return (scope) => toList(evaluate(scope))
}
