// The notifications that wait to be sent by e-mail, and when each may be tried.
import {backOff} from '@copydesk/lake/back-off'
import type {Lake} from '@copydesk/lake'
import type {Clock} from '@copydesk/lake/types'
import {remarkGroupKey, unsentNotification} from './compose-mail.ts'

/** A notification whose e-mail has not been sent, or whose outcome is not recorded yet. */
export interface QueuedMail {
  /** Notifications with the same key share an e-mail; null if it has an e-mail of its own. */
  shared: string | null
  /** How often the server refused this e-mail, and since when. */
  refusals: number
  since?: number
  notBefore: number
  outcome?: {mailedAt: string} | {mailError: string}
}

export interface MailQueue {
  readonly size: number
  /** Queues an unsent notification written after `earliest`, in milliseconds since the epoch. */
  add(id: string, earliest: number): void
  remove(id: string): void
  /** A copy of the queue: entries may be moved and removed meanwhile. */
  entries(): [string, QueuedMail][]
  isDue(mail: QueuedMail): boolean
  /** If the server fails at this e-mail, the others go first next time. */
  moveToEnd(id: string, mail: QueuedMail): void
  /** The other notifications that go out in the same e-mail. */
  together(id: string, mail: QueuedMail): [string, QueuedMail][]
  /** Postpones an e-mail that the server refused; true if no other e-mail is postponed. */
  postpone(mail: QueuedMail): boolean
  /** An e-mail about these remarks has just been sent: the next one waits. */
  noteSent(mail: QueuedMail): void
}

/** Further remarks by the same person on the same article wait this long and share an e-mail. */
const BETWEEN_REMARKS_MS = 10 * 60_000
const MAIL_DELAYS = {first: 60_000, longest: 60 * 60_000}

export function createMailQueue(services: Lake['services'], clock: Clock): MailQueue {
  const mails = new Map<string, QueuedMail>()
  /** When the latest e-mail about remarks was sent, by the key that they share. */
  const remarked = new Map<string, number>()

  /** Another e-mail about the same remarks has just been sent. */
  const isTooSoon = ({shared}: QueuedMail): boolean => {
    const before = shared === null ? undefined : remarked.get(shared)
    return before !== undefined && clock() < before + BETWEEN_REMARKS_MS
  }

  return {
    get size() {
      return mails.size
    },
    add(id, earliest) {
      const notification = mails.has(id) ? null : unsentNotification(services, id)
      if (!notification || Date.parse(notification.at) < earliest) return
      mails.set(id, {shared: remarkGroupKey(notification), refusals: 0, notBefore: 0})
    },
    remove: (id) => void mails.delete(id),
    entries: () => [...mails],
    isDue: (mail) => mail.notBefore <= clock() && (mail.outcome !== undefined || !isTooSoon(mail)),
    moveToEnd(id, mail) {
      mails.delete(id)
      mails.set(id, mail)
    },
    together: (id, {shared}) =>
      shared === null
        ? []
        : [...mails].filter(
            ([other, mail]) =>
              other !== id &&
              mail.shared === shared &&
              !mail.outcome &&
              unsentNotification(services, other) !== null,
          ),
    postpone(mail) {
      const isFirst = [...mails.values()].every(({refusals}) => refusals === 0)
      mail.refusals += 1
      mail.since ??= clock()
      mail.notBefore = clock() + backOff(mail.refusals, MAIL_DELAYS)
      return isFirst
    },
    noteSent({shared}) {
      if (shared === null) return
      for (const [key, at] of remarked) {
        if (clock() >= at + BETWEEN_REMARKS_MS) remarked.delete(key)
      }
      remarked.set(shared, clock())
    },
  }
}
