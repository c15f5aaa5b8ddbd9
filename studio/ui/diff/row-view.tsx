// One paragraph, one block or one item: its text, and notes about the whole row.
import {Box, Card, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {styled} from 'styled-components'
import {DiffText} from './diff-theme.tsx'
import type {FieldDiff, Row} from './diff-model.ts'
import {RunsView} from './runs-view.tsx'

/** The bar in the margin shows at a glance whether a row is new. */
const Lane = styled.div`
  border-left: 3px solid transparent;
  padding-left: 0.75rem;

  &[data-change='added'] {
    border-left-color: var(--card-badge-positive-fg-color);
  }
  &[data-change='removed'] {
    border-left-color: var(--card-badge-critical-fg-color);
  }
  &[data-change='changed'] {
    border-left-color: var(--card-badge-caution-fg-color);
  }
  /* What stayed only says where one is. */
  &[data-change='same'] ${DiffText} {
    color: var(--card-muted-fg-color);
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
`

const RowText = styled(DiffText)`
  &[data-style='h2'] {
    font-size: 1.25rem;
    font-weight: 700;
  }
  &[data-style='h3'] {
    font-weight: 700;
  }
  &[data-style='blockquote'] {
    font-style: italic;
    padding-left: 1rem;
  }
  &[data-style='bullet'],
  &[data-style='number'] {
    padding-left: 1.25rem;
  }
  &[data-style='bullet']::before {
    content: '•';
    margin-left: -1rem;
    display: inline-block;
    width: 1rem;
  }
  &[data-style='number']::before {
    content: '#';
    margin-left: -1rem;
    display: inline-block;
    width: 1rem;
  }
`

interface RowViewProps {
  row: Row
  renderField: (field: FieldDiff) => ReactNode
}

export function RowView({row, renderField}: RowViewProps) {
  const {change, style, label, runs, notes, fields} = row
  const text = (
    <RowText data-style={style}>
      <RunsView runs={runs} />
    </RowText>
  )
  return (
    <Lane data-change={change}>
      <Stack gap={3}>
        {label ? (
          <Card border padding={3} radius={2} tone="inherit">
            <Stack gap={3}>
              <Text size={0} muted weight="medium">
                {label}
              </Text>
              {text}
              {fields.length > 0 && (
                <Stack gap={3} paddingTop={2}>
                  {fields.map(renderField)}
                </Stack>
              )}
            </Stack>
          </Card>
        ) : (
          text
        )}
        {notes.length > 0 && (
          <Stack as="ul" gap={2} paddingLeft={0}>
            {notes.map((note) => (
              <Box as="li" key={note} style={{listStyle: 'none'}}>
                <Text size={1} weight="medium">
                  {note}
                </Text>
              </Box>
            ))}
          </Stack>
        )}
      </Stack>
    </Lane>
  )
}
