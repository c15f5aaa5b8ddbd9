// Sends each notification once, by e-mail, to its recipient. Several remarks share an e-mail. The notification itself
// records that its e-mail was sent, so that a restart continues where the last process ended.
import {backOff} from '@copydesk/lake/back-off'
import {SYSTEM_ACTOR} from '@copydesk/lake/access'
import type {Lake} from '@copydesk/lake'
import type {Clock} from '@copydesk/lake/types'
import {every as everyInterval} from '../every.ts'
import {DATASET} from '../newsroom-lake.ts'
import {composeMail, unsentNotification} from './compose-mail.ts'
import {createMailQueue, type MailQueue, type QueuedMail} from './mail-queue.ts'
import {MailRefused} from './mail-refused.ts'
import type {Mailer} from './mailer.ts'
import {followNotifications} from './new-notifications.ts'

export interface MailNotificationsOptions {
  lake: Lake
  mailer: Mailer
  /** Where people reach the studio. */
  origin: string
  /** Gets a warning once per outage. */
  logger: {info(message: string): void; warn(message: string): void}
  clock?: Clock
  /** Repeats `work` until the returned function is called. */
  every?: typeof everyInterval
  /** How long `close` waits for the e-mail that is being sent, in milliseconds. */
  graceMs?: number
}

export interface MailNotifications {
  /** Looks now instead of at the next interval; resolves when all due e-mails have been tried. */
  look(): Promise<void>
  /** The number of notifications that wait to be sent, or to be recorded as sent. */
  waiting(): number
  /** Waits for the e-mail that is being sent, for at most `graceMs`. */
  close(): Promise<void>
}

const LOOK_EVERY_MS = 1_000
const DAY_MS = 24 * 60 * 60_000
const SERVER_DELAYS = {first: 5_000, longest: 10 * 60_000}

/**
 * Begins with the unsent notifications of the last 24 hours; older ones are never sent. Nothing that is saved waits for
 * the mail server.
 */
export function createMailNotifications({
  lake: {services},
  mailer,
  origin,
  logger,
  clock = Date.now,
  every = everyInterval,
  graceMs = 3_000,
}: MailNotificationsOptions): MailNotifications {
  const notifications = followNotifications(services)
  const queue = createMailQueue(services, clock)
  const outage = createOutage(clock, logger)
  const sending: Sending = {services, mailer, origin, logger, clock, queue, outage}
  let isCaughtUp = false
  let working: Promise<void> | undefined
  let isClosed = false

  /** Older notifications of a restored copy were sent by the newsroom that it is a copy of, or are too old. */
  const earliest = (): number =>
    Math.max(clock() - DAY_MS, Date.parse(services.pause.quietBefore() ?? '') || 0)

  const work = async (): Promise<void> => {
    if (services.pause.since() !== null || !services.worksInBackground()) return
    // Also during an outage: a long one must not make what is written now too old to be sent.
    for (const id of notifications.written()) queue.add(id, earliest())
    if (outage.isOn()) return
    if (!isCaughtUp) {
      for (const id of await notifications.unsent(new Date(earliest()))) queue.add(id, earliest())
      isCaughtUp = true
    }
    for (const [id, mail] of queue.entries()) {
      // Another node may have taken over.
      if (isClosed || !services.worksInBackground()) return
      if (!queue.isDue(mail)) continue
      queue.moveToEnd(id, mail)
      if (!mail.outcome) await send(id, mail, sending)
      if (mail.outcome) await record(id, mail.outcome, sending)
    }
  }

  const look = (): Promise<void> => {
    working ??= work()
      .catch((error: unknown) => outage.begin(error, {isQuiet: isClosed}))
      .finally(() => {
        working = undefined
      })
    return working
  }

  const stop = every(LOOK_EVERY_MS, () => void look())
  return {
    look,
    waiting: () => queue.size,
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

type Logger = MailNotificationsOptions['logger']

/** While the mail server does not answer, all e-mails wait, longer after each failure. */
function createOutage(clock: Clock, logger: Logger) {
  let failures = 0
  let until = 0
  return {
    isOn: (): boolean => clock() < until,
    begin(error: unknown, {isQuiet}: {isQuiet: boolean}): void {
      failures += 1
      until = clock() + backOff(failures, SERVER_DELAYS)
      if (failures > 1 || isQuiet) return
      const reason = error instanceof Error ? error.message : String(error)
      logger.warn(`E-mail cannot be sent: ${reason}. E-mails wait and are tried again.`)
    },
    end(): void {
      if (failures > 0) logger.info('E-mail is sent again.')
      failures = 0
    },
  }
}

interface Sending {
  services: Lake['services']
  mailer: Mailer
  origin: string
  logger: Logger
  clock: Clock
  queue: MailQueue
  outage: ReturnType<typeof createOutage>
}

/**
 * Sends an e-mail about this notification and those that share it, and notes the outcome in each.
 *
 * @throws whatever keeps the mail server from answering
 */
async function send(id: string, mail: QueuedMail, sending: Sending): Promise<void> {
  const {services, mailer, origin, logger, clock, queue, outage} = sending
  if (!unsentNotification(services, id)) return queue.remove(id)
  const mails: [string, QueuedMail][] = [[id, mail], ...queue.together(id, mail)]
  const ids = mails.map(([one]) => one)
  const outgoing = composeMail(services, ids, {origin, now: clock()})
  if (!outgoing) return queue.remove(id)
  try {
    await mailer.send(outgoing)
    for (const [, one] of mails) one.outcome = {mailedAt: new Date(clock()).toISOString()}
    queue.noteSent(mail)
    outage.end()
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error
    outage.end()
    const triedFor = mail.since === undefined ? 0 : clock() - mail.since
    if (!error.permanent && triedFor < DAY_MS) {
      for (const [one, postponed] of mails) {
        if (!queue.postpone(postponed)) continue
        logger.warn(`The e-mail about ${one} waits: the mail server said "${error.message}".`)
      }
      return
    }
    for (const [, one] of mails) one.outcome = {mailError: error.message}
    logger.warn(`The e-mail about ${id} is not sent: the mail server said "${error.message}".`)
  }
}

async function record(
  id: string,
  outcome: NonNullable<QueuedMail['outcome']>,
  {services, queue}: Sending,
): Promise<void> {
  await services.commit({
    dataset: DATASET,
    actor: SYSTEM_ACTOR,
    // It may have been deleted meanwhile.
    steps: [(read) => ({mutations: read(id) ? [{patch: {id, set: {...outcome}}}] : []})],
  })
  queue.remove(id)
}
