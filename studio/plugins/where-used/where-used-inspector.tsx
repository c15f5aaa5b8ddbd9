// *Used in*, beside the form of a photo, a quote or a source, with the number of places in its button.
import {DocumentsIcon} from '@sanity/icons/Documents'
import {Badge, Box, Card, Flex, Stack, Text} from '@sanity/ui'
import {useMemo} from 'react'
import {defineDocumentInspector, LoadingBlock, type DocumentInspectorProps} from 'sanity'
import {DocumentInspectorHeader} from 'sanity/structure'
import {knownZone} from '../../../model/time-zones.ts'
import {countLabel, unusedLabel} from '../../data/where-used/use-labels.ts'
import {UsedInEntry} from './used-in-entry.tsx'
import {useWhereUsed} from '../../data/where-used/use-where-used.ts'

function WhereUsed({documentId, documentType, onClose}: DocumentInspectorProps) {
  const {entries, timeZone, error} = useWhereUsed(documentId, documentType)
  const dayOf = useMemo(() => dayInZone(timeZone), [timeZone])
  return (
    <Flex direction="column" height="fill" overflow="hidden" data-testid="where-used">
      <DocumentInspectorHeader
        as="header"
        closeButtonLabel="Close “Used in”"
        onClose={onClose}
        title="Used in"
      />
      <Box flex={1} overflow="auto" padding={3}>
        {error && (
          <Card tone="caution" radius={3} padding={3} marginBottom={3} role="alert">
            <Text size={1}>This could not be looked up: {error.message}</Text>
          </Card>
        )}
        {!entries && !error && <LoadingBlock />}
        {entries?.length === 0 && (
          <Box padding={2}>
            <Text size={1} muted>
              {unusedLabel(documentType)}
            </Text>
          </Box>
        )}
        {entries && entries.length > 0 && (
          <Stack as="ul" gap={3} padding={0} style={{listStyle: 'none'}}>
            {entries.map((entry) => (
              <UsedInEntry key={entry.id} dayOf={dayOf} entry={entry} />
            ))}
          </Stack>
        )}
      </Box>
    </Flex>
  )
}

/** One component for each number, so that the button is mounted again only if the number changes. */
function iconWith(count: number) {
  return function UsedInIcon() {
    return (
      <Flex align="center" gap={1}>
        <DocumentsIcon />
        {count > 0 && <Badge fontSize={0}>{count}</Badge>}
      </Flex>
    )
  }
}

export const whereUsedInspector = defineDocumentInspector({
  name: 'where-used',
  component: WhereUsed,
  useMenuItem: ({documentId, documentType}) => {
    const {entries} = useWhereUsed(documentId, documentType)
    const count = entries?.length ?? 0
    const icon = useMemo(() => iconWith(count), [count])
    return {title: countLabel(entries), icon, showAsAction: true}
  },
})

/** @param timeZone IANA name; a name that the browser does not know counts as UTC */
function dayInZone(timeZone: string): (iso: string) => string {
  const format = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeZone: knownZone(timeZone),
  })
  return (iso) => {
    const time = Date.parse(iso)
    return Number.isNaN(time) ? iso : format.format(time)
  }
}
