// What the server keeps on a published article, whoever publishes it and by whatever road:
// `firstPublishedAt`, set once, and `previousSlugs`, so that old addresses lead to the new one.

interface ArticleDocument {
  _id: string
  _type: string
  [field: string]: unknown
}

interface ArticleChange {
  id: string
  previous: ArticleDocument | null
  result: ArticleDocument | null
}

interface PatchWrite {
  patch: {id: string; set: Record<string, string | string[]>}
}

interface RuleInput {
  changes: readonly ArticleChange[]
  actor: {roles: readonly string[]; kind: string}
  /** ISO 8601 */
  now: string
}

/**
 * A rule for the lake's commit: it refuses nothing and answers the writes that join the transaction.
 * An import brings its own dates along; everyone else's are the server's.
 */
export function keepPublishedFields({changes, actor, now}: RuleInput): {writes: PatchWrite[]} {
  const imports = actor.kind === 'system' || actor.roles.includes('importer')
  return {
    writes: changes.flatMap(({previous, result}) => {
      if (!result || result._type !== 'article' || result._id.includes('.')) return []
      const given = imports ? textOf(result['firstPublishedAt']) : undefined
      const first = given ?? textOf(previous?.['firstPublishedAt']) ?? now
      const slugs = previousSlugs(previous, result, imports)
      const set: Record<string, string | string[]> = {}
      if (result['firstPublishedAt'] !== first) set['firstPublishedAt'] = first
      if (!sameList(result['previousSlugs'], slugs)) set['previousSlugs'] = slugs
      return Object.keys(set).length > 0 ? [{patch: {id: result._id, set}}] : []
    }),
  }
}

/** Every slug under which the article was live, oldest first, without the one it has now. */
function previousSlugs(
  previous: ArticleDocument | null,
  result: ArticleDocument,
  imports: boolean,
): string[] {
  const known = previous ? listOf(previous['previousSlugs']) : []
  const given = imports ? listOf(result['previousSlugs']) : []
  const old = previous ? slugOf(previous) : undefined
  const now = slugOf(result)
  const all = [...known, ...given, ...(old ? [old] : [])]
  return [...new Set(all)].filter((slug) => slug !== now)
}

function slugOf(document: ArticleDocument): string | undefined {
  const slug = document['slug']
  if (typeof slug !== 'object' || slug === null || !('current' in slug)) return undefined
  return textOf(slug.current)
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function sameList(value: unknown, expected: string[]): boolean {
  if (value === undefined) return expected.length === 0
  const list = listOf(value)
  return list.length === expected.length && list.every((item, index) => item === expected[index])
}
