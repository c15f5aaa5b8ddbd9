// The dataset that a route's address names.
import type {Context} from 'hono'
import {NotFound} from '../errors.ts'
import type {LakeEnv} from './context.ts'

/** @throws NotFound `datasetNotFound` */
export function existingDataset(
  c: Context<LakeEnv, string>,
  hasDataset: (name: string) => boolean,
): string {
  const dataset = c.req.param('dataset') ?? ''
  if (hasDataset(dataset)) return dataset
  throw new NotFound(`Dataset "${dataset}" does not exist.`, 'datasetNotFound')
}
