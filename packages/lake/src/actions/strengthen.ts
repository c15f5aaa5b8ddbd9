// `_strengthenOnPublish`: a reference made in the studio to a document that was no more than a draft
// is weak until the document that holds it is published.
import type {Json} from '../types.ts'

/** Answers the value with such references made strong, unless the field itself asks for weak ones. */
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
