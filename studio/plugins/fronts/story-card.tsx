// A story on the front that is being arranged: where it is, and what can be done with it.
import {ArrowDownIcon} from '@sanity/icons/ArrowDown'
import {ArrowUpIcon} from '@sanity/icons/ArrowUp'
import {EditIcon} from '@sanity/icons/Edit'
import {PinIcon} from '@sanity/icons/Pin'
import {TrashIcon} from '@sanity/icons/Trash'
import {Badge, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useState, type ComponentType, type KeyboardEvent} from 'react'
import {styled} from 'styled-components'
import type {FrontStory} from '../../../queries/finish-front.ts'
import {READING_FONT} from '../../ui/theme/theme.ts'
import {useMinute} from '../../ui/time/use-minute.ts'
import {useNewsroomTime} from '../../ui/time/use-newsroom-time.ts'
import {carriedBy, carriesStory, carry, type Carried} from './dragging.ts'
import type {FrontSlot} from './front-document.ts'
import {pictureAddress} from './shown-part.ts'

export interface StoryActions {
  up?: () => void
  down?: () => void
  /** Places a story by hand that a rule has brought: after those that are placed already. */
  pin?: () => void
  remove?: () => void
  word?: () => void
  drop: (carried: Carried) => void
}

interface StoryCardProps {
  story: FrontStory
  /** Without one a rule has brought the story. */
  slot?: FrontSlot
  /** Readers can open it. */
  isLive: boolean
  isReadOnly: boolean
  actions: StoryActions
}

const Picture = styled.img<{$isGraphic: boolean}>`
  display: block;
  width: 100%;
  aspect-ratio: 3 / 2;
  object-fit: ${({$isGraphic}) => ($isGraphic ? 'contain' : 'cover')};
  border-radius: 2px;
`

/** In the face of the page, which Sanity's own text elements would set in theirs; larger for the lead. */
const Headline = styled.p`
  font: 700 var(--headline-size, 1.125rem)/1.2 ${READING_FONT};
  margin: 0;
`

export function StoryCard({story, slot, isLive, isReadOnly, actions}: StoryCardProps) {
  const [isOver, setOver] = useState(false)
  const headline = story.headline ?? 'No headline yet'
  const photo = story.leadPhoto?.photo
  const picture = photo && pictureAddress(photo, 640)
  return (
    <Card
      as="li"
      aria-label={`${headline}. ${slot ? 'Placed by hand' : 'By rule'}.`}
      border
      data-story={slot?._key ?? story._id}
      draggable={!isReadOnly}
      padding={3}
      radius={2}
      tabIndex={0}
      tone={isOver ? 'primary' : slot ? 'default' : 'transparent'}
      onKeyDown={(event) => {
        if (!isReadOnly) onKey(event, actions)
      }}
      onDragStart={(event) =>
        carry(event, {...(slot ? {slot: slot._key} : {piece: story._id}), headline})
      }
      onDragOver={(event) => {
        if (isReadOnly || !carriesStory(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        event.stopPropagation()
        setOver(false)
        const carried = carriedBy(event)
        if (carried) actions.drop(carried)
      }}
    >
      <Stack gap={3}>
        {picture && (
          <Picture
            $isGraphic={photo?.isGraphic ?? false}
            alt=""
            draggable={false}
            loading="lazy"
            src={picture}
          />
        )}
        {story.kicker && (
          <Text muted size={0} weight="medium">
            {story.kicker}
          </Text>
        )}
        <Headline>{headline}</Headline>
        <Standing slot={slot} isLive={isLive} />
        {!isReadOnly && <Buttons headline={headline} actions={actions} />}
      </Stack>
    </Card>
  )
}

function Standing({slot, isLive}: Pick<StoryCardProps, 'slot' | 'isLive'>) {
  const isReworded = slot && (slot.headline || slot.kicker || slot.dek || slot.picture)
  return (
    <Flex gap={1} wrap="wrap">
      {slot ? <Badge tone="primary">Placed</Badge> : <Badge tone="default">By rule</Badge>}
      {isReworded && <Badge tone="suggest">Own words</Badge>}
      {slot?.until && <Until at={slot.until} />}
      {!isLive && <Badge tone="caution">Not published: readers will not see it</Badge>}
    </Flex>
  )
}

function Until({at}: {at: string}) {
  const time = useNewsroomTime()
  return <Badge tone="caution">Until {time.moment(at, useMinute())}</Badge>
}

/** Large enough for a finger. */
const TOUCH = {minHeight: 44, minWidth: 44}

function Buttons({headline, actions}: {headline: string; actions: StoryActions}) {
  const button = (label: string, icon: ComponentType, act: (() => void) | undefined) => (
    <Button
      aria-label={`${label}: ${headline}`}
      disabled={!act}
      icon={icon}
      mode="bleed"
      padding={2}
      style={TOUCH}
      title={label}
      onClick={act}
    />
  )
  return (
    <Flex gap={1} wrap="wrap">
      {actions.pin ? (
        button('Pin', PinIcon, actions.pin)
      ) : (
        <>
          {button('Up', ArrowUpIcon, actions.up)}
          {button('Down', ArrowDownIcon, actions.down)}
          {button('Words', EditIcon, actions.word)}
          {button('Remove', TrashIcon, actions.remove)}
        </>
      )}
    </Flex>
  )
}

/** Alt with an arrow moves, P pins, Delete removes, Enter opens the words. */
function onKey(event: KeyboardEvent<HTMLElement>, actions: StoryActions): void {
  if (event.target !== event.currentTarget) return
  const act = event.altKey
    ? {ArrowUp: actions.up, ArrowDown: actions.down}[event.key]
    : {
        p: actions.pin,
        Delete: actions.remove,
        Backspace: actions.remove,
        Enter: actions.word,
      }[event.key]
  if (!act || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  act()
}
