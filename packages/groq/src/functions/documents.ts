// `documents::` and `media::`: other documents. Specification 1.revision 1, "Documents extension";
// `media::` as in Sanity's API.
import {attribute} from '../attribute.ts'
import type {Scope} from '../scope.ts'
import {isObject, type Value} from '../values.ts'
import type {Namespace} from './index.ts'

/** Takes a reference, a global document reference (`dataset:project.dataset:id`) or an ID. */
function documentFor(reference: Value, scope: Scope): Value {
  const id = typeof reference === 'string' ? reference : attribute(reference, '_ref')
  return typeof id === 'string' ? (scope.run.get(id) ?? null) : null
}

export const documents: Namespace = {
  get([arg], compile) {
    const reference = arg && compile(arg)
    return (scope) => documentFor(reference?.(scope), scope)
  },
  /** Counts only references in this dataset: other datasets cannot be searched from here. */
  incomingGlobalDocumentReferenceCount: () => (scope) => {
    const id = attribute(scope.value, '_id')
    if (typeof id !== 'string') return null
    const {projectId, dataset} = scope.run
    return scope.run.referencing(`dataset:${projectId}.${dataset}:${id}`).length
  },
  incomingRefCount: () => (scope) => {
    const id = attribute(scope.value, '_id')
    return typeof id === 'string' ? scope.run.referencing(id).length : null
  },
}

export const media: Namespace = {
  /** An aspect of an asset's document. Null if the asset is in a media library. */
  aspect([asset, name], compile) {
    const reference = asset && compile(asset)
    const named = name && compile(name)
    return (scope) => {
      const aspects = attribute(documentFor(reference?.(scope), scope), 'aspects')
      const aspect = named?.(scope)
      return isObject(aspects) && typeof aspect === 'string' ? attribute(aspects, aspect) : null
    }
  },
}
