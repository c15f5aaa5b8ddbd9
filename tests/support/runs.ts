// How much a test tries. One setting for all of them: FUZZ_RUNS (vitest.config.ts).

/** What `FUZZ_RUNS` says: a fifth in the full run, a tenth in the quick one, 20 in the soak run. */
export const FACTOR = Number(process.env['FUZZ_RUNS'] ?? 1)

/**
 * @param count how many runs `FUZZ_RUNS=1` makes
 * @returns how many this level makes, ten at least
 */
export const runs = (count: number): number => Math.max(10, Math.round(count * FACTOR))

/** All cases in the soak run, else as many of them as `count`. */
export const someOf = <T>(cases: readonly T[], count: number): readonly T[] =>
  FACTOR > 1 ? cases : cases.slice(0, count)
