// The head of a container: its heading, its layout, what fills it up, and how many stories it has.
import {AddIcon} from '@sanity/icons/Add'
import {ArrowDownIcon} from '@sanity/icons/ArrowDown'
import {ArrowUpIcon} from '@sanity/icons/ArrowUp'
import {ChevronDownIcon} from '@sanity/icons/ChevronDown'
import {ChevronUpIcon} from '@sanity/icons/ChevronUp'
import {RemoveIcon} from '@sanity/icons/Remove'
import {TrashIcon} from '@sanity/icons/Trash'
import {Box, Button, Flex, Select, Stack, Text, TextInput} from '@sanity/ui'
import {useId, useState, type ComponentType, type ReactNode} from 'react'
import {styled} from 'styled-components'
import {FILLS, LAYOUTS, MOST_STORIES, type Fill, type Layout} from '../../../model/fronts.ts'
import {Labelled} from '../../ui/labelled.tsx'
import {isRuleOf, weakly, type FrontContainer, type FrontFill} from './front-document.ts'
import {placesOf, type ContainerFields} from './front-edits.ts'
import {fillName, storyCount} from './story-labels.ts'
import {useWritten} from './use-written.ts'
import {WhichChoice} from './which-choice.tsx'

interface ContainerSettingsProps {
  container: FrontContainer
  name: string
  /** What sections, topics and series are called, by their ids. */
  names: ReadonlyMap<string, string>
  isReadOnly: boolean
  /**
   * Answers why it is not stored.
   * @param of what the section, topic or series is called that it sets
   */
  onSet: (fields: ContainerFields, of?: string) => Promise<string | undefined>
  onUp?: () => void
  onDown?: () => void
  onRemove: () => void
}

/** On a phone they are folded, so that the stories are the page. */
const Fields = styled.div<{$isOpen: boolean}>`
  display: grid;
  gap: 12px;
  grid-template-columns: 160px minmax(180px, 260px) minmax(0, 260px) auto;
  @media (max-width: 1200px) {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  @media (max-width: 700px) {
    display: ${({$isOpen}) => ($isOpen ? 'grid' : 'none')};
    grid-template-columns: minmax(0, 1fr);
  }
`

const OnPhone = styled.div`
  @media (min-width: 701px) {
    display: none;
  }
`

export function ContainerSettings(props: ContainerSettingsProps) {
  const {container, name, names, isReadOnly} = props
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const made = summary(container, names)
  return (
    <Stack gap={3}>
      <Flex align="center" gap={2} wrap="wrap">
        <Box flex={1} style={{minWidth: 140}}>
          <Heading {...props} />
        </Box>
        {!isReadOnly && <Moves {...props} />}
      </Flex>
      <OnPhone>
        <Button
          aria-controls={id}
          aria-expanded={isOpen}
          aria-label={`What ${name} is made of: ${made}`}
          data-control="fold"
          iconRight={isOpen ? ChevronUpIcon : ChevronDownIcon}
          justify="space-between"
          mode="ghost"
          text={made}
          textWeight="regular"
          width="fill"
          onClick={() => setOpen((was) => !was)}
        />
      </OnPhone>
      <Fields $isOpen={isOpen} id={id}>
        <LayoutChoice {...props} />
        <Rule {...props} />
        <StoryCount {...props} />
      </Fields>
    </Stack>
  )
}

/** `Lead · The newest stories · 5 stories` */
function summary(container: FrontContainer, names: ReadonlyMap<string, string>): string {
  return [
    LAYOUTS[container.layout]?.title ?? LAYOUTS.three.title,
    fillName(container.fill, names),
    storyCount(placesOf(container)),
  ].join(' · ')
}

/** Stored when one leaves it. */
function Heading({container, name, isReadOnly, onSet}: ContainerSettingsProps) {
  const stored = container.title ?? ''
  const [text, write] = useWritten(stored)
  const store = (): void => {
    const title = text.trim()
    write(title)
    if (title !== stored) void onSet({title: title || undefined})
  }
  return (
    <TextInput
      aria-label={`Heading of ${name}`}
      data-control="heading"
      disabled={isReadOnly}
      placeholder="No heading"
      value={text}
      weight="semibold"
      onBlur={store}
      onChange={(event) => write(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') store()
        if (event.key === 'Escape') write(undefined)
      }}
    />
  )
}

