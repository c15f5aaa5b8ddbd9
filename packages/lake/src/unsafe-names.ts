// Field names that lead from an object to what all objects share, instead of to its own content.

const UNSAFE = new Set(['__proto__', 'constructor', 'prototype'])

/** Whether writing to this field by its name could change an object's prototype. */
export function isUnsafeName(name: string): boolean {
  return UNSAFE.has(name)
}

/**
 * Whether a value holds, at any depth, a field called `__proto__`. JSON allows it. A copy that is made
 * by assignment then has another prototype.
 */
export function holdsProto(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some(holdsProto)
  return Object.keys(value).some(
    (name) => name === '__proto__' || holdsProto((value as Record<string, unknown>)[name]),
  )
}
