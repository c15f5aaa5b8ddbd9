// Limits the frames of one socket by a token bucket: a low rate, with bursts.

export interface FrameBudget {
  /** False if it is used up. */
  spend(cost: number): boolean
}

/**
 * @param perSecond how much is refilled each second
 * @param most how much may be spent at once: a browser that was held up sends all its frames together
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
