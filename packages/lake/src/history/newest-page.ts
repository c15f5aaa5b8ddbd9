// One page of what happened, newest first, and where the next one begins.

/**
 * A page goes on to the end of a transaction, however much was done in it: the next one begins before it.
 *
 * @param found in any order; whole transactions, and more than the limit where there is more
 */
export function newestPage<Found extends {position: number}>(
  found: readonly Found[],
  limit: number,
): {
  page: Found[]
  /** What to send as `nextCursor` for older ones; empty where there are none. */
  nextCursor: string
} {
  const newest = found.toSorted((a, b) => b.position - a.position)
  const last = newest[limit - 1]?.position ?? 0
  const page = newest.filter(({position}) => position >= last)
  return {page, nextCursor: page.length < newest.length ? String(last) : ''}
}
