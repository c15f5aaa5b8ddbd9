import {describe, expect, test} from 'vitest'
import {
  announcement,
  bellName,
  markedRead,
  unreadMark,
  type InboxContent,
  type InboxItem,
} from '../../../../studio/plugins/inbox/inbox-state.ts'

const item = (id: string, hour: number, change: Partial<InboxItem> = {}): InboxItem => ({
  _id: id,
  kind: 'approved',
  byName: 'Hester Brandwick',
  at: `2026-11-25T${String(hour).padStart(2, '0')}:00:00.000Z`,
  articleId: 'article-ferry',
  headline: 'The ferry is late',
  ...change,
})
const READ = '2026-11-25T20:00:00.000Z'
const BEFORE: InboxContent = {
  items: [item('c', 12), item('b', 11), item('a', 10, {readAt: READ})],
  unread: 7,
}

describe('the bell', () => {
  test('shows a number that fits', () => {
    expect([0, 1, 99, 100].map(unreadMark)).toEqual(['', '1', '99', '99+'])
  })

  test('has a name that says what is in it', () => {
    expect(bellName(0)).toBe('Inbox, nothing new')
    expect(bellName(3)).toBe('Inbox, 3 unread')
  })
})

describe('marking as read', () => {
  test('takes one off the number, and the same one only once', () => {
    const once = markedRead(BEFORE, new Set(['b']), READ)
    expect(once.unread).toBe(6)
    expect(once.items.map(({readAt}) => readAt)).toEqual([undefined, READ, READ])
    expect(markedRead(once, new Set(['b']), READ).unread).toBe(6)
  })

  test('of all includes those that are no longer listed', () => {
    const all = markedRead(BEFORE, 'all', READ)
    expect(all.unread).toBe(0)
    expect(all.items.every(({readAt}) => readAt)).toBe(true)
  })
})

describe('the announcement for a screen reader', () => {
  const after = (...fresh: InboxItem[]): InboxContent => ({
    items: [...fresh, ...BEFORE.items],
    unread: BEFORE.unread + fresh.length,
  })

  test('is empty for notifications from before the studio was opened', () => {
    expect(announcement(null, BEFORE)).toBeUndefined()
    expect(announcement(BEFORE, BEFORE)).toBeUndefined()
  })

  test('says who did what to which article', () => {
    expect(announcement(BEFORE, after(item('d', 13)))).toBe(
      'Hester Brandwick approved your piece: The ferry is late',
    )
    expect(announcement(BEFORE, after(item('d', 13, {headline: null})))).toBe(
      'Hester Brandwick approved your piece',
    )
  })

  test('is a number if several came at once', () => {
    expect(announcement(BEFORE, after(item('e', 14), item('d', 13)))).toBe('2 new in your inbox')
  })

  test('is empty for old or read notifications', () => {
    const older = {items: [...BEFORE.items, item('0', 9)], unread: 7}
    expect(announcement(BEFORE, older)).toBeUndefined()
    expect(announcement(BEFORE, after(item('d', 13, {readAt: READ})))).toBeUndefined()
  })

  test('names the first notification ever', () => {
    const first = {items: [item('a', 10)], unread: 1}
    expect(announcement({items: [], unread: 0}, first)).toContain('Hester Brandwick')
  })
})
