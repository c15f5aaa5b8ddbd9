// A program's way into a running newsroom.
import {createClient, type SanityClient} from '@sanity/client'
import {DATASET, PROJECT_ID} from '../../server/newsroom-lake.ts'

/** The real client, with this token's rights. It sees drafts and versions, too. */
export const newsroomClient = (origin: string, token: string): SanityClient =>
  createClient({
    projectId: PROJECT_ID,
    dataset: DATASET,
    apiHost: origin,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: '2025-02-19',
    perspective: 'raw',
    token,
  })
