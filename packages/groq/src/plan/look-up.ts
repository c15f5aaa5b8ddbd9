// Finds the documents on which a filter of `*` is evaluated, by the most selective look-up that it allows.
import type {Compile} from '../compile.ts'
import {isSimple, type FieldValue, type Simple} from '../documents/field-index.ts'
import {publishedIdOf} from '../documents/ids.ts'
import {byId as compareIds} from '../documents/sorted-list.ts'
import {StoredDocument} from '../documents/stored-document.ts'
import type {Documents} from '../documents/document-index.ts'
import type {Evaluate, Scope} from '../scope.ts'
import type {Node} from '../syntax-tree.ts'
import type {LakeDocument} from '../types.ts'
import type {Value} from '../values.ts'
import type {Candidates, Comparison} from './candidates.ts'
import {indexedField, indexLabel, partialField} from './indexed-field.ts'
import {runOf} from './run.ts'
import {placesOf, searchOfPattern, searchOfQuery, type Place, type TextSearch} from './full-text.ts'

/** The result of a look-up. */
export interface Found {
  /** The number of documents, or more. */
  size: number
  /** Ascending by `_id`, without duplicates. */
  documents(): readonly LakeDocument[]
  /** Tells without building the list whether a document is in it. */
  has?(document: LakeDocument): boolean
  /** Evaluating the condition reads long fields: the filter should be evaluated on few documents. */
  readsLongFields?: boolean
  /** The look-up decides a condition that would read long fields. */
  sparesReading?: boolean
  /** Every found document meets the condition of the look-up, and no other document does. */
  isExact: boolean
  /** If not exact: the only found documents that may not meet the condition. */
  unsure?: ReadonlySet<unknown>
  /** `size` is the number of documents. */
  isSizeExact: boolean
  /** The conditions left to evaluate; the whole filter if undefined. */
  remaining?: readonly Evaluate[]
  /** What was looked up, for an explained query. */
  how(): string
  /** Where it was looked up, for an explained query. */
  index: string
  /** The IDs that were looked up, if any. */
  ids?: readonly string[]
  /** The types that were looked up, if any. */
  types?: readonly string[]
  /** The only type in the index, if it has documents of one type. */
  indexType?: string | undefined
  /** The field and value, if one value was looked up. */
  fieldValue?: FieldValue | undefined
}

type Kind<Name extends Candidates['kind']> = Extract<Candidates, {kind: Name}>

/**
 * @param type the only type that the filter allows, if known: some indexes are of one type
 * @returns undefined if the value cannot be looked up
 */
export type LookUp = (scope: Scope, type: string | undefined) => Found | undefined

/** With so few documents no other look-up is tried. */
const FEW = 16
/** Finding so many documents is as fast as reading the long fields of one. */
const FOUND_PER_READ = 20

const costOf = ({size, sparesReading}: Found): number =>
  sparesReading ? size / FOUND_PER_READ : size

const EXACT = {isExact: true, isSizeExact: true} as const
const INEXACT = {isExact: false, isSizeExact: false} as const

export function narrowest(
  lookUps: readonly LookUp[],
  scope: Scope,
  type: string | undefined,
): Found | undefined {
  let best: Found | undefined
  for (const lookUp of lookUps) {
    const found = lookUp(scope, type)
    if (found && (!best || costOf(found) < costOf(best))) best = found
    if (best && best.size <= FEW) break
  }
  return best
}

export function compileLookUp(candidates: Candidates, compile: Compile): LookUp {
  switch (candidates.kind) {
    case 'ids':
      return byId(candidates, compile)
    case 'types':
      return byType(candidates, compile)
    case 'references':
      return byReference(candidates, compile)
    case 'fields':
      return byField(candidates, compile)
    case 'ranges':
      return byRange(candidates, compile)
    case 'paths':
      return byPath(candidates, compile)
    case 'releases':
      return byName(candidates.release, compile, 'release', (view, name) => view.inRelease(name))
    case 'versions':
      return byName(candidates.of, compile, 'versions of', (view, id) => view.versionsOf(id))
    case 'texts':
      return byText(candidates, compile)
    case 'either':
      return byEither(candidates, compile)
  }
}

function byId({values, comparison}: Kind<'ids' | 'types'>, compile: Compile): LookUp {
  const idsIn = stringsOf(values, compile, comparison)
  return (scope) => {
    const {view} = runOf(scope)
    const ids = idsIn(scope)
    return union(
      ids.map((id) => oneOrNone(view.get(id))),
      () => `_id ${describeValues(ids)}`,
      {index: '_id', ids, isExact: true},
    )
  }
}

