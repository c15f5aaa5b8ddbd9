// Measures the time from sending an event until each colleague has it.

export interface Watch {
  sent(name: string, by: number): void
  /** A sender does not count its own events. */
  received(name: string, by: number): void
  /** From now on what is sent counts. */
  begin(): void
  /** Milliseconds of everything that was sent since, each once for each colleague; once all have heard. */
  over(): Promise<number[]>
}

interface Sent {
  at: number
  by: number
  missing: number
}

/** An event that has not arrived by then is lost. */
const PATIENCE_MS = 60_000

/** @param colleagues how many others get an event */
export function createWatch(colleagues: (by: number) => number): Watch {
  const open = new Map<string, Sent>()
  const took: number[] = []
  let begun = Infinity
  return {
    sent: (name, by) => void open.set(name, {at: performance.now(), by, missing: colleagues(by)}),
    received(name, by) {
      const sent = open.get(name)
      if (!sent || sent.by === by) return
      if (sent.at >= begun) took.push(performance.now() - sent.at)
      sent.missing -= 1
      if (sent.missing === 0) open.delete(name)
    },
    begin: () => void (begun = performance.now()),
    async over() {
      const end = performance.now() + PATIENCE_MS
      while (open.size > 0) {
        if (performance.now() > end) throw new Error(`${open.size} were not heard by everybody.`)
        await new Promise((later) => setTimeout(later, 50))
      }
      return took
    },
  }
}
