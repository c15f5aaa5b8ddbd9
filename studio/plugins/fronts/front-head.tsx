// The head of the tool: what readers see of the front, who else is here, undo, preview and publication.
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {UndoIcon} from '@sanity/icons/Undo'
import {Badge, Box, Button, Flex, Text} from '@sanity/ui'
import {useEffect, useRef, useState, type RefObject} from 'react'
import {IntentLink} from 'sanity/router'
import {hasPreviews} from '../../data/page-address.ts'
import {useRawClient} from '../../data/use-raw-client.ts'
import {ConfirmDialog} from '../../ui/confirm-dialog.tsx'
import {FrontPreview} from './front-preview.tsx'
import type {FrontChoice, FrontState} from './load-front.ts'
import {PublishDialog} from './publish-dialog.tsx'
import {discardChanges} from './publish-front.ts'
import type {FrontEditing} from './use-front.ts'
import {usePresence} from './use-presence.ts'

interface FrontHeadProps {
  id: string
  title: string
  section?: FrontChoice
  state: FrontState
  editing: FrontEditing
  isReadOnly: boolean
  /** Has the focus after a publication, when nothing is left to publish. */
  status: RefObject<HTMLElement | null>
}

type Opened = 'preview' | 'publish' | 'discard'

export function FrontHead(props: FrontHeadProps) {
  const {id, state, editing, isReadOnly, status} = props
  const dialogs = useDialogs(status)
  const {draft} = state
  return (
    <Flex align="center" gap={2} wrap="wrap">
      <Box flex={1} style={{minWidth: 220}}>
        <Standing id={id} state={state} />
      </Box>
      {!isReadOnly && (
        <Button
          disabled={!editing.canUndo}
          icon={UndoIcon}
          mode="bleed"
          text="Undo"
          onClick={() => void editing.undo()}
        />
      )}
      {hasPreviews() && (
        <Button
          icon={EyeOpenIcon}
          mode="ghost"
          text="Preview"
          onClick={() => dialogs.open('preview')}
        />
      )}
      {state.front && (
        <Button
          as={IntentLink}
          mode="bleed"
          text="As a form"
          {...{intent: 'edit', params: {id, type: 'front'}}}
        />
      )}
      {!isReadOnly && draft && state.published && (
        <Button mode="bleed" text="Discard changes …" onClick={() => dialogs.open('discard')} />
      )}
      {!isReadOnly && (
        <Button
          disabled={!draft}
          text="What changes, and publish …"
          tone="primary"
          onClick={() => dialogs.open('publish')}
        />
      )}
      <Dialogs {...props} {...dialogs} />
    </Flex>
  )
}

function Dialogs({
  id,
  title,
  section,
  state,
  editing,
  opened,
  close,
  finish,
}: FrontHeadProps & ReturnType<typeof useDialogs>) {
  const {draft} = state
  const done = (said: string): void => {
    editing.say(said)
    finish()
  }
  if (opened === 'preview') return <FrontPreview onClose={close} {...(section && {section})} />
  if (opened === 'discard') return <Discard id={id} onClose={close} onDone={done} />
  if (opened !== 'publish' || !draft) return null
  return (
    <PublishDialog
      draft={draft}
      id={id}
      state={state}
      title={title}
      onClose={close}
      onDone={done}
    />
  )
}

/** Focus returns to what opened the dialog; to the status once its work is done. */
function useDialogs(status: RefObject<HTMLElement | null>) {
  const [opened, setOpened] = useState<Opened>()
  const next = useRef<Element>(null)
  useEffect(() => {
    if (opened) return
    if (next.current instanceof HTMLElement) next.current.focus()
    next.current = null
  }, [opened])
  return {
    opened,
    open: (dialog: Opened): void => {
      next.current = document.activeElement
      setOpened(dialog)
    },
    close: (): void => setOpened(undefined),
    finish: (): void => {
      next.current = status.current
    },
  }
}

function Standing({id, state: {draft, published}}: Pick<FrontHeadProps, 'id' | 'state'>) {
  const others = usePresence(id)
  return (
    <Flex align="center" gap={2} wrap="wrap">
      {draft && <Badge tone="caution">Changes that readers do not see yet</Badge>}
      {!draft && published && <Badge tone="positive">As readers see it</Badge>}
      {others.length > 0 && (
        <Text muted size={1}>
          {`Also here: ${others.join(', ')}`}
        </Text>
      )}
    </Flex>
  )
}

interface DiscardProps {
  id: string
  onDone: (said: string) => void
  onClose: () => void
}

function Discard({id, onDone, onClose}: DiscardProps) {
  const client = useRawClient()
  const question = {
    title: 'Discard the changes?',
    consequence: 'All changes since the last publication go, also those of colleagues.',
    verb: 'Discard',
    perform: async () => {
      await discardChanges(client, id)
      onDone('The changes are discarded.')
    },
  }
  return <ConfirmDialog question={question} onClose={onClose} />
}
