// Loads data, and again after each change that a listener reports.

/** The part of a client that asks; its perspective is `raw`. */
export interface FetchingClient {
  fetch<T>(query: string, params: Record<string, unknown>, options: {tag: string}): Promise<T>
}

/** The part of a client that `follow` needs. */
export interface FollowedClient {
  listen(
    query: string,
    params: Record<string, unknown>,
    options: typeof LISTEN_OPTIONS & {tag: string},
  ): {
    subscribe(observer: {
      next: (event: {type: string; documentId?: string}) => void
      error: (error: Error) => void
    }): {unsubscribe: () => void}
  }
}

/** Events without contents: the documents are loaded after them. */
export const LISTEN_OPTIONS = {
  events: ['welcome', 'mutation', 'reconnect'] as ('welcome' | 'mutation' | 'reconnect')[],
  includeResult: false as const,
  includeMutations: false as const,
  includeAllVersions: true as const,
  visibility: 'query' as const,
}

export interface FollowOptions<T> {
  client: FollowedClient
  /** A listener's query. */
  listenTo: string
  params: Record<string, unknown>
  load: () => Promise<T>
  onValue: (value: T) => void
  onError: (error: Error) => void
  tag: string
  /** Milliseconds between loads: typing makes many changes a second. */
  pauseMs?: number
}

/** The client reconnects by itself. After some errors it does not: then the listener begins again. */
const RETRY_MS = 15_000

/** The first load comes with the listener's welcome, so that nothing in between is missed. */
export function follow<T>(options: FollowOptions<T>): {close(): void} {
  const {client, listenTo, params, load, onValue, onError, tag, pauseMs = 1000} = options
  const closing = new AbortController()
  const {signal} = closing
  let isLoading = false
  let isStale = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let listening: {unsubscribe: () => void}

  const reload = async (): Promise<void> => {
    isStale = true
    if (isLoading) return
    isLoading = true
    while (isStale && !signal.aborted) {
      isStale = false
      try {
        const value = await load()
        if (!signal.aborted) onValue(value)
      } catch (error) {
        if (!signal.aborted) onError(error as Error)
      }
    }
    isLoading = false
  }
  const listen = (): void => {
    timer = undefined
    listening = client.listen(listenTo, params, {...LISTEN_OPTIONS, tag}).subscribe({
      error(error) {
        onError(error)
        clearTimeout(timer)
        timer = setTimeout(listen, RETRY_MS)
      },
      next({type}) {
        // Welcome comes again after an interruption: changes in between are unknown.
        if (type === 'welcome') void reload()
        if (type === 'mutation') timer ??= setTimeout(reloadSoon, pauseMs)
      },
    })
  }
  const reloadSoon = (): void => {
    timer = undefined
    void reload()
  }
  listen()
  return {
    close() {
      closing.abort()
      clearTimeout(timer)
      listening.unsubscribe()
    },
  }
}
