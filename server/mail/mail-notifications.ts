// Sends each notification once, by e-mail, to the person it is for. Many remarks share a letter. What has been sent stands in the
// notification: a restart goes on where the last process ended.
import {backOff} from '@copydesk/lake/back-off'
import {SYSTEM_ACTOR} from '@copydesk/lake/access'
import type {Lake} from '@copydesk/lake'
import type {Clock} from '@copydesk/lake/types'
import {DATASET} from '../newsroom-lake.ts'
import {composeLetter, remarksKey, unsentNotification} from './compose-letter.ts'
import {LetterRefused, type Mailer} from './mailer.ts'
import {followNotifications} from './new-notifications.ts'

export interface MailNotificationsOptions {
  lake: Lake
  mailer: Mailer
  /** Where people reach the studio. */
  origin: string
  /** Told what went wrong, once per outage. */
  logger: {info(message: string): void; warn(message: string): void}
  clock?: Clock
  /** Repeats `work` until the returned function is called. */
  every?: (milliseconds: number, work: () => void) => () => void
  /** How long a sending may go on after `close`. Milliseconds. */
  graceMs?: number
}

export interface MailNotifications {
  /** Looks now and not at the next turn; resolves when all that is due has been tried. */
  look(): Promise<void>
  /** Letters that wait to be sent, or to be recorded as sent. */
  waiting(): number
  /** Waits for the letter that is under way, within reason. */
  close(): Promise<void>
}

/** A letter that has not been sent, or of which that is not recorded yet. */
interface Waiting {
  /** What it shares a letter by; null where it has its own. */
  shared: string | null
  /** How often the server did not take this very letter, and since when. */
  refusals: number
  since?: number
  notBefore: number
  outcome?: {mailedAt: string} | {mailError: string}
}

/** Further remarks by the same person on the same article wait for so long for each other. */
const BETWEEN_REMARKS_MS = 10 * 60_000
const LOOK_EVERY_MS = 1_000
const DAY_MS = 24 * 60 * 60_000
const SERVER_DELAYS = {first: 5_000, longest: 10 * 60_000}
const LETTER_DELAYS = {first: 60_000, longest: 60 * 60_000}

const everyUnrefed: NonNullable<MailNotificationsOptions['every']> = (milliseconds, work) => {
  const timer = setInterval(work, milliseconds)
  timer.unref()
  return () => clearInterval(timer)
}

/**
 * Begins with what was left unsent in the last 24 hours; older ones are left alone. Nothing that is
 * saved waits for it.
 */
