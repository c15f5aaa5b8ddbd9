// What a person wrote and could not save, put into the document as it is now.
import {dequal} from 'dequal'
import {isObject} from '../../../../workflow/plain-content.ts'
import {mergeText} from './merge-text.ts'
import type {Content} from './unsaved-store.ts'

/** A place that both versions changed, each in its own way. */
export interface Collision {
  /** Names of fields, and keys of members. */
  path: readonly (string | {_key: string})[]
  /** Undefined where a version has nothing. */
  base: unknown
  mine: unknown
  theirs: unknown
}

export interface Merged {
  /** With the changes of both. At a collision it has theirs. */
  document: Content
  collisions: Collision[]
}

type Member = Content & {_key: string}

/** Values of one place in the three versions. */
interface Versions<T> {
  base: T
  mine: T
  theirs: T
}

/** Sanity's own fields. The lake writes them. */
const SYSTEM = new Set(['_id', '_rev', '_createdAt', '_updatedAt', '_system'])

/**
 * @param versions `base` is what the server had when `mine` was written, `theirs` is what it has now
 */
export function merge(versions: Versions<Content>): Merged {
  const collisions: Collision[] = []
  const document = mergeFields(versions, [], (collision) => collisions.push(collision))
  return {document, collisions}
}

/** Whether `theirs` has every change of `mine`. */
export function hasAll(versions: Versions<Content>): boolean {
  const {document, collisions} = merge(versions)
  return collisions.length === 0 && changedFields(versions.theirs, document).length === 0
}

export const changedFields = (before: Content, after: Content): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => !dequal(before[field], after[field]),
  )

type Path = Collision['path']
type Report = (collision: Collision) => void

function mergeValue(versions: Versions<unknown>, path: Path, report: Report): unknown {
  const {base, mine, theirs} = versions
  if (dequal(mine, base) || dequal(mine, theirs)) return theirs
  if (dequal(theirs, base)) return mine
  if (typeof mine === 'string' && typeof theirs === 'string') {
    const text = mergeText(typeof base === 'string' ? base : '', mine, theirs)
    if (text !== null) return text
  } else if (isMembers(mine) && isMembers(theirs)) {
    return mergeMembers({base: isMembers(base) ? base : [], mine, theirs}, path, report)
  } else if (isObject(mine) && isObject(theirs) && mine['_type'] === theirs['_type']) {
    return mergeFields({base: isObject(base) ? base : {}, mine, theirs}, path, report)
  }
  report({path, ...versions})
  return theirs
}

function mergeFields(versions: Versions<Content>, path: Path, report: Report): Content {
  const {base, mine, theirs} = versions
  const merged: Content = {}
  for (const name of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const value = SYSTEM.has(name)
      ? theirs[name]
      : mergeValue(
          {base: base[name], mine: mine[name], theirs: theirs[name]},
          [...path, name],
          report,
        )
    if (value !== undefined) merged[name] = value
  }
  return merged
}

/** Members keep the order that one version gave them; if both did, theirs. New ones follow what they were put after. */
function mergeMembers(versions: Versions<Member[]>, path: Path, report: Report): Member[] {
  const {base, mine, theirs} = versions
  const [inBase, inMine, inTheirs] = [byKey(base), byKey(mine), byKey(theirs)]
  const merged = new Map<string, Member>()
  for (const _key of new Set([...inTheirs.keys(), ...inMine.keys()])) {
    const place = {base: inBase.get(_key), mine: inMine.get(_key), theirs: inTheirs.get(_key)}
    const value = mergeValue(place, [...path, {_key}], report) as Member | undefined
    if (value) merged.set(_key, value)
  }
  const isMineOrder = dequal(order(base, inTheirs), order(theirs, inBase))
  const [first, second] = isMineOrder ? [mine, theirs] : [theirs, mine]
  return interleave(first, second)
    .filter((key) => merged.has(key))
    .map((key) => merged.get(key)!)
}

/** The keys of the first list. Each key that only the second has follows the one before it there. */
function interleave(first: readonly Member[], second: readonly Member[]): string[] {
  const keys = first.map(({_key}) => _key)
  let before: string | undefined
  for (const {_key} of second) {
    if (!keys.includes(_key))
      keys.splice(before === undefined ? 0 : keys.indexOf(before) + 1, 0, _key)
    before = _key
  }
  return keys
}

const byKey = (members: readonly Member[]): Map<string, Member> =>
  new Map(members.map((member) => [member._key, member]))

/** The keys of those members that the other version has too, in order. */
const order = (members: readonly Member[], others: ReadonlyMap<string, Member>): string[] =>
  members.map(({_key}) => _key).filter((key) => others.has(key))

const isMembers = (value: unknown): value is Member[] =>
  Array.isArray(value) &&
  value.every((member) => isObject(member) && typeof member['_key'] === 'string')
