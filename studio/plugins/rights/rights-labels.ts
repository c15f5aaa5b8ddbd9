// The lines of *Rights*: one for each photo and occasion, in the newsroom's time zone.
import type {RightsItem} from '../../../workflow/rights-ahead.ts'
import type {NewsroomTime} from '../../ui/time/newsroom-time.ts'

/** One photo, one occasion, and everything that it concerns. */
export interface RightsLine {
  key: string
  photoId: string
  kind: RightsItem['kind']
  /** On the badge: `Ends in 5 days`, `Ended 3 days ago`, `Denied`, `Blocks a schedule`. */
  when: string
  tone: 'caution' | 'critical'
  label: string
  usedBy: RightsItem['usedBy'][]
}

/** In the order of the items: the most urgent first. */
export function rightsLines(
  items: readonly RightsItem[],
  time: NewsroomTime,
  now: number,
): RightsLine[] {
  const lines = new Map<string, RightsLine>()
  for (const item of items) {
    // Each schedule has its own line; all live uses share the line of the end of the rights.
    const own = item.kind === 'blocksSchedule' ? item.usedBy.id : ''
    const key = [item.photo.id, item.kind, item.at, own].join(' ')
    const line = lines.get(key)
    if (line) line.usedBy.push(item.usedBy)
    else lines.set(key, lineOf(item, key, time, now))
  }
  return [...lines.values()]
}

function lineOf(item: RightsItem, key: string, time: NewsroomTime, now: number): RightsLine {
  const {kind, at, photo, usedBy} = item
  return {
    key,
    photoId: photo.id,
    kind,
    when: BADGES[kind](daysLabel(at, time, now)),
    tone: kind === 'endsWhileLive' ? 'caution' : 'critical',
    label: wordsOf(item, time),
    usedBy: [usedBy],
  }
}

const BADGES: Record<RightsItem['kind'], (days: string) => string> = {
  endsWhileLive: (days) => `Ends ${days}`,
  endedWhileLive: (days) => `Ended ${days}`,
  deniedWhileLive: () => 'Denied',
  blocksSchedule: () => 'Blocks a schedule',
}

function wordsOf({kind, why, at, photo}: RightsItem, time: NewsroomTime): string {
  switch (kind) {
    case 'endsWhileLive':
      return `The rights end on ${time.full(at)}. Live in:`
    case 'endedWhileLive':
      return `The rights ended on ${time.full(at)}. Still live in:`
    case 'deniedWhileLive':
      return 'The rights have been denied. Still live in:'
    case 'blocksSchedule':
      return `${blockInWords(why, photo, time)} It cannot be published as planned on ${time.full(at)}:`
  }
}

function blockInWords(
  why: RightsItem['why'],
  {validFrom = '', validUntil = ''}: RightsItem['photo'],
  time: NewsroomTime,
): string {
  if (why === 'denied') return 'The rights have been denied.'
  if (why === 'notYetValid') return `It may be used only from ${time.full(validFrom)}.`
  return `The rights end on ${time.full(validUntil)}.`
}

/** Counted in days of the newsroom's calendar. */
function daysLabel(at: string, time: NewsroomTime, now: number): string {
  const dayOf = (moment: number): number => Date.parse(time.wallOf(moment).slice(0, 10))
  const days = Math.round((dayOf(Date.parse(at)) - dayOf(now)) / 86_400_000)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}
