// The dataset that a route's address names.
import type {Context} from 'hono'
import {NotFound} from '../errors.ts'
import type {LakeEnv} from './context.ts'

/** @throws NotFound `datasetNotFound` */
export function existingDataset(
  c: Context<LakeEnv, string>,
  hasDataset: (name: string) => boolean,
): string {
  return assertDataset(c.req.param('dataset') ?? '', hasDataset)
}

/** @throws NotFound `datasetNotFound` */
export function assertDataset(dataset: string, hasDataset: (name: string) => boolean): string {
  if (hasDataset(dataset)) return dataset
  throw new NotFound(`Dataset "${dataset}" does not exist.`, 'datasetNotFound')
}
