// The studio's navbar with the inbox in it.
import {BellIcon} from '@sanity/icons/Bell'
import {Box, Dialog, useMediaIndex} from '@sanity/ui'
import {useMemo, useState} from 'react'
import type {NavbarProps} from 'sanity'
import {Spoken} from '../../ui/spoken.ts'
import {InboxBell} from './inbox-bell.tsx'
import {InboxContext} from './inbox-context.ts'
import {InboxList} from './inbox-list.tsx'
import {useInbox} from './use-inbox.ts'

/** From this index on the studio shows its tools in the bar; before, in a drawer. */
const WIDE = 3

export function InboxNavbar(props: NavbarProps) {
  const inbox = useInbox()
  const [isOpen, setOpen] = useState(false)
  const isWide = useMediaIndex() >= WIDE
  const unread = inbox.content?.unread ?? 0
  const handle = useMemo(() => ({...inbox, isOpen, setOpen}), [inbox, isOpen])
  const actions = [
    ...(props.__internal_actions ?? []),
    {location: 'topbar' as const, name: 'inbox-bell', render: InboxBell},
    {
      location: 'sidebar' as const,
      name: 'inbox-drawer',
      icon: BellIcon,
      title: unread > 0 ? `Inbox (${unread})` : 'Inbox',
      selected: isOpen,
      onAction: () => setOpen(true),
    },
  ]
  return (
    <InboxContext value={handle}>
      {props.renderDefault({...props, __internal_actions: actions})}
      {isOpen && !isWide && (
        <Dialog id="inbox" header="Inbox" width={1} onClose={() => setOpen(false)}>
          <Box paddingBottom={3}>
            <InboxList isTitled={false} />
          </Box>
        </Dialog>
      )}
      <Spoken role="status" aria-live="polite">
        {inbox.announced}
      </Spoken>
    </InboxContext>
  )
}
