// What a filter requires of a document: an ID, a type, a reference, a value of a field. A changed
// document that meets none of the requirements, before and after, does not concern the filter.
import {fieldKey, idKey, referenceKey, typeKey, versionsKey} from './documents/keys.ts'
import {isCall, isPattern, literalValues, type Node} from './syntax-tree.ts'
import {Path, ScalarObject, type Value} from './values.ts'

/** One of the values must be at this place of the document. */
export interface Requirement {
  place: 'id' | 'type' | 'versions' | 'reference' | 'field'
  /** The attribute names of a field. */
  path: readonly string[]
  /** Literals, or an expression to evaluate outside of the filter (one value or a list). */
  values: readonly Value[] | Node
}

/** A matching document meets at least one of these requirements. */
export type Clause = readonly Requirement[]

/** More clauses do not help, and each `||` multiplies them. */
const MAX_CLAUSES = 16

/**
 * Rewrites an expression inside a filter for the scope around the filter. Undefined if that is
 * impossible.
 */
export type ToOuterScope = (node: Node) => Node | undefined

/**
 * The clauses that every matching document meets, the most selective first. Empty if any document can
 * match.
 *
 * @param outer for values that are not literals; by default only literals count
 */
export function clausesOf(condition: Node, outer: ToOuterScope = () => undefined): Clause[] {
  return clausesIn(condition, outer).toSorted((a, b) => selectivity(a) - selectivity(b))
}

const selectivity = (clause: Clause): number => Math.max(0, ...clause.map(selectivityOf))

const SELECTIVITY: Record<Requirement['place'], number> = {
  id: 0,
  versions: 1,
  reference: 2,
  field: 3,
  type: 6,
}

/** An estimate: few documents share a slug, many share a status, half of them a boolean. */
function selectivityOf({place, path, values}: Requirement): number {
  const name = path.at(-1)
  if (place !== 'field' || name === '_ref')
    return SELECTIVITY[name === '_ref' ? 'reference' : place]
  if (name === 'current') return SELECTIVITY.field
  const isText = !Array.isArray(values) || values.every((value) => typeof value === 'string')
  return SELECTIVITY.field + (isText ? 1 : 2)
}

function clausesIn(condition: Node, outer: ToOuterScope): Clause[] {
  switch (condition.type) {
    case 'Group':
      return clausesIn(condition.base as Node, outer)
    case 'And':
      return [
        ...clausesIn(condition.left as Node, outer),
        ...clausesIn(condition.right as Node, outer),
      ]
    case 'Or': {
      const right = clausesOf(condition.right as Node, outer)
      const either = clausesOf(condition.left as Node, outer).flatMap((one) =>
        right.map((other) => [...one, ...other]),
      )
      return either.slice(0, MAX_CLAUSES)
    }
    case 'FuncCall':
      return clausesOfCall(condition, outer)
    case 'OpCall': {
      const left = condition.left as Node
      const right = condition.right as Node
      if (condition.op !== '==' && condition.op !== 'in') return []
      return [
        ...clausesOfComparison(left, right, outer),
        ...clausesOfComparison(right, left, outer),
      ]
    }
    default:
      return []
  }
}

/**
 * The keys of which a document that meets the requirement has at least one.
 *
 * @param values of the requirement, at the time of the evaluation
 * @returns undefined if a document without any of the keys can meet it
 */
function keysOfRequirement(
  {place, path}: Requirement,
  values: readonly Value[],
): string[] | undefined {
  const [first] = values
  if (place !== 'field' && values.length === 1 && typeof first === 'string') {
    return [KEY_OF_PLACE[place](first)]
  }
  // `in path("drafts.**")` selects no particular ID.
  if (values.flat().some((value) => value instanceof Path)) return undefined
  if (place !== 'field') {
    const key = KEY_OF_PLACE[place]
    return values
      .flat()
      .filter((value) => typeof value === 'string')
      .map(key)
  }
  const keys: string[] = []
  for (const value of values) {
    // Lists and objects equal nothing. Null equals a missing field.
    if (typeof value === 'object' && value !== null) continue
    const key = value === null || value === undefined ? undefined : fieldKey(path, value as string)
    if (key === undefined) return undefined
    keys.push(key)
  }
  return keys
}

const KEY_OF_PLACE = {
  id: idKey,
  type: typeKey,
  versions: versionsKey,
  reference: referenceKey,
} as const

/**
 * The keys of which a document that meets the clause has at least one. Undefined as for a requirement.
 *
 * @param valuesOf returns undefined for unknown values
 */
export function keysOfClause(
  clause: Clause,
  valuesOf: (demand: Requirement) => readonly Value[] | undefined = literalValuesOf,
): string[] | undefined {
  const keys: string[] = []
  for (const demand of clause) {
    const values = valuesOf(demand)
    const more = values && keysOfRequirement(demand, values)
    if (!more) return undefined
    keys.push(...more)
  }
  return keys
}

const literalValuesOf = ({values}: Requirement): readonly Value[] | undefined =>
  Array.isArray(values) ? values : undefined

/** The items of a list, or the single value as a list. */
export const toList = (value: Value): readonly Value[] => (Array.isArray(value) ? value : [value])

function clausesOfCall(call: Node, outer: ToOuterScope): Clause[] {
  const args = call.args as Node[]
  if (isCall(call, 'global', 'references')) {
    if (args.some(isPattern)) return []
    const known = args.map(literals)
    if (known.every((list) => list !== undefined)) {
      return [[{place: 'reference', path: [], values: known.flat()}]]
    }
    const elements = args.map((arg) => ({
      type: 'ArrayElement',
      value: outer(arg),
      isSplat: false,
    }))
    const isKnown = elements.every(({value}) => value !== undefined)
    return isKnown ? [[{place: 'reference', path: [], values: {type: 'Array', elements}}]] : []
  }
  if (!isCall(call, 'sanity', 'versionOf') || !args[0]) return []
  const values = valuesOf(args[0], outer)
  return values ? [[{place: 'versions', path: [], values}]] : []
}

/** `place == value`, `place in list` or `value in place`. */
function clausesOfComparison(place: Node, value: Node, outer: ToOuterScope): Clause[] {
  const path = pathOf(place)
  const values = path && valuesOf(value, outer)
  return path && values ? [[requirementOf(path, values)]] : []
}

function requirementOf(path: readonly string[], values: Requirement['values']): Requirement {
  const isOne = path.length === 1
  if (isOne && path[0] === '_id') return {place: 'id', path, values}
  if (isOne && path[0] === '_type') return {place: 'type', path, values}
  return {place: 'field', path, values}
}

/** The attribute names on the way to a part of the document. Undefined for any other expression. */
function pathOf(node: Node): string[] | undefined {
  const base = node.base as Node | undefined
  switch (node.type) {
    case 'This':
      return []
    case 'AccessAttribute': {
      const path = base ? pathOf(base) : []
      return path && [...path, node.name as string]
    }
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Filter':
    case 'Group':
    case 'Slice':
      return base && pathOf(base)
    case 'FlatMap':
    case 'Map': {
      const path = base && pathOf(base)
      const inner = path && pathOf(node.expr as Node)
      return inner && [...path, ...inner]
    }
    default:
      return undefined
  }
}

const valuesOf = (node: Node, outer: ToOuterScope): Requirement['values'] | undefined =>
  literals(node) ?? outer(node)

/** Undefined for a `DateTime` or a `Path`, to which the parser folds calls: no document has these values. */
function literals(node: Node): readonly Value[] | undefined {
  const values = literalValues(node)
  const isFolded = values?.length === 1 && values[0] instanceof ScalarObject
  return isFolded ? undefined : values
}
