// One page of events, newest first, and where the next page begins.

/**
 * A page ends at the end of a transaction, however large the transaction is.
 *
 * @param found in any order; whole transactions, and more than the limit if there are more
 */
export function newestPage<Found extends {position: number}>(
  found: readonly Found[],
  limit: number,
): {
  page: Found[]
  /** The `nextCursor` for older events; empty if there are none. */
  nextCursor: string
} {
  const newest = found.toSorted((a, b) => b.position - a.position)
  const last = newest[limit - 1]?.position ?? 0
  const page = newest.filter(({position}) => position >= last)
  return {page, nextCursor: page.length < newest.length ? String(last) : ''}
}
