// The notifications that wait to be sent by e-mail, and when each may be tried.
import {backOff} from '@copydesk/lake/back-off'
import type {Lake} from '@copydesk/lake'
import type {Clock} from '@copydesk/lake/types'
import {remarkGroupKey, unsentNotification} from './compose-mail.ts'

/** A notification whose letter has not been sent, or whose outcome is not recorded yet. */
export interface QueuedMail {
  /** Notifications with the same key share a letter; null if it has a letter of its own. */
  shared: string | null
  /** How often the server refused this letter, and since when. */
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
  isDue(letter: QueuedMail): boolean
  /** If the server fails at this letter, the others go first next time. */
  moveToEnd(id: string, letter: QueuedMail): void
  /** The other notifications that go out in the same letter. */
  together(id: string, letter: QueuedMail): [string, QueuedMail][]
  /** Postpones a letter that the server refused; true if no other letter is postponed. */
  postpone(letter: QueuedMail): boolean
  /** A letter about these remarks has just been sent: the next one waits. */
  noteSent(letter: QueuedMail): void
}

/** Further remarks by the same person on the same article wait this long and share a letter. */
const BETWEEN_REMARKS_MS = 10 * 60_000
const LETTER_DELAYS = {first: 60_000, longest: 60 * 60_000}

export function createMailQueue(services: Lake['services'], clock: Clock): MailQueue {
  const letters = new Map<string, QueuedMail>()
  /** When the latest letter about remarks was sent, by the key that they share. */
  const remarked = new Map<string, number>()

  /** Another letter about the same remarks has just been sent. */
  const isTooSoon = ({shared}: QueuedMail): boolean => {
    const before = shared === null ? undefined : remarked.get(shared)
    return before !== undefined && clock() < before + BETWEEN_REMARKS_MS
  }

  return {
    get size() {
      return letters.size
    },
    add(id, earliest) {
      const notification = letters.has(id) ? null : unsentNotification(services, id)
      if (!notification || Date.parse(notification.at) < earliest) return
      letters.set(id, {shared: remarkGroupKey(notification), refusals: 0, notBefore: 0})
    },
    remove: (id) => void letters.delete(id),
    entries: () => [...letters],
    isDue: (letter) =>
      letter.notBefore <= clock() && (letter.outcome !== undefined || !isTooSoon(letter)),
    moveToEnd(id, letter) {
      letters.delete(id)
      letters.set(id, letter)
    },
    together: (id, {shared}) =>
      shared === null
        ? []
        : [...letters].filter(
            ([other, letter]) =>
              other !== id &&
              letter.shared === shared &&
              !letter.outcome &&
              unsentNotification(services, other) !== null,
          ),
    postpone(letter) {
      const isFirst = [...letters.values()].every(({refusals}) => refusals === 0)
      letter.refusals += 1
      letter.since ??= clock()
      letter.notBefore = clock() + backOff(letter.refusals, LETTER_DELAYS)
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
