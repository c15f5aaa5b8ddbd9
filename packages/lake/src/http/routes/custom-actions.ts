// POST /acts/:dataset — what people do to a piece: named by `act`, one commit each.
import {Hono} from 'hono'
import type {RunAct} from '../../custom-actions/run-custom-action.ts'
import {readJsonBody} from '../body.ts'
import type {LakeEnv} from '../context.ts'
import {existingDataset} from '../existing-dataset.ts'

export interface ActsDeps {
  runAct: RunAct
  hasContent: (name: string) => boolean
  /** What the studio should know beforehand, as JSON. */
  actPolicy: Readonly<Record<string, unknown>>
}

/** Answers `{transactionId}`; `GET` answers how the house has acts performed. */
export function actsRoutes({runAct, hasContent, actPolicy}: ActsDeps): Hono<LakeEnv> {
  return new Hono<LakeEnv>()
    .get('/acts/:dataset', (c) => {
      existingDataset(c, hasContent)
      return c.json(actPolicy)
    })
    .post('/acts/:dataset', async (c) => {
      const dataset = existingDataset(c, hasContent)
      const {text, value} = await readJsonBody(c)
      const {transactionId, dryRun, ...request} = value
      const result = await runAct({
        dataset,
        actor: c.get('actor'),
        request,
        fingerprint: text,
        dryRun: dryRun === true,
        ...(typeof transactionId === 'string' ? {transactionId} : {}),
      })
      return c.json({transactionId: result.transactionId})
    })
}
