// A site over a real lake in the same process, as the newsroom serves it.
import {createInProcessClients} from '../../../server/in-process-clients.ts'
import {DATASET, PROJECT_ID} from '../../../server/newsroom-lake.ts'
import {createSite, type SiteOptions} from '../../../site/server.tsx'
import type {TestLake} from '../../support/lake.ts'
import {ORIGIN} from './visit.ts'

/** Its clock is the lake's; an error of a page fails the test. */
export function siteOn(lake: TestLake, options: Partial<SiteOptions> = {}) {
  return createSite({
    ...createInProcessClients(lake.lake),
    projectId: PROJECT_ID,
    dataset: DATASET,
    origin: ORIGIN,
    now: lake.now,
    onError: (error) => {
      throw error
    },
    ...options,
  })
}
