// Which notifications have come: by the log, so that it makes no difference which process wrote them.
import {SYSTEM_ACTOR} from '@copydesk/lake/access'
import type {Lake} from '@copydesk/lake'
import {DATASET} from '../newsroom-lake.ts'

export interface NewNotifications {
  /** Ids of those of which no e-mail has been sent or could be, written after `since`; oldest first. */
  unsent(since: Date): Promise<string[]>
  /** Ids of those that were written or changed since this was asked last. */
  written(): string[]
}

const UNSENT_QUERY = `*[
  _id in path("notification.**") && !defined(mailedAt) && !defined(mailError) && !defined(readAt) &&
  dateTime(at) > dateTime($since)
] | order(at asc)._id`

/** Begins at the log's tail as it is now. */
export function followNotifications({
  engine,
  log,
}: Pick<Lake['services'], 'engine' | 'log'>): NewNotifications {
  let position = log.last()
  return {
    async unsent(since) {
      // Off the thread that saves: it goes through the whole dataset.
      const {result} = await engine.query({
        dataset: DATASET,
        query: UNSENT_QUERY,
        params: {since: since.toISOString()},
        actor: SYSTEM_ACTOR,
        atLeast: log.last(),
      })
      return Array.isArray(result) ? result.filter((id) => typeof id === 'string') : []
    },
    written() {
      const changes = log.changedSince(position)
      position = changes.at(-1)?.position ?? position
      return changes
        .filter(({dataset, id}) => dataset === DATASET && id.startsWith('notification.'))
        .map(({id}) => id)
    },
  }
}
