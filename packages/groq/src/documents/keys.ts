// Dependency keys: short strings that connect a changed document with the listeners, sync tags and cached
// responses that it concerns. A document has keys, and a filter is translated to keys in the same form.
import type {Json, LakeDocument} from '../types.ts'
import {isSimple, type Simple} from './field-index.ts'
import {isUnpublishedId} from './ids.ts'

export const idKey = (id: string): string => `_id=${id}`
export const typeKey = (type: string): string => `_type=${type}`
/** The key of a published document, its draft and its versions. */
export const versionsKey = (publishedId: string): string => `versions=${publishedId}`
/** The key of documents with a reference to this ID, at any depth. */
export const referenceKey = (id: string): string => `_ref=${id}`
/** The key of every document. */
export const ANY_KEY = '*'
/** The key of every published document. */
export const PUBLISHED_KEY = 'published'

/** Longer paths have no key. `authors[].person.name` has three names. */
const MAX_DEPTH = 4
const MAX_VALUE_LENGTH = 100
/** Fields of Portable Text have no keys. Their names show whether a filter asks for such a field. */
const PORTABLE_TEXT_FIELDS = new Set([
  'children',
  'level',
  'listItem',
  'markDefs',
  'marks',
  'style',
])

const isKeyedName = (name: string): boolean =>
  !name.startsWith('_') && !PORTABLE_TEXT_FIELDS.has(name)
const isKeyedValue = (value: unknown): value is Simple =>
  isSimple(value) && !(typeof value === 'string' && value.length > MAX_VALUE_LENGTH)

const fieldKeyOf = (path: string, value: Simple): string => `${path}=${JSON.stringify(value)}`

/**
 * The key of every document with the value at the path. Undefined if documents have no key for it, which
 * depends only on path and value.
 *
 * @param path names of attributes; items of a list have the path of the list
 */
export function fieldKey(path: readonly string[], value: Simple): string | undefined {
  if (path.at(-1) === '_ref') return typeof value === 'string' ? referenceKey(value) : undefined
  const hasKey =
    path.length > 0 && path.length <= MAX_DEPTH && path.every(isKeyedName) && isKeyedValue(value)
  return hasKey ? fieldKeyOf(`.${path.join('.')}`, value) : undefined
}

export const isFieldKey = (key: string): boolean => key.startsWith('.')

/** The key of a field of one type: `post.slug.current="a"`. */
export const typedFieldKey = (type: string, fieldKey: string): string => type + fieldKey

/** All keys of a document. */
export function keysOf(document: LakeDocument): ReadonlySet<string> {
  const {_id: id, _type: type} = document
  const keys = new Set([idKey(id), typeKey(type), ...versionKeys(id)])
  if (!isUnpublishedId(id)) keys.add(PUBLISHED_KEY)
  addFields(document, '', 0, keys)
  return keys
}

/** `versions.a.b` is the version of `b` in the release `a`, or a document with drafts of its own. */
function versionKeys(id: string): string[] {
  const [layer, , ...rest] = id.split('.')
  const originals = [id]
  if (layer === 'drafts') originals.push(id.slice('drafts.'.length))
  if (layer === 'versions' && rest.length > 0) originals.push(rest.join('.'))
  return originals.map(versionsKey)
}

/** @param depth names in the path so far; Infinity if only references get keys from here on */
function addFields(value: Json, path: string, depth: number, keys: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) addFields(item, path, depth, keys)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      if (name === '_ref' && typeof inner === 'string') keys.add(referenceKey(inner))
      const isKeyed = depth < MAX_DEPTH && isKeyedName(name)
      addFields(inner, isKeyed ? `${path}.${name}` : '', isKeyed ? depth + 1 : Infinity, keys)
    }
  } else if (depth > 0 && depth <= MAX_DEPTH && isKeyedValue(value)) {
    keys.add(fieldKeyOf(path, value))
  }
}
