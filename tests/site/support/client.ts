// A lake without a server: queries answered over a list of documents, as the lake evaluates them.
import {createDocumentIndex} from '@copydesk/groq/documents'
import {createPlan} from '@copydesk/groq/plan'
import type {Json, LakeDocument} from '@copydesk/lake/types'
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

/** To plan a page's query takes longer than to evaluate it, and tests ask the same pages again and again. */
const plans = new Map<string, ReturnType<typeof createPlan>>()

function planOf(query: string, params: Record<string, Json>): ReturnType<typeof createPlan> {
  const key = JSON.stringify([query, params])
  const plan = plans.get(key) ?? createPlan(query, params)
  plans.set(key, plan)
  return plan
}

/** Answers queries over `documents`, as they stand when asked. */
export function clientOver(documents: readonly Document[]): ContentClient {
  return {
    fetch: async (query: string, params: Record<string, unknown> = {}) => {
      const sorted = documents.toSorted((a, b) => (a._id < b._id ? -1 : 1)) as LakeDocument[]
      const value = planOf(query, params as Record<string, Json>).evaluate({
        view: createDocumentIndex(sorted),
        identity: 'anyone',
        now: 0,
        projectId: 'copydesk',
        dataset: 'production',
        maxRows: Infinity,
      })
      // Over the wire, and so that no test shares an object with its fixture.
      return JSON.parse(JSON.stringify(value))
    },
  }
}
