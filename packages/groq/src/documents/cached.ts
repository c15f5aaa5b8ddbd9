/**
 * A map as a cache that forgets what was not used for the longest time. Who was used last is written down
 * once it is half full: before that nobody is soon forgotten.
 */
export function cached<T>(map: Map<string, T>, key: string, limit: number, make: () => T): T {
  const known = map.get(key)
  if (known !== undefined && map.size <= limit / 2) return known
  const value = known ?? make()
  map.delete(key)
  map.set(key, value)
  for (const oldest of map.keys()) {
    if (map.size <= limit) break
    map.delete(oldest)
  }
  return value
}
