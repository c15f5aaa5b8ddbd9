// The ledger's line about something that was taken out of the newsroom with its past.
import type {Mutation} from '@copydesk/lake/types'

/** It holds an id and no content. */
export function purgeEntry({
  transactionId,
  now,
  by,
  what,
}: {
  transactionId: string
  now: string
  by: string
  what: string
}): Mutation {
  return {
    create: {
      _id: `ledger.${transactionId}`,
      _type: 'ledgerEntry',
      kind: 'purged',
      articles: [],
      reason: `${what} was taken out of the newsroom together with its history.`,
      by: 'system',
      byName: by,
      at: now,
    },
  }
}
