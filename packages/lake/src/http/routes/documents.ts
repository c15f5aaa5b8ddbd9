// GET /data/doc/:dataset/:ids — documents by id, as stored, without a query.
import {Hono} from 'hono'
import {isReader, SYSTEM_ACTOR} from '../../grants.ts'
import type {LakeDocument} from '../../types.ts'
import {callersOf} from '../caller.ts'
import type {LakeEnv} from '../context.ts'
import {existingDataset} from '../existing-dataset.ts'
import type {ReadingDeps} from './query.ts'

interface Omission {
  id: string
  reason: 'existence' | 'permission'
}

const BY_ID = '*[_id in $ids]'

/**
 * Responds with `{documents, omitted}`. `excludeContent=true` only checks their existence (the
 * studio's availability probes). `includeAllVersions=true` adds drafts and versions.
 */
export function documentsRoutes({engine, log, hasDataset}: ReadingDeps): Hono<LakeEnv> {
  return new Hono<LakeEnv>().get('/data/doc/:dataset/:ids', async (c) => {
    const dataset = existingDataset(c, hasDataset)
    const ids = [...new Set(c.req.param('ids').split(',').filter(Boolean))]
    const actor = c.get('actor')
    const atLeast = log.last()
    const flag = (name: string): boolean => c.req.query(name) === 'true'
    const find = async (query: string, who = actor): Promise<LakeDocument[]> => {
      const callers = callersOf(c)
      const question = {dataset, query, params: {ids}, actor: who, callers, atLeast}
      const {json} = await engine.queryJson(question)
      return JSON.parse(json)
    }

    const found = new Map((await find(BY_ID)).map((document) => [document._id, document]))
    const missing = ids.filter((id) => !found.has(id))
    // For readers, a hidden document is missing. Otherwise they would learn that a draft exists.
    const hidden =
      missing.length > 0 && !isReader(actor)
        ? new Set((await find(`${BY_ID}{_id}`, SYSTEM_ACTOR)).map(({_id}) => _id))
        : new Set<string>()
    const omitted = missing.map((id): Omission => {
      return {id, reason: hidden.has(id) ? 'permission' : 'existence'}
    })

    const documents = ids.flatMap((id) => found.get(id) ?? [])
    if (flag('includeAllVersions')) {
      const conditions = ids.map((_, index) => `sanity::versionOf($ids[${index}])`)
      const versions = await find(`*[${conditions.join(' || ') || 'false'}]`)
      documents.push(...versions.filter(({_id}) => !found.has(_id)))
    }
    const content = flag('excludeContent')
      ? documents.map(({_id, _type}) => ({_id, _type}))
      : documents
    return c.json({documents: content, omitted})
  })
}