function LayoutChoice({container, name, isReadOnly, onSet}: ContainerSettingsProps) {
  const id = useId()
  return (
    <Labelled id={id} label="Layout">
      <Select
        aria-label={`Layout of ${name}`}
        data-control="layout"
        disabled={isReadOnly}
        id={id}
        value={container.layout}
        onChange={(event) => void onSet({layout: event.currentTarget.value as Layout})}
      >
        {Object.entries(LAYOUTS).map(([value, {title}]) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </Select>
    </Labelled>
  )
}

/** A rule that is about something is stored when that is chosen: no front has half a rule. */
function Rule({container, name, names, isReadOnly, onSet}: ContainerSettingsProps) {
  const id = useId()
  const {fill} = container
  const [rule, choose] = useWritten(fill?.from ?? 'nothing')
  const store = async (chosen: FrontFill, title?: string): Promise<string | undefined> => {
    const refused = await onSet({fill: chosen}, title)
    if (refused !== undefined) choose(undefined)
    return refused
  }
  const of = fill && isRuleOf(fill.from) && fill.from === rule ? fill[fill.from]?._ref : undefined
  return (
    <>
      <Labelled id={id} label="Filled up by">
        <Select
          aria-label={`Filled up by, for ${name}`}
          data-control="rule"
          disabled={isReadOnly}
          id={id}
          value={rule}
          onChange={(event) => {
            const from = event.currentTarget.value as Fill
            choose(from)
            if (!isRuleOf(from)) void store({_type: 'frontFill', from})
          }}
        >
          {Object.entries(FILLS).map(([value, title]) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </Select>
      </Labelled>
      {isRuleOf(rule) && (
        <Field label={WHICH[rule]}>
          <WhichChoice
            key={rule}
            chosen={of === undefined ? undefined : {_id: of, title: names.get(of) ?? 'Gone'}}
            isReadOnly={isReadOnly}
            label={`${WHICH[rule]} of ${name}`}
            rule={rule}
            onChoose={({_id, title}) =>
              store({_type: 'frontFill', from: rule, [rule]: weakly(_id)}, title)
            }
          />
        </Field>
      )}
    </>
  )
}

const WHICH = {section: 'Section', topic: 'Topic', series: 'Series'} as const

function StoryCount({container, name, isReadOnly, onSet}: ContainerSettingsProps) {
  const stored = placesOf(container)
  const [text, write] = useWritten(String(stored))
  // No container shows fewer than are placed by hand.
  const least = Math.max(1, container.slots?.length ?? 0)
  const count = Number(text)
  const store = async (wanted: number): Promise<void> => {
    const most = Math.max(least, MOST_STORIES)
    const next = Number.isInteger(wanted) ? Math.max(least, Math.min(most, wanted)) : stored
    write(String(next))
    if (next !== stored && (await onSet({count: next})) !== undefined) write(undefined)
  }
  const step = (label: string, icon: ComponentType, to: number, isPossible: boolean) => (
    <Button
      aria-label={`${label} stories in ${name}`}
      data-control={label}
      disabled={isReadOnly || !isPossible}
      icon={icon}
      mode="ghost"
      onClick={() => void store(to)}
    />
  )
  return (
    <Field label="Stories">
      <Flex gap={1}>
        {step('Fewer', RemoveIcon, count - 1, count > least)}
        <Box style={{width: 64}}>
          <TextInput
            aria-label={`Stories in ${name}`}
            data-control="count"
            disabled={isReadOnly}
            max={MOST_STORIES}
            min={least}
            type="number"
            value={text}
            onBlur={() => void store(count)}
            onChange={(event) => write(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void store(count)
            }}
          />
        </Box>
        {step('More', AddIcon, count + 1, count < MOST_STORIES)}
      </Flex>
    </Field>
  )
}

/** For controls that have a longer label of their own. */
function Field({label, children}: {label: string; children: ReactNode}) {
  return (
    <Stack gap={3}>
      <Text aria-hidden size={1} weight="medium">
        {label}
      </Text>
      {children}
    </Stack>
  )
}

function Moves({name, onUp, onDown, onRemove}: ContainerSettingsProps) {
  const button = (
    control: string,
    label: string,
    {icon, act}: {icon: ComponentType; act: (() => void) | undefined},
  ) => (
    <Button
      aria-label={label}
      data-control={control}
      disabled={!act}
      icon={icon}
      mode="bleed"
      style={{minHeight: 44, minWidth: 44}}
      title={label}
      onClick={act}
    />
  )
  return (
    <Flex gap={1}>
      {button('up', `Move ${name} up`, {icon: ArrowUpIcon, act: onUp})}
      {button('down', `Move ${name} down`, {icon: ArrowDownIcon, act: onDown})}
      {button('remove', `Remove ${name}`, {icon: TrashIcon, act: onRemove})}
    </Flex>
  )
}
