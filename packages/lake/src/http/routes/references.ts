// GET /data/references/:dataset/documents/:id/to: the documents that refer to a document.
import {Hono} from 'hono'
import type {Json, LakeDocument} from '../../types.ts'
import {callersOf} from '../caller.ts'
import type {LakeEnv} from '../context.ts'
import {existingDataset} from '../existing-dataset.ts'
import type {ReadingDeps} from './query.ts'

interface Referrer {
  documentId: string
  datasetName: string
  paths?: string[]
}

/**
 * Responds with `{totalCount, references}` for the studio's delete dialog. With
 * `excludeInternalReferences=true` it asks for references from other datasets, which this lake does
 * not store. Otherwise the readable documents of the dataset are listed, with paths unless
 * `excludePaths=true`.
 */
export function referencesRoutes({engine, log, hasDataset}: ReadingDeps): Hono<LakeEnv> {
  return new Hono<LakeEnv>().get('/data/references/:dataset/documents/:id/to', async (c) => {
    const dataset = existingDataset(c, hasDataset)
    const id = c.req.param('id')
    if (c.req.query('excludeInternalReferences') === 'true') {
      return c.json({totalCount: 0, references: []})
    }
    const {json} = await engine.queryJson({
      dataset,
      query: '*[references($id)]',
      params: {id},
      actor: c.get('actor'),
      callers: callersOf(c),
      atLeast: log.last(),
    })
    const documents: LakeDocument[] = JSON.parse(json)
    const withPaths = c.req.query('excludePaths') !== 'true'
    const references = documents.map((document): Referrer => {
      const paths = withPaths ? {paths: pathsTo(document, id)} : {}
      return {documentId: document._id, datasetName: dataset, ...paths}
    })
    return c.json({totalCount: references.length, references})
  })
}

/** The paths of references to `id` in a document, e.g. `body[_key=="a"].photo`. */
function pathsTo(value: Json, id: string, path = ''): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => pathsTo(item, id, `${path}[${selector(item, index)}]`))
  }
  if (typeof value !== 'object' || value === null) return []
  if (value._ref === id) return [path]
  return Object.entries(value).flatMap(([name, item]) =>
    pathsTo(item, id, path === '' ? name : `${path}.${name}`),
  )
}

function selector(item: Json, index: number): string {
  const key = typeof item === 'object' && item !== null && !Array.isArray(item) ? item._key : null
  return typeof key === 'string' ? `_key==${JSON.stringify(key)}` : String(index)
}
