// A container of the front that is being arranged, with its stories.
import {Card, Stack, Text} from '@sanity/ui'
import {uuid} from '@sanity/uuid'
import {styled} from 'styled-components'
import type {Layout} from '../../../model/fronts.ts'
import type {FrontStory} from '../../../queries/finish-front.ts'
import {ContainerSettings} from './container-settings.tsx'
import {carriedBy, carriesStory, type Carried} from './dragging.ts'
import {
  placeBefore,
  weakly,
  type FrontContainer,
  type FrontDocument,
  type FrontSlot,
} from './front-document.ts'
import {nextPlace, type ContainerFields} from './front-edits.ts'
import {StoryCard, type StoryActions} from './story-card.tsx'
import {containerName, quoted, settingSaid} from './story-labels.ts'
import type {FrontEditing} from './use-front.ts'

/** How many columns the stories have on a wide screen. */
const COLUMNS: Record<Layout, number> = {
  lead: 3,
  two: 2,
  three: 3,
  four: 4,
  list: 3,
  opinion: 4,
  pictures: 3,
  ranked: 2,
}

const Stories = styled.ul<{$columns: number; $hasLead: boolean}>`
  display: grid;
  list-style: none;
  margin: 0;
  padding: 0;
  gap: 12px;
  grid-template-columns: repeat(${({$columns}) => $columns}, minmax(0, 1fr));
  > :first-child {
    ${({$hasLead}) =>
      $hasLead && 'grid-row: span 2; grid-column: span 2; --headline-size: 1.875rem;'}
  }
  @media (max-width: 700px) {
    grid-template-columns: minmax(0, 1fr);
    > :first-child {
      grid-column: auto;
    }
  }
`

export interface ContainerCardProps {
  front: FrontDocument
  container: FrontContainer
  /** As the page shows them: by hand, then by the rule. */
  stories: readonly FrontStory[]
  live: ReadonlySet<string>
  /** What sections, topics and series are called, by their ids. */
  names: ReadonlyMap<string, string>
  editing: Pick<FrontEditing, 'edit'>
  isReadOnly: boolean
  onWord: (slot: FrontSlot, story: FrontStory) => void
}

export const newSlot = (piece: string): FrontSlot => ({
  _key: uuid().slice(0, 12),
  _type: 'frontSlot',
  piece: weakly(piece),
})

export function ContainerCard(props: ContainerCardProps) {
  const {front, container, stories, names, editing, isReadOnly} = props
  const name = containerName(front, container._key)
  const drop: Drop = (carried, before) => {
    const to = placeBefore(container._key, before)
    const said = `${quoted(carried.headline)} is now in ${name}.`
    void editing.edit(
      'slot' in carried
        ? {kind: 'move', slot: carried.slot, to}
        : {kind: 'place', slot: newSlot(carried.piece), to},
      said,
    )
  }
  return (
    <Card
      as="section"
      aria-label={name}
      border
      data-container={container._key}
      padding={3}
      radius={3}
      onDragOver={(event) => {
        if (!isReadOnly && carriesStory(event)) event.preventDefault()
      }}
      onDrop={(event) => {
        event.preventDefault()
        const carried = carriedBy(event)
        if (carried && !isReadOnly) drop(carried)
      }}
    >
      <Stack gap={3}>
        <ContainerSettings
          container={container}
          isReadOnly={isReadOnly}
          name={name}
          names={names}
          {...containerGestures(props, name)}
        />
        {stories.length === 0 && (
          <Text muted size={1}>
            Nothing here yet. Readers do not see this container.
          </Text>
        )}
        <StoryList {...props} drop={drop} />
      </Stack>
    </Card>
  )
}

type Drop = (carried: Carried, before?: string) => void

function StoryList(props: ContainerCardProps & {drop: Drop}) {
  const {container, stories, live, isReadOnly, drop} = props
  return (
    <Stories $columns={COLUMNS[container.layout] ?? 3} $hasLead={container.layout === 'lead'}>
      {stories.map((story, index) => {
        const slot = container.slots?.find(({_key}) => _key === story._key)
        return (
          <StoryCard
            key={story._key ?? story._id}
            actions={storyActions(props, {story, slot, index, drop})}
            isLive={!slot || live.has(story._id)}
            isReadOnly={isReadOnly}
            story={story}
            {...(slot && {slot})}
          />
        )
      })}
    </Stories>
  )
}

function storyActions(
  {front, container, editing, onWord}: ContainerCardProps,
  {
    story,
    slot,
    index,
    drop,
  }: {
    story: FrontStory
    slot: FrontSlot | undefined
    index: number
    drop: Drop
  },
): StoryActions {
  const title = quoted(story.headline)
  if (!slot) {
    // Those before it on the page are placed by hand: it comes after them.
    const after = container.slots?.[index]?._key
    const to = placeBefore(container._key, after)
    const pin = (): void =>
      void editing.edit({kind: 'place', slot: newSlot(story._id), to}, `${title} is pinned.`)
    return {pin, drop: (carried) => drop(carried)}
  }
  const step = (direction: 'up' | 'down'): (() => void) | undefined => {
    const to = nextPlace(front, slot._key, direction)
    const where =
      to && (to.container === container._key ? '' : ` in ${containerName(front, to.container)}`)
    return (
      to &&
      (() =>
        void editing.edit(
          {kind: 'move', slot: slot._key, to},
          `${title} moved ${direction}${where}.`,
        ))
    )
  }
  const [up, down] = [step('up'), step('down')]
  return {
    ...(up && {up}),
    ...(down && {down}),
    word: () => onWord(slot, story),
    remove: () =>
      void editing.edit({kind: 'remove', slot: slot._key}, `${title} is off this front.`),
    drop: (carried) => drop(carried, slot._key),
  }
}

function containerGestures({front, container, editing}: ContainerCardProps, name: string) {
  const containers = front.containers ?? []
  const at = containers.indexOf(container)
  const move = (before: string | undefined, said: string) => () =>
    void editing.edit(
      {kind: 'moveContainer', container: container._key, ...(before !== undefined && {before})},
      said,
    )
  const [above, below] = [containers[at - 1], containers[at + 1]]
  return {
    onSet: (set: ContainerFields, of?: string) =>
      editing.edit(
        {kind: 'setContainer', container: container._key, set},
        settingSaid(name, set, of),
      ),
    onRemove: () =>
      void editing.edit(
        {kind: 'removeContainer', container: container._key},
        `${name} is removed.`,
      ),
    ...(above && {onUp: move(above._key, `${name} moved up.`)}),
    ...(below && {onDown: move(containers[at + 2]?._key, `${name} moved down.`)}),
  }
}
