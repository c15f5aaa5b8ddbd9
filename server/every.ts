// Repeats work in the background.

/** Calls `work` at intervals until the returned function is called. The timer does not keep the process alive. */
export function every(milliseconds: number, work: () => void): () => void {
  const timer = setInterval(work, milliseconds)
  timer.unref()
  return () => clearInterval(timer)
}
