// Ctrl-C, and what a service manager sends.

/** npm hands on the signal that the terminal has sent to this process already. */
const SAME_SIGNAL_MS = 1000

/** The first signal ends cleanly; a later one does not wait. */
export function stopOnSignal(
  running: {close: () => Promise<void>},
  say: (line: string) => void,
): void {
  let stoppingSince: number | undefined
  const stop = (): void => {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > SAME_SIGNAL_MS) process.exit(1)
      return
    }
    stoppingSince = performance.now()
    say('\nStopping …')
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
