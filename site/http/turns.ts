// One piece of work for all who ask for it at the same time, as a thousand open pages do after a change.

/**
 * Answers a function that does `work` for `key`. Who asks while it is being done gets the next one, which
 * begins after they asked: nobody gets what is older than their question.
 */
export function createTurns<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const running = new Map<string, Promise<void>>()
  const waiting = new Map<string, Promise<T>>()

  function start(key: string, work: () => Promise<T>): Promise<T> {
    waiting.delete(key)
    const turn = work()
    const end = () => {
      if (running.get(key) === ended) running.delete(key)
    }
    const ended = turn.then(end, end)
    running.set(key, ended)
    return turn
  }

  return (key, work) => {
    const current = running.get(key)
    if (!current) return start(key, work)
    const next = waiting.get(key) ?? current.then(() => start(key, work))
    waiting.set(key, next)
    return next
  }
}
