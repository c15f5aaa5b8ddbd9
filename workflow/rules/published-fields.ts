// What the server keeps on a published article, whoever publishes it and by whatever road:
// `firstPublishedAt`, set once, and `previousSlugs`, so that old addresses lead to the new one.
import {publishesRelease} from '../staged.ts'

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
  patch: {id: string; set?: Record<string, string | string[]>; unset?: string[]}
}

interface RuleInput {
  changes: readonly ArticleChange[]
  actor: {roles: readonly string[]; kind: string}
  read: (id: string) => ArticleDocument | null
  /** ISO 8601 */
  now: string
  /** The act that the transaction performs; without one a client wrote it. */
  act?: string
}

/**
 * A rule for the lake's commit: it refuses nothing and answers the writes that join the transaction.
 * An import brings its own dates along; everyone else's are the server's. A draft keeps them for an
 * article that was withdrawn and comes back.
 */
export function keepPublishedFields(input: RuleInput): {writes: PatchWrite[]} {
  const {changes, actor, now, act} = input
  const imports = actor.kind === 'system' || actor.roles.includes('importer')
  const takesUp = act !== undefined || publishesRelease(changes)
  return {
    writes: changes.flatMap((change) => {
      const {previous, result} = change
      if (!result || result._type !== 'article') return []
      if (result._id.includes('.')) return imports || act ? [] : keepOnDraft(change, input)
      const brings = imports || (takesUp && previous === null)
      const given = brings ? textOf(result['firstPublishedAt']) : undefined
      const first = given ?? textOf(previous?.['firstPublishedAt']) ?? now
      const slugs = previousSlugs(previous, result, brings)
      const set: Record<string, string | string[]> = {}
      if (result['firstPublishedAt'] !== first) set['firstPublishedAt'] = first
      if (!sameList(result['previousSlugs'], slugs)) set['previousSlugs'] = slugs
      return Object.keys(set).length > 0 ? [{patch: {id: result._id, set}}] : []
    }),
  }
}

const KEPT = ['firstPublishedAt', 'previousSlugs']

/** Whatever a client says of them, a draft has what it had, or what the live article has. */
function keepOnDraft({id, previous, result}: ArticleChange, {read}: RuleInput): PatchWrite[] {
  const published = id.replace(/^(drafts|versions\.[^.]+)\./, '')
  const draft = id.startsWith('versions.') ? read(`drafts.${published}`) : null
  const base = previous ?? read(published) ?? draft
  return KEPT.flatMap((name): PatchWrite[] => {
    const was = base?.[name]
    if (JSON.stringify(was) === JSON.stringify(result?.[name])) return []
    return [{patch: was === undefined ? {id, unset: [name]} : {id, set: {[name]: was as string}}}]
  })
}

/** Every slug under which the article was live, oldest first, without the one it has now. */
function previousSlugs(
  previous: ArticleDocument | null,
  result: ArticleDocument,
  brings: boolean,
): string[] {
  const known = previous ? listOf(previous['previousSlugs']) : []
  const given = brings ? listOf(result['previousSlugs']) : []
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
