// How long to wait before trying again.

/** Twice as long after each failure, never longer than `longest`. Milliseconds. */
export const backOff = (
  failures: number,
  {first, longest}: {first: number; longest: number},
): number => Math.min(longest, first * 2 ** Math.min(failures - 1, 30))
