// The line above an article's form, with everything that a writer should know before writing.
import {LockIcon} from '@sanity/icons/Lock'
import {Box, Card, Flex, Stack, Text} from '@sanity/ui'
import {useCurrentUser} from 'sanity'
import {styled} from 'styled-components'
import type {PieceStatus} from '../../data/piece/follow-piece.ts'
import {useMinute} from '../../ui/time/use-minute.ts'
import {publicAddress} from '../../data/page-address.ts'
import {publishesArticles} from '../../data/roles.ts'
import {useNewsroomTime} from '../../ui/time/use-newsroom-time.ts'
import {workspaceMode} from '../../data/workspace-mode.ts'
import {Note} from '../../ui/fact-card.tsx'
import {SeeOnSite} from '../../ui/see-on-site.tsx'
import {statusLabel, type StatusLabel} from './status-line-labels.ts'

/** One line for every text. */
const OneLine = styled.span`
  display: block;
  overflow: hidden;
  white-space: nowrap;
  text-overflow: ellipsis;
`

export function StatusLine({status}: {status: PieceStatus & {status: 'ready'}}) {
  const time = useNewsroomTime()
  const now = useMinute()
  const isEditor = publishesArticles(useCurrentUser(), !workspaceMode().embedded)
  const lines = statusLabel(status.piece, status.standing, {
    now,
    moment: (iso) => time.moment(iso, now),
    isEditor,
    page: publicAddress(status.piece.root.published),
  })
  if (lines.length === 0) return null
  return (
    <Stack gap={2} data-testid="status-line" aria-live="polite">
      {lines.map((line) => (
        <Line key={line.title} line={line} />
      ))}
    </Stack>
  )
}

function Line({line}: {line: StatusLabel}) {
  const {tone, title, detail, note, isOneLine, isReadOnly, page} = line
  const text = (words: string) => (isOneLine ? <OneLine title={words}>{words}</OneLine> : words)
  return (
    <Card
      border={tone === 'default'}
      padding={3}
      radius={3}
      tone={tone === 'suggest' ? 'primary' : tone}
    >
      <Flex gap={3}>
        {isReadOnly && (
          <Text size={1}>
            <LockIcon />
          </Text>
        )}
        <Box flex={1} style={{minWidth: 0}}>
          <Stack gap={3}>
            <Text size={1} weight="semibold">
              {text(title)}
            </Text>
            {note && (
              <Text as="div" size={1}>
                <Note>{note}</Note>
              </Text>
            )}
            {detail && <Text size={1}>{text(detail)}</Text>}
          </Stack>
        </Box>
        {page && (
          <Text size={1}>
            <SeeOnSite address={page} />
          </Text>
        )}
      </Flex>
    </Card>
  )
}
