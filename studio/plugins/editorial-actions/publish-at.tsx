// The field for the time of publication, in the newsroom's time. Below it is the time in full.
import {Text, TextInput} from '@sanity/ui'
import {useId, useState} from 'react'
import type {NewsroomTime} from '../../ui/time/newsroom-time.ts'
import {Labelled} from '../../ui/labelled.tsx'

interface PublishAtProps {
  /** ISO 8601; empty or undefined for none. */
  value: string | undefined
  onChange: (publishAt: string) => void
  time: NewsroomTime
  now: number
}

export function PublishAt({value, onChange, time, now}: PublishAtProps) {
  const id = useId()
  const [wall, setWall] = useState(() => (value ? time.wallOf(Date.parse(value)) : ''))
  // The clocks may change until then, and the browser may write the day before the month.
  const at = value ? Date.parse(value) : undefined
  const isSkipped = at !== undefined && time.wallOf(at) !== wall.slice(0, 16)
  return (
    <Labelled id={id} label={`When? (${time.zoneName(at ?? now)}, the newsroom’s time)`}>
      <TextInput
        id={id}
        data-testid="publish-at"
        type="datetime-local"
        value={wall}
        onChange={(event) => {
          setWall(event.currentTarget.value)
          onChange(time.instantOf(event.currentTarget.value) ?? '')
        }}
      />
      <Text size={1} muted aria-live="polite">
        {isSkipped && 'The clocks are put forward in that hour. '}
        {value && `${time.full(value)}.`}
      </Text>
    </Labelled>
  )
}
