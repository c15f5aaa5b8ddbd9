// From a notification's id to the e-mail that goes out now, or to none.
import {z} from 'zod'
import type {Lake} from '@copydesk/lake'
import {reviewIdOf, type Notification} from '../../model/records.ts'
import {DATASET} from '../newsroom-lake.ts'
import {mailableSubject} from './mailable-subject.ts'
import {KINDS, mailTextFor} from './mail-text.ts'
import type {OutgoingMail} from './mailer.ts'
import {oneLine} from './plain-text.ts'

const WEAK = z.object({
  _type: z.literal('reference'),
  _ref: z.string(),
  _weak: z.literal(true),
})

/** What comes by import may have any shape; an invalid notification gets no e-mail. */
const NOTIFICATION = z.object({
  _id: z.string(),
  _type: z.literal('notification'),
  recipient: z.string(),
  kind: z.custom<Notification['kind']>((kind) => Object.hasOwn(KINDS, String(kind))),
  article: WEAK.optional(),
  subject: WEAK.optional(),
  subjectType: z.string().optional(),
  comment: z.string().optional(),
  task: z.string().optional(),
  headline: z.string().optional(),
  note: z.string().optional(),
  by: z.string(),
  byName: z.string(),
  at: z.string(),
  readAt: z.string().optional(),
  mailedAt: z.string().optional(),
  mailError: z.string().optional(),
})

const ASSIGNMENT = z.object({
  assignment: z.object({assignee: z.string(), dueAt: z.string().optional()}),
})

/** Nobody does these: they happen, and the people who signed for the piece have to know. */
const HAPPENS: readonly Notification['kind'][] = ['scheduleFailed', 'rightsEnding']

/** The notification, while an e-mail about it is still to be sent. */
export function unsentNotification(
  {documents}: Pick<Lake['services'], 'documents'>,
  id: string,
): Notification | null {
  const {data} = NOTIFICATION.safeParse(documents.get(DATASET, id))
  if (!data || data.readAt || data.mailedAt || data.mailError) return null
  return data
}

/** Remarks through one link on one article to one person share an e-mail; null for all else. */
export function remarkGroupKey({kind, recipient, article, by}: Notification): string | null {
  return kind === 'remark' ? JSON.stringify([recipient, article?._ref, by]) : null
}

/**
 * Null if it was read or sent meanwhile, if the account is disabled or gone, and for the person who did
 * it.
 *
 * @param ids of one notification, or of remarks that share an e-mail
 * @param now milliseconds since the epoch: what is under embargo is judged by it
 */
export function composeMail(
  services: Pick<Lake['services'], 'access' | 'documents'>,
  ids: readonly string[],
  {origin, now}: {origin: string; now: number},
): OutgoingMail | null {
  const unsent = ids.flatMap((id) => unsentNotification(services, id) ?? [])
  const [notification, ...more] = unsent.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  if (!notification) return null
  const {recipient, kind, by, article} = notification
  const user = services.access.users.get(recipient)
  if (!user || user.disabled || (by === recipient && !HAPPENS.includes(kind))) return null
  const get = (documentId: string) => services.documents.get(DATASET, documentId)
  const dueAt =
    kind === 'assigned' && article ? dueAtOf(get(reviewIdOf(article._ref)), recipient) : undefined
  const mail = mailTextFor({
    notification,
    more,
    article: mailableSubject(get, notification, now),
    newsroom: newsroomOf(get('siteSettings')),
    origin,
    ...(dueAt ? {dueAt} : {}),
  })
  const to = {name: oneLine(user.name), address: user.email}
  return {id: notification._id, to, ...mail, date: new Date(now)}
}

function dueAtOf(review: unknown, recipient: string): string | undefined {
  const assignment = ASSIGNMENT.safeParse(review).data?.assignment
  return assignment?.assignee === recipient ? assignment.dueAt : undefined
}

function newsroomOf(settings: {[field: string]: unknown} | null): {
  name: string
  timeZone?: string
} {
  const {name, timeZone} = settings ?? {}
  return {
    name: typeof name === 'string' ? name : 'Copydesk',
    ...(typeof timeZone === 'string' ? {timeZone} : {}),
  }
}
