// `sanity::`: of the project, and of drafts and releases by a document's id.
import {releaseIdOf} from '../documents/ids.ts'
import {StoredDocument} from '../documents/stored-document.ts'
import {attribute} from '../attribute.ts'
import type {Scope} from '../scope.ts'
import {isObject, type Value} from '../values.ts'
import type {GroqFunction, Namespace} from './index.ts'

/** Asks an id of the document at hand; null where that has none, or the argument is no string. */
function byId(
  idOf: (document: Value) => unknown,
  holds: (id: string, asked: string) => boolean,
): GroqFunction {
  return ([arg], compile) => {
    const asked = arg && compile(arg)
    return (scope: Scope) => {
      const text = asked?.(scope)
      const id = idOf(scope.value)
      return typeof text === 'string' && typeof id === 'string' ? holds(id, text) : null
    }
  }
}

export const sanity: Namespace = {
  dataset:
    () =>
    ({run}) =>
      run.dataset,
  projectId:
    () =>
    ({run}) =>
      run.projectId,
  // A perspective shows a version under its document's id.
  partOfRelease: byId(
    (document) => (isObject(document) ? StoredDocument.storedId(document) : null),
    (id, release) => releaseIdOf(id) === release,
  ),
  versionOf: byId((document) => attribute(document, '_id'), isVersionOf),
}

/** Whether an id is a published one, its draft's or that of its version in some release. */
export function isVersionOf(id: string, published: string): boolean {
  if (id === published || id === `drafts.${published}`) return true
  const [layer, , ...rest] = id.split('.')
  return layer === 'versions' && rest.length > 0 && rest.join('.') === published
}
