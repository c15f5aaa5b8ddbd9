// Query results with the types that the site expects. The lake does not know the fields of a newsroom,
// and an import may write anything: one such document would break every list that names it.
import type {ContentClient} from './content-client.ts'

/** Fields that hold text in every result. */
const TEXTS = new Set(
  `acquireUrl affiliation affiliationAtTime alt anonymityReason archivedUrl attribution bio byName caption
  copyrightHolder copyrightNotice country creator creatorTitle creditLine date dateTaken dateline dek
  description displayDate embargoUntil expiresAt firstPublishedAt headline honorific href jobTitle kicker
  label licenseUrl mediaTopic name persistentId place prefix publication publishedAt publishedOn
  readerNote recipient revision rightText saidOn seoHeadline slug strapline terms text timeZone title
  titleAtTime updatedNote url usageTerms wrongText`.split(/\s+/),
)

/** Fields whose values are looked up in tables: a property name of every object would be found in each. */
const KINDS = new Set(
  `_type articleType category colour digitalSourceType display hue kind language layout listItem medium role
  style type`.split(/\s+/),
)

/** Fields that hold lists of text. */
const TEXT_LISTS = new Set(['expertise', 'keyPoints', 'languages', 'points'])

/** Fields that hold lists of objects. */
const LISTS = new Set(
  `affiliations authors body bylines children citations links longBio markDefs partners related socialLinks
  speakers topics translations`.split(/\s+/),
)

/** How deep lists within lists go on a page. */
const DEEPEST_LIST = 5

/** The same client; its results have text and lists where they are expected, or null. */
export function withSanitizedResults(client: ContentClient): ContentClient {
  const {fetchTagged} = client
  return {
    fetch: async (query, params, options) =>
      sanitizeResult(await client.fetch(query, params, options)),
    ...(fetchTagged && {
      fetchTagged: async (query, params, options) => {
        const answered = await fetchTagged(query, params, options)
        return {...answered, result: sanitizeResult(answered.result)}
      },
    }),
  }
}

/** A copy without values of the wrong type. */
export function sanitizeResult<T>(answer: T): T {
  return sound('', answer) as T
}

function sound(name: string, value: unknown): unknown {
  if (TEXTS.has(name)) return typeof value === 'string' ? value : null
  if (KINDS.has(name)) return isKind(value) ? value : null
  if (name === 'level') return Math.min(Math.max(Math.trunc(Number(value)) || 1, 1), DEEPEST_LIST)
  if (name === 'marks') return Array.isArray(value) ? value.filter(isKind) : null
  if (TEXT_LISTS.has(name)) {
    return Array.isArray(value) ? value.filter((member) => typeof member === 'string') : null
  }
  if (LISTS.has(name)) {
    return Array.isArray(value) ? value.filter(isObject).map((member) => sound('', member)) : null
  }
  if (Array.isArray(value)) return value.map((member: unknown) => sound('', member))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, sound(key, member)]))
}

const isKind = (value: unknown): boolean =>
  typeof value === 'string' && !(value in Object.prototype)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
