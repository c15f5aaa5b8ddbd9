// The labels of shared previews: how long a link still opens the article, and how it ended.
import type {PreviewLink, PreviewRemark} from '../../../workflow/preview/records.ts'
import type {State} from '../../../model/stages.ts'
import type {NewsroomTime} from '../../ui/time/newsroom-time.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** `7 days`, `36 hours`, `a minute`: rounded, so that a link of seven days has seven at first. */
export function ahead(until: string, now: number): string {
  const left = Date.parse(until) - now
  if (left < 1.5 * MINUTE) return 'a minute'
  if (left < 1.5 * HOUR) return `${Math.round(left / MINUTE)} minutes`
  if (left < 2 * DAY - HOUR / 2) return `${Math.round(left / HOUR)} hours`
  return `${Math.round(left / DAY)} days`
}

/** `Ends in 7 days`; `Ended yesterday 18:00`; `Taken back by Hester Brandwick, today 14:02`. */
export function endLabel(
  {expiresAt, revoked}: Pick<PreviewLink, 'expiresAt' | 'revoked'>,
  now: number,
  time: Pick<NewsroomTime, 'moment'>,
): string {
  if (revoked) return `Taken back by ${revoked.byName}, ${time.moment(revoked.at, now)}`
  if (Date.parse(expiresAt) > now) return `Ends in ${ahead(expiresAt, now)}`
  return `Ended ${time.moment(expiresAt, now)}`
}

/** Whether a remark is about an earlier version. False if its version is unknown. */
export function isOfEarlierVersion(
  {revision}: Pick<PreviewRemark, 'revision'>,
  current: string | undefined,
): boolean {
  return revision !== undefined && current !== undefined && revision !== current
}

/** The title of the folded list: `Ended (3)`, with the number of remarks. */
export function endedLabel(links: readonly {remarks: readonly unknown[]}[]): string {
  const remarks = links.reduce((sum, link) => sum + link.remarks.length, 0)
  const title = `Ended (${links.length})`
  if (remarks === 0) return title
  return `${title}, with ${remarks === 1 ? 'one remark' : `${remarks} remarks`}`
}

/** Why the links of a piece open nothing. */
export function closedLabel(state: State): string | undefined {
  if (state !== 'spiked' && state !== 'killed') return undefined
  return `The piece is ${state}: it cannot be shared, and its links show nothing.`
}

export function emptyLabel({ended}: {ended: readonly unknown[]}): string {
  return ended.length > 0
    ? 'Nobody outside the newsroom any more.'
    : 'Nobody outside the newsroom so far.'
}

/** The question before a link is taken back. */
export function takeBackLabels({recipient}: Pick<PreviewLink, 'recipient'>) {
  return {
    title: `Take back the link for ${recipient}?`,
    consequence:
      'From now on its address shows that the preview has ended. What they remarked stays here.',
    verb: 'Take back',
  }
}
