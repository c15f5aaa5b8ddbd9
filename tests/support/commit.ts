// Transactions of the system: grants are not asked.
import type {Lake} from '@copydesk/lake'
import {SYSTEM_ACTOR} from '@copydesk/lake/access'
import type {Mutation} from '@copydesk/lake/types'
import {DATASET} from '../../server/newsroom-lake.ts'

export async function commit({services}: Lake, mutations: readonly object[]): Promise<void> {
  const steps = [() => ({mutations: [...mutations] as Mutation[]})]
  await services.commit({dataset: DATASET, actor: SYSTEM_ACTOR, steps})
}

export const store = (lake: Lake, documents: readonly object[]): Promise<void> =>
  commit(
    lake,
    documents.map((document) => ({createOrReplace: document})),
  )
