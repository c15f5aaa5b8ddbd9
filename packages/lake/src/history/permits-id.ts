// Whether a document's ID is enough to permit something. Then it is permitted for every revision.
import type {Grants} from '../grants.ts'
import type {Actor, LakeDocument, Permission} from '../types.ts'

/** groq-js looks whether a value is an iterator. A field is asked for by its descriptor besides. */
const ASKED_OF_ANY = new Set<string | symbol>(['next', 'hasOwnProperty'])

/**
 * Shows the grants a document that has an id and notes whether they look at anything else. Where they
 * permit it without, its content has no say, and none of its revisions has to be made to be asked.
 */
export function permitsId(
  grants: Pick<Grants, 'decide'>,
  actor: Actor,
  permission: Permission,
  id: string,
): boolean {
  let looked = false
  const watch = (key: string | symbol): void => {
    if (typeof key === 'string' && key !== '_id') looked = true
  }
  const document = new Proxy({_id: id} as LakeDocument, {
    get(target, key, receiver) {
      if (!ASKED_OF_ANY.has(key)) watch(key)
      return Reflect.get(target, key, receiver) as unknown
    },
    has(target, key) {
      watch(key)
      return Reflect.has(target, key)
    },
    getOwnPropertyDescriptor(target, key) {
      watch(key)
      return Reflect.getOwnPropertyDescriptor(target, key)
    },
    ownKeys(target) {
      looked = true
      return Reflect.ownKeys(target)
    },
  })
  const {permitted, dependsOnTime} = grants.decide(actor, permission, document)
  return permitted && !dependsOnTime && !looked
}
