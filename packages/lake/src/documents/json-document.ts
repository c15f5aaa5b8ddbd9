// Documents as their JSON text says them.
import type {LakeDocument} from '../types.ts'

/**
 * The document as it will be read. Parts of it stay the same objects, so that differences are found fast.
 * @param text the document's JSON text
 */
export const asRead = (document: LakeDocument, text: string): LakeDocument =>
  isExactJson(document) ? document : (JSON.parse(text) as LakeDocument)

/** False for what JSON text says otherwise: members without a value, numbers that it does not know. */
function isExactJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value !== 'object') return false
  if (Array.isArray(value)) return value.every(isExactJson)
  if (Object.getPrototypeOf(value) !== Object.prototype) return false
  for (const name in value) {
    if (!isExactJson((value as Record<string, unknown>)[name])) return false
  }
  return true
}
