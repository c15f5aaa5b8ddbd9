// What a publication changes for readers, and what was published meanwhile.
import {Card, Stack, Text} from '@sanity/ui'
import type {FrontEntry} from './load-front.ts'

/** @param lines undefined until they are known */
export function ChangeList({lines}: {lines: readonly string[] | undefined}) {
  return (
    <Stack as="section" gap={3} aria-label="What changes">
      <Text size={1} weight="semibold">
        What changes for readers
      </Text>
      {lines?.length === 0 && <Text size={1}>Nothing: readers see the same as now.</Text>}
      <Stack as="ul" gap={2} style={{margin: 0, paddingLeft: '1.2em'}}>
        {lines?.map((line) => (
          <Text key={line} as="li" size={1}>
            {line}
          </Text>
        ))}
      </Stack>
    </Stack>
  )
}

interface NewerProps {
  /** ISO 8601: when the work began that is to be published. */
  begun: string | undefined
  entries: readonly FrontEntry[]
  title: string
}

/** Readers have got another front since. */
export function Newer({begun = '', entries, title}: NewerProps) {
  const newer = entries.filter(({at}) => at > begun)
  if (newer.length === 0) return null
  return (
    <Card padding={3} radius={2} role="alert" tone="caution">
      <Stack gap={3}>
        <Text size={1} weight="semibold">
          {title}
        </Text>
        {newer.map(({_id, byName, changes}) => (
          <Text key={_id} size={1} style={{whiteSpace: 'pre-line'}}>
            {byName}: {changes.join(' ')}
          </Text>
        ))}
      </Stack>
    </Card>
  )
}
