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
  if (Array.isArray(value)) return value.forEach(assertFieldNames)
  if (value === null || typeof value !== 'object') return
  for (const [name, member] of Object.entries(value)) {
    if (REFUSED.has(name)) {
      throw new BadRequest(`A field cannot be called "${name}".`, 'mutationError')
    }
    assertFieldNames(member)
  }
}
