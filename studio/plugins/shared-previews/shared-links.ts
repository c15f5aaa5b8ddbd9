// An article's links with what was remarked through each: those that still open it, and the others.
import {isOpen, type PreviewLink, type PreviewRemark} from '../../../workflow/preview/records.ts'
import type {LoadedShared} from './load-shared.ts'

export interface SharedLink extends PreviewLink {
  /** In the order in which they came. */
  remarks: PreviewRemark[]
}

export interface SharedLinks {
  /** The youngest first. */
  open: SharedLink[]
  /** Expired or taken back: what ended last comes first. */
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

/** Whether what came last came through a link that has ended: it would be folded away. */
export function lastIsFolded({open, ended}: SharedLinks): boolean {
  const last = (links: SharedLink[]): string =>
    links.flatMap(({remarks}) => remarks.map(({at}) => at)).reduce((a, b) => (a > b ? a : b), '')
  return last(ended) > last(open)
}
