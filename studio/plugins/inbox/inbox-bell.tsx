// The bell in the navbar, with the number of unread notifications. It opens the inbox.
import {BellIcon} from '@sanity/icons/Bell'
import {Box, Button, useClickOutsideEvent, useGlobalKeyDown} from '@sanity/ui'
import {Popover} from '@sanity/ui/popover'
import {useEffect, useRef, type RefObject} from 'react'
import {styled} from 'styled-components'
import {useInboxHandle} from './inbox-context.ts'
import {InboxList} from './inbox-list.tsx'
import {bellName, unreadMark} from './inbox-state.ts'

const Count = styled.span`
  position: absolute;
  top: -1px;
  right: -3px;
  min-width: 16px;
  box-sizing: border-box;
  padding: 0 4px;
  border-radius: 8px;
  background: #b3261e;
  color: #fff;
  font:
    600 10px/16px system-ui,
    sans-serif;
  text-align: center;
  pointer-events: none;
`

export function InboxBell() {
  const inbox = useInboxHandle()
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const isOpen = inbox?.isOpen ?? false
  const setOpen = inbox?.setOpen

  useClickOutsideEvent(isOpen && (() => setOpen?.(false)), () => [button.current, panel.current])
  useGlobalKeyDown((event) => {
    if (event.key !== 'Escape' || !isOpen) return
    setOpen?.(false)
    button.current?.focus()
  })
  useEffect(() => {
    if (isOpen) panel.current?.focus()
  }, [isOpen])

  if (!inbox) return <></>
  const unread = inbox.content?.unread ?? 0
  const mark = unreadMark(unread)
  return (
    <Popover
      open={isOpen}
      portal
      placement="bottom-end"
      radius={3}
      shadow={4}
      content={<InboxPanel ref={panel} />}
    >
      <Box style={{position: 'relative'}}>
        <Button
          ref={button}
          mode="bleed"
          icon={BellIcon}
          fontSize={1}
          padding={3}
          selected={isOpen}
          aria-label={bellName(unread)}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          data-testid="inbox-bell"
          title="Inbox"
          onClick={() => inbox.setOpen(!isOpen)}
        />
        {mark && (
          <Count aria-hidden data-testid="inbox-count">
            {mark}
          </Count>
        )}
      </Box>
    </Popover>
  )
}

/**
 * First the panel itself has the focus, so that a screen reader reads its name. The arrow keys lead
 * into its list.
 */
function InboxPanel({ref}: {ref: RefObject<HTMLDivElement | null>}) {
  return (
    <Box
      ref={ref}
      role="dialog"
      aria-label="Inbox"
      tabIndex={-1}
      style={{
        width: 420,
        maxWidth: '92vw',
        maxHeight: '76vh',
        outline: 'none',
        display: 'flex',
        flexDirection: 'column',
      }}
      onKeyDown={(event) => {
        if (event.target !== ref.current) return
        if (event.key === 'ArrowDown' || event.key === 'j') {
          event.preventDefault()
          ref.current.querySelector<HTMLElement>('li a')?.focus()
        }
      }}
    >
      <InboxList />
    </Box>
  )
}
