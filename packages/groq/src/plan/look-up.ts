// The documents that a filter on `*` has to go through, by the narrowest of the look-ups that it allows.
import type {Compile} from '../compile.ts'
import {EMPTY_CONTEXT, Scope, type Evaluate} from '../scope.ts'
import type {Node} from '../syntax-tree.ts'
import type {Value} from '../values.ts'
import type {LakeDocument} from '../types.ts'
import type {Asked, Candidates} from './candidates.ts'
import type {Field, FieldValue} from '../documents/field-index.ts'
import {namesIn} from './expressions.ts'
import {isSimple, type Simple} from '../documents/field-index.ts'
import {runOf} from './run.ts'
import {byId} from '../documents/sorted-list.ts'
import {byText} from './text-look-up.ts'

export interface Found {
  /** How many there are at most. */
  size: number
  /** Ascending by `_id`, each once. */
  documents(): readonly LakeDocument[]
  /** Whether a document is among them, where that is known without a list. */
  has?(document: LakeDocument): boolean
  /** To decide on one its long texts are read: the fewer are asked the better. */
  isRead?: boolean
  /** The look-up alone decides its condition: whatever is not among them does not fulfil it, all others do. */
  isExact: boolean
  /** There are as many as its size says. */
  isCounted: boolean
  /** What a document is asked besides; the whole filter where that is not known. */
  rest?: readonly Evaluate[]
  /** For people: what was looked up. */
  how(): string
  /** For people: where it was looked up. */
  index: string
  /** Ids that were asked for by themselves. */
  ids?: readonly string[]
  /** Types that were asked for by themselves. */
  types?: readonly string[]
  /** The index was of this type alone. */
  ofType?: string | undefined
  /** The one value that was looked up, and in what. */
  among?: FieldValue | undefined
}

/**
 * @param type the one type that the filter leaves, where that is known: some indexes are of one type
 * @returns undefined where the value at hand cannot be looked up
 */
export type LookUp = (scope: Scope, type: string | undefined) => Found | undefined

/** So few are gone through at once: no other look-up need be tried. */
const FEW = 16

const NOTHING = {size: 0, documents: () => [], isExact: true, isCounted: true}

export function narrowest(
  lookUps: readonly LookUp[],
  scope: Scope,
  type: string | undefined,
): Found | undefined {
  let best: Found | undefined
  for (const lookUp of lookUps) {
    const found = lookUp(scope, type)
    if (found && (!best || found.size < best.size)) best = found
    if (best && best.size <= FEW) break
  }
  return best
}

