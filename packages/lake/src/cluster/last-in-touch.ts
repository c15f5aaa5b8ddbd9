// As of when a node knows all that the others have written. That the database answers does not count: a node that is behind
// may not know that a session has ended. Pure.

/** One look at the log. Times in nanoseconds. */
export interface Look {
  /** The newest entry of the log. */
  head: bigint
  /** The last entry of the node, before the log was asked and after it answered. */
  had: bigint
  has: bigint
  askedAt: bigint
}

/** @returns for each look the latest moment whose entries the node has; null if it does not know of one */
export function followTouch(): (look: Look) => bigint | null {
  /** An entry that the node did not have when it was seen in the log. */
  let awaited: {head: bigint; seenAt: bigint} | null = null

  return ({head, had, has, askedAt}) => {
    // It had more before the question: the log has lost some.
    const isLost = had > head
    const seen = awaited
    const hasAwaited = seen !== null && has >= seen.head
    if (has >= head) awaited = null
    else if (seen === null || hasAwaited) awaited = {head, seenAt: askedAt}
    if (has >= head) return isLost ? null : askedAt
    return hasAwaited ? seen.seenAt : null
  }
}
