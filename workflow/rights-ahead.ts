// Which photos' rights end while something live uses them, and which stand in the way of a schedule.
import {titleOf} from '../model/registry.ts'
import {textAt, timeAt} from './checks/reading.ts'
import {reach, type PieceDocument} from './piece.ts'
import {publishedIdOf} from '../model/ids.ts'
import type {Review} from '../model/records.ts'

/** What is looked at: drafts and published documents alike, each under its own id. */
export interface RightsInput {
  /** Articles, and authors for their portraits. */
  articles: readonly PieceDocument[]
  photos: readonly PieceDocument[]
  reviews: readonly Pick<Review, '_id' | 'subject' | 'stage' | 'schedule'>[]
}

export interface RightsItem {
  kind: 'endsWhileLive' | 'endedWhileLive' | 'deniedWhileLive' | 'blocksSchedule'
  /** Why a schedule is blocked. */
  why?: 'notYetValid' | 'ended' | 'denied'
  /** ISO 8601: when the rights end; the planned time of a schedule; now for denied rights. */
  at: string
  photo: {id: string; creditLine: string; caption: string; validFrom?: string; validUntil?: string}
  /** The article, or the author whose portrait it is. */
  usedBy: {id: string; type: string; title: string; embargoUntil?: string}
}

export const DAY = 24 * 60 * 60_000

/** The two sides of a document. */
interface Sides {
  draft?: PieceDocument
  published?: PieceDocument
}

/**
 * Everything about rights that somebody has to act on, the most urgent first.
 *
 * @param now milliseconds since the epoch
 * @param horizonDays how far ahead the end of rights is listed
 */
export function rightsAhead(input: RightsInput, now: number, horizonDays = 30): RightsItem[] {
  const photos = sidesById(input.photos)
  const users = sidesById(input.articles)
  const scheduled = new Map(
    input.reviews.flatMap(({subject, stage, schedule}) =>
      stage === 'scheduled' && schedule ? [[subject._ref, schedule.publishAt] as const] : [],
    ),
  )
  const items: RightsItem[] = []
  for (const [id, {draft, published}] of users) {
    for (const photo of published ? photosOf(published, photos) : []) {
      const verdict = mostUrgent([photo.published, photo.draft], now, horizonDays)
      if (verdict && published) items.push(itemOf(verdict, published))
    }
    const publishAt = scheduled.get(id)
    const next = draft ?? published
    for (const photo of publishAt && next ? photosOf(next, photos) : []) {
      const verdict = publishAt ? atPublication(photo.draft ?? photo.published, publishAt) : null
      if (verdict && next) items.push(itemOf(verdict, next))
    }
  }
  return items.toSorted(
    (a, b) =>
      Date.parse(a.at) - Date.parse(b.at) ||
      `${a.photo.id} ${a.usedBy.id}`.localeCompare(`${b.photo.id} ${b.usedBy.id}`),
  )
}

type Verdict = Omit<RightsItem, 'photo' | 'usedBy'> & {photo: PieceDocument}

const URGENCY: RightsItem['kind'][] = ['endsWhileLive', 'endedWhileLive', 'deniedWhileLive']

/**
 * What readers have been given and what the newsroom has learned since: the worse of the two, so
 * that a denial counts before it is published, and a renewal only once it is.
 */
function mostUrgent(
  sides: (PieceDocument | undefined)[],
  now: number,
  horizonDays: number,
): Verdict | null {
  const verdicts = sides.flatMap((photo) =>
    photo ? (whileLive(photo, now, horizonDays) ?? []) : [],
  )
  return (
    verdicts.toSorted((a, b) => URGENCY.indexOf(b.kind) - URGENCY.indexOf(a.kind)).at(0) ?? null
  )
}

function whileLive(photo: PieceDocument, now: number, horizonDays: number): Verdict | null {
  if (textAt(photo, 'rights', 'clearance') === 'denied') {
    return {kind: 'deniedWhileLive', at: isoTime(now), photo}
  }
  const end = timeAt(photo, 'rights', 'validUntil')
  if (end === undefined || end > now + horizonDays * DAY) return null
  return {kind: end <= now ? 'endedWhileLive' : 'endsWhileLive', at: isoTime(end), photo}
}

/** As the act of publishing will judge it when the time has come (`checks/photo.ts`). */
function atPublication(photo: PieceDocument | undefined, publishAt: string): Verdict | null {
  const time = Date.parse(publishAt)
  if (!photo || Number.isNaN(time)) return null
  const why = obstacle(photo, time)
  return why ? {kind: 'blocksSchedule', why, at: publishAt, photo} : null
}

function obstacle(photo: PieceDocument, time: number): RightsItem['why'] | null {
  if (textAt(photo, 'rights', 'clearance') === 'denied') return 'denied'
  if ((timeAt(photo, 'rights', 'validFrom') ?? time) > time) return 'notYetValid'
  return (timeAt(photo, 'rights', 'validUntil') ?? Infinity) <= time ? 'ended' : null
}

const isoTime = (milliseconds: number): string => new Date(milliseconds).toISOString()

function itemOf({photo, ...verdict}: Verdict, user: PieceDocument): RightsItem {
  const validFrom = textAt(photo, 'rights', 'validFrom')
  const validUntil = textAt(photo, 'rights', 'validUntil')
  const embargoUntil = textAt(user, 'embargo', 'until')
  return {
    ...verdict,
    photo: {
      id: publishedIdOf(photo._id),
      creditLine: textAt(photo, 'creditLine') ?? '',
      caption: textAt(photo, 'caption') ?? '',
      ...(validFrom && {validFrom}),
      ...(validUntil && {validUntil}),
    },
    usedBy: {
      id: publishedIdOf(user._id),
      type: user._type,
      title: titleOf(user) ?? '',
      ...(embargoUntil && {embargoUntil}),
    },
  }
}

/** The photos that a document prints, each once. */
function photosOf(document: PieceDocument, photos: ReadonlyMap<string, Sides>): Sides[] {
  const {order} = reach(document, (id) => {
    const sides = photos.get(id)
    return sides?.draft ?? sides?.published ?? null
  })
  return order.flatMap((id) => photos.get(id) ?? [])
}

function sidesById(documents: readonly PieceDocument[]): Map<string, Sides> {
  const found = new Map<string, Sides>()
  for (const document of documents) {
    if (document._id.startsWith('versions.')) continue
    const id = publishedIdOf(document._id)
    const side = document._id === id ? 'published' : 'draft'
    found.set(id, {...found.get(id), [side]: document})
  }
  return found
}
