// A document and its draft are one to a person who chooses among them.
import {publishedIdOf} from '../../model/ids.ts'

/** A condition: what is found is published or a draft. */
export const NO_VERSIONS = '!(_id in path("versions.**"))'

export interface Joined<Fields> {
  /** Published ID. */
  id: string
  isPublished: boolean
  fields: Fields
}

/** Each document once, as its draft has it, in the order of the first of the two. */
export function joinDrafts<Fields extends {_id: string}>(
  found: readonly Fields[],
): Joined<Fields>[] {
  const byPublishedId = new Map<string, Joined<Fields>>()
  for (const fields of found) {
    const id = publishedIdOf(fields._id)
    const before = byPublishedId.get(id)
    const isPublished = fields._id === id
    byPublishedId.set(id, {
      id,
      isPublished: isPublished || Boolean(before?.isPublished),
      fields: isPublished && before ? before.fields : fields,
    })
  }
  return [...byPublishedId.values()]
}
