// `_strengthenOnPublish`: a reference that the studio makes to a document without a published
// version is weak. It becomes strong when the document that contains it is published.
import type {Json} from '../types.ts'

/**
 * Returns the value with such references made strong, except those whose field is declared weak.
 */
export function strengthenReferences(value: Json): Json {
  if (Array.isArray(value)) return value.map(strengthenReferences)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(
    ([key, member]) => [key, strengthenReferences(member)] as const,
  )
  const object = Object.fromEntries(entries)
  const promise = object['_strengthenOnPublish']
  if (typeof object['_ref'] !== 'string' || promise === undefined || promise === null) return object
  const {_strengthenOnPublish: _, _weak, ...strong} = object
  const staysWeak =
    typeof promise === 'object' && !Array.isArray(promise) && promise['weak'] === true
  return staysWeak ? {...strong, _weak: true} : strong
}
