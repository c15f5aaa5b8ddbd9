// Loads something, and again whenever a listener says that it may have changed.

/** The part of a client that is needed. */
export interface FollowedClient {
  listen(
    query: string,
    params: Record<string, unknown>,
    options: {
      events: ('welcome' | 'mutation' | 'reconnect')[]
      includeResult: false
      includeMutations: false
      includeAllVersions: true
      visibility: 'query'
      tag: string
    },
  ): {
    subscribe(observer: {next: (event: {type: string}) => void; error: (error: Error) => void}): {
      unsubscribe: () => void
    }
  }
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
  /** Keys come many a second; what they change need not be looked up for each. Milliseconds. */
  rest?: number
}

/** The first load comes with the listener's welcome, so that nothing in between is missed. */
export function follow<T>(options: FollowOptions<T>): {close(): void} {
  const {client, listenTo, params, load, onValue, onError, tag, rest = 1000} = options
  const at: {isClosed: boolean; isLoading: boolean; isStale: boolean; timer?: unknown} = {
    isClosed: false,
    isLoading: false,
    isStale: false,
  }

  const reload = async (): Promise<void> => {
    at.isStale = true
    if (at.isLoading) return
    at.isLoading = true
    while (at.isStale && !at.isClosed) {
      at.isStale = false
      try {
        const value = await load()
        if (!at.isClosed) onValue(value)
      } catch (error) {
        if (!at.isClosed) onError(error as Error)
      }
    }
    at.isLoading = false
  }

  const listening = client
    .listen(listenTo, params, {
      events: ['welcome', 'mutation', 'reconnect'],
      includeResult: false,
      includeMutations: false,
      includeAllVersions: true,
      visibility: 'query',
      tag,
    })
    .subscribe({
      error: onError,
      next({type}) {
        // Welcome comes again after an interruption: what happened meanwhile is unknown.
        if (type === 'welcome') void reload()
        if (type !== 'mutation' || at.timer !== undefined) return
        at.timer = setTimeout(() => {
          delete at.timer
          void reload()
        }, rest)
      },
    })
  return {
    close() {
      at.isClosed = true
      clearTimeout(at.timer as ReturnType<typeof setTimeout> | undefined)
      listening.unsubscribe()
    },
  }
}
