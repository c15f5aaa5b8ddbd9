// Which documents a document refers to. Writes, views of readers and streams share this definition.
import {StoredDocument} from '@copydesk/groq/documents'
import type {Json, LakeDocument} from './types.ts'

export interface DocumentReference {
  target: string
  weak: boolean
}

/** Every reference in a document, at any depth. Cross-dataset references are left out. */
export function referencesIn(document: LakeDocument): DocumentReference[] {
  const found = new Map<string, DocumentReference>()
  visit(document, (target, weak) => found.set(`${target} ${weak}`, {target, weak}))
  return [...found.values()]
}

/** The IDs that a document refers to, weakly or not. */
export function targetsOf(document: LakeDocument | readonly Json[]): Set<string> {
  const found = new Set<string>(StoredDocument.longFieldsOf(document)?.targets)
  visit(document, (target) => found.add(target))
  return found
}

/**
 * Whether two versions of a document, or of a part of it, surely have the same references, because what differs has none.
 * Parts that are the same object in both are not looked at: so a keystroke costs no walk through the document.
 */
export function haveSameReferences(before: unknown, after: unknown): boolean {
  if (before === after) return true
  const [old, current] = [fieldsOf(before), fieldsOf(after)]
  if ('_ref' in old || '_ref' in current) return false
  for (const name in old) if (!haveSameReferences(old[name], current[name])) return false
  for (const name in current) {
    if (!Object.hasOwn(old, name) && !haveSameReferences(undefined, current[name])) return false
  }
  return true
}

/** Members of an object or a list; none of another value. */
const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : NO_FIELDS

const NO_FIELDS = {}

type Report = (target: string, weak: boolean) => void

function visit(value: LakeDocument | readonly Json[], report: Report): void {
  if (!isList(value)) reportOne(value, report)
  StoredDocument.forEachFieldInMemory(value, (part) => visitPart(part as Json, report))
}

function visitPart(value: Json, report: Report): void {
  if (value === null || typeof value !== 'object') return
  if (Array.isArray(value)) {
    for (const item of value) visitPart(item, report)
    return
  }
  reportOne(value, report)
  for (const name in value) visitPart(value[name] as Json, report)
}

function reportOne(value: Readonly<Record<string, Json | undefined>>, report: Report): void {
  const target = value['_ref']
  if (typeof target !== 'string' || '_dataset' in value || '_projectId' in value) return
  report(target, value['_weak'] === true)
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value)
