// How much one socket may send: a little all the time, more once in a while.

export interface FrameBudget {
  /** False where it is used up. */
  spend(cost: number): boolean
}

/**
 * @param perSecond what comes back each second
 * @param most what may be spent at once; a browser that was held up sends everything in one go
 */
export function createFrameBudget(
  perSecond: number,
  most: number,
  now: () => number = () => performance.now(),
): FrameBudget {
  let left = most
  let at = now()
  return {
    spend(cost) {
      const time = now()
      left = Math.min(most, left + ((time - at) / 1000) * perSecond)
      at = time
      if (left < cost) return false
      left -= cost
      return true
    },
  }
}
