// A document as both sides can compare it, and with references as the other side can take them.
import {createHash} from 'node:crypto'
import type {SyncDocument} from './lake-connection.ts'
import {releaseSays} from './release-content.ts'

/** Every lake sets these by itself. */
const OF_THE_LAKE = new Set(['_rev', '_updatedAt', '_system'])

/** The same for documents that say the same, in whatever order their fields come. */
export function contentHash(document: SyncDocument): string {
  const content = document._type === 'system.release' ? releaseSays(document) : document
  const entries = Object.entries(content).filter(([name]) => !OF_THE_LAKE.has(name))
  // Its release takes the document away.
  if (isGoing(document)) entries.push(['_system', {delete: true}])
  const text = sortedJson(Object.fromEntries(entries))
  return createHash('sha256').update(text).digest('base64').slice(0, 24)
}

/** A version that takes its document away, when its release goes out. */
export function isGoing({_id, _system}: SyncDocument): boolean {
  const {delete: goes} = (_system ?? {}) as {delete?: unknown}
  return _id.startsWith('versions.') && goes === true
}

function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${sortedJson(member)}`)
  return `{${members.join(',')}}`
}

interface Reference {
  _ref: string
  _weak?: boolean
  [field: string]: unknown
}

/** A copy in which each reference of this dataset is what `change` makes of it. */
export function withReferences(
  document: SyncDocument,
  change: (reference: Reference) => Reference,
): SyncDocument {
  return mapped(document, change) as SyncDocument
}

function mapped(value: unknown, change: (reference: Reference) => Reference): unknown {
  if (Array.isArray(value)) return value.map((item) => mapped(item, change))
  if (typeof value !== 'object' || value === null) return value
  const copy = Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, mapped(member, change)]),
  )
  return isReference(copy) ? change(copy) : copy
}

function isReference(value: Record<string, unknown>): value is Reference {
  return typeof value['_ref'] === 'string' && !('_dataset' in value) && !('_projectId' in value)
}

/** Ids that a document refers to; `strong` are those that must exist. */
export function referencesOf(document: SyncDocument): {all: Set<string>; strong: Set<string>} {
  const all = new Set<string>()
  const strong = new Set<string>()
  withReferences(document, (reference) => {
    all.add(reference._ref)
    if (reference._weak !== true) strong.add(reference._ref)
    return reference
  })
  return {all, strong}
}

/** Strong references to what is not there are made weak. */
export function weakened(
  document: SyncDocument,
  isThere: (id: string) => boolean,
): {document: SyncDocument; count: number} {
  let count = 0
  const result = withReferences(document, (reference) => {
    if (reference._weak === true || isThere(reference._ref)) return reference
    count += 1
    return {...reference, _weak: true}
  })
  return {document: result, count}
}
