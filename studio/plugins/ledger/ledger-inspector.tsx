// *Ledger*, beside the form: each publication, change and removal, with the person and what it changed.
import {BookIcon} from '@sanity/icons/Book'
import {Box, Card, Flex, Stack, Text} from '@sanity/ui'
import {useCallback} from 'react'
import {defineDocumentInspector, LoadingBlock, type DocumentInspectorProps} from 'sanity'
import {DocumentInspectorHeader} from 'sanity/structure'
import {publishedIdOf} from '../../../model/ids.ts'
import {useLive, type LiveOptions} from '../../data/use-live.ts'
import {Note} from '../../ui/fact-card.tsx'
import {useMinute} from '../../ui/time/use-minute.ts'
import {useNewsroomTime} from '../../ui/time/use-newsroom-time.ts'
import {
  LEDGER_ENTRIES,
  LEDGER_LISTEN,
  ledgerLines,
  type LedgerEntry,
  type LedgerLine,
} from './ledger-lines.ts'

function Ledger({documentId, onClose}: DocumentInspectorProps) {
  const id = publishedIdOf(documentId)
  const time = useNewsroomTime()
  const now = useMinute()
  const load = useCallback<LiveOptions<LedgerEntry[]>['load']>(
    (client) => client.fetch<LedgerEntry[]>(LEDGER_ENTRIES, {id}, {tag: 'ledger'}),
    [id],
  )
  const {value, error} = useLive({listenTo: LEDGER_LISTEN, params: {id}, load, tag: 'ledger'})
  const lines = value && ledgerLines(value, time, now)
  return (
    <Flex direction="column" height="fill" overflow="hidden" data-testid="ledger">
      <DocumentInspectorHeader
        as="header"
        closeButtonLabel="Close “Ledger”"
        onClose={onClose}
        title="Ledger"
      />
      <Box flex={1} overflow="auto" padding={4}>
        {error && (
          <Card tone="caution" radius={3} padding={3} marginBottom={3} role="alert">
            <Text size={1}>This could not be looked up: {error.message}</Text>
          </Card>
        )}
        {!lines && !error && <LoadingBlock />}
        {lines?.length === 0 && (
          <Text size={1} muted>
            Readers have not seen it yet.
          </Text>
        )}
        {lines && lines.length > 0 && (
          <Stack as="ol" gap={5} padding={0} style={{listStyle: 'none', margin: 0}}>
            {lines.map((line) => (
              <Line key={line.key} line={line} />
            ))}
          </Stack>
        )}
      </Box>
    </Flex>
  )
}

function Line({line: {who, what, when, full, changes, reason}}: {line: LedgerLine}) {
  return (
    <Stack as="li" gap={3}>
      <Text size={1}>
        <strong>{who}</strong> {what}
      </Text>
      <Text muted size={1} title={full}>
        {when}
      </Text>
      {reason && (
        <Text size={1} muted>
          {reason}
        </Text>
      )}
      {changes.map((change) => (
        <Text key={change} as="div" size={1}>
          <Note>{change}</Note>
        </Text>
      ))}
    </Stack>
  )
}

export const ledgerInspector = defineDocumentInspector({
  name: 'ledger',
  component: Ledger,
  useMenuItem: () => ({title: 'Ledger', icon: BookIcon, showAsAction: true}),
})
