// What the newsroom is told about photos' rights, each thing once: a pure list of notifications.
import {isPieceType, recordedType} from '../model/registry.ts'
import type {Notification} from '../model/records.ts'
import {DAY, rightsAhead, type RightsInput, type RightsItem} from './rights-ahead.ts'

export interface RightsReportInput extends RightsInput {
  /** IANA name of the newsroom's zone, for the days in the text. */
  timeZone?: string
}

/** The end of rights is told so many days before it. */
const DAYS_AHEAD = 7
/** An old archive is not told: it is in the list, and nobody wants a hundred notifications. */
const DAYS_AFTER = 30

/**
 * Notifications with ids that are the same each time: written with `createIfNotExists`, nobody is
 * told twice. Authors' portraits are listed and not told: a notification is about an article.
 *
 * @param recipients account ids: editors and photo editors
 * @param now milliseconds since the epoch
 */
export function rightsReport(
  {timeZone = 'UTC', ...input}: RightsReportInput,
  recipients: readonly string[],
  now: number,
): Notification[] {
  return rightsAhead(input, now, DAYS_AHEAD)
    .filter(({usedBy}) => isPieceType(usedBy.type))
    .filter(({kind, at}) => kind !== 'endedWhileLive' || Date.parse(at) > now - DAYS_AFTER * DAY)
    .flatMap((item) =>
      recipients.map((recipient) => notificationOf(item, recipient, {now, timeZone})),
    )
}

function notificationOf(
  item: RightsItem,
  recipient: string,
  {now, timeZone}: {now: number; timeZone: string},
): Notification {
  const {photo, usedBy} = item
  const embargoed = usedBy.embargoUntil !== undefined && Date.parse(usedBy.embargoUntil) > now
  return {
    _id: ['notification.rights', photo.id, usedBy.id, ...occasionOf(item), recipient].join('.'),
    _type: 'notification',
    recipient,
    kind: 'rightsEnding',
    article: {_type: 'reference', _ref: usedBy.id, _weak: true},
    ...recordedType(usedBy.type),
    ...(usedBy.title && !embargoed && {headline: usedBy.title}),
    note: noteOf(item, timeZone, embargoed),
    by: 'system',
    byName: 'Copydesk',
    at: new Date(now).toISOString(),
  }
}

/** What tells this occasion from others with the same photo and article. */
function occasionOf({kind, at}: RightsItem): string[] {
  const day = new Date(at).toISOString().slice(0, 10)
  switch (kind) {
    case 'endsWhileLive':
      return [day]
    case 'endedWhileLive':
      return [day, 'ended']
    case 'blocksSchedule':
      return [day, 'schedule']
    case 'deniedWhileLive':
      return ['denied']
  }
}

function noteOf(item: RightsItem, timeZone: string, embargoed: boolean): string {
  const {kind, why, at, photo} = item
  // A photo's credit can give away what a piece under embargo is about.
  const named =
    photo.creditLine && !embargoed ? `a photo in it (${photo.creditLine})` : 'a photo in it'
  switch (kind) {
    case 'endsWhileLive':
      return `The rights to ${named} end on ${dayOf(at, timeZone)}.`
    case 'endedWhileLive':
      return `The rights to ${named} ended on ${dayOf(at, timeZone)}. It is still live.`
    case 'deniedWhileLive':
      return `The rights to ${named} have been denied. It is still live.`
    case 'blocksSchedule':
      return `It is scheduled for ${dayOf(at, timeZone)}, and ${REASONS[why ?? 'ended'](named)}`
  }
}

const REASONS: Record<NonNullable<RightsItem['why']>, (photo: string) => string> = {
  notYetValid: (photo) => `${photo} may not be used yet by then.`,
  ended: (photo) => `the rights to ${photo} will have ended by then.`,
  denied: (photo) => `the rights to ${photo} have been denied.`,
}

function dayOf(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {dateStyle: 'long', timeZone}).format(new Date(at))
}
