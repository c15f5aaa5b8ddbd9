// Whether a document's ID is enough for a permission. Then every revision is permitted.
import type {Grants} from '../grants.ts'
import type {Actor, LakeDocument, Permission} from '../types.ts'

/** groq-js checks whether a value is an iterator, and reads a field through its descriptor. */
const ASKED_OF_ANY = new Set<string | symbol>(['next', 'hasOwnProperty'])

/**
 * Gives the grants a document with only an ID, and notes whether they read any other field. If they
 * permit it without, content does not matter, so no revision has to be rebuilt for the decision.
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
