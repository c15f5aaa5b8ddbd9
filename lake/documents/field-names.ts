// Field names that no document may have, anywhere in it.
import {BadRequest} from '../errors.ts'
import type {Json} from '../types.ts'

/** They collide with what JavaScript looks up on any object; one such field would break queries. */
const REFUSED = new Set(['__proto__', 'hasOwnProperty', 'then', 'constructor', 'prototype'])

/** @throws BadRequest naming the field */
export function assertFieldNames(value: Json): void {
  if (Array.isArray(value)) return value.forEach(assertFieldNames)
  if (value === null || typeof value !== 'object') return
  for (const [name, member] of Object.entries(value)) {
    if (REFUSED.has(name)) {
      throw new BadRequest(`A field cannot be called "${name}".`, 'mutationError')
    }
    assertFieldNames(member)
  }
}
