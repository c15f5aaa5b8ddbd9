// What no document may hold, whatever its type: field names that break queries, and too many levels.
import {isDeeperThan, MAX_LEVELS} from '../depth.ts'
import {BadRequest} from '../errors.ts'
import type {Json, LakeDocument} from '../types.ts'

/** They collide with what JavaScript looks up on any object; one such field would break queries. */
const REFUSED = new Set(['__proto__', 'hasOwnProperty', 'then', 'constructor', 'prototype'])

/** @throws BadRequest naming the field, or the document */
export function assertContent(document: LakeDocument): void {
  if (isDeeperThan(MAX_LEVELS, document)) {
    throw new BadRequest(
      `The document "${document._id}" would nest more than ${MAX_LEVELS} levels deep.`,
      'mutationError',
    )
  }
  assertFieldNames(document)
}

function assertFieldNames(value: Json): void {
  if (value === null || typeof value !== 'object') return
  if (Array.isArray(value)) {
    for (const item of value) assertFieldNames(item)
    return
  }
  for (const name of Object.keys(value)) {
    if (REFUSED.has(name)) {
      throw new BadRequest(`A field cannot be called "${name}".`, 'mutationError')
    }
    assertFieldNames(value[name] as Json)
  }
}
