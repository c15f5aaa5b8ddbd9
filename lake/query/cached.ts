/** A map as a cache that forgets what was not used for the longest time. */
export function cached<T>(map: Map<string, T>, key: string, limit: number, make: () => T): T {
  const value = map.get(key) ?? make()
  map.delete(key)
  map.set(key, value)
  for (const oldest of map.keys()) {
    if (map.size <= limit) break
    map.delete(oldest)
  }
  return value
}
