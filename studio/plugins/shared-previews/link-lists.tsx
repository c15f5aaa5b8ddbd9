// The article's preview links: the open ones first, the ended ones folded.
import {Stack, Text} from '@sanity/ui'
import {useRef, useState, type ReactNode} from 'react'
import {ConfirmDialog} from '../../ui/confirm-dialog.tsx'
import type {NewsroomTime} from '../../ui/time/newsroom-time.ts'
import {EndedLinks} from './ended-links.tsx'
import {LinkCard} from './link-card.tsx'
import {LinkControls} from './link-controls.tsx'
import {lastIsFolded, type SharedLink, type SharedLinks} from './shared-links.ts'
import {emptyLabel, takeBackLabels} from './shared-labels.ts'
import type {PreviewActions} from './use-preview-actions.ts'

interface LinkListsProps {
  links: SharedLinks
  /** Null for people without the right to share. */
  acts: Pick<PreviewActions, 'addressOf' | 'takeBack'> | null
  /** The article's current `_rev`. */
  revision: string | undefined
  now: number
  time: NewsroomTime
  say: (words: string) => void
}

export function LinkLists({links, acts, revision, now, time, say}: LinkListsProps) {
  const {open, ended} = links
  const [asked, setAsked] = useState<SharedLink | null>(null)
  const asker = useRef<Element | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const [isUnfolded] = useState(() => lastIsFolded(links))

  const ask = (link: SharedLink): void => {
    asker.current = document.activeElement
    setAsked(link)
  }
  const leave = (): void => {
    setAsked(null)
    requestAnimationFrame(() => asker.current instanceof HTMLElement && asker.current.focus())
  }
  const takeBack = async (link: SharedLink): Promise<void> => {
    await acts?.takeBack(link._id)
    // The focused button disappears with the link, so the list's title gets the focus.
    asker.current = title.current
    say(`The link for ${link.recipient} was taken back.`)
  }
  return (
    <Stack as="section" gap={3}>
      <Text as="h3" ref={title} size={1} style={{outline: 'none'}} tabIndex={-1} weight="semibold">
        Who may look at it
      </Text>
      {open.length === 0 && (
        <Text muted size={1}>
          {emptyLabel(links)}
        </Text>
      )}
      {open.length > 0 && (
        <LinkList links={open} now={now} revision={revision} time={time}>
          {acts &&
            ((link) => (
              <LinkControls
                addressOf={() => acts.addressOf(link._id)}
                recipient={link.recipient}
                say={say}
                onTakeBack={() => ask(link)}
              />
            ))}
        </LinkList>
      )}
      {ended.length > 0 && (
        <EndedLinks isOpen={isUnfolded} links={ended}>
          <LinkList links={ended} now={now} revision={revision} time={time} />
        </EndedLinks>
      )}
      {asked && (
        <ConfirmDialog
          question={{...takeBackLabels(asked), perform: () => takeBack(asked)}}
          onClose={leave}
        />
      )}
    </Stack>
  )
}

interface LinkListProps extends Pick<LinkListsProps, 'revision' | 'now' | 'time'> {
  links: readonly SharedLink[]
  /** The controls of a link. */
  children?: ((link: SharedLink) => ReactNode) | null
}

function LinkList({links, children, ...shown}: LinkListProps) {
  return (
    <Stack as="ul" gap={3} style={{listStyle: 'none', margin: 0, padding: 0}}>
      {links.map((link) => (
        <LinkCard key={link._id} link={link} {...shown}>
          {children?.(link)}
        </LinkCard>
      ))}
    </Stack>
  )
}
