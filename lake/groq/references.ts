// What a document refers to, as GROQ's `references()` finds it: weak, strong and nested references, also
// those to other datasets; nothing inside of a reference.
import {StoredDocument} from '../stored-document.ts'
import type {Value} from './values.ts'

export function referencesAny(value: Value, ids: ReadonlySet<string>): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some((item) => referencesAny(item, ids))
  const {_ref} = value as {_ref?: unknown}
  if (_ref) return typeof _ref === 'string' && ids.has(_ref)
  if (StoredDocument.shelved(value)?.references.some((id) => ids.has(id))) return true
  return StoredDocument.partsInMemory(value).some((item) => referencesAny(item, ids))
}

/** Every id that a document refers to. */
export function referencesOf(document: object): Set<string> {
  const found = new Set<string>(StoredDocument.shelved(document)?.references)
  const visit = (value: Value): void => {
    if (typeof value !== 'object' || value === null) return
    const {_ref} = value as {_ref?: unknown}
    if (Array.isArray(value)) value.forEach(visit)
    else if (!_ref) StoredDocument.partsInMemory(value).forEach(visit)
    else if (typeof _ref === 'string') found.add(_ref)
  }
  visit(document)
  return found
}
