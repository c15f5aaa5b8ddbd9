// *Review*, beside the form of an article: the checklist, the history, the changes, the shared previews.
import {Box, Button, Card, Flex, Stack, Tab as TabButton, TabList, TabPanel, Text} from '@sanity/ui'
import {useEffect, useId, useRef, useState} from 'react'
import {LoadingBlock, usePerspective, type DocumentInspectorProps} from 'sanity'
import {DocumentInspectorHeader, usePaneRouter} from 'sanity/structure'
import {usePiece} from '../../data/piece/use-piece.ts'
import {Checklist} from './checklist.tsx'
import {PieceChanges} from './piece-changes.tsx'
import {FactCard} from '../../ui/fact-card.tsx'
import {HistoryList} from './history-list.tsx'
import {offerFocus} from '../../data/review-focus.ts'
import {tabAskedFor, withoutTab} from '../../data/review-tab.ts'
import {reviewTabs, type ReviewTab} from '../../data/slots.tsx'

const CHECKLIST: ReviewTab = {name: 'checklist', title: 'Checklist', component: Checklist}
const OWN_TABS: readonly ReviewTab[] = [
  CHECKLIST,
  {
    name: 'history',
    title: 'History',
    component: ({status}) => <HistoryList piece={status.piece} />,
  },
  {
    name: 'changes',
    title: 'Changes',
    component: ({status}) => <PieceChanges articleId={status.piece.root.id} />,
  },
]

export function ReviewPanel({documentId, onClose}: DocumentInspectorProps) {
  const id = useId()
  const offered = [...OWN_TABS, ...reviewTabs.useParts()]
  const {open, choose} = useOpenTab(offered)
  const tabs = useRef<HTMLDivElement>(null)
  useEffect(
    () => offerFocus(() => tabs.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()),
    [],
  )
  useEffect(() => {
    // If another tab was opened from outside, the focus follows.
    const tab = tabs.current?.querySelector<HTMLElement>(`[data-testid="review-tab-${open.name}"]`)
    if (tabs.current?.contains(document.activeElement)) tab?.focus()
  }, [open.name])
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
          {offered.map(({name, title}) => (
            <TabButton
              key={name}
              id={`${id}-${name}`}
              aria-controls={`${id}-panel`}
              data-testid={`review-tab-${name}`}
              fontSize={1}
              label={title}
              padding={2}
              selected={name === open.name}
              onClick={() => choose(name)}
            />
          ))}
        </TabList>
      </Card>
      <Box flex={1} overflow="auto">
        <TabPanel id={`${id}-panel`} aria-labelledby={`${id}-${open.name}`} padding={3}>
          <Stack gap={4}>
            {OWN_TABS.includes(open) && <AboutTheDraft />}
            <Contents articleId={documentId} tab={open.component} />
          </Stack>
        </TabPanel>
      </Box>
    </Flex>
  )
}

/** The tab that the pane's address requests, until the person chooses one. */
function useOpenTab(offered: readonly ReviewTab[]) {
  const {params, setParams} = usePaneRouter()
  const [chosen, setChosen] = useState(CHECKLIST.name)
  const asked = tabAskedFor(params, offered)
  const choose = (name: string): void => {
    setChosen(name)
    if (params && asked && asked.name !== name) setParams(withoutTab(params))
  }
  return {open: asked ?? offered.find(({name}) => name === chosen) ?? CHECKLIST, choose}
}

/** For a form that shows a version in a release: only the draft can be approved. */
function AboutTheDraft() {
  const {selectedReleaseId} = usePerspective()
  if (!selectedReleaseId) return null
  return (
    <FactCard
      testId="review-of-draft"
      tone="caution"
      title="This is about the draft"
      detail="The form shows what the release holds. It is published only if it says, to the letter, what was approved."
    />
  )
}

function Contents({articleId, tab: Tab}: {articleId: string; tab: ReviewTab['component']}) {
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
  if (!piece.piece.root.draft && !piece.piece.root.published) {
    return (
      <Text muted size={1}>
        There is nothing here yet. Begin to write, and this says what the piece still needs.
      </Text>
    )
  }
  return <Tab status={piece} />
}
