// Which documents existed once and are gone: a person has removed them, and an import does not bring them back.
import {draftIdOf, publishedIdOf} from '../../../model/ids.ts'
import {lines} from '../../commands/ndjson-lines.ts'
import type {LocalClient} from '../../commands/local-client.ts'

/** IDs in one address. */
const MOST = 50

/** Asks the history of a local lake. */
export function historyOf({address, token}: LocalClient, dataset: string) {
  return async (ids: readonly string[]): Promise<Set<string>> => {
    const found = new Set<string>()
    const asked = new Set(ids)
    for (let from = 0; from < ids.length; from += MOST) {
      const some = ids.slice(from, from + MOST).flatMap((id) => [id, draftIdOf(id)])
      const path = `/v2025-02-19/data/history/${dataset}/transactions/${some.join(',')}`
      const response = await fetch(`${address}${path}?excludeContent=true&limit=10000`, {
        headers: {authorization: `Bearer ${token}`},
      })
      if (!response.ok || !response.body)
        throw new Error(`The history cannot be read: ${response.status}.`)
      for await (const line of lines(response.body)) {
        const {documentIDs} = JSON.parse(line) as {documentIDs: string[]}
        for (const id of documentIDs.map(publishedIdOf)) if (asked.has(id)) found.add(id)
      }
    }
    return found
  }
}
