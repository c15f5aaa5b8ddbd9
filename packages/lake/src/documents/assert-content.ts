// Refuses content that no document may have: field names that break queries, and too many levels.
import {isDeeperThan, MAX_LEVELS} from '../depth.ts'
import {BadRequest} from '../errors.ts'
import type {Json, LakeDocument} from '../types.ts'

/**
 * JavaScript looks these names up on any object, so a field with such a name would break queries.
 */
const REFUSED = new Set(['__proto__', 'hasOwnProperty', 'then', 'constructor', 'prototype'])
/** Sanity's importer reads the file or host in this field. */
const IMPORT_ADDRESS = '_sanityAsset'

/**
 * @param before the earlier document. Content that it already has may stay, so that documents of
 * older versions can be edited
 * @throws BadRequest naming the field or the document
 */
export function assertContent(document: LakeDocument, before: LakeDocument | null): void {
  if (isDeeperThan(MAX_LEVELS, document)) {
    throw new BadRequest(
      `The document "${document._id}" would nest more than ${MAX_LEVELS} levels deep.`,
      'mutationError',
    )
  }
  const problem = problemIn(document, before)
  if (problem) throw new BadRequest(problem, 'mutationError')
}

function problemIn(value: Json, before: LakeDocument | null): string | null {
  if (value === null || typeof value !== 'object') return null
  if (Array.isArray(value)) {
    for (const item of value) {
      const problem = problemIn(item, before)
      if (problem) return problem
    }
    return null
  }
  // Rules read fields through the prototype, which is not stored. So they would see fields that are
  // lost.
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    return 'A document can contain only plain objects. One of its objects has another prototype.'
  }
  for (const name of Object.keys(value)) {
    const isRefused = REFUSED.has(name) || name === IMPORT_ADDRESS
    if (isRefused && (name === '__proto__' || !holdsField(before, name))) return refusalOf(name)
    const problem = problemIn(value[name] as Json, before)
    if (problem) return problem
  }
  return null
}

function refusalOf(name: string): string {
  const refusal = `A field cannot be called "${name}"`
  if (name !== IMPORT_ADDRESS) return `${refusal}.`
  return `${refusal}: only files for an import use that name. Upload the picture or file, and refer to it.`
}

function holdsField(value: Json, name: string): boolean {
  if (value === null || typeof value !== 'object') return false
  if (Array.isArray(value)) return value.some((item) => holdsField(item, name))
  return Object.keys(value).some(
    (field) => field === name || holdsField(value[field] as Json, name),
  )
}
