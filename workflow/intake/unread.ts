import type {Reading} from '@copydesk/intake/types'

/** Files that are attached to a mail and are not in the article; null if there are none. */
export const adviceForUnread = ({unread = []}: Reading): string | null =>
  unread.length > 0
    ? `Attached and not read: ${unread.join(', ')}. Save what you need, and take it in as a file.`
    : null
