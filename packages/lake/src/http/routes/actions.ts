// POST /data/actions/:dataset — what the studio sends for every edit, publication and discard.
import {Hono} from 'hono'
import type {createActions} from '../../actions/run-actions.ts'
import {NotFound} from '../../errors.ts'
import {readJsonBody} from '../body.ts'
import type {LakeEnv} from '../context.ts'

export interface ActionsDeps {
  runActions: ReturnType<typeof createActions>
  hasDataset: (name: string) => boolean
}

/** Responds with `{transactionId}`. All actions take effect, or none. */
export function actionsRoutes({runActions, hasDataset}: ActionsDeps): Hono<LakeEnv> {
  return new Hono<LakeEnv>().post('/data/actions/:dataset', async (c) => {
    const dataset = c.req.param('dataset')
    if (!hasDataset(dataset)) throw new NotFound(`There is no dataset "${dataset}".`)
    const {text, value} = await readJsonBody(c)
    const result = await runActions({
      dataset,
      actor: c.get('actor'),
      actions: value['actions'],
      fingerprint: text,
      dryRun: value['dryRun'] === true,
      ...(typeof value['transactionId'] === 'string'
        ? {transactionId: value['transactionId']}
        : {}),
    })
    return c.json({transactionId: result.transactionId})
  })
}
