import type {SlugIsUniqueValidator} from 'sanity'
import {publishedIdOf} from '../../model/ids.ts'

const SAME_SLUG = `*[_type == $type && slug.current == $slug && language == $language][0...10]._id`

/** A translation may keep the slug of its original: slugs are unique per language, drafts included. */
export const uniqueSlugPerLanguage: SlugIsUniqueValidator = async (
  slug,
  {document, getClient, signal},
) => {
  if (!document) return true
  const ids = await getClient({apiVersion: '2025-02-19'}).fetch<string[]>(
    SAME_SLUG,
    {type: document._type, slug, language: document['language'] ?? null},
    {perspective: 'raw', signal, tag: 'validation.unique-slug-per-language'},
  )
  return ids.every((id) => publishedIdOf(id) === publishedIdOf(document._id))
}