export function compileLookUp(candidates: Candidates, compile: Compile): LookUp {
  switch (candidates.kind) {
    case 'ids': {
      const values = stringsOf(candidates.values, compile, candidates.asked)
      return (scope) => {
        const {view} = runOf(scope)
        const ids = values(scope)
        return united(
          ids.map((id) => oneOrNone(view.get(id))),
          () => `_id ${listed(ids)}`,
          {index: '_id', ids, isExact: true},
        )
      }
    }
    case 'types': {
      const values = stringsOf(candidates.values, compile, candidates.asked)
      return (scope) => {
        const {view} = runOf(scope)
        const types = values(scope)
        return united(
          types.map((type) => view.ofType(type)),
          () => `_type ${listed(types)}`,
          {index: '_type', types, isExact: true},
        )
      }
    }
    case 'references': {
      const values = stringsOf(candidates.values, compile)
      return (scope) => {
        const {view} = runOf(scope)
        const ids = values(scope)
        return united(
          ids.map((id) => view.referencing(id)),
          () => `references ${listed(ids)}`,
          {index: 'references', isExact: true},
        )
      }
    }
    case 'fields':
      return byField(candidates, compile)
    case 'ranges': {
      const {name, field} = fieldOf(candidates.field, compile)
      const bounds = candidates.bounds.map(({op, value}) => ({op, value: compile(value)}))
      return (scope, type) => {
        const ordered = runOf(scope).view.ordered(field, type)
        const ends = bounds.map(({op, value}) => ({op, value: value(scope) ?? null}))
        return (
          ordered && {
            size: ordered.count(ends),
            documents: () => ascending(ordered.between(ends)),
            isExact: true,
            isCounted: true,
            ofType: type,
            how: () => `${name} in a range`,
            index: indexOf(name, type),
          }
        )
      }
    }
    case 'paths': {
      const pattern = compile(candidates.pattern)
      return under((scope) => {
        const asked = pattern(scope)
        return typeof asked === 'string' ? prefixOf(asked) : undefined
      })
    }
    case 'releases': {
      const release = compile(candidates.release)
      return (scope) => {
        const name = release(scope)
        if (typeof name !== 'string') return undefined
        const documents = runOf(scope).view.inRelease(name)
        return {
          size: documents.length,
          documents: () => documents,
          isExact: true,
          isCounted: true,
          how: () => `release ${name}`,
          index: '_id',
        }
      }
    }
    case 'versions': {
      const of = compile(candidates.of)
      return (scope) => {
        const id = of(scope)
        if (typeof id !== 'string') return undefined
        const documents = runOf(scope).view.versionsOf(id)
        return {
          size: documents.length,
          documents: () => documents,
          isExact: true,
          isCounted: true,
          how: () => `versions of ${id}`,
          index: '_id',
        }
      }
    }
    case 'texts':
      return byText(candidates, compile)
    case 'either': {
      const sides = [candidates.left, candidates.right].map((side) =>
        side.map((one) => compileLookUp(one, compile)),
      )
      return (scope, type) => {
        const [left, right] = sides.map((side) => narrowest(side, scope, type))
        if (!left || !right) return undefined
        return {
          size: left.size + right.size,
          documents: () => merged([left.documents(), right.documents()]),
          isExact: false,
          isCounted: false,
          how: () => `${left.how()}, or ${right.how()}`,
          index: left.index === right.index ? left.index : `${left.index}, ${right.index}`,
          // Not those of one side and part of the other.
          ...(left.types && right.types && {types: [...left.types, ...right.types]}),
        }
      }
    }
  }
}

/** @param besides conditions of the document itself: whatever does not fulfil them is not in the index */
export function byField(
  {values: wanted, field: node, asked}: Extract<Candidates, {kind: 'fields'}>,
  compile: Compile,
  besides: readonly Node[] = [],
): LookUp {
  const plain = fieldOf(node, compile, asked === 'holds')
  const {name, field} = besides.length > 0 ? amongThose(besides, plain, compile) : plain
  const values = valuesOf(wanted, compile, asked)
  return (scope, type) => {
    const sought = values(scope)
    if (!sought) return undefined
    const {view} = runOf(scope)
    const lists: (readonly LakeDocument[])[] = []
    for (const value of new Set(sought)) {
      const list = view.withValue(field, value, type)
      if (!list) return undefined
      lists.push(list)
    }
    const [value] = sought
    return united(lists, () => `${name} ${listed(sought)}`, {
      index: indexOf(name, type),
      isExact: true,
      ofType: type,
      ...(lists.length === 1 && value !== undefined && {among: {field, value}}),
    })
  }
}

/** What is asked for: a value, or each in a list; undefined where one has no place in an index. */
function valuesOf(
  values: Simple[] | Node,
  compile: Compile,
  asked: Asked,
): (scope: Scope) => readonly Simple[] | undefined {
  if (Array.isArray(values)) return () => values
  const evaluate = compile(values)
  return (scope) => {
    const value = evaluate(scope)
    if (asked !== 'isOneOf') return isSimple(value) ? [value] : undefined
    return Array.isArray(value) && value.every(isSimple) ? value : undefined
  }
}

/** The strings of an evaluated look-up: one, or those in a list; nothing else equals an id. */
function stringsOf(
  values: string[] | Node,
  compile: Compile,
  asked?: Asked,
): (scope: Scope) => readonly string[] {
  if (Array.isArray(values)) {
    const known = [...new Set(values)]
    return () => known
  }
  const evaluate = compile(values)
  return (scope) => {
    const value = evaluate(scope)
    if (Array.isArray(value)) {
      if (asked === 'is') return []
      const flat: Value[] = asked ? value : value.flat()
      return [...new Set(flat.filter((item) => typeof item === 'string'))]
    }
    return typeof value === 'string' && asked !== 'isOneOf' ? [value] : []
  }
}

