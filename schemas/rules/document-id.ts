// Ids decide who may read: an id with a dot is hidden from anonymous readers, on every Content Lake.
import type {CustomValidator, Reference, SanityDocument} from 'sanity'
import {publishedIdOf} from '../../model/ids.ts'

/** A public document has a plain id; with a dot in it, nobody outside the newsroom would ever see it. */
export const plainId: CustomValidator<SanityDocument | undefined> = (document) =>
  !document?._id ||
  !publishedIdOf(document._id).includes('.') ||
  'The id of this document contains a dot, so readers would never see it. Create it again.'

/** A private document is named after the public one, `private.<kind>.<id>`, so that its dot hides it. */
export function privateIdOf(
  kind: string,
  field: string,
): CustomValidator<SanityDocument | undefined> {
  return (document) => {
    if (!document?._id) return true
    const subject = document[field] as Reference | undefined
    const prefix = `private.${kind}.`
    const id = publishedIdOf(document._id)
    if (!id.startsWith(prefix))
      return `A confidential document must have an id that begins with “${prefix}”, or readers could see it.`
    return (
      !subject?._ref ||
      id === prefix + publishedIdOf(subject._ref) ||
      `This document belongs to “${id.slice(prefix.length)}” but points at “${subject._ref}”.`
    )
  }
}

/** What the server keeps for the newsroom is named `<kind>.<…>`, so that its dot hides it. */
export function recordId(kind: string): CustomValidator<SanityDocument | undefined> {
  return (document) =>
    !document?._id ||
    publishedIdOf(document._id).startsWith(`${kind}.`) ||
    `The id of this document must begin with “${kind}.”, or readers could see it.`
}
