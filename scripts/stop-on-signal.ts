// Ctrl-C, and what a service manager sends.

/** npm hands on the signal that the terminal has sent to this process already. */
const SAME_SIGNAL_MS = 1000
/** Container engines wait for ten seconds before they end a process by force. */
const PATIENCE_MS = 8000
const LOOK_MS = 50

/** The first signal ends cleanly, and within ten seconds; a later one does not wait. */
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
    setTimeout(endByForce, PATIENCE_MS)
    say('\nStopping …')
    running.close().then(
      () => leave(0),
      (error: unknown) => {
        console.error(error)
        leave(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** `process.exit` waits for the system's threads, and then no timer runs any more. So wait here. */
function leave(code: number): void {
  const isThreadBusy = process.getActiveResourcesInfo().some((name) => /^(FS|GetAddr)/.test(name))
  if (isThreadBusy) setTimeout(leave, LOOK_MS, code)
  else process.exit(code)
}

function endByForce(): void {
  console.error(
    'Stopping took longer than 8 seconds, so it is ended. Nothing that was saved is lost.',
  )
  process.kill(process.pid, 'SIGKILL')
}
