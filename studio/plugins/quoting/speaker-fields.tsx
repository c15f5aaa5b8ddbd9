// A speaker by name, title and institution. Sources of the newsroom are offered while the name is typed.
import {Button, Card, Flex, Stack} from '@sanity/ui'
import {useEffect, useState} from 'react'
import {SOURCE_KINDS} from '../../../schemas/documents/source.ts'
import {useRawClient} from '../../data/use-raw-client.ts'
import {Choices, SelectField, TextField} from './fields.tsx'
import {sourcesLike} from './look-ups.ts'
import {isNamed, withName, withSource, type KnownSource, type SpeakerForm} from './quote-form.ts'

/** Milliseconds without a key before the newsroom is asked. */
const PAUSE_MS = 150
const MOST = 5
const NEW = 'new'

interface SpeakerFieldsProps {
  legend: string
  speaker: SpeakerForm
  autoFocus: boolean
  onChange: (speaker: SpeakerForm) => void
  /** Missing for the only speaker. */
  onRemove: (() => void) | undefined
}

export function SpeakerFields({
  legend,
  speaker,
  autoFocus,
  onChange,
  onRemove,
}: SpeakerFieldsProps) {
  const isNew = !speaker.source && speaker.name.trim() !== ''
  const set = (change: Partial<SpeakerForm>): void => onChange({...speaker, ...change})
  return (
    <Card border padding={3} radius={2} role="group" aria-label={legend}>
      <Stack gap={4}>
        <Flex gap={2} align="flex-end">
          <TextField
            autoFocus={autoFocus}
            label={legend}
            placeholder="Name of the person or institution"
            value={speaker.name}
            onChange={(name) => onChange(withName(speaker, name))}
          />
          {onRemove && <Button mode="bleed" fontSize={1} text="Remove" onClick={onRemove} />}
        </Flex>
        <Sources speaker={speaker} onChange={onChange} />
        <Flex gap={3} wrap="wrap">
          <TextField
            label="Title at the time"
            value={speaker.title}
            onChange={(title) => set({title})}
          />
          <TextField
            label="Affiliation"
            value={speaker.affiliation}
            onChange={(affiliation) => set({affiliation})}
          />
        </Flex>
        {isNew && (
          <SelectField
            label="The new source is a"
            choices={SOURCE_KINDS}
            value={speaker.kind}
            onChange={(kind) => set({kind})}
          />
        )}
      </Stack>
    </Card>
  )
}

type SourcesProps = Pick<SpeakerFieldsProps, 'speaker' | 'onChange'>

/** A source is only used where a person says so. */
function Sources({speaker, onChange}: SourcesProps) {
  const {name, source} = speaker
  const found = useSources(name)
  const offered = source && !found.some(({id}) => id === source.id) ? [source, ...found] : found
  if (offered.length === 0 || name.trim() === '') return null
  const exact = offered.filter((one) => isNamed(one, name))
  const shown = [...exact, ...offered.filter((one) => !exact.includes(one))].slice(0, MOST)
  const chosen = source === null ? NEW : (source?.id ?? (exact.length > 0 ? null : NEW))
  return (
    <Choices
      legend={
        exact.length > 0 ? 'Is it a source that the newsroom has?' : 'Sources of the newsroom'
      }
      chosen={chosen}
      choices={[
        ...shown.map((one) => ({id: one.id, label: `Use ${aboutSource(one)}`})),
        {id: NEW, label: `Make a new source “${name.trim()}”`},
      ]}
      onChoose={(id) => onChange(withSource(speaker, shown.find((one) => one.id === id) ?? null))}
    />
  )
}

const aboutSource = ({name, title, affiliation, isPublished}: KnownSource): string =>
  [name, title, affiliation].filter(Boolean).join(', ') +
  (isPublished ? '' : ' (not published yet)')

/** Sources with such a name, a moment after it was typed. */
function useSources(name: string): KnownSource[] {
  const client = useRawClient()
  const [found, setFound] = useState<KnownSource[]>([])
  useEffect(() => {
    let isOver = false
    const timer = setTimeout(() => {
      // Without an answer, saving asks again.
      const load = sourcesLike(client, name).catch((): KnownSource[] => [])
      void load.then((sources) => (isOver ? undefined : setFound(sources)))
    }, PAUSE_MS)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [client, name])
  return found
}
