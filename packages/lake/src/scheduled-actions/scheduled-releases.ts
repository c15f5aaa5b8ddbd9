// Scheduled releases as plans of the timer: published by their own action, as who scheduled them.
import {SYSTEM_ACTOR} from '../grants.ts'
import {planOfRelease, RELEASE_TYPE} from '../release.ts'
import type {Commit, Json} from '../types.ts'
import type {Due, PlanSource} from './schedule-source.ts'

interface Options {
  runActions: (request: Omit<Due, 'request'> & {actions: unknown[]}) => Promise<unknown>
  commit: Commit
}

export function releasePlans({runActions, commit}: Options): PlanSource {
  return {
    type: RELEASE_TYPE,
    read: planOfRelease,
    perform: ({request, ...due}) => runActions({...due, actions: [request]}),
    /** It is active again, with the reason on it: the studio shows `error` beside its name. */
    fail({dataset, document, plan, reasons}) {
      const message = reasons.map((reason) => reason.message).join(' ')
      const error: Json = {message, at: plan.at}
      return commit({
        dataset,
        actor: SYSTEM_ACTOR,
        steps: [
          (read) => {
            // Somebody may have taken it off the schedule just now.
            const now = read(document._id)
            const planned = now && planOfRelease(now)
            if (planned?.transactionId !== plan.transactionId) return {mutations: []}
            const patch = {
              id: document._id,
              set: {state: 'active', error},
              unset: ['publishAt', 'scheduledBy'],
            }
            return {mutations: [{patch}], owns: [document._id]}
          },
        ],
      })
    },
  }
}
