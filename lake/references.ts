// Which documents a document refers to. A leaf: the commit, the views of readers and the streams
// must agree on it.
import {StoredDocument} from './stored-document.ts'
import type {Json, LakeDocument} from './types.ts'

export interface DocumentReference {
  target: string
  weak: boolean
}

/** Every reference in a document, however deep. Cross-dataset references belong to other datasets. */
export function referencesIn(document: LakeDocument): DocumentReference[] {
  const found = new Map<string, DocumentReference>()
  visit(document, (target, weak) => found.set(`${target} ${weak}`, {target, weak}))
  return [...found.values()]
}

/** The ids that a document refers to, weakly or not. */
export function targetsOf(document: LakeDocument | readonly Json[]): Set<string> {
  const found = new Set<string>(StoredDocument.shelved(document)?.targets)
  visit(document, (target) => found.add(target))
  return found
}

function visit(
  value: Json | readonly Json[],
  report: (target: string, weak: boolean) => void,
): void {
  if (value === null || typeof value !== 'object') return
  if (!isList(value)) {
    const target = value['_ref']
    if (typeof target === 'string' && !('_dataset' in value) && !('_projectId' in value)) {
      report(target, value['_weak'] === true)
    }
  }
  for (const item of StoredDocument.partsInMemory(value) as Json[]) {
    if (typeof item === 'object') visit(item, report)
  }
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value)
