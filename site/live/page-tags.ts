// Which published changes concern a page: the tags of all answers that it was made of.
import type {ContentClient} from '../content-client.ts'

/** Asks `client` and remembers the tags of its answers; there are none where it does not tell them. */
export function createPageTags(client: ContentClient): {client: ContentClient; tags(): string[]} {
  const known = new Set<string>()
  return {
    client: {
      async fetch(query, params) {
        if (!client.fetchTagged) return client.fetch(query, params)
        const {result, syncTags = []} = await client.fetchTagged(query, params)
        for (const tag of syncTags) known.add(tag)
        return result
      },
    },
    tags: () => [...known].toSorted(),
  }
}
