// Keys: short texts by which a change finds whom it concerns (listeners, live tags, kept answers). What
// a document has and what a filter wants are written alike, so that both sides meet in a look-up.
import type {Json, LakeDocument} from '../types.ts'
import {isUnpublishedId} from './ids.ts'

export type Simple = string | number | boolean

export const isSimple = (value: unknown): value is Simple =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

export const idKey = (id: string): string => `_id=${id}`
export const typeKey = (type: string): string => `_type=${type}`
/** Of a document and its drafts and versions, by the published id. */
export const versionsKey = (publishedId: string): string => `versions=${publishedId}`
/** Of whatever refers to this id, anywhere in it. */
export const referenceKey = (id: string): string => `_ref=${id}`
/** Of every document. */
export const ANY_KEY = '*'
/** Of every document that is neither draft nor version. */
export const PUBLISHED_KEY = 'published'

/** Longer paths have no key. `authors[].person.name` has three names. */
const DEEPEST = 4
const LONGEST_VALUE = 100
/** What Portable Text consists of. By name, so that a filter shows whether what it asks has a key. */
const TEXT_PARTS = new Set(['children', 'level', 'listItem', 'markDefs', 'marks', 'style'])

const isKeyedName = (name: string): boolean => !name.startsWith('_') && !TEXT_PARTS.has(name)
const isKeyedValue = (value: unknown): value is Simple =>
  isSimple(value) && !(typeof value === 'string' && value.length > LONGEST_VALUE)

const fieldKeyOf = (path: string, value: Simple): string => `${path}=${JSON.stringify(value)}`

/**
 * The key of every document that holds the value at the path. Undefined where documents have no such
 * key, which path and value alone decide.
 *
 * @param path names of attributes; what is in lists is at the path of the list
 */
export function fieldKey(path: readonly string[], value: Simple): string | undefined {
  if (path.at(-1) === '_ref') return typeof value === 'string' ? referenceKey(value) : undefined
  const hasKey =
    path.length > 0 && path.length <= DEEPEST && path.every(isKeyedName) && isKeyedValue(value)
  return hasKey ? fieldKeyOf(`.${path.join('.')}`, value) : undefined
}

export const isFieldKey = (key: string): boolean => key.startsWith('.')

/** The key of a field of one type: `post.slug.current="a"`. */
export const ofType = (type: string, fieldKey: string): string => type + fieldKey

const known = new WeakMap<LakeDocument, ReadonlySet<string>>()

/** Every key that a document has. */
export function keysOf(document: LakeDocument): ReadonlySet<string> {
  const before = known.get(document)
  if (before) return before
  const {_id: id, _type: type} = document
  const keys = new Set([idKey(id), typeKey(type), ...versionKeys(id)])
  if (!isUnpublishedId(id)) keys.add(PUBLISHED_KEY)
  addFields(document, '', 0, keys)
  known.set(document, keys)
  return keys
}

/** `versions.a.b` may be the version of `b` in the release `a`, or a document whose drafts are its own. */
function versionKeys(id: string): string[] {
  const [layer, , ...rest] = id.split('.')
  const originals = [id]
  if (layer === 'drafts') originals.push(id.slice('drafts.'.length))
  if (layer === 'versions' && rest.length > 0) originals.push(rest.join('.'))
  return originals.map(versionsKey)
}

/** @param depth names in the path so far; Infinity where only references count from here on */
function addFields(value: Json, path: string, depth: number, keys: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) addFields(item, path, depth, keys)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      if (name === '_ref' && typeof inner === 'string') keys.add(referenceKey(inner))
      const isKeyed = depth < DEEPEST && isKeyedName(name)
      addFields(inner, isKeyed ? `${path}.${name}` : '', isKeyed ? depth + 1 : Infinity, keys)
    }
  } else if (depth > 0 && depth <= DEEPEST && isKeyedValue(value)) {
    keys.add(fieldKeyOf(path, value))
  }
}
