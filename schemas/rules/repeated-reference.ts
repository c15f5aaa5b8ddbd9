import type {CustomValidator} from 'sanity'

type Item = {_key?: string} & Record<string, unknown>

/** A list holds each document only once (in `field` of its items), whatever else the items say. */
export function noRepeated(field: string, message: string): CustomValidator<Item[] | undefined> {
  return (items) => {
    const seen = new Set<string>()
    for (const [index, item] of (items ?? []).entries()) {
      const ref = (item[field] as {_ref?: string} | undefined)?._ref
      if (!ref) continue
      if (seen.has(ref)) return {message, path: [item._key ? {_key: item._key} : index]}
      seen.add(ref)
    }
    return true
  }
}

export const noRepeatedSpeaker = noRepeated('source', 'This speaker is already in the list.')
