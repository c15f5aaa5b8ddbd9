// Shows the changes of a piece, document by document.
import {Badge, Box, Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import {styled} from 'styled-components'
import type {DocumentDiff, PieceDiff} from './diff-model.ts'
import {FieldView} from './field-view.tsx'

/** In a new document, marks on every word would only make it harder to read. */
const Section = styled.section`
  &[data-change='added'] ins {
    all: unset;
  }
`

export function PieceDiffView({diff}: {diff: PieceDiff}) {
  return (
    <Stack gap={5} data-testid="piece-diff">
      {diff.documents.map((document) => (
        <DocumentView key={document.id} document={document} />
      ))}
    </Stack>
  )
}

function DocumentView({document: {kind, title, change, fields}}: {document: DocumentDiff}) {
  return (
    <Section aria-label={`${kind}: ${title}`} data-change={change}>
      <Card border radius={3} overflow="hidden">
        <Card padding={4} borderBottom={fields.length > 0} tone="transparent">
          <Flex gap={3} align="center">
            <Box flex={1}>
              <Stack gap={3}>
                <Text size={0} muted weight="medium">
                  {kind}
                </Text>
                <Heading as="h3" size={1}>
                  {title}
                </Heading>
              </Stack>
            </Box>
            {change === 'added' && <Badge tone="positive">New in the piece</Badge>}
            {change === 'removed' && <Badge tone="critical">No longer in the piece</Badge>}
          </Flex>
        </Card>
        {fields.length > 0 && (
          <Stack gap={5} padding={4}>
            {fields.map((field) => (
              <FieldView key={field.path + field.title} field={field} />
            ))}
          </Stack>
        )}
      </Card>
    </Section>
  )
}
