// Stops the process on Ctrl-C, and on the signals of service managers.

/** npm passes each signal on, although the terminal has sent it to the whole process group. */
const SIGNALS_PER_STOP = 2
/** A signal of npm's comes sooner than this after the first one. */
const SAME_STOP_MS = 1000
/** Container engines wait for ten seconds before they end a process by force. */
const PATIENCE_MS = 8000
const LOOK_MS = 50

export interface Stoppable {
  /** Goes on serving for a while, so that a load balancer can send requests elsewhere. */
  drain?: () => Promise<void>
  /** Has to take less than eight seconds. */
  close: () => Promise<void>
}

/**
 * The first signal ends the process cleanly with exit code 0, also during the start, and within ten
 * seconds after it was drained. The second one ends it immediately with exit code 1.
 * @returns a function that takes the things to close
 */
export function stopOnSignal(say: (line: string) => void): (running: Stoppable) => void {
  let running: Stoppable | undefined
  let signals = 0
  let begun = 0
  const stop = (): void => {
    signals += 1
    const isLate = signals > 1 && performance.now() - begun > SAME_STOP_MS
    if (isLate || signals > SIGNALS_PER_STOP) process.exit(1)
    if (signals > 1) return
    begun = performance.now()
    say('\nStopping …')
    // An interrupted start leaves nothing to close: the next start completes it.
    if (!running) process.exit(0)
    drainAndClose(running).then(
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

async function drainAndClose({drain, close}: Stoppable): Promise<void> {
  try {
    await drain?.()
  } finally {
    setTimeout(endByForce, PATIENCE_MS)
    await close()
  }
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
