// What was read: the source on the left, the article on the right.
import {Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useEffect, useRef, useState, type KeyboardEvent} from 'react'
import {IntentLink} from 'sanity/router'
import {styled} from 'styled-components'
import {INTAKE_TYPE} from '../../../workflow/intake/suggestions.ts'
import {adviceForUnread} from '../../../workflow/intake/unread.ts'
import type {LookedUp} from './look-ups.ts'
import {rowsOf} from './proposal.ts'
import {RowCard} from './row-card.tsx'
import {afterKey, keyOf, type Keys} from './row-keys.ts'
import {SourceView} from './source-view.tsx'
import type {Intake, Phase} from './use-intake.ts'

interface ResultViewProps {
  phase: Phase & {name: 'result'}
  intake: Intake
  onCancel: () => void
}

/** Two columns that scroll by themselves; on a narrow screen one below the other. */
const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  height: calc(100vh - 260px);
  border-bottom: 1px solid var(--card-border-color);

  & > * {
    overflow: auto;
    overscroll-behavior: contain;
  }

  & > * + * {
    border-left: 1px solid var(--card-border-color);
  }

  @media (max-width: 900px) {
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: minmax(0, 2fr) minmax(0, 3fr);
  }
`

export function ResultView({phase, intake, onCancel}: ResultViewProps) {
  const {proposal, lookedUp} = phase
  const rows = rowsOf(proposal)
  const unread = adviceForUnread(phase.file.result.reading)
  const [keys, setKeys] = useState<Keys>({selected: rows[0]?.key ?? '', isEditing: false})
  const list = useFocusOnRow(keys)
  const select = (selected: string): void => setKeys({selected, isEditing: false})

  const onKeyDown = (event: KeyboardEvent): void => {
    const key = keyOf(event.nativeEvent)
    if (!key) return
    const next = afterKey({keys, proposal, people: lookedUp}, key)
    event.preventDefault()
    // The dialog would close.
    event.stopPropagation()
    if (next === 'make') return intake.make()
    if (next === 'back') return intake.back()
    setKeys(next.keys)
    if (next.proposal !== proposal) intake.setProposal(next.proposal)
  }

  return (
    <Box onKeyDown={onKeyDown} data-testid="intake-result">
      {lookedUp.earlier && <TakenBefore earlier={lookedUp.earlier} onFollow={onCancel} />}
      {unread && (
        <Card tone="caution" padding={3} borderBottom role="status" data-testid="intake-unread">
          <Text size={1}>{unread}</Text>
        </Card>
      )}
      <Columns>
        <SourceView proposal={proposal} selected={keys.selected} onSelect={select} />
        <div ref={list}>
          <Stack gap={2} padding={3}>
            {rows.map((row) => (
              <RowCard
                key={row.key}
                row={row}
                proposal={proposal}
                lookedUp={lookedUp}
                isSelected={row.key === keys.selected}
                isEditing={row.key === keys.selected && keys.isEditing}
                onSelect={() => select(row.key)}
                onEdit={() => setKeys({selected: row.key, isEditing: true})}
                onChange={intake.setProposal}
              />
            ))}
          </Stack>
        </div>
      </Columns>
      <Footer intake={intake} isAgain={lookedUp.earlier !== null} onCancel={onCancel} />
    </Box>
  )
}

/** The keyboard is on the selected row, or in its first field. Both columns show it. */
function useFocusOnRow({selected, isEditing}: Keys) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(`[data-row="${selected}"]`)
    const field = isEditing ? row?.querySelector<HTMLElement>('input, textarea, select') : null
    const target = field ?? row
    if (!target?.contains(document.activeElement) || field) target?.focus({preventScroll: true})
    row?.scrollIntoView({block: 'nearest'})
    document.querySelector(`[data-source="${selected}"]`)?.scrollIntoView({block: 'nearest'})
  }, [selected, isEditing])
  return list
}

interface TakenBeforeProps {
  earlier: NonNullable<LookedUp['earlier']>
  onFollow: () => void
}

function TakenBefore({earlier: {id, headline}, onFollow}: TakenBeforeProps) {
  return (
    <Card tone="caution" padding={3} borderBottom role="status" data-testid="intake-before">
      <Text size={1}>
        This became an article before:{' '}
        <IntentLink intent="edit" params={{id, type: INTAKE_TYPE}} onClick={onFollow}>
          {headline ? `open “${headline}”` : 'open it'}
        </IntentLink>
        . Or make a second one.
      </Text>
    </Card>
  )
}

const HINT =
  '↑ ↓ next · Enter edit, Escape done · C confirm · D drop, the words stay in the text · P put back · U use the existing person'

function Footer({
  intake,
  isAgain,
  onCancel,
}: {
  intake: Intake
  isAgain: boolean
  onCancel: () => void
}) {
  return (
    <Flex gap={3} padding={3} align="center">
      <Box flex={1}>
        <Text muted size={0}>
          {HINT}
        </Text>
      </Box>
      <Button mode="bleed" text="Cancel" onClick={onCancel} />
      <Button mode="ghost" text="Back to the text" onClick={intake.back} />
      <Button
        tone="primary"
        text={isAgain ? 'Make a second article' : 'Make the article'}
        title="Ctrl + Enter"
        onClick={intake.make}
      />
    </Flex>
  )
}
