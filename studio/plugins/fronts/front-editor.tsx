// One front: its page, what can be put on it, and its publication.
import {AddIcon} from '@sanity/icons/Add'
import {Box, Button, Card, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {uuid} from '@sanity/uuid'
import {useEffect, useRef, useState} from 'react'
import {styled} from 'styled-components'
import {MOST_CONTAINERS} from '../../../model/fronts.ts'
import type {FrontStory} from '../../../queries/finish-front.ts'
import {Problem} from '../../ui/problem.tsx'
import {ContainerCard, newSlot} from './container-card.tsx'
import {FindStories} from './find-stories.tsx'
import type {FrontDocument, FrontSlot} from './front-document.ts'
import {FrontHead} from './front-head.tsx'
import {FrontRecord} from './front-record.tsx'
import {newContainer} from './initial-front.ts'
import type {FrontChoice, FrontState} from './load-front.ts'
import {ScheduledNotice} from './scheduled-notice.tsx'
import {containerName, quoted, wordingSaid} from './story-labels.ts'
import {TouchArea} from './touch-area.ts'
import {useFront, type FrontEditing} from './use-front.ts'
import {useKeepFocus} from './use-keep-focus.ts'
import {WordsDialog} from './words-dialog.tsx'

interface FrontEditorProps {
  /** The front where nothing is stored yet. */
  basis: FrontDocument
  section?: FrontChoice
  isReadOnly: boolean
}

const Columns = styled.div`
  display: grid;
  gap: 20px;
  grid-template-columns: minmax(0, 1fr) 300px;
  align-items: start;
  @media (max-width: 1000px) {
    grid-template-columns: minmax(0, 1fr);
  }
`

export function FrontEditor({basis, section, isReadOnly}: FrontEditorProps) {
  const editing = useFront(basis._id, basis)
  const {state, error, said} = editing
  const status = useRef<HTMLDivElement>(null)
  useUndoKey(editing)
  if (!state) {
    return (
      <Box padding={4}>
        {error ? (
          <Problem>The front could not be loaded: {error.message}</Problem>
        ) : (
          <Spinner muted />
        )}
      </Box>
    )
  }
  const title = section?.title ?? 'Front page'
  return (
    <Box padding={3} paddingTop={0}>
      <Stack as={TouchArea} gap={4}>
        <FrontHead
          editing={editing}
          isReadOnly={isReadOnly}
          state={state}
          title={title}
          id={basis._id}
          status={status}
          {...(section && {section})}
        />
        {state.scheduled.map((scheduled) => (
          <ScheduledNotice key={scheduled.release} scheduled={scheduled} state={state} />
        ))}
        <Box ref={status} aria-live="polite" role="status" style={{minHeight: 20}} tabIndex={-1}>
          <Text key={said.times} muted={!said.isProblem} size={1}>
            {said.text}
          </Text>
        </Box>
        {state.front ? (
          <Columns>
            <Page editing={editing} front={state.front} isReadOnly={isReadOnly} state={state} />
            <Side editing={editing} front={state.front} isReadOnly={isReadOnly} state={state} />
          </Columns>
        ) : (
          <Beginning basis={basis} editing={editing} isReadOnly={isReadOnly} />
        )}
      </Stack>
    </Box>
  )
}

/** Nobody has arranged this page yet. */
function Beginning({
  basis,
  editing,
  isReadOnly,
}: Pick<FrontEditorProps, 'basis' | 'isReadOnly'> & {editing: FrontEditing}) {
  const first = basis.containers?.[0]?._key ?? ''
  return (
    <Card border padding={5} radius={3}>
      <Stack gap={4}>
        <Text size={2}>This page makes itself: the newest story comes first.</Text>
        {!isReadOnly && (
          <Flex>
            <Button
              text="Arrange this front"
              tone="primary"
              onClick={() =>
                void editing.edit(
                  {kind: 'setContainer', container: first, set: {layout: 'lead'}},
                  'The front is yours to arrange. Readers see it when you publish.',
                )
              }
            />
          </Flex>
        )}
      </Stack>
    </Card>
  )
}

interface PageProps extends Pick<FrontEditorProps, 'isReadOnly'> {
  editing: FrontEditing
  front: FrontDocument
  state: FrontState
}

function Page({editing, front, state, isReadOnly}: PageProps) {
  const [worded, setWorded] = useState<{slot: FrontSlot; story: FrontStory}>()
  const page = useRef<HTMLDivElement>(null)
  useKeepFocus(page)
  const containers = front.containers ?? []
  const add = (): void =>
    void editing.edit(
      {
        kind: 'placeContainer',
        container: newContainer(uuid().slice(0, 12), 'three'),
      },
      'A container is new at the foot of the page.',
    )
  return (
    <Stack ref={page} gap={4}>
      {containers.map((container) => (
        <ContainerCard
          key={container._key}
          container={container}
          editing={editing}
          front={front}
          isReadOnly={isReadOnly}
          live={state.live}
          names={state.names}
          stories={state.page.containers.find(({_key}) => _key === container._key)?.stories ?? []}
          onWord={(slot, story) => setWorded({slot, story})}
        />
      ))}
      {!isReadOnly && containers.length < MOST_CONTAINERS && (
        <Flex>
          <Button
            data-control="add"
            icon={AddIcon}
            mode="ghost"
            style={{minHeight: 44}}
            text="Add a container"
            onClick={add}
          />
        </Flex>
      )}
      {worded && (
        <WordsDialog
          {...worded}
          onClose={() => setWorded(undefined)}
          onStore={(set, was) =>
            editing.edit(
              {kind: 'word', slot: worded.slot._key, set, was},
              wordingSaid(worded.story.headline, set),
            )
          }
        />
      )}
    </Stack>
  )
}

function Side({editing, front, state, isReadOnly}: PageProps) {
  const placed = new Set(
    (front.containers ?? []).flatMap(({slots = []}) => slots.map(({piece}) => piece._ref)),
  )
  const first = front.containers?.[0]
  return (
    <Stack gap={5}>
      {!isReadOnly && first && (
        <FindStories
          placed={placed}
          onAdd={({_id, headline}) =>
            void editing.edit(
              {
                kind: 'place',
                slot: newSlot(_id),
                to: {container: first._key, ...(first.slots?.[0] && {before: first.slots[0]._key})},
              },
              `${quoted(headline)} is now first in ${containerName(front, first._key)}.`,
            )
          }
        />
      )}
      <Stack as="section" gap={3} aria-label="History">
        <Text size={1} weight="semibold">
          History
        </Text>
        <FrontRecord entries={state.entries} />
      </Stack>
    </Stack>
  )
}

/** Takes back one's own last step, unless one is writing. */
function useUndoKey({undo}: Pick<FrontEditing, 'undo'>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key !== 'z') return
      if (target.closest('input, textarea, [contenteditable="true"]')) return
      event.preventDefault()
      void undo()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [undo])
}
