// The history of a piece by days, the newest editorial action first.
import {ArrowRightIcon} from '@sanity/icons/ArrowRight'
import {Badge, Box, Flex, Inline, Stack, Text} from '@sanity/ui'
import {styled} from 'styled-components'
import type {GatheredPiece} from '../../../workflow/gather.ts'
import {useMinute} from '../../ui/time/use-minute.ts'
import {useNewsroomTime} from '../../ui/time/use-newsroom-time.ts'
import {Note} from '../../ui/fact-card.tsx'
import {historyDays, type HistoryLine, type LedgerReason} from './history-labels.ts'
import {useEffect, useState} from 'react'
import {useRawClient} from '../../data/use-raw-client.ts'

const Line = styled.li`
  position: relative;
  list-style: none;
  padding: 0 0 1.25rem 1.5rem;
  &::before {
    content: '';
    position: absolute;
    left: 3px;
    top: 0.35rem;
    bottom: -0.35rem;
    width: 1px;
    background: var(--card-border-color);
  }
  &:last-child {
    padding-bottom: 0;
  }
  &:last-child::before {
    display: none;
  }
`
const Dot = styled.span<{$tone: HistoryLine['tone']}>`
  position: absolute;
  left: 0;
  top: 0.2rem;
  width: 7px;
  height: 7px;
  border-radius: 50%;
  background: ${({$tone}) =>
    $tone === 'default' ? 'var(--card-muted-fg-color)' : `var(--card-badge-${$tone}-dot-color)`};
`

export function HistoryList({piece: {root: article, review, corrections}}: {piece: GatheredPiece}) {
  const time = useNewsroomTime()
  const now = useMinute()
  const history = review?.history ?? []
  const ledger = useLedgerReasons(article.id, history.length)
  if (history.length === 0) {
    return (
      <Text muted size={1}>
        Nothing has been done to it yet: it has not been submitted.
      </Text>
    )
  }
  return (
    <Stack gap={5}>
      {historyDays(history, corrections, time, now, ledger).map(({title, lines}) => (
        <Stack key={title} as="section" gap={4}>
          <Text as="h3" muted size={1} weight="medium">
            {title}
          </Text>
          <Stack as="ol" style={{margin: 0, padding: 0}}>
            {lines.map((line) => (
              <Entry key={line.key} line={line} />
            ))}
          </Stack>
        </Stack>
      ))}
      <Text muted size={0}>
        Times are the newsroom’s ({time.zoneName(now)}).
      </Text>
    </Stack>
  )
}

function Entry({line}: {line: HistoryLine}) {
  const {who, what, tone, from, to, note, toReaders, reasons, late, clock, full} = line
  return (
    <Line>
      <Dot $tone={tone} />
      <Stack gap={3}>
        <Flex gap={2} align="flex-start">
          <Box flex={1}>
            <Text size={1}>
              {who && <strong>{who}</strong>} {what}
            </Text>
          </Box>
          <Text muted size={1} title={full}>
            {clock}
          </Text>
        </Flex>
        <StateChange from={from} to={to} tone={tone} />
        {note && (
          <Text as="div" size={1}>
            <Note>{note}</Note>
          </Text>
        )}
        {toReaders && <Notes title="Readers were told:" notes={[toReaders]} />}
        {reasons && <Notes title="Reason in the ledger:" notes={reasons} />}
        {late && (
          <Text muted size={1}>
            {late}
          </Text>
        )}
      </Stack>
    </Line>
  )
}

function StateChange({from, to, tone}: Pick<HistoryLine, 'from' | 'to' | 'tone'>) {
  if (!to) return null
  return (
    <Inline gap={2}>
      {from && <Badge fontSize={0}>{from}</Badge>}
      {from && (
        <Text muted size={0}>
          <ArrowRightIcon aria-label="to" />
        </Text>
      )}
      <Badge fontSize={0} tone={tone}>
        {to}
      </Badge>
    </Inline>
  )
}

function Notes({title, notes}: {title: string; notes: readonly string[]}) {
  return (
    <Stack gap={2}>
      <Text muted size={1}>
        {title}
      </Text>
      {notes.map((note) => (
        <Text key={note} as="div" size={1}>
          <Note>{note}</Note>
        </Text>
      ))}
    </Stack>
  )
}

const LEDGER_QUERY = `*[
  (_type == "override" && article._ref == $articleId)
  || (_type == "ledgerEntry" && kind == "minor" && $articleId in articles[]._ref)
][defined(reason)]{at, reason}`

/** @param actions the number of actions: each may have added a reason */
function useLedgerReasons(articleId: string, actions: number): readonly LedgerReason[] {
  const client = useRawClient()
  const [reasons, setReasons] = useState<readonly LedgerReason[]>([])
  useEffect(() => {
    if (actions === 0) return undefined
    let current = true
    client
      .fetch<LedgerReason[]>(LEDGER_QUERY, {articleId}, {tag: 'ledger'})
      .then((found) => current && setReasons(found))
      // The history is shown without them; the next action loads them again.
      .catch(() => {})
    return () => {
      current = false
    }
  }, [client, articleId, actions])
  return reasons
}
