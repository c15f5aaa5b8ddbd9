// The content of a person's inbox, and its new notifications.
import type {Notification} from '../../../model/records.ts'
import {notificationLabel} from './notification-labels.ts'

export interface InboxItem extends Pick<Notification, '_id' | 'kind' | 'byName' | 'at'> {
  articleId: string | null
  headline: string | null
  /** The document that was commented on. */
  subjectId?: string | null
  subjectType?: string | null
  comment?: string | null
  task?: string | null
  note?: string | null
  readAt?: string | null
}

export interface InboxContent {
  items: InboxItem[]
  /** Includes those that are no longer listed. */
  unread: number
}

/** `9`, `99+`; empty if all is read. */
export function unreadMark(unread: number): string {
  if (unread <= 0) return ''
  return unread > 99 ? '99+' : String(unread)
}

/** The bell's name, as it is read out. */
export function bellName(unread: number): string {
  return unread === 0 ? 'Inbox, nothing new' : `Inbox, ${unread} unread`
}

/** The content as it will be once these are stored as read. */
export function markedRead(
  content: InboxContent,
  ids: ReadonlySet<string> | 'all',
  at: string,
): InboxContent {
  let marked = 0
  const items = content.items.map((item) => {
    if (item.readAt || (ids !== 'all' && !ids.has(item._id))) return item
    marked++
    return {...item, readAt: at}
  })
  return {items, unread: ids === 'all' ? 0 : Math.max(0, content.unread - marked)}
}

/**
 * The announcement for screen readers when the inbox has grown: one sentence for all new notifications.
 * Undefined if nothing is new; the first content after the start of the studio is not new.
 */
export function announcement(before: InboxContent | null, after: InboxContent): string | undefined {
  if (!before) return undefined
  const known = new Set(before.items.map(({_id}) => _id))
  const newest = before.items[0]?.at ?? ''
  const fresh = after.items.filter(
    ({_id, readAt, at}) => !known.has(_id) && !readAt && at >= newest,
  )
  const [only, ...more] = fresh
  if (!only) return undefined
  if (more.length > 0) return `${fresh.length} new in your inbox`
  return only.headline ? `${notificationLabel(only)}: ${only.headline}` : notificationLabel(only)
}
