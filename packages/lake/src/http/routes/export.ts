// GET /data/export/:dataset: all documents that the actor may read, one on each line (@sanity/export).
import {Hono} from 'hono'
import type {OriginalGrants} from '../../assets/original-grant.ts'
import {Unauthenticated} from '../../errors.ts'
import {isReader, isStranger} from '../../grants.ts'
import type {Json} from '../../types.ts'
import {callersOf} from '../caller.ts'
import type {LakeEnv} from '../context.ts'
import {existingDataset} from '../existing-dataset.ts'
import type {ReadingDeps} from './query.ts'

export interface ExportDeps extends ReadingDeps {
  /** Signs the addresses of originals for staff. */
  originalGrants: Pick<OriginalGrants, 'withOpenUrl'>
}

/** Number of documents that are read at once: an export is never whole in memory. */
const PAGE = 100

/**
 * Streams NDJSON with drafts and versions, ascending by id. `types=a,b` selects types. Anonymous readers are refused:
 * they can send queries.
 */
export function exportRoutes({engine, log, hasDataset, originalGrants}: ExportDeps): Hono<LakeEnv> {
  return new Hono<LakeEnv>().get('/data/export/:dataset', async (c) => {
    const dataset = existingDataset(c, hasDataset)
    const actor = c.get('actor')
    if (isStranger(actor)) throw new Unauthenticated('Sign in, or send a token, to export.')
    // Readers may not get originals, so they get no signed addresses.
    const leaving = isReader(actor) ? (document: Json) => document : originalGrants.withOpenUrl
    const types = c.req.query('types')?.split(',').filter(Boolean) ?? []
    const atLeast = log.last()
    const callers = callersOf(c)
    const ask = async (query: string, params: Record<string, Json>): Promise<Json[]> => {
      const {result} = await engine.query({dataset, query, params, actor, callers, atLeast})
      return Array.isArray(result) ? result : []
    }

    const filter = types.length > 0 ? '[_type in $types]' : ''
    const ids = await ask(`*${filter}._id`, types.length > 0 ? {types} : {})
    const encoder = new TextEncoder()
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        let documents: Json[] = []
        // If all documents of a page were deleted meanwhile, the export goes on.
        while (ids.length > 0 && documents.length === 0) {
          documents = await ask('*[_id in $ids]', {ids: ids.splice(0, PAGE)})
        }
        for (const document of documents) {
          controller.enqueue(encoder.encode(`${exportedText(leaving(document))}\n`))
        }
        if (ids.length === 0) controller.close()
      },
    })
    return c.body(body, 200, {'Content-Type': 'application/x-ndjson'})
  })
}

const IMPORT_ADDRESS = '_sanityAsset'

/** Documents of 0.4.0 may have this field. An import of the export would read the file that it names. */
function exportedText(document: Json): string {
  const text = JSON.stringify(document)
  if (!text.includes(IMPORT_ADDRESS)) return text
  return JSON.stringify(document, (name, value: Json) =>
    name === IMPORT_ADDRESS ? undefined : value,
  )
}
