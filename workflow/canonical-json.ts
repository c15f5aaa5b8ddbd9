// Content as one text, the same for whatever order or form it is stored in.
import {publishedIdOf} from '../model/ids.ts'
import {plainContent} from './plain-content.ts'

/** The store's own fields, and those that the server keeps on an article by itself. */
const IGNORED = new Set([
  '_rev',
  '_createdAt',
  '_updatedAt',
  '_system',
  '_originalId',
  'firstPublishedAt',
  'previousSlugs',
])
/** A document without what is not content, under its published id. */
export function contentOf(document: {_id: string; _type: string}): Record<string, unknown> {
  const entries = Object.entries(document).filter(([key]) => !IGNORED.has(key))
  return {
    ...Object.fromEntries(entries),
    _id: publishedIdOf(document._id),
  }
}

/** JSON of the plain content with its keys sorted by code unit. */
export function canonicalJson(value: unknown): string {
  return sortedJson(plainContent(value))
}

function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, member]) => `${JSON.stringify(key)}:${sortedJson(member)}`)
  return `{${members.join(',')}}`
}

/**
 * Whether readers see the same in two versions: on what ground a photo is printed, and until when, is
 * the desk's business, and its desk publishes it without telling anybody.
 */
export function readsTheSame(
  {...a}: {_id: string; _type: string; rights?: unknown},
  {...b}: {_id: string; _type: string; rights?: unknown},
): boolean {
  if (a._type === 'photoWithCredit') delete a.rights
  if (b._type === 'photoWithCredit') delete b.rights
  return isSameContent(a, b)
}

/** Whether two documents say the same, whatever the store keeps of them. */
export function isSameContent(
  a: {_id: string; _type: string},
  b: {_id: string; _type: string},
): boolean {
  return canonicalJson(contentOf(a)) === canonicalJson(contentOf(b))
}
