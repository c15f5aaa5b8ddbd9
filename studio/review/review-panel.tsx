// *Review*, beside the form of an article: the checklist, the history, the changes.
import {Box, Button, Card, Flex, Stack, Tab, TabList, TabPanel, Text} from '@sanity/ui'
import {useEffect, useId, useRef, useState} from 'react'
import {LoadingBlock, type DocumentInspectorProps} from 'sanity'
import {DocumentInspectorHeader} from 'sanity/structure'
import {usePiece} from '../piece/use-piece.ts'
import {Checklist} from './checklist.tsx'
import {PieceChanges} from './diff/piece-changes.tsx'
import {HistoryList} from './history-list.tsx'
import {offerFocus} from './review-focus.ts'

const TABS = [
  {name: 'checklist', title: 'Checklist'},
  {name: 'history', title: 'History'},
  {name: 'changes', title: 'Changes'},
] as const

type TabName = (typeof TABS)[number]['name']

export function ReviewPanel({documentId, onClose}: DocumentInspectorProps) {
  const id = useId()
  const [open, setOpen] = useState<TabName>('checklist')
  const tabs = useRef<HTMLDivElement>(null)
  useEffect(
    () => offerFocus(() => tabs.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()),
    [],
  )
  return (
    <Flex direction="column" height="fill" overflow="hidden" data-testid="review-inspector">
      <DocumentInspectorHeader
        as="header"
        closeButtonLabel="Close “Review”"
        onClose={onClose}
        title="Review"
      />
      <Card borderBottom paddingX={3} paddingBottom={2} ref={tabs}>
        <TabList gap={1}>
          {TABS.map(({name, title}) => (
            <Tab
              key={name}
              id={`${id}-${name}`}
              aria-controls={`${id}-panel`}
              data-testid={`review-tab-${name}`}
              fontSize={1}
              label={title}
              padding={3}
              selected={name === open}
              onClick={() => setOpen(name)}
            />
          ))}
        </TabList>
      </Card>
      <Box flex={1} overflow="auto">
        <TabPanel id={`${id}-panel`} aria-labelledby={`${id}-${open}`} padding={3}>
          <Contents articleId={documentId} tab={open} />
        </TabPanel>
      </Box>
    </Flex>
  )
}

function Contents({articleId, tab}: {articleId: string; tab: TabName}) {
  const {piece, reload} = usePiece(articleId)
  if (piece.status === 'loading') return <LoadingBlock />
  if (piece.status === 'failed') {
    return (
      <Card tone="caution" radius={3} padding={3} role="alert">
        <Stack gap={3}>
          <Text size={1}>The piece could not be looked up: {piece.message}</Text>
          <Flex>
            <Button fontSize={1} mode="ghost" padding={2} text="Try again" onClick={reload} />
          </Flex>
        </Stack>
      </Card>
    )
  }
  if (!piece.piece.article.draft && !piece.piece.article.published) {
    return (
      <Text muted size={1}>
        There is nothing here yet. Begin to write, and this says what the piece still needs.
      </Text>
    )
  }
  if (tab === 'history') return <HistoryList piece={piece.piece} />
  if (tab === 'changes') return <PieceChanges articleId={articleId} />
  return <Checklist status={piece} />
}
