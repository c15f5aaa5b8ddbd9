// What a document that the server writes is about. Weak: it outlives what it is about.
import {defineField} from 'sanity'
import {CONTENT_TYPES} from '../../model/content-types.ts'
import type {ContentType} from '../../model/kinds.ts'
import {recordedTypes, TITLE_FIELDS, titleOf, typesOfKind} from '../../model/registry.ts'

/** Every type of kind `piece`, for `to` of a reference. */
export const PIECES = typesOfKind('piece').map((type) => ({type: type as string}))

/** Every type whose changes are in the ledger, for `to` of a reference. */
export const RECORDED = recordedTypes().map((type) => ({type: type as string}))

/** Every type with an address of readers' own, for `to` of a link. */
export const LINKABLE = Object.entries(CONTENT_TYPES)
  .filter(([, {path}]: [string, ContentType]) => path?.endsWith('/:slug'))
  .map(([type]) => ({type}))

export const articleReferenceField = () =>
  defineField({
    name: 'article',
    title: 'Piece',
    description: 'The article, or other piece, that it is about.',
    type: 'reference',
    weak: true,
    to: PIECES,
  })

/**
 * What is approved: pieces, and photos, quotes and sources that live pieces use.
 *
 * @param besides what else is talked about
 */
export const subjectReferenceField = (besides: {type: string}[] = []) =>
  defineField({
    name: 'subject',
    title: 'About',
    description: 'The piece, photo, quote or source that it is about.',
    type: 'reference',
    weak: true,
    to: [...PIECES, ...typesOfKind('member').map((type) => ({type})), ...besides],
  })

/**
 * For the `select` of a preview: what the document behind a reference is called, whatever its type.
 *
 * @param reference the field that holds the reference, by default that of `articleReferenceField`
 */
export const titleThrough = (reference = 'article'): Record<string, string> =>
  Object.fromEntries(
    ['_type', ...TITLE_FIELDS].map((field) => [`referred_${field}`, `${reference}.${field}`]),
  )

/** The title that `titleThrough` selected. */
export function titleSelected(selected: Readonly<Record<string, unknown>>): string | undefined {
  const fields = TITLE_FIELDS.map((field) => [field, selected[`referred_${field}`]])
  return titleOf({_type: String(selected['referred__type']), ...Object.fromEntries(fields)})
}
