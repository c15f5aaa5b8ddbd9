// One fact about a piece: a line, its details, and a person's note.
import {Card, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {styled} from 'styled-components'
import type {StandingLabel} from './standing-labels.ts'

/** A person's note, with its paragraphs. */
export const Note = styled.blockquote`
  margin: 0;
  padding-left: 0.75em;
  border-left: 2px solid var(--card-border-color);
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`

interface FactCardProps extends StandingLabel {
  testId: string
  children?: ReactNode
}

export function FactCard({tone, title, detail, note, testId, children}: FactCardProps) {
  return (
    <Card
      border={tone === 'default'}
      data-testid={testId}
      padding={3}
      radius={3}
      tone={tone === 'suggest' ? 'primary' : tone}
    >
      <Stack gap={3}>
        <Text size={1} weight="semibold">
          {title}
        </Text>
        {note && (
          <Text as="div" size={1}>
            <Note>{note}</Note>
          </Text>
        )}
        {detail && (
          <Text muted={tone === 'default'} size={1} style={{whiteSpace: 'pre-line'}}>
            {detail}
          </Text>
        )}
        {children}
      </Stack>
    </Card>
  )
}
