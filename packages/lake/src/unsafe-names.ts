// Field names that lead to properties that all objects share.

const UNSAFE = new Set(['__proto__', 'constructor', 'prototype'])

/** Whether writing to this field by its name could change an object's prototype. */
export function isUnsafeName(name: string): boolean {
  return UNSAFE.has(name)
}

/**
 * Whether a value contains a field `__proto__` at any depth. JSON allows it. A copy that is made by
 * assignment would then have another prototype.
 */
export function holdsProto(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some(holdsProto)
  return Object.keys(value).some(
    (name) => name === '__proto__' || holdsProto((value as Record<string, unknown>)[name]),
  )
}
