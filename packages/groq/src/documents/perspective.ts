// Perspectives: which of a document's published copy, draft and versions a query sees.
import {QueryError} from '../errors.ts'

/** `raw` shows all stored documents. A stack shows each document from the first layer that has it. */
export type Perspective = 'raw' | readonly string[]

const LAYER = /^[A-Za-z0-9_-]+$/

/** From this API version on, queries without a perspective see only published documents. */
const PUBLISHED_BY_DEFAULT = '2025-02-19'

/**
 * Parses the perspective of a request: a name, a comma-separated stack, or a list. `previewDrafts` is the
 * old name of `drafts`. Every stack ends with `published`, as on Sanity.
 *
 * @throws QueryError `invalidPerspective`
 */
export function parsePerspective(value: string | readonly string[]): Perspective {
  const names = (typeof value === 'string' ? value.split(',') : [...value]).map((name) =>
    name.trim() === 'previewDrafts' ? 'drafts' : name.trim(),
  )
  if (names.length === 1 && names[0] === 'raw') return 'raw'
  for (const name of names) {
    if (name === 'raw' || !LAYER.test(name)) {
      throw new QueryError(
        name === 'raw'
          ? 'The perspective "raw" cannot be combined with others.'
          : `"${name}" is not a perspective. Use raw, published, drafts or names of releases.`,
        'invalidPerspective',
      )
    }
  }
  const end = names.indexOf('published')
  return [...new Set(end < 0 ? names : names.slice(0, end)), 'published']
}

/** The default perspective of an API version (`v2021-06-07`, `v1`, `vX`). */
export function defaultPerspective(version: string): Perspective {
  const date = version.replace(/^v/, '')
  if (date === 'X') return ['published']
  return date >= PUBLISHED_BY_DEFAULT ? ['published'] : 'raw'
}

/** The ID of a document's copy in a layer. */
export function layerId(layer: string, published: string): string {
  if (layer === 'published') return published
  return layer === 'drafts' ? `drafts.${published}` : `versions.${layer}.${published}`
}
