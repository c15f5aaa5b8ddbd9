// Stops the process on Ctrl-C, and on the signals of service managers.

/** npm passes each signal on, although the terminal has sent it to the whole process group. */
const SIGNALS_PER_STOP = 2
/** Container engines wait for ten seconds before they end a process by force. */
const PATIENCE_MS = 8000
const LOOK_MS = 50

/**
 * The first signal ends the process cleanly with exit code 0, also during the start, and within ten
 * seconds. The second one ends it immediately with exit code 1.
 * @returns a function that takes the things to close
 */
export function stopOnSignal(
  say: (line: string) => void,
): (running: {close: () => Promise<void>}) => void {
  let running: {close: () => Promise<void>} | undefined
  let signals = 0
  const stop = (): void => {
    signals += 1
    if (signals > SIGNALS_PER_STOP) process.exit(1)
    if (signals > 1) return
    setTimeout(endByForce, PATIENCE_MS)
    say('\nStopping …')
    // An interrupted start leaves nothing to close: the next start completes it.
    if (!running) process.exit(0)
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
  return (started) => void (running = started)
}

/** `process.exit` waits for the system's threads, and timers no longer run then. So wait here. */
function leave(code: number): void {
  const isThreadBusy = process.getActiveResourcesInfo().some((name) => /^(FS|GetAddr)/.test(name))
  if (isThreadBusy) setTimeout(leave, LOOK_MS, code)
  else process.exit(code)
}

function endByForce(): void {
  console.error(
    'Stopping took longer than 8 seconds, so the process was ended. Nothing that was saved is lost.',
  )
  process.kill(process.pid, 'SIGKILL')
}
