// Which documents a document refers to. A leaf: the commit, the views of readers and the streams
// must agree on it.
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
export function targetsOf(document: LakeDocument): Set<string> {
  const found = new Set<string>()
  visit(document, (target) => found.add(target))
  return found
}

function visit(value: Json, report: (target: string, weak: boolean) => void): void {
  if (value === null || typeof value !== 'object') return
  if (!Array.isArray(value)) {
    const target = value['_ref']
    if (typeof target === 'string' && !('_dataset' in value) && !('_projectId' in value)) {
      report(target, value['_weak'] === true)
    }
  }
  for (const item of Object.values(value)) {
    if (typeof item === 'object') visit(item, report)
  }
}
