// How far the clocks of nodes may differ from that of the database.

const MOST_AHEAD_MS = 2_000

/** Why a node with such a clock writes nothing: it would open documents early, or date entries wrongly. */
export function clockProblem(aheadMs: number): string | null {
  if (Math.abs(aheadMs) <= MOST_AHEAD_MS) return null
  const seconds = Math.abs(aheadMs / 1000).toFixed(1)
  return `the clock of this machine is ${seconds} s ${aheadMs > 0 ? 'ahead of' : 'behind'} the database’s`
}

/**
 * How far this clock is ahead, in milliseconds.
 * @param ask answers the time of the database as `now`
 */
export async function clockAhead(ask: () => Promise<{rows: {now: string}[]}>): Promise<number> {
  const asked = Date.now()
  const {rows} = await ask()
  const half = (Date.now() - asked) / 2
  return Math.round(asked + half - Number(rows[0]?.now))
}
