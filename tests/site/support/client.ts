// A lake without a server: queries answered by groq-js over a list of documents.
import {evaluateSync, parse} from 'groq-js'
import type {ContentClient} from '../../../site/content-client.ts'

export type Document = Record<string, unknown> & {_id: string; _type: string}

/** Documents as readers see them: nothing with a dotted id. */
export function published(documents: readonly Document[]): Document[] {
  return documents.filter(({_id}) => !_id.includes('.'))
}

/** Documents as the drafts perspective shows them: drafts under their published id. */
export function drafts(documents: readonly Document[]): Document[] {
  const shown = new Map(
    published(documents).map((one) => [one._id, {...one, _originalId: one._id}]),
  )
  for (const one of documents) {
    if (!one._id.startsWith('drafts.')) continue
    const _id = one._id.slice('drafts.'.length)
    shown.set(_id, {...one, _id, _originalId: one._id})
  }
  return [...shown.values()]
}

/** Answers queries over `documents`, as they stand when asked. */
export function clientOver(documents: readonly Document[]): ContentClient {
  return {
    fetch: async (query: string, params: Record<string, unknown> = {}) => {
      const value = evaluateSync(parse(query, {params}), {dataset: documents, params})
      // Over the wire, and so that no test shares an object with its fixture.
      return JSON.parse(JSON.stringify(await value.get()))
    },
  }
}
