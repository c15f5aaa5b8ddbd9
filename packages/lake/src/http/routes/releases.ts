// Requests of the studio's releases tool to the hosted platform: the limit of releases, and how
// long archived ones can be restored.
import {Hono} from 'hono'
import type {DatasetList} from '../../datasets/dataset-list.ts'
import {Forbidden} from '../../errors.ts'
import {isReader} from '../../grants.ts'
import {RELEASE_TYPE} from '../../release.ts'
import type {DocumentTable} from '../../store/documents.ts'
import type {LakeEnv} from '../context.ts'
import {signedIn} from './users.ts'

export interface ReleasesDeps {
  documents: Pick<DocumentTable, 'ofType'>
  datasetList: Pick<DatasetList, 'content'>
  projectId: string
}

/** There is no limit here, so this number is out of reach. */
const NO_LIMIT = 100_000
/** Publications and archives stay in the history for good. The studio shows a number of days. */
const DAYS = 36_500

/** The tool crashes on any other shape (ArchivedReleaseBanner, fetchReleaseLimits). */
export function releasesRoutes({documents, datasetList, projectId}: ReleasesDeps): Hono<LakeEnv> {
  return new Hono<LakeEnv>()
    .get('/subscriptions/project/:project', (c) => {
      signedIn(c.get('actor'))
      const retention = {
        id: 'retention',
        name: 'History',
        singular: true,
        features: [
          {
            id: 'retention',
            variantId: '',
            name: 'History',
            price: 0,
            included: true,
            attributes: {maxRetentionDays: DAYS},
          },
        ],
      }
      return c.json({
        id: projectId,
        projectId,
        status: 'active',
        plan: {id: projectId, name: 'Content Lake', price: 0, resources: {}, featureTypes: {}},
        resources: {},
        featureTypes: {retention},
      })
    })
    .get('/projects/:project/new-content-release-allowed', (c) => {
      // The token of a front end may not read releases, so it must not count them.
      if (isReader(signedIn(c.get('actor')))) throw new Forbidden('Releases are for the staff.')
      const open = datasetList
        .content()
        .flatMap((dataset) => documents.ofType(dataset, RELEASE_TYPE))
        .filter(({state}) => state === 'active' || state === 'scheduled').length
      return c.json({
        data: {
          orgActiveReleaseCount: open,
          orgMeteredActiveReleaseCount: open,
          datasetReleaseLimit: NO_LIMIT,
          orgActiveReleaseLimit: NO_LIMIT,
        },
      })
    })
}
