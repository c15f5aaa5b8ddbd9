// What a front says of a story in its own words: kicker, headline, standfirst, picture, and until when.
import {Button, Dialog, Flex, Stack, Text, TextArea, TextInput} from '@sanity/ui'
import {useId, useState} from 'react'
import {labelOf} from '../../../model/registry.ts'
import type {FrontStory} from '../../../queries/finish-front.ts'
import {Labelled} from '../../ui/labelled.tsx'
import {Problem} from '../../ui/problem.tsx'
import {useMinute} from '../../ui/time/use-minute.ts'
import {useNewsroomTime} from '../../ui/time/use-newsroom-time.ts'
import type {FrontSlot} from './front-document.ts'
import type {SlotFields} from './front-edits.ts'
import {PictureChoice} from './picture-choice.tsx'
import {quoted} from './story-labels.ts'
import {TouchArea} from './touch-area.ts'

interface WordsDialogProps {
  slot: FrontSlot
  story: FrontStory
  /** Answers why it is not stored. */
  onStore: (fields: SlotFields, was: SlotFields) => Promise<string | undefined>
  onClose: () => void
}

export function WordsDialog({slot, story, onStore, onClose}: WordsDialogProps) {
  const [fields, setFields] = useState<SlotFields>({
    kicker: slot.kicker,
    headline: slot.headline,
    dek: slot.dek,
    picture: slot.picture,
    until: slot.until,
  })
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const store = async (): Promise<void> => {
    const names = (Object.keys(fields) as (keyof SlotFields)[]).filter(
      (name) => JSON.stringify(fields[name]) !== JSON.stringify(slot[name]),
    )
    const of = (from: SlotFields): SlotFields =>
      Object.fromEntries(names.map((name) => [name, from[name]]))
    setBusy(true)
    const refused = names.length > 0 ? await onStore(of(fields), of(slot)) : undefined
    setBusy(false)
    setProblem(refused)
    // What was written stays until it is stored.
    if (refused === undefined) onClose()
  }
  return (
    <Dialog
      header={`On this front: ${quoted(story.headline)}`}
      id={useId()}
      width={1}
      onClose={onClose}
    >
      <Stack as={TouchArea} gap={4} padding={4}>
        <Text muted size={1}>
          Leave a field empty for the story’s own. What it says here is said on this front only.
        </Text>
        <WordFields
          fields={fields}
          story={story}
          onChange={(part) => setFields((all) => ({...all, ...part}))}
        />
        {problem && <Problem>{problem}</Problem>}
        <Flex gap={2} justify="flex-end">
          <Button mode="bleed" text="Cancel" onClick={onClose} />
          <Button disabled={busy} text="Store" tone="primary" onClick={() => void store()} />
        </Flex>
      </Stack>
    </Dialog>
  )
}

interface WordFieldsProps {
  fields: SlotFields
  story: FrontStory
  onChange: (part: SlotFields) => void
}

function WordFields({fields, story, onChange}: WordFieldsProps) {
  const id = useId()
  const time = useNewsroomTime()
  const now = useMinute()
  const text = (value: string): string | undefined => (value.trim() === '' ? undefined : value)
  return (
    <>
      <Labelled id={`${id}-kicker`} label="Kicker">
        <TextInput
          id={`${id}-kicker`}
          value={fields.kicker ?? ''}
          onChange={(event) => onChange({kicker: text(event.currentTarget.value)})}
        />
      </Labelled>
      <Labelled id={`${id}-headline`} label="Headline">
        <TextInput
          id={`${id}-headline`}
          placeholder={story.headline ?? ''}
          value={fields.headline ?? ''}
          onChange={(event) => onChange({headline: text(event.currentTarget.value)})}
        />
      </Labelled>
      <Labelled id={`${id}-dek`} label={capital(labelOf(story._type, 'dek'))}>
        <TextArea
          id={`${id}-dek`}
          placeholder={story.dek ?? ''}
          rows={3}
          value={fields.dek ?? ''}
          onChange={(event) => onChange({dek: text(event.currentTarget.value)})}
        />
      </Labelled>
      <PictureChoice
        story={story}
        value={fields.picture}
        onChange={(picture) => onChange({picture})}
      />
      <Labelled id={`${id}-until`} label={`Here until (${time.zoneName(now)})`}>
        <TextInput
          id={`${id}-until`}
          type="datetime-local"
          value={fields.until ? time.wallOf(Date.parse(fields.until)) : ''}
          onChange={(event) => onChange({until: time.instantOf(event.currentTarget.value)})}
        />
      </Labelled>
    </>
  )
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
