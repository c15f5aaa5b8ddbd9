// *Publish* on an article: the article and everything it uses go out together.
import {PublishIcon} from '@sanity/icons/Publish'
import {useEffect, useEffectEvent, useState} from 'react'
import {
  useCurrentUser,
  useSyncState,
  useValidationStatus,
  type DocumentActionComponent,
} from 'sanity'
import {publishesArticles} from '../roles.ts'
import {workspaceMode} from '../workspace-mode.ts'
import {PublishPieceDialog} from './publish-piece-dialog.tsx'

/** Takes the place of the studio's own *Publish* on articles. */
export const usePublishPieceAction: DocumentActionComponent = ({
  id,
  type,
  draft,
  published,
  ready,
}) => {
  const [open, setOpen] = useState(false)
  const user = useCurrentUser()
  const {isSyncing} = useSyncState(id, type)
  const {validation} = useValidationStatus(draft?._id ?? id, type, false)
  const mayPublish = publishesArticles(user, !workspaceMode().embedded)
  const label = published && draft ? 'Publish changes' : 'Publish'

  const reason = (): string | undefined => {
    if (!ready) return 'The article is still loading.'
    if (!mayPublish) {
      return 'Only an editor can publish. Your draft is saved, and the editors find it in their lists.'
    }
    if (!draft) {
      return published ? 'Readers see this version already.' : 'There is nothing to publish yet.'
    }
    return undefined
  }
  const why = reason()
  usePublishKeys(why === undefined, () => setOpen(true))
  const errors = validation.filter(({level}) => level === 'error').length

  return {
    label,
    icon: PublishIcon,
    tone: errors > 0 ? 'caution' : 'positive',
    disabled: why !== undefined && !open,
    title: why ?? (isSyncing ? 'Your last edits are being saved.' : 'Ctrl + Alt + P'),
    onHandle: () => setOpen(true),
    dialog: open && {
      type: 'dialog',
      header: published ? 'Publish the changes' : 'Publish this article',
      width: 'medium',
      onClose: () => setOpen(false),
      content: <PublishPieceDialog articleId={id} onClose={() => setOpen(false)} />,
    },
  }
}
usePublishPieceAction.action = 'publish'
usePublishPieceAction.displayName = 'PublishPieceAction'

/**
 * Ctrl+Alt+P. Not the action's own `shortcut`: for that the studio draws a second dialog beside the
 * first. Two panes with one article share the keystroke; the first one takes it.
 */
function usePublishKeys(enabled: boolean, open: () => void): void {
  const onKeys = useEffectEvent((event: KeyboardEvent) => {
    const pressed = event.ctrlKey && event.altKey && event.code === 'KeyP'
    if (!pressed || event.defaultPrevented) return
    event.preventDefault()
    open()
  })
  useEffect(() => {
    if (!enabled) return undefined
    const listen = (event: KeyboardEvent): void => onKeys(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [enabled])
}
