// Performing an act, whichever lake the studio works on.
import {useCallback} from 'react'
import {useClient, useDataset} from 'sanity'
import type {ActRequest} from '../../workflow/acts.ts'
import type {ReviewReason} from '../../workflow/records.ts'
import {ActRefused} from './act-refused.ts'

export const ACTS_API_VERSION = '2025-02-19'

interface ErrorBody {
  statusCode?: number
  response?: {body?: {error?: {description?: string; reasons?: ReviewReason[]}}}
  message?: string
}

/**
 * Answers the function that performs an act.
 *
 * @throws ActRefused (from the answered function) with the server's reasons in words
 */
export function usePerformAct(): (request: ActRequest) => Promise<void> {
  const client = useClient({apiVersion: ACTS_API_VERSION})
  const dataset = useDataset()
  return useCallback(
    async (body: ActRequest) => {
      try {
        await client.request({
          uri: `/acts/${dataset}`,
          method: 'POST',
          body,
          tag: `act.${body.act}`,
        })
      } catch (error) {
        const {statusCode, response, message} = error as ErrorBody
        const {description, reasons = []} = response?.body?.error ?? {}
        throw new ActRefused(description ?? message ?? 'It failed.', reasons, statusCode === 409)
      }
    },
    [client, dataset],
  )
}
