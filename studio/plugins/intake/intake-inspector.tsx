// *Read from a text*, beside an article's form: everything that waits to be confirmed.
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {Badge, Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useEffect, useMemo, useRef, type ComponentType, type KeyboardEvent} from 'react'
import {defineDocumentInspector, LoadingBlock, type DocumentInspectorProps} from 'sanity'
import {DocumentInspectorHeader} from 'sanity/structure'
import {IntentLink} from 'sanity/router'
import {styled} from 'styled-components'
import {byDocument, type Suggestion} from '../../../workflow/intake/suggestions.ts'
import {usePiece} from '../../data/piece/use-piece.ts'
import {Problem} from '../../ui/problem.tsx'
import {factsOf, type DocumentFacts} from './document-facts.ts'
import {INTAKE_INSPECTOR} from './inspector-name.ts'
import {partLabel} from './suggestion-labels.ts'
import {useConfirm} from './use-confirm.ts'
import {useOpenOfArticle} from './use-open-suggestions.ts'

function IntakeInspector({documentId, onClose}: DocumentInspectorProps) {
  return (
    <Flex direction="column" height="fill" overflow="hidden" data-testid="intake-inspector">
      <DocumentInspectorHeader
        as="header"
        closeButtonLabel="Close “Read from a text”"
        onClose={onClose}
        title="Read from a text"
      />
      <Box flex={1} overflow="auto" padding={3}>
        <OpenList articleId={documentId} />
      </Box>
    </Flex>
  )
}

function OpenList({articleId}: {articleId: string}) {
  const {record, open} = useOpenOfArticle(articleId)
  const {piece} = usePiece(articleId)
  const {busy, problem, confirm} = useConfirm()
  const list = useRef<HTMLDivElement>(null)
  const groups = [...byDocument(open)]
  const first = groups[0]?.[0]
  // The next one gets the keyboard when one is confirmed, and the first one at the beginning.
  useEffect(() => {
    if (first) focusRow(list.current, 0)
  }, [first])
  if (piece.status === 'loading') return <LoadingBlock />
  if (!record || piece.status === 'failed' || groups.length === 0) {
    return (
      <Text muted size={1}>
        Everything that was read from a text is confirmed.
      </Text>
    )
  }
  return (
    <Stack gap={3} ref={list}>
      <Text muted size={1}>
        Compare each with what the source says. ↑ ↓ move, C confirms, Tab reaches the buttons.
      </Text>
      {problem && <Problem>{problem}</Problem>}
      {groups.map(([id, own], index) => (
        <Group
          key={id}
          facts={factsOf(piece.piece, id)}
          own={own}
          busy={busy}
          onConfirm={(confirmed) => confirm(record, confirmed)}
          onMove={(by) => focusRow(list.current, index + by)}
        />
      ))}
    </Stack>
  )
}

function focusRow(list: HTMLElement | null, at: number): void {
  list?.querySelectorAll<HTMLElement>('[data-suggestion]')[at]?.focus()
}

interface GroupProps {
  facts: DocumentFacts
  own: readonly Suggestion[]
  busy: boolean
  onConfirm: (confirmed: readonly Suggestion[]) => void
  onMove: (by: number) => void
}

const Words = styled(Text)`
  overflow-wrap: anywhere;
`

/** A quote or a photo with its parts that are open. */
function Group({facts, own, busy, onConfirm, onMove}: GroupProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown') onMove(1)
    else if (event.key === 'ArrowUp') onMove(-1)
    else if (event.key.toLowerCase() === 'c' && !busy) onConfirm(own)
    else return
    event.preventDefault()
  }
  return (
    <Card
      border
      data-suggestion={facts.id}
      data-testid="intake-suggestion"
      role="group"
      aria-label={facts.title}
      tabIndex={0}
      padding={3}
      radius={3}
      onKeyDown={onKeyDown}
    >
      <Stack gap={4}>
        {own.map((one) => (
          <Part
            key={one._key}
            one={one}
            facts={facts}
            busy={busy}
            onConfirm={() => onConfirm([one])}
          />
        ))}
        <Flex gap={3} align="center">
          <Box flex={1}>
            <Text size={1}>
              <IntentLink intent="edit" params={{id: facts.id, type: facts.type}}>
                Open the {facts.noun}
              </IntentLink>
            </Text>
          </Box>
          {own.length > 1 && (
            <Button
              fontSize={0}
              padding={2}
              tone="primary"
              text={`Confirm all of this ${facts.noun}`}
              disabled={busy}
              onClick={() => onConfirm(own)}
            />
          )}
        </Flex>
      </Stack>
    </Card>
  )
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

interface PartProps {
  one: Suggestion
  facts: DocumentFacts
  busy: boolean
  onConfirm: () => void
}

function Part({one: {part}, facts, busy, onConfirm}: PartProps) {
  return (
    <Flex gap={3} align="flex-start">
      <Box flex={1}>
        <Stack gap={2}>
          <Text muted size={0} weight="medium">
            {capital(partLabel(part))}
          </Text>
          <Words size={1}>{facts.parts[part] || 'Nothing'}</Words>
        </Stack>
      </Box>
      <Button
        fontSize={0}
        mode="ghost"
        padding={2}
        text="Confirm"
        disabled={busy}
        aria-label={`Confirm ${partLabel(part)} of ${facts.title}`}
        onClick={onConfirm}
      />
    </Flex>
  )
}

/** One component for each number, so that the button is mounted again only if the number changes. */
function iconWith(count: number): ComponentType {
  return function OpenIcon() {
    return (
      <Flex align="center" gap={1}>
        <CheckmarkCircleIcon />
        <Badge fontSize={0} tone="suggest">
          {count}
        </Badge>
      </Flex>
    )
  }
}

export const intakeInspector = defineDocumentInspector({
  name: INTAKE_INSPECTOR,
  component: IntakeInspector,
  useMenuItem: ({documentId}) => {
    const {open} = useOpenOfArticle(documentId)
    const count = open.length
    const icon = useMemo(() => iconWith(count), [count])
    return {
      title: `Read from a text: ${count} to confirm`,
      icon,
      showAsAction: true,
      hidden: count === 0,
    }
  },
})
