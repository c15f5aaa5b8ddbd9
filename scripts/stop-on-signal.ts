// Ctrl-C, and what a service manager sends.

/** The first signal ends cleanly; a second one does not wait. */
export function stopOnSignal(
  running: {close: () => Promise<void>},
  say: (line: string) => void,
): void {
  let stopping = false
  const stop = (): void => {
    if (stopping) process.exit(1)
    stopping = true
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
