// How deep JSON may nest. Everything that walks a document calls itself for each level, in the query
// threads too: one that is too deep would have to be refused by each of them.

/** Levels of a stored document. The hosted API stops at 20; nobody writes a hundred. */
export const MAX_LEVELS = 100

/** Answers whether objects and arrays stand in each other more than `levels` deep. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  if (Array.isArray(value)) return value.some((item) => isDeeperThan(levels - 1, item))
  for (const name in value) {
    if (isDeeperThan(levels - 1, (value as Record<string, unknown>)[name])) return true
  }
  return false
}
