// The notifications of one person, newest first, with a mark on unread ones.
import {Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useRef, type KeyboardEvent} from 'react'
import {styled} from 'styled-components'
import {age} from '../../ui/time/age.ts'
import {useMinute} from '../../ui/time/use-minute.ts'
import {useInboxHandle} from './inbox-context.ts'
import type {InboxItem} from './inbox-state.ts'
import {NoticeLink} from './notice-link.tsx'
import {notificationTone, notificationLabel} from './notification-labels.ts'

const Item = styled.li`
  list-style: none;
  border-top: 1px solid var(--card-border-color);

  & > a {
    display: grid;
    grid-template-columns: 8px minmax(0, 1fr) auto;
    gap: 4px 12px;
    padding: 12px 16px;
    color: inherit;
    text-decoration: none;
    outline: none;
  }
  & > a:hover {
    background: var(--card-muted-bg-color);
  }
  & > a:focus-visible {
    box-shadow: inset 0 0 0 2px var(--card-focus-ring-color);
  }
`

const Mark = styled.span`
  width: 8px;
  height: 8px;
  margin-top: 5px;
  border-radius: 50%;
`

const Headline = styled.span`
  display: block;
  line-height: 1.35;
  overflow-wrap: anywhere;
`

/**
 * A person's text with its line breaks. A long text is cut; the notification leads to the whole
 * text.
 */
const NoteText = styled.span`
  display: -webkit-box;
  overflow: hidden;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 8;
  white-space: pre-line;
  overflow-wrap: anywhere;
`

/** @param isTitled false if the title “Inbox” is already above it */
export function InboxList({isTitled = true}: {isTitled?: boolean}) {
  const inbox = useInboxHandle()
  const list = useRef<HTMLUListElement>(null)
  const now = useMinute()
  if (!inbox) return null
  const {content, failure, markRead, markAllRead, setOpen} = inbox
  const items = content?.items ?? []

  return (
    <Flex direction="column" style={{maxHeight: 'inherit'}}>
      <InboxHead
        isTitled={isTitled}
        hasUnread={(content?.unread ?? 0) > 0}
        onMarkAllRead={markAllRead}
      />
      {failure && (
        <Card tone="critical" padding={3} role="alert">
          <Text size={1}>{failure}</Text>
        </Card>
      )}
      {items.length === 0 ? (
        <NoNotifications isLoading={!content} />
      ) : (
        <Box overflow="auto" style={{minHeight: 0}}>
          <ul
            ref={list}
            aria-label="Notifications"
            onKeyDown={(event) => moveFocus(event, list.current)}
            style={{margin: 0, padding: 0}}
          >
            {items.map((item) => (
              <Notice
                key={item._id}
                item={item}
                now={now}
                onOpen={() => {
                  markRead(item._id)
                  setOpen(false)
                }}
              />
            ))}
          </ul>
        </Box>
      )}
    </Flex>
  )
}

/** Arrow keys, j, k, Home and End move between the links of the list. */
function moveFocus(event: KeyboardEvent, list: HTMLElement | null): void {
  const links = [...(list?.querySelectorAll('a') ?? [])]
  const at = links.findIndex((link) => link === document.activeElement)
  const targets: Record<string, number> = {
    ArrowDown: at + 1,
    j: at + 1,
    ArrowUp: at - 1,
    k: at - 1,
    Home: 0,
    End: links.length - 1,
  }
  const target = targets[event.key]
  if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  links[Math.max(0, Math.min(target, links.length - 1))]?.focus()
}

interface InboxHeadProps {
  isTitled: boolean
  hasUnread: boolean
  onMarkAllRead: () => void
}

function InboxHead({isTitled, hasUnread, onMarkAllRead}: InboxHeadProps) {
  return (
    <Card paddingX={4} paddingY={3}>
      <Flex align="center" gap={3} style={{minHeight: 26}}>
        <Box flex={1}>
          {isTitled && (
            <Text as="h2" size={1} weight="semibold">
              Inbox
            </Text>
          )}
        </Box>
        {hasUnread && (
          <Button
            mode="bleed"
            fontSize={1}
            padding={2}
            text="Mark all read"
            onClick={onMarkAllRead}
          />
        )}
      </Flex>
    </Card>
  )
}

function NoNotifications({isLoading}: {isLoading: boolean}) {
  return (
    <Card borderTop padding={5}>
      <Stack gap={3}>
        <Text size={1} align="center">
          {isLoading ? 'Loading …' : 'Nothing yet.'}
        </Text>
        {!isLoading && (
          <Text size={1} muted align="center">
            You are told here when a piece of yours moves on, and when one is given to you.
          </Text>
        )}
      </Stack>
    </Card>
  )
}

function Notice({item, now, onOpen}: {item: InboxItem; now: number; onOpen: () => void}) {
  const isUnread = !item.readAt
  const content = (
    <>
      <Mark
        role="img"
        {...(isUnread ? {'aria-label': 'Unread'} : {'aria-hidden': true})}
        style={{
          background: isUnread
            ? `var(--card-badge-${notificationTone(item.kind)}-dot-color)`
            : 'transparent',
        }}
      />
      <Stack gap={2}>
        <Text size={1} weight={isUnread ? 'semibold' : 'regular'} muted={!isUnread}>
          {notificationLabel(item)}
        </Text>
        <Text size={2} muted={!isUnread}>
          <Headline>{item.headline ?? 'A piece under embargo'}</Headline>
        </Text>
        {item.note && (
          <Text size={1} muted>
            <NoteText dir="auto">
              {item.kind === 'rightsEnding' ? item.note : `“${item.note}”`}
            </NoteText>
          </Text>
        )}
      </Stack>
      <Text size={1} muted>
        <time dateTime={item.at} title={new Date(item.at).toLocaleString('en-GB')}>
          {age(item.at, now)}
        </time>
      </Text>
    </>
  )
  return (
    <Item data-testid="inbox-item" data-unread={isUnread} data-kind={item.kind}>
      <NoticeLink item={item} onOpen={onOpen}>
        {content}
      </NoticeLink>
    </Item>
  )
}
