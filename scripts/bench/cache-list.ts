// The caches that the bench `caches` measures, each with the edit of its source that switches it off.

export interface CacheEdit {
  /** Path from the root. */
  file: string
  /** Text of the file, which occurs once, and what replaces it. */
  find: string
  replace: string
}

/** In place of an `LRUCache`: a cache that stays empty. */
const EMPTY = '({get() {}, set() {}, peek() {}, delete() {}, has: () => false, values: () => []})'

export const CACHES = {
  plans: {
    file: 'packages/groq/src/plan/plan.ts',
    find: 'const MAX_KEY_LENGTH = 20_000',
    replace: 'const MAX_KEY_LENGTH = -1',
  },
  'field indexes': {
    file: 'packages/groq/src/documents/query-indexes.ts',
    find: 'if (isLong(attributes)) return undefined',
    replace: `if (isLong(attributes) || kind !== 'order') return undefined`,
  },
  'ordered indexes': {
    file: 'packages/groq/src/documents/query-indexes.ts',
    find: 'if (isLong(attributes)) return undefined',
    replace: `if (isLong(attributes) || kind === 'order') return undefined`,
  },
  'orders by value': {
    file: 'packages/groq/src/documents/query-indexes.ts',
    find: 'if (!found) return undefined',
    replace: 'return undefined',
  },
  'sets of lists': {
    file: 'packages/groq/src/operators.ts',
    find: 'const MIN_INDEXED_LENGTH = 16',
    replace: 'const MIN_INDEXED_LENGTH = Infinity',
  },
  'words of the last pattern': {
    file: 'packages/groq/src/match.ts',
    find: 'if (!last || last.pattern !== pattern)',
    replace: 'if (true)',
  },
  'parsed search': {
    file: 'packages/groq/src/text-match.ts',
    find: 'if (known.source !== source)',
    replace: 'if (true)',
  },
  'results of subqueries': {
    file: 'packages/groq/src/plan/fetch.ts',
    find: 'onceResults.set(node, value)',
    replace: '',
  },
  'found documents': {
    file: 'packages/lake/src/query/text-index.ts',
    find: 'const id = ids.get(number)',
    replace: 'const id = undefined as string | undefined',
  },
  'long fields': {
    file: 'packages/lake/src/query/long-field-store.ts',
    find: 'last.document : cache.get(id)',
    replace: 'last.document : undefined',
  },
  'views of perspectives': {
    file: 'packages/lake/src/query/dataset.ts',
    find: 'new LRUCache<string, PerspectiveView>({max: MAX_PERSPECTIVES})',
    replace: EMPTY,
  },
  'views of readers': {
    file: 'packages/lake/src/query/dataset.ts',
    find: 'new LRUCache<string, Reader>({max: MAX_READERS})',
    replace: EMPTY,
  },
  'alike decisions': {
    file: 'packages/lake/src/grants.ts',
    find: 'ofType.get(prefix) ?? decideOne(document)',
    replace: 'decideOne(document)',
  },
  'encoded events': {
    file: 'packages/lake/src/http/event-stream.ts',
    find: 'if (known) return known',
    replace: '',
  },
  answers: {
    file: 'packages/lake/src/http/query-cache.ts',
    find: 'if (!entry || entry.body === null) return null',
    replace: 'return null',
  },
  responses: {
    file: 'packages/lake/src/serve/response-cache.ts',
    find: 'const stored = responses.get(keys.whole)',
    replace: 'const stored = undefined',
  },
  'response heads': {
    file: 'packages/lake/src/serve/response-cache.ts',
    find: 'keys.search === undefined ? undefined : heads.get(keys.address)',
    replace: 'undefined as Head | undefined',
  },
  'compressed bodies': {
    file: 'packages/lake/src/serve/byte-cache.ts',
    find: 'entries.get(key) ?? underWay.get(key)',
    replace: 'underWay.get(key)',
  },
  datasets: {
    file: 'packages/lake/src/datasets/dataset-list.ts',
    find: '(known ??= new Map',
    replace: '(known = new Map',
  },
  renditions: {
    file: 'packages/lake/src/assets/rendition-cache.ts',
    find: 'entries.get(path) !== undefined',
    replace: 'false',
  },
  pages: {
    file: 'site/http/render-cache.ts',
    find: 'if (known?.results === digested) return known.rendered',
    replace: '',
  },
} satisfies Record<string, CacheEdit>

export type CacheName = keyof typeof CACHES

/** The environment variable that names the cache of a process that does without. */
export const WITHOUT = 'COPYDESK_BENCH_WITHOUT_CACHE'
