import type {LRUCache} from 'lru-cache'

/** Returns the cached value of the key, or makes it and caches it. */
export function cached<K extends string | number | boolean, T extends object | string>(
  cache: LRUCache<K, T>,
  key: K,
  make: () => T,
): T {
  const known = cache.get(key)
  if (known !== undefined) return known
  const value = make()
  cache.set(key, value)
  return value
}
