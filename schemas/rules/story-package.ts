// Which stories a package may hold. The server refuses the same (`workflow/rules/hold-order.ts`).
import type {CustomValidator, Reference} from 'sanity'
import {publishedIdOf} from '../../model/ids.ts'

const OTHER_PACKAGES = `*[_type == "storyPackage" && references($story)]{_id, title}`

/** A piece belongs to at most one package, drafts included. */
export const inNoOtherPackage: CustomValidator<Reference | undefined> = async (
  story,
  {document, getClient, signal},
) => {
  if (!story?._ref || !document) return true
  const packages = await getClient({apiVersion: '2025-02-19'}).fetch<
    {_id: string; title: string | null}[]
  >(
    OTHER_PACKAGES,
    {story: publishedIdOf(story._ref)},
    {perspective: 'raw', signal, tag: 'validation.in-no-other-package'},
  )
  const other = packages.find(({_id}) => publishedIdOf(_id) !== publishedIdOf(document._id))
  if (!other) return true
  return `This story is in the package “${other.title ?? 'without a title'}” already. Take it out there first.`
}

/** The main story is shown above its side stories. */
export const notTheMainStory: CustomValidator<Reference[] | undefined> = (sides, {document}) => {
  const main = (document?.['main'] as Reference | undefined)?._ref
  const repeated = (sides ?? []).find(({_ref}) => main !== undefined && _ref === main)
  if (!repeated) return true
  return {message: 'This is the main story already.', path: [{_key: repeated._key ?? ''}]}
}
