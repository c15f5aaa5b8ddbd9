// `documents::`: others than the one at hand.
import {attribute} from '../attribute.ts'
import type {Namespace} from './index.ts'

export const documents: Namespace = {
  /** By reference, by global document reference (`dataset:project.dataset:id`) or by plain id. */
  get(args, compile) {
    const references = args.map(compile)
    return (scope) => {
      for (const evaluate of references) {
        const value = evaluate(scope)
        const id = typeof value === 'string' ? value : attribute(value, '_ref')
        const document = typeof id === 'string' ? scope.run.get(id) : null
        if (document !== null && document !== undefined) return document
      }
      return null
    }
  },
  incomingRefCount: () => (scope) => {
    const id = attribute(scope.value, '_id')
    return typeof id === 'string' ? scope.run.referencing(id).length : null
  },
}
