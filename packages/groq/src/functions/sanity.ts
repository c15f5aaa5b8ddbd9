// `sanity::`: the project and dataset, and tests of a document's ID.
import {releaseIdOf} from '../documents/ids.ts'
import {StoredDocument} from '../documents/stored-document.ts'
import {attribute} from '../attribute.ts'
import type {Scope} from '../scope.ts'
import {isObject, type Value} from '../values.ts'
import type {GroqFunction, Namespace} from './index.ts'

/** Tests an ID of the current document. Null if it has no ID, or if the argument is not a string. */
function byId(
  idOf: (document: Value) => unknown,
  test: (id: string, argument: string) => boolean,
): GroqFunction {
  return ([arg], compile) => {
    const argument = arg && compile(arg)
    return (scope: Scope) => {
      const text = argument?.(scope)
      const id = idOf(scope.value)
      return typeof text === 'string' && typeof id === 'string' ? test(id, text) : null
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
  // The stored ID: a perspective shows a version under its published ID.
  partOfRelease: byId(
    (document) => (isObject(document) ? StoredDocument.storedId(document) : null),
    (id, release) => releaseIdOf(id) === release,
  ),
  versionOf: byId((document) => attribute(document, '_id'), isVersionOf),
}

/** Whether an ID is the published ID, or the ID of its draft or of one of its versions. */
export function isVersionOf(id: string, published: string): boolean {
  if (id === published || id === `drafts.${published}`) return true
  const [layer, , ...rest] = id.split('.')
  return layer === 'versions' && rest.length > 0 && rest.join('.') === published
}