export function createMailNotifications({
  lake,
  mailer,
  origin,
  logger,
  clock = Date.now,
  every = everyUnrefed,
  graceMs = 3_000,
}: MailNotificationsOptions): MailNotifications {
  const {services} = lake
  const notifications = followNotifications(services)
  const waiting = new Map<string, Waiting>()
  /** When the latest letter about remarks went out, by what they share it by. */
  const remarked = new Map<string, number>()
  let isCaughtUp = false
  let failures = 0
  let pausedUntil = 0
  let working: Promise<void> | undefined
  let isClosed = false

  /** What a copy was told before it became the newsroom has been sent by that one, or is too old. */
  const earliest = (): number =>
    Math.max(clock() - DAY_MS, Date.parse(services.rest.quietBefore() ?? '') || 0)

  const add = (id: string): void => {
    const notification = waiting.has(id) ? null : unsentNotification(services, id)
    if (!notification || Date.parse(notification.at) < earliest()) return
    waiting.set(id, {shared: remarksKey(notification), refusals: 0, notBefore: 0})
  }

  const pause = (error: unknown): void => {
    failures += 1
    pausedUntil = clock() + backOff(failures, SERVER_DELAYS)
    if (failures > 1 || isClosed) return
    const reason = error instanceof Error ? error.message : String(error)
    logger.warn(`E-mail cannot be sent: ${reason}. E-mails wait and are tried again.`)
  }

  const serverAnswers = (): void => {
    if (failures > 0) logger.info('E-mail is sent again.')
    failures = 0
  }

  const putOff = (id: string, letter: Waiting, {message}: LetterRefused): void => {
    const isFirst = [...waiting.values()].every(({refusals}) => refusals === 0)
    letter.refusals += 1
    letter.since ??= clock()
    letter.notBefore = clock() + backOff(letter.refusals, LETTER_DELAYS)
    if (isFirst) logger.warn(`The letter about ${id} waits: the mail server said "${message}".`)
  }

  /** Others that go out in one letter with it. */
  const together = (id: string, {shared}: Waiting): [string, Waiting][] =>
    shared === null
      ? []
      : [...waiting].filter(
          ([other, letter]) =>
            other !== id &&
            letter.shared === shared &&
            !letter.outcome &&
            unsentNotification(services, other) !== null,
        )

  /** Another letter about the same remarks has just gone out. */
  const isTooSoon = ({shared}: Waiting): boolean => {
    const before = shared === null ? undefined : remarked.get(shared)
    return before !== undefined && clock() < before + BETWEEN_REMARKS_MS
  }

  const noteRemarks = (shared: string): void => {
    for (const [one, at] of remarked) {
      if (clock() >= at + BETWEEN_REMARKS_MS) remarked.delete(one)
    }
    remarked.set(shared, clock())
  }

  const send = async (id: string, letter: Waiting): Promise<void> => {
    if (!unsentNotification(services, id)) return void waiting.delete(id)
    const letters: [string, Waiting][] = [[id, letter], ...together(id, letter)]
    const ids = letters.map(([one]) => one)
    const outgoing = composeLetter(services, ids, {origin, now: clock()})
    if (!outgoing) return void waiting.delete(id)
    try {
      await mailer.send(outgoing)
      for (const [, one] of letters) one.outcome = {mailedAt: new Date(clock()).toISOString()}
      if (letter.shared !== null) noteRemarks(letter.shared)
      serverAnswers()
    } catch (error) {
      if (!(error instanceof LetterRefused)) throw error
      serverAnswers()
      const triedFor = letter.since === undefined ? 0 : clock() - letter.since
      if (!error.permanent && triedFor < DAY_MS) {
        for (const [one, put] of letters) putOff(one, put, error)
        return
      }
      for (const [, one] of letters) one.outcome = {mailError: error.message}
      logger.warn(`The letter about ${id} is not sent: the mail server said "${error.message}".`)
    }
  }

  const record = async (id: string, outcome: NonNullable<Waiting['outcome']>): Promise<void> => {
    await services.commit({
      dataset: DATASET,
      actor: SYSTEM_ACTOR,
      // It may have been deleted meanwhile.
      steps: [(read) => ({mutations: read(id) ? [{patch: {id, set: {...outcome}}}] : []})],
    })
    waiting.delete(id)
  }

  const work = async (): Promise<void> => {
    try {
      if (services.rest.since() !== null) return
      // Also while the server is away: by age alone, what comes now would be left alone afterwards.
      for (const id of notifications.written()) add(id)
      if (clock() < pausedUntil) return
      if (!isCaughtUp) {
        for (const id of await notifications.unsent(new Date(earliest()))) add(id)
        isCaughtUp = true
      }
      // A copy, as those that fail go to the end of the queue.
      for (const [id, letter] of Array.from(waiting)) {
        if (isClosed) return
        if (letter.notBefore > clock() || (!letter.outcome && isTooSoon(letter))) continue
        // Should it be this letter that the server stumbles over, the others go first next time.
        waiting.delete(id)
        waiting.set(id, letter)
        if (!letter.outcome) await send(id, letter)
        if (letter.outcome) await record(id, letter.outcome)
      }
    } catch (error) {
      pause(error)
    }
  }

  const look = (): Promise<void> => {
    working ??= work().finally(() => {
      working = undefined
    })
    return working
  }

  const stop = every(LOOK_EVERY_MS, () => void look())
  return {
    look,
    waiting: () => waiting.size,
    async close() {
      isClosed = true
      stop()
      const grace = setTimeout(() => mailer.close(), graceMs)
      await working
      clearTimeout(grace)
      mailer.close()
    },
  }
}
