// Counts requests for endpoints that do not exist, so that a test or an operator sees what the studio or a tool missed.

export interface UnknownEndpoints {
  /** Counts one request for an endpoint that does not exist. */
  record(method: string, path: string): void
  /** Endpoints such as `GET /journey/trial`, in the order of their first requests. */
  entries(): {endpoint: string; count: number}[]
}

/** Counts at most `limit` different endpoints, so that a scanner cannot fill the memory. */
export function createUnknownEndpoints(limit = 200): UnknownEndpoints {
  const counts = new Map<string, number>()
  return {
    record(method, path) {
      const endpoint = `${method} ${path.replace(/^\/v[^/]+/, '')}`
      const count = counts.get(endpoint)
      if (count === undefined && counts.size >= limit) return
      counts.set(endpoint, (count ?? 0) + 1)
    },
    entries: () => [...counts].map(([endpoint, count]) => ({endpoint, count})),
  }
}
