// How deep JSON may nest. All code that walks a document is recursive, so documents
// that are too deep are refused when they are written.

/** Levels of a stored document. The hosted API allows 20. */
export const MAX_LEVELS = 100

/** Whether objects and arrays nest deeper than `levels`. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  if (Array.isArray(value)) return value.some((item) => isDeeperThan(levels - 1, item))
  for (const name in value) {
    if (isDeeperThan(levels - 1, (value as Record<string, unknown>)[name])) return true
  }
  return false
}
