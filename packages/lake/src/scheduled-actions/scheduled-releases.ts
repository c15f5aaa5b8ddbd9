// Publishes scheduled releases by Sanity's own action, in the name of the person who scheduled
// them.
import {SYSTEM_ACTOR} from '../grants.ts'
import {scheduledPublication, RELEASE_TYPE} from '../release.ts'
import type {Commit, Json} from '../types.ts'
import type {DueAction, ScheduleSource} from './schedule-source.ts'

interface Options {
  runActions: (request: Omit<DueAction, 'request'> & {actions: unknown[]}) => Promise<unknown>
  commit: Commit
}

export function scheduledReleases({runActions, commit}: Options): ScheduleSource {
  return {
    type: RELEASE_TYPE,
    read: scheduledPublication,
    perform: ({request, ...due}) => runActions({...due, actions: [request]}),
    /** The release is active again. The studio shows `error` beside its name. */
    fail({dataset, document, scheduled, reasons}) {
      const message = reasons.map((reason) => reason.message).join(' ')
      const error: Json = {message, at: scheduled.at}
      return commit({
        dataset,
        actor: SYSTEM_ACTOR,
        steps: [
          (read) => {
            // A person may have removed it from the schedule just now.
            const now = read(document._id)
            const current = now && scheduledPublication(now)
            if (current?.transactionId !== scheduled.transactionId) return {mutations: []}
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
