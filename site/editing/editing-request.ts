// Whether the studio's tool shows the preview, so that a click opens a field.
import type {ClientPerspective} from '@sanity/client'

export interface EditingRequest {
  /** What the tool shows: drafts, what is published, or a release over the drafts. */
  perspective: ClientPerspective
}

/** The tool adds it to the address of its frame. */
const PERSPECTIVE = 'sanity-preview-perspective'
const LONGEST_STACK = 20

/** Undefined outside of the studio's tool. */
export function editingRequest({
  searchParams,
}: Pick<URL, 'searchParams'>): EditingRequest | undefined {
  const asked = searchParams.get(PERSPECTIVE)
  if (asked === null) return undefined
  const names = asked.split(',').filter((name) => /^[A-Za-z][\w-]*$/.test(name))
  const [only = 'drafts', ...others] = names
  if (only === 'published' || only === 'drafts') return {perspective: only}
  // `raw` would show each draft beside what it is the draft of.
  const stack = [only, ...others].filter((name) => name !== 'raw').slice(0, LONGEST_STACK)
  return {perspective: stack.length > 0 ? stack : 'drafts'}
}
