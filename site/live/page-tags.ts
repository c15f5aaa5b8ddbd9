// What a page is made of: the answers, and the tags of the published changes that concern it.
import type {ContentClient} from '../content-client.ts'

export interface PageTags {
  client: ContentClient
  /** None where the client does not tell them. */
  tags(): string[]
  /** All answers so far, as a text: the same one makes the same page. */
  answers(): string
}

/** Asks `client` and remembers what it answers. */
export function createPageTags(client: ContentClient): PageTags {
  const known = new Set<string>()
  /** In the order in which was asked. */
  const answers: unknown[] = []
  return {
    client: {
      async fetch(query, params) {
        const place = answers.push(null) - 1
        if (!client.fetchTagged) {
          const result = await client.fetch(query, params)
          answers[place] = result
          return result
        }
        const {result, syncTags = []} = await client.fetchTagged(query, params)
        for (const tag of syncTags) known.add(tag)
        answers[place] = result
        return result
      },
    },
    tags: () => [...known].toSorted(),
    answers: () => JSON.stringify([[...known].toSorted(), answers]),
  }
}
