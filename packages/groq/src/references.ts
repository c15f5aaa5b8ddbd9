// The references in a document, as `references()` finds them: weak, strong, nested, and to other
// datasets. Fields inside a reference are not searched.
import {StoredDocument} from './documents/stored-document.ts'
import type {Value} from './values.ts'

/** @param isMatch whether to look for this ID */
export function referencesAny(value: Value, isMatch: (id: string) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some((item) => referencesAny(item, isMatch))
  const {_ref} = value as {_ref?: unknown}
  if (_ref) return typeof _ref === 'string' && isMatch(_ref)
  if (StoredDocument.longFieldsOf(value)?.references.some(isMatch)) return true
  let found = false
  StoredDocument.forEachFieldInMemory(value, (part) => {
    found ||= referencesAny(part, isMatch)
  })
  return found
}

/** All IDs to which a document refers. */
export function referencesOf(document: object): Set<string> {
  const found = new Set<string>(StoredDocument.longFieldsOf(document)?.references)
  const visit = (value: Value): void => {
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      for (const item of value) visit(item)
      return
    }
    const {_ref} = value as {_ref?: unknown}
    if (!_ref) for (const name in value) visit((value as Record<string, Value>)[name])
    else if (typeof _ref === 'string') found.add(_ref)
  }
  const {_ref} = document as {_ref?: unknown}
  if (!_ref) StoredDocument.forEachFieldInMemory(document, visit)
  else if (typeof _ref === 'string') found.add(_ref)
  return found
}