function byType({values, comparison}: Kind<'ids' | 'types'>, compile: Compile): LookUp {
  const typesIn = stringsOf(values, compile, comparison)
  return (scope) => {
    const {view} = runOf(scope)
    const types = typesIn(scope)
    return union(
      types.map((type) => view.ofType(type)),
      () => `_type ${describeValues(types)}`,
      {index: '_type', types, isExact: true},
    )
  }
}

function byReference({values}: Kind<'references'>, compile: Compile): LookUp {
  const idsIn = stringsOf(values, compile)
  return (scope) => {
    const {view} = runOf(scope)
    const ids = idsIn(scope)
    return union(
      ids.map((id) => view.referencing(id)),
      () => `references ${describeValues(ids)}`,
      {index: 'references', isExact: true},
    )
  }
}

/** @param conditions only documents that meet them are in the index */
export function byField(
  {values, field: node, comparison}: Kind<'fields'>,
  compile: Compile,
  conditions: readonly Node[] = [],
): LookUp {
  const whole = indexedField(node, compile, comparison === 'contains')
  const {label, field} = conditions.length > 0 ? partialField(whole, conditions, compile) : whole
  const valuesIn = valuesOf(values, compile, comparison)
  return (scope, type) => {
    const wanted = valuesIn(scope)
    if (!wanted) return undefined
    const {view} = runOf(scope)
    const lists: (readonly LakeDocument[])[] = []
    for (const value of new Set(wanted)) {
      const list = view.withValue(field, value, type)
      if (!list) return undefined
      lists.push(list)
    }
    const [value] = wanted
    return union(lists, () => `${label} ${describeValues(wanted)}`, {
      index: indexLabel(label, type),
      isExact: true,
      indexType: type,
      ...(lists.length === 1 && value !== undefined && {fieldValue: {field, value}}),
    })
  }
}

function byRange({field: node, bounds}: Kind<'ranges'>, compile: Compile): LookUp {
  const {label, field} = indexedField(node, compile)
  const compiled = bounds.map(({op, value}) => ({op, value: compile(value)}))
  return (scope, type) => {
    const ordered = runOf(scope).view.ordered(field, type)
    const ends = compiled.map(({op, value}) => ({op, value: value(scope) ?? null}))
    return (
      ordered && {
        ...EXACT,
        size: ordered.count(ends),
        documents: () => sortedById(ordered.between(ends)),
        indexType: type,
        how: () => `${label} in a range`,
        index: indexLabel(label, type),
      }
    )
  }
}

function byPath({pattern}: Kind<'paths'>, compile: Compile): LookUp {
  const evaluate = compile(pattern)
  return (scope) => {
    const path = evaluate(scope)
    if (typeof path !== 'string') return undefined
    const prefix = prefixOf(path)
    const documents = runOf(scope).view.withIdPrefix(prefix)
    return {
      ...INEXACT,
      size: documents.length,
      documents: () => documents,
      how: () => `_id beginning with "${prefix}"`,
      index: '_id',
    }
  }
}

/** The prefix that all IDs in a path have. */
function prefixOf(path: string): string {
  const wildcard = path.indexOf('*')
  return wildcard < 0 ? path : path.slice(0, path.lastIndexOf('.', wildcard) + 1)
}

/** By the name of a release, or by the ID of a document with its versions. */
function byName(
  node: Node,
  compile: Compile,
  label: string,
  find: (view: Documents, name: string) => readonly LakeDocument[],
): LookUp {
  const evaluate = compile(node)
  return (scope) => {
    const name = evaluate(scope)
    if (typeof name !== 'string') return undefined
    const documents = find(runOf(scope).view, name)
    return {
      ...EXACT,
      size: documents.length,
      documents: () => documents,
      how: () => `${label} ${name}`,
      index: '_id',
    }
  }
}

function byText({text, pattern, mode}: Kind<'texts'>, compile: Compile): LookUp {
  const evaluate = compile(pattern)
  const searchFor = searchesFor(mode, placesOf(text))
  return (scope) => {
    const {fullText, view} = runOf(scope)
    const value = fullText && evaluate(scope)
    const search = fullText && searchFor(value)
    const texts = search && fullText.find(search, view.all.length)
    if (!texts) return undefined
    const {changed, isExact} = texts
    const unsure = new Set(shownOf(changed, view))
    const unchanged = changed.size > 0 ? texts.ids.filter((id) => !changed.has(id)) : texts.ids
    let ids: ReadonlySet<unknown> | undefined
    let documents: readonly LakeDocument[] | undefined
    return {
      isExact: isExact && unsure.size === 0,
      // The view may not show all of them.
      isSizeExact: false,
      ...(isExact && unsure.size > 0 && {unsure}),
      size: unchanged.length + unsure.size,
      has(document) {
        ids ??= new Set(unchanged)
        return ids.has(StoredDocument.storedId(document)) || unsure.has(document)
      },
      documents: () => (documents ??= sortedById([...shownOf(unchanged, view), ...unsure])),
      readsLongFields: !isExact || unsure.size > 0,
      sparesReading: isExact,
      how: () => `words of ${JSON.stringify(value)}`,
      index: 'texts',
    }
  }
}

