// Sanity's hosted API as an operator's command asks it.
import {createClient, type SanityClient} from '@sanity/client'
import {OperatorError} from '@copydesk/lake/errors'
import {type Hosted} from '../environment.ts'

/** @throws OperatorError where there is no token in SANITY_AUTH_TOKEN */
export function hostedClient(hosted: Hosted): SanityClient {
  const token = process.env['SANITY_AUTH_TOKEN']
  if (!token) {
    throw new OperatorError(
      `SANITY_AUTH_TOKEN is missing: set it to a token of Sanity's project ${hosted.projectId} with the role editor (https://www.sanity.io/manage/project/${hosted.projectId}/api).`,
    )
  }
  return createClient({...hosted, token, apiVersion: '2025-02-19', useCdn: false})
}
