// The head of the tool: what readers see of the front, who else is here, undo, preview and publication.
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {UndoIcon} from '@sanity/icons/Undo'
import {Badge, Box, Button, Flex, Text} from '@sanity/ui'
import {useState} from 'react'
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
}

type Opened = 'preview' | 'publish' | 'discard'

export function FrontHead({id, title, section, state, editing, isReadOnly}: FrontHeadProps) {
  const [opened, setOpened] = useState<Opened>()
  const close = (): void => setOpened(undefined)
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
          onClick={() => setOpened('preview')}
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
        <Button mode="bleed" text="Discard changes …" onClick={() => setOpened('discard')} />
      )}
      {!isReadOnly && (
        <Button
          disabled={!draft}
          text="What changes, and publish …"
          tone="primary"
          onClick={() => setOpened('publish')}
        />
      )}
      {opened === 'preview' && <FrontPreview onClose={close} {...(section && {section})} />}
      {opened === 'publish' && draft && (
        <PublishDialog
          draft={draft}
          id={id}
          state={state}
          title={title}
          onClose={close}
          onDone={(said) => editing.say(said)}
        />
      )}
      {opened === 'discard' && <Discard id={id} editing={editing} onClose={close} />}
    </Flex>
  )
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

function Discard({
  id,
  editing,
  onClose,
}: Pick<FrontHeadProps, 'id' | 'editing'> & {onClose: () => void}) {
  const client = useRawClient()
  const question = {
    title: 'Discard the changes?',
    consequence: 'All changes since the last publication go, also those of colleagues.',
    verb: 'Discard',
    perform: async () => {
      await discardChanges(client, id)
      editing.say('The changes are discarded.')
    },
  }
  return <ConfirmDialog question={question} onClose={onClose} />
}
