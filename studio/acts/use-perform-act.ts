// Performing an act, whichever lake the studio works on.
import {useCallback} from 'react'
import {useClient, useCurrentUser, type SanityClient} from 'sanity'
import type {ActRequest} from '../../workflow/acts.ts'
import type {ReviewReason} from '../../workflow/records.ts'
import {workspaceMode} from '../workspace-mode.ts'
import {ActRefused} from './act-refused.ts'
import {actingUser} from './acting-user.ts'
import {hostedPeople} from './hosted-people.ts'
import {noTimer} from './hosted-timer.ts'
import {performOnHosted} from './perform-on-hosted.ts'
import {useActPolicy} from './use-act-policy.ts'

const API_VERSION = '2025-02-19'

interface ErrorBody {
  statusCode?: number
  response?: {body?: {error?: {description?: string; reasons?: ReviewReason[]}}}
}

/** No line, or no server at its end: browsers say it each in other words, none of them a newsroom's. */
const NO_ANSWER = 'The newsroom cannot be reached. Try again when you are online.'

/**
 * Answers the function that performs an act.
 *
 * @throws ActRefused (from the answered function) with the reasons in words
 */
export function usePerformAct(): (request: ActRequest) => Promise<void> {
  const client = useClient({apiVersion: API_VERSION})
  const user = useCurrentUser()
  const policy = useActPolicy()
  return useCallback(
    async (request: ActRequest) => {
      if (workspaceMode().embedded) return await askServer(client, request)
      const reasons = noTimer(request.act, request.articleId)
      if (reasons.length > 0) throw new ActRefused('This cannot be done here.', reasons)
      await performOnHosted(client, request, {
        actor: actingUser(user, false),
        people: await hostedPeople(client),
        policy,
        transactionId: randomId(),
        isDue: false,
      })
    },
    [client, user, policy],
  )
}

async function askServer(client: SanityClient, request: ActRequest): Promise<void> {
  try {
    await client.request({
      uri: `/acts/${client.config().dataset}`,
      method: 'POST',
      body: request,
      tag: `act.${request.act}`,
    })
  } catch (error) {
    const {statusCode, response} = error as ErrorBody
    const {description, reasons = []} = response?.body?.error ?? {}
    throw new ActRefused(description ?? NO_ANSWER, reasons, statusCode === 409)
  }
}

/** Not `randomUUID`: browsers have that on https and localhost alone. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
