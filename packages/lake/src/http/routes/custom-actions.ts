// POST /acts/:dataset — runs the custom action that `act` names, as one commit.
import {Hono} from 'hono'
import type {RunCustomAction} from '../../custom-actions/run-custom-action.ts'
import {readJsonBody} from '../body.ts'
import type {LakeEnv} from '../context.ts'
import {existingDataset} from '../existing-dataset.ts'

export interface CustomActionsDeps {
  runCustomAction: RunCustomAction
  hasContent: (name: string) => boolean
  /** As JSON, for the studio to show before an action. */
  customActionPolicy: Readonly<Record<string, unknown>>
}

/** `POST` returns `{transactionId}`, `GET` the product's policy for its actions. */
export function customActionsRoutes({
  runCustomAction,
  hasContent,
  customActionPolicy,
}: CustomActionsDeps): Hono<LakeEnv> {
  return new Hono<LakeEnv>()
    .get('/acts/:dataset', (c) => {
      existingDataset(c, hasContent)
      return c.json(customActionPolicy)
    })
    .post('/acts/:dataset', async (c) => {
      const dataset = existingDataset(c, hasContent)
      const {text, value} = await readJsonBody(c)
      const {transactionId, dryRun, ...request} = value
      const result = await runCustomAction({
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