function under(prefixAt: (scope: Scope) => string | undefined): LookUp {
  return (scope) => {
    const prefix = prefixAt(scope)
    if (prefix === undefined) return undefined
    const documents = runOf(scope).view.withIdPrefix(prefix)
    return {
      size: documents.length,
      documents: () => documents,
      isExact: false,
      isCounted: false,
      how: () => `_id beginning with "${prefix}"`,
      index: '_id',
    }
  }
}

/** What every id in a path begins with. */
function prefixOf(pattern: string): string {
  const wild = pattern.indexOf('*')
  return wild < 0 ? pattern : pattern.slice(0, pattern.lastIndexOf('.', wild) + 1)
}

/** A field of documents, made of the expression that looks at it. */
export function fieldOf(
  node: Node,
  compile: Compile,
  isList = false,
): {name: string; field: Field} {
  const evaluate: Evaluate = compile(node)
  return {
    name: nameOf(node),
    field: {
      name: JSON.stringify(node),
      attributes: namesIn(node),
      isList,
      valueOf: (document) => evaluate(new Scope(document, EMPTY_CONTEXT)),
    },
  }
}

function amongThose(
  conditions: readonly Node[],
  {name, field}: ReturnType<typeof fieldOf>,
  compile: Compile,
): ReturnType<typeof fieldOf> {
  const tests = conditions.map(compile)
  return {
    name: `${name}, where all else holds,`,
    field: {
      ...field,
      name: `${field.name} where ${JSON.stringify(conditions)}`,
      attributes: [...field.attributes, ...conditions.flatMap(namesIn)],
      valueOf(document) {
        const scope = new Scope(document, EMPTY_CONTEXT)
        return tests.every((test) => test(scope) === true) ? field.valueOf(document) : undefined
      },
    },
  }
}

export const indexOf = (field: string, type: string | undefined): string =>
  type === undefined ? field : `${field} of ${type}`

/** For people, who wrote the field and know it by its last name. */
function nameOf(node: Node): string {
  const base = node.base as Node | undefined
  const expression = node.expr as Node | undefined
  if (node.type === 'FuncCall')
    return `${String(node.name)}(${(node.args as Node[]).map(nameOf).join(', ')})`
  if (node.type === 'AccessAttribute') {
    return base && base.type !== 'This' ? `${nameOf(base)}.${String(node.name)}` : String(node.name)
  }
  if (!base) return node.type === 'This' ? '@' : node.type
  return expression ? `${nameOf(base)}.${nameOf(expression)}` : `${nameOf(base)}[]`
}

const listed = (values: readonly Simple[]): string =>
  values.length === 1 ? `== ${JSON.stringify(values[0])}` : `in ${values.length} values`

const oneOrNone = (document: LakeDocument | undefined): readonly LakeDocument[] =>
  document ? [document] : []

function united(
  lists: readonly (readonly LakeDocument[])[],
  how: Found['how'],
  found: Pick<Found, 'index' | 'isExact' | 'ids' | 'types' | 'ofType' | 'among'>,
): Found {
  const [only, ...more] = lists
  if (!only) return {...NOTHING, how, ...found}
  if (more.length === 0) {
    return {...found, isCounted: true, size: only.length, how, documents: () => only}
  }
  return {
    ...found,
    // One document may be in two lists: then their sizes do not add up to how many there are.
    isCounted: false,
    size: lists.reduce((total, list) => total + list.length, 0),
    how,
    documents: () => merged(lists),
  }
}

/** Several lists as one, each document once, ascending by `_id`. */
function merged(lists: readonly (readonly LakeDocument[])[]): readonly LakeDocument[] {
  const found = new Map<string, LakeDocument>()
  for (const list of lists) for (const document of list) found.set(document._id, document)
  return ascending([...found.values()])
}

const ascending = (list: readonly LakeDocument[]): LakeDocument[] => list.toSorted(byId)
