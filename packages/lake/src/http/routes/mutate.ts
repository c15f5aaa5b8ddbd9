// POST /data/mutate/:dataset — lists of mutations (import, liveEdit types, clients).
import {Hono} from 'hono'
import {NotFound} from '../../errors.ts'
import type {createMutate} from '../../documents/mutate.ts'
import {readJsonBody} from '../body.ts'
import type {LakeEnv} from '../context.ts'

export interface MutateDeps {
  mutate: ReturnType<typeof createMutate>
  hasDataset: (name: string) => boolean
}

/** Responds with `{transactionId, results}`; `returnIds` and `returnDocuments` as the hosted API. */
export function mutateRoutes({mutate, hasDataset}: MutateDeps): Hono<LakeEnv> {
  return new Hono<LakeEnv>().post('/data/mutate/:dataset', async (c) => {
    const dataset = c.req.param('dataset')
    if (!hasDataset(dataset)) throw new NotFound(`There is no dataset "${dataset}".`)
    const {text, value} = await readJsonBody(c)
    const flag = (name: string): boolean => c.req.query(name) === 'true'
    const given = value['transactionId'] ?? c.req.query('transactionId')
    const result = await mutate({
      dataset,
      actor: c.get('actor'),
      mutations: value['mutations'],
      fingerprint: text,
      dryRun: flag('dryRun'),
      autoGenerateArrayKeys: flag('autoGenerateArrayKeys'),
      ...(typeof given === 'string' ? {transactionId: given} : {}),
    })
    const withDocuments = flag('returnDocuments')
    const results = result.results.map(({id, operation, document}) =>
      withDocuments ? {id, operation, document: document ?? null} : {id, operation},
    )
    return c.json({transactionId: result.transactionId, results})
  })
}
