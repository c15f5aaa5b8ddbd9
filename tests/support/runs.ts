// How often a random test tries. One setting for all of them: FUZZ_RUNS (vitest.config.ts).

/** What `FUZZ_RUNS` says: 1 in the full run, a tenth in the quick one, 20 in the soak run. */
export const FACTOR = Number(process.env['FUZZ_RUNS'] ?? 1)

/**
 * @param full how many runs the full level makes
 * @returns how many this level makes, ten at least
 */
export const runs = (full: number): number => Math.max(10, Math.round(full * FACTOR))
