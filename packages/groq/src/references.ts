// What a document refers to, as GROQ's `references()` finds it: weak, strong and nested references, also
// those to other datasets; nothing inside of a reference.
import {StoredDocument} from './documents/stored-document.ts'
import type {Value} from './values.ts'

/** @param isMeant whether an id is one that is looked for */
export function referencesAny(value: Value, isMeant: (id: string) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some((item) => referencesAny(item, isMeant))
  const {_ref} = value as {_ref?: unknown}
  if (_ref) return typeof _ref === 'string' && isMeant(_ref)
  if (StoredDocument.longFieldsOf(value)?.references.some(isMeant)) return true
  let found = false
  StoredDocument.forEachFieldInMemory(value, (part) => {
    found ||= referencesAny(part, isMeant)
  })
  return found
}

/** Every id that a document refers to. */
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
