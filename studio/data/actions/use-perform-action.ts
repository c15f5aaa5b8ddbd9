// Performs an editorial action, on either lake.
import {useCallback} from 'react'
import {useClient, useCurrentUser} from 'sanity'
import type {EditorialActionRequest} from '../../../model/editorial-actions.ts'
import {workspaceMode} from '../workspace-mode.ts'
import {EditorialActionRefused} from './action-refused.ts'
import {actingUser} from './acting-user.ts'
import {askServer} from './ask-server.ts'
import {hostedPeople} from './hosted-people.ts'
import {noTimer} from './hosted-timer.ts'
import {performOnHosted} from './perform-on-hosted.ts'
import {useEditorialPolicy} from './use-editorial-policy.ts'

const API_VERSION = '2025-02-19'

/**
 * Returns the function that performs an editorial action.
 *
 * @throws EditorialActionRefused (from the returned function) with the reasons
 */
export function usePerformEditorialAction(): (request: EditorialActionRequest) => Promise<void> {
  const client = useClient({apiVersion: API_VERSION})
  const user = useCurrentUser()
  const policy = useEditorialPolicy()
  return useCallback(
    async (request: EditorialActionRequest) => {
      if (workspaceMode().embedded) return void (await askServer(client, request))
      const reasons = noTimer(request.act, request.articleId)
      if (reasons.length > 0) throw new EditorialActionRefused('This cannot be done here.', reasons)
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

/** Not `randomUUID`: browsers have that only on https and localhost. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
