// One event stream of the lake, for as long as the page is looked at.

export interface Connection {
  /** The page is not live any more. */
  end(): void
}

const LONGEST = 60_000

/** How long to wait before the next attempt; not the same for all pages, so that they do not come at once. */
export function pauseAfter(failures: number, chance = Math.random()): number {
  return Math.min(LONGEST, 1000 * 2 ** failures) * (0.5 + chance / 2)
}

/**
 * Opens the stream when the page is seen and online, and closes it when it is not: a browser has six
 * connections to a site of HTTP/1.1.
 *
 * @param events the stream's address
 * @param check gets the event's ID, and the tags of a change, or none where any may have been missed; a failure is tried
 * again
 */
export function connect(
  events: string,
  check: (eventId: string, tags?: string[]) => Promise<void>,
): Connection {
  let source: EventSource | undefined
  let timer: number | undefined
  let failures = 0
  let ended = false

  const close = () => {
    clearTimeout(timer)
    source?.close()
    source = undefined
  }
  const again = () => {
    close()
    if (!ended) timer = window.setTimeout(open, pauseAfter(failures++))
  }
  const checked = (eventId: string, tags?: string[]) =>
    check(eventId, tags).then(() => (failures = 0), again)
  function open() {
    clearTimeout(timer)
    // What is asked for without a network is written into the console.
    if (source || ended || document.hidden || !navigator.onLine) return
    source = new EventSource(events)
    source.addEventListener('welcome', ({lastEventId}) => checked(lastEventId))
    source.addEventListener('restart', ({lastEventId}) => checked(lastEventId))
    source.addEventListener('message', ({data, lastEventId}) => checked(lastEventId, tagsIn(data)))
    source.addEventListener('goaway', again)
    source.addEventListener('error', again)
  }

  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()))
  window.addEventListener('offline', close)
  window.addEventListener('online', open)
  window.addEventListener('pagehide', close)
  window.addEventListener('pageshow', open)
  open()
  return {
    end() {
      ended = true
      close()
    },
  }
}

function tagsIn(data: unknown): string[] {
  const {tags} = JSON.parse(String(data)) as {tags?: string[]}
  return tags ?? []
}
