// A program's way into a running newsroom.
import {createClient, type SanityClient} from '@sanity/client'
import {DATASET, PROJECT_ID} from '../../server/newsroom-lake.ts'

/** The real client, with this token's rights; without one, those of readers. It sees drafts and versions, too. */
export const newsroomClient = (origin: string, token?: string): SanityClient =>
  createClient({...configOf(origin), ...(token !== undefined && {token})})

/** The same with the rights of somebody who is signed in. */
export const sessionClient = (origin: string, session: string): SanityClient =>
  createClient({...configOf(origin), headers: {cookie: `copydesk_session=${session}`, origin}})

const configOf = (origin: string) =>
  ({
    projectId: PROJECT_ID,
    dataset: DATASET,
    apiHost: origin,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: '2025-02-19',
    perspective: 'raw',
  }) as const