/** Returns the same search for the same value, so that the index is asked once. */
function searchesFor(
  mode: Kind<'texts'>['mode'],
  places: Place[] | undefined,
): (value: Value) => TextSearch | undefined {
  let known: {value: Value; search: TextSearch | undefined} | undefined
  return (value) => {
    if (!known || known.value !== value) {
      const isAny = mode === 'any'
      const search =
        mode === 'search' ? searchOfQuery(value) : searchOfPattern(value, {isAny, places})
      known = {value, search}
    }
    return known.search
  }
}

/** The documents with these stored IDs, as a perspective shows them: a draft under the published ID. */
function shownOf(storedIds: Iterable<string>, view: Documents): LakeDocument[] {
  const shown: LakeDocument[] = []
  for (const id of storedIds) {
    const document = view.get(id) ?? view.get(publishedIdOf(id))
    if (document && StoredDocument.storedId(document) === id) shown.push(document)
  }
  return shown
}

function byEither({left, right}: Kind<'either'>, compile: Compile): LookUp {
  const sides = [left, right].map((side) => side.map((one) => compileLookUp(one, compile)))
  return (scope, type) => {
    const [one, other] = sides.map((side) => narrowest(side, scope, type))
    if (!one || !other) return undefined
    return {
      ...INEXACT,
      size: one.size + other.size,
      documents: () => merged([one.documents(), other.documents()]),
      how: () => `${one.how()}, or ${other.how()}`,
      index: one.index === other.index ? one.index : `${one.index}, ${other.index}`,
      // Only if both sides were looked up by type.
      ...(one.types && other.types && {types: [...one.types, ...other.types]}),
    }
  }
}

/** The values to look up: the single value, or the items of the list. Undefined if one cannot be in an index. */
function valuesOf(
  values: Simple[] | Node,
  compile: Compile,
  comparison: Comparison,
): (scope: Scope) => readonly Simple[] | undefined {
  if (Array.isArray(values)) return () => values
  const evaluate = compile(values)
  return (scope) => {
    const value = evaluate(scope)
    if (comparison !== 'isIn') return isSimple(value) ? [value] : undefined
    return Array.isArray(value) && value.every(isSimple) ? value : undefined
  }
}

/** The same for IDs and types: values of other types equal none and are left out. */
function stringsOf(
  values: string[] | Node,
  compile: Compile,
  comparison?: Comparison,
): (scope: Scope) => readonly string[] {
  if (Array.isArray(values)) {
    const known = [...new Set(values)]
    return () => known
  }
  const evaluate = compile(values)
  return (scope) => {
    const value = evaluate(scope)
    if (Array.isArray(value)) {
      if (comparison === 'equals') return []
      const flat: Value[] = comparison ? value : value.flat()
      const strings = flat.filter((item) => typeof item === 'string')
      return strings.length > 1 ? [...new Set(strings)] : strings
    }
    return typeof value === 'string' && comparison !== 'isIn' ? [value] : []
  }
}

const describeValues = (values: readonly Simple[]): string =>
  values.length === 1 ? `== ${JSON.stringify(values[0])}` : `in ${values.length} values`

const oneOrNone = (document: LakeDocument | undefined): readonly LakeDocument[] =>
  document ? [document] : []

function union(
  lists: readonly (readonly LakeDocument[])[],
  how: Found['how'],
  found: Pick<Found, 'index' | 'isExact' | 'ids' | 'types' | 'indexType' | 'fieldValue'>,
): Found {
  const [only = [], ...more] = lists
  if (more.length === 0) {
    return {...found, isSizeExact: true, size: only.length, how, documents: () => only}
  }
  return {
    ...found,
    // A document may be in two lists: the sum of their sizes can be too high.
    isSizeExact: false,
    size: lists.reduce((total, list) => total + list.length, 0),
    how,
    documents: () => merged(lists),
  }
}

/** One list of several: ascending by `_id`, without duplicates. */
function merged(lists: readonly (readonly LakeDocument[])[]): readonly LakeDocument[] {
  const found = new Map<string, LakeDocument>()
  for (const list of lists) for (const document of list) found.set(document._id, document)
  return sortedById([...found.values()])
}

const sortedById = (list: readonly LakeDocument[]): LakeDocument[] => list.toSorted(compareIds)
