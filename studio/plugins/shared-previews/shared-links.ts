// An article's links with their remarks: those that still open it, and those that have ended.
import {isOpen, type PreviewLink, type PreviewRemark} from '../../../workflow/preview/records.ts'
import type {LoadedShared} from './load-shared.ts'

export interface SharedLink extends PreviewLink {
  /** In the order in which they arrived. */
  remarks: PreviewRemark[]
}

export interface SharedLinks {
  /** The newest first. */
  open: SharedLink[]
  /** Expired or revoked links; those that ended last come first. */
  ended: SharedLink[]
}

/** @param now milliseconds since the epoch */
export function sharedLinks(
  {links, remarks}: Pick<LoadedShared, 'links' | 'remarks'>,
  now: number,
): SharedLinks {
  const joined = links.map((link): SharedLink => {
    const own = remarks.filter((remark) => remark.link._ref === link._id)
    return {...link, remarks: own.toSorted((a, b) => a.at.localeCompare(b.at))}
  })
  const time = new Date(now).toISOString()
  const {open = [], ended = []} = Object.groupBy(joined, (link) =>
    isOpen(link, time) ? 'open' : 'ended',
  )
  return {
    open: open.toSorted((a, b) => b.at.localeCompare(a.at)),
    ended: ended.toSorted((a, b) => endOf(b).localeCompare(endOf(a))),
  }
}

/** When it ended, or will. ISO 8601. */
export const endOf = ({revoked, expiresAt}: PreviewLink): string => revoked?.at ?? expiresAt

/** Whether the newest remark came through a link that has ended, and would be folded. */
export function lastIsFolded({open, ended}: SharedLinks): boolean {
  const last = (links: SharedLink[]): string =>
    links.flatMap(({remarks}) => remarks.map(({at}) => at)).reduce((a, b) => (a > b ? a : b), '')
  return last(ended) > last(open)
}
