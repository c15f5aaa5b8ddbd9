// Endpoints that were asked for and that nobody implemented: each is remembered by name, so that a
// test (or `doctor`) can read what the studio or a tool missed.

export interface UnknownEndpoints {
  /** Counts one request for an endpoint that is not there. */
  record(method: string, path: string): void
  /** `GET /journey/trial` → how often, in the order of first sight. */
  entries(): {endpoint: string; count: number}[]
}

/** Keeps at most `limit` different endpoints, so that a scanner cannot fill the memory. */
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
