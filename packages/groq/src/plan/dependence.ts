// What an answer depends on, as keys of documents: a change to whatever has none of them, before or
// after, leaves the answer as it is.
import {clausesOf, keysOfClause, listed, type Clause, type Demand} from '../demands.ts'
import type {Compile} from '../compile.ts'
import {EMPTY_CONTEXT, Scope} from '../scope.ts'
import type {Node} from '../syntax-tree.ts'
import type {Value} from '../values.ts'
import {ANY_KEY, isFieldKey, typedFieldKey, typeKey} from '../documents/keys.ts'
import {seenFromAround} from './expressions.ts'
import {runOf} from './run.ts'

/**
 * Told of a key that an answer depends on. `types`: it has to do with documents of these alone, so that
 * their keys may stand for it; null where any may come to have it.
 */
export type Touch = (key: string, types: readonly string[] | null) => void

/** Keys with the types that may stand for each; null for an answer that depends on everything. */
export type Keys = [key: string, types: string[] | null][] | null

/** So many of one answer; more are told of by their types. */
const MOST_KEYS = 1_000

/** Collects what one evaluation depends on. */
export function createDependence(most = MOST_KEYS): {touch: Touch; keys(): Keys} {
  const fine = new Map<string, readonly string[] | null>()
  const whole = new Set<string>()
  let isAny = false

  const coarsen = (types: Iterable<string> | null): void => {
    if (types) for (const type of types) whole.add(type)
    else isAny = true
  }

  const touch: Touch = (key, types) => {
    // The same is told again and again: by each document that refers to one section.
    const before = fine.get(key)
    if (isAny || before === null) return
    if (before && types) {
      const more = types.filter((type) => !before.includes(type))
      if (more.length > 0) fine.set(key, [...before, ...more])
    } else if (types?.every((type) => whole.has(type))) return
    else if (key === ANY_KEY) isAny = true
    else if (types?.length === 1 && types[0] !== undefined && key === typeKey(types[0])) {
      whole.add(types[0])
    } else if (fine.size >= most) coarsen(types)
    else {
      fine.set(key, types)
      if (fine.size >= most) for (const one of fine.values()) coarsen(one)
    }
  }

  return {
    touch,
    keys() {
      if (isAny) return null
      const left = [...fine].filter(([, types]) => !types?.every((type) => whole.has(type)))
      return [
        ...Array.from(whole, (type): [string, string[]] => [typeKey(type), [type]]),
        ...left.map(([key, types]): [string, string[] | null] => [key, types && [...types]]),
      ]
    },
  }
}

/** Tells of the keys that whatever is fetched must have, in this place. */
export type TouchKeys = (scope: Scope) => void

/** Values of a demand as they are in a scope. */
type ValuesIn = (scope: Scope) => readonly Value[]

const NOWHERE = new Scope(null, EMPTY_CONTEXT)

/** @param filters those of `*[a][b]`; none for `*` */
export function compileTouch(filters: readonly Node[], compile: Compile): TouchKeys {
  const values = new Map<Demand, ValuesIn>()
  const clauses = filters.length > 0 ? clausesOf(allOf(filters), seenFromAround) : []
  const types = clauses.find((clause) => clause.every(({place}) => place === 'type'))
  for (const demand of clauses.flat()) {
    values.set(demand, valuesIn(demand.values, compile))
  }
  const keysIn = (clause: Clause, scope: Scope): string[] | undefined =>
    keysOfClause(clause, (demand) => values.get(demand)?.(scope))
  const namedIn = (scope: Scope): string[] | null => {
    const isKnown = types !== undefined && keysIn(types, scope) !== undefined
    const named = isKnown ? types.flatMap((demand) => values.get(demand)?.(scope) ?? []) : null
    return named && named.filter((type) => typeof type === 'string')
  }
  const isFixed = types === undefined || types.every((demand) => Array.isArray(demand.values))
  const fixed = isFixed ? namedIn(NOWHERE) : null
  const typesIn = isFixed ? () => fixed : namedIn
  const tell = (scope: Scope, touch: Touch): void => {
    const named = typesIn(scope)
    for (const clause of clauses) {
      const keys = clause === types ? undefined : keysIn(clause, scope)
      // A field is looked for among documents of a type.
      if (!keys || (!named && keys.some(isFieldKey))) continue
      for (const key of keys) {
        if (!isFieldKey(key)) touch(key, named)
        else for (const type of named ?? []) touch(typedFieldKey(type, key), [type])
      }
      return
    }
    if (named) for (const type of named) touch(typeKey(type), [type])
    else touch(ANY_KEY, null)
  }
  if (clauses.some((clause) => clause.some((demand) => !Array.isArray(demand.values)))) {
    return (scope) => tell(scope, runOf(scope).touch)
  }
  const told: Parameters<Touch>[] = []
  tell(NOWHERE, (...one) => told.push(one))
  return (scope) => {
    const {touch} = runOf(scope)
    for (const [key, types] of told) touch(key, types)
  }
}

const allOf = (conditions: readonly Node[]): Node =>
  conditions.reduce((right, left) => ({type: 'And', left, right}))

function valuesIn(values: Demand['values'], compile: Compile): ValuesIn {
  if (Array.isArray(values)) return () => values
  const evaluate = compile(values as Node)
  return (scope) => listed(evaluate(scope))
}
