import type {CustomValidator} from 'sanity'

/** Where somebody works, or as what: a baker or a resident has a title and no institution. */
export const organizationOrTitle: CustomValidator<string | undefined> = (
  organization,
  {parent},
) => {
  const {title} = (parent ?? {}) as {title?: string}
  return (
    Boolean(organization?.trim()) || Boolean(title?.trim()) || 'Which organisation, or what title?'
  )
}
