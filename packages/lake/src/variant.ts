// A variant definition: the document `_.variants.<name>` with the readers that a variant is for. Its fields are those
// that the studio's variants tool and @sanity/client read.
import {BadRequest} from './errors.ts'
import type {Json, LakeDocument} from './types.ts'
import {isRecord} from './is-record.ts'

export const VARIANT_TYPE = 'system.variant'
/** Part of a document ID, so it has no dot. */
const NAME = /^[A-Za-z0-9_-]{1,64}$/
const CONDITION = /^[a-z][a-z0-9_-]{0,63}$/

/** The ID of a variant definition's document. */
export const variantDocumentId = (name: string): string => `_.variants.${name}`

/** @throws BadRequest for a name that a variant cannot have */
export function assertVariantName(name: string): void {
  if (NAME.test(name)) return
  throw new BadRequest(
    `"${name}" cannot be a variant: use up to 64 letters, digits, "_" and "-".`,
    'actionError',
  )
}

/**
 * Checks a variant definition. Empty conditions are allowed. They match no reader.
 *
 * @throws BadRequest with the field and the wrong value
 */
export function assertVariant({conditions, priority, metadata}: Partial<LakeDocument>): void {
  if (!isRecord(conditions)) throw wrong('conditions', conditions, 'an object')
  for (const [name, value] of Object.entries(conditions)) {
    if (!CONDITION.test(name)) {
      throw new BadRequest(
        `"${name}" cannot be a condition: begin with a small letter, and use up to 64 small letters, digits, "_" and "-".`,
        'actionError',
      )
    }
    if (typeof value !== 'string' || value === '' || !value.isWellFormed()) {
      throw wrong(`conditions.${name}`, value, 'a text that is not empty')
    }
  }
  if (typeof priority !== 'number') throw wrong('priority', priority, 'a number')
  if (metadata !== undefined && !isRecord(metadata)) {
    throw wrong('metadata', metadata, 'an object')
  }
}

function wrong(member: string, value: Json | undefined, expected: string): BadRequest {
  const found = value === undefined ? 'missing' : JSON.stringify(value)
  return new BadRequest(
    `"${member}" of a variant is ${found}: it must be ${expected}.`,
    'actionError',
  )
}
