// Editorial actions as the studio's document actions: the button below the form, its menu, and their keys.
import {useEffect, useRef, useState} from 'react'
import {
  useCurrentUser,
  type DocumentActionComponent,
  type DocumentActionDescription,
  type DocumentActionProps,
} from 'sanity'
import {EDITORIAL_ACTIONS} from '../../../model/editorial-actions.ts'
import type {State} from '../../../model/stages.ts'
import type {PieceStatus} from '../../data/piece/follow-piece.ts'
import {usePiece} from '../../data/piece/use-piece.ts'
import type {RoleHolder} from '../../data/roles.ts'
import {workspaceMode} from '../../data/workspace-mode.ts'
import {ActionDialog} from './action-dialog.tsx'
import {actionDialogs} from './action-dialogs.ts'
import {ACTION_LABELS, type PieceAction} from './action-labels.ts'
import {actingUser} from '../../data/actions/acting-user.ts'
import {whyClosed} from './closing-reasons.ts'
import {useCtrlAltKey} from '../../ui/use-ctrl-alt-key.ts'
import {useEditorialReasons} from '../../data/actions/use-editorial-reasons.ts'

/** In other states these actions are hidden, not disabled: no other action could be mistaken for them. */
const HIDDEN: Partial<Record<PieceAction, (state: State) => boolean>> = {
  unspike: (state) => state !== 'spiked',
  spike: (state) => state === 'spiked',
  unschedule: (state) => state !== 'scheduled',
  schedule: (state) => state === 'scheduled',
  explainEmbargo: (state) => state === 'published',
}

const FOUR_EYES_SETTING = workspaceMode().embedded
  ? 'COPYDESK_FOUR_EYES'
  : 'SANITY_STUDIO_FOUR_EYES'

const actions = new Map<PieceAction, DocumentActionComponent>()

/** Returns the same hook for the same action. */
export function documentActionFor(action: PieceAction): DocumentActionComponent {
  const known = actions.get(action)
  if (known) return known
  const useDocumentAction: DocumentActionComponent = (props) => {
    const {piece} = usePiece(existing(props))
    const user = useCurrentUser()
    // The button below the form already offers it.
    const isNext =
      piece.status === 'ready' && nextEditorialAction(piece.standing.state, user) === action
    return useEditorialAction(action, props, isNext, false)
  }
  useDocumentAction.displayName = `EditorialAction(${action})`
  actions.set(action, useDocumentAction)
  return useDocumentAction
}

/**
 * The button below the form: the next action for this person in the piece's state. It holds the
 * dialogs of all actions. A dialog stays open until its person closes it, also if a colleague changes the piece.
 */
export const useNextEditorialAction: DocumentActionComponent = (props) => {
  const {id} = props
  const {piece} = usePiece(existing(props))
  const user = useCurrentUser()
  const state = piece.status === 'ready' ? piece.standing.state : 'drafting'
  const offered = useEditorialAction(nextEditorialAction(state, user), props, false, true)
  // Depends on the article: a pane goes from one to the next.
  const [opened, setOpened] = useState<{id: string; action: PieceAction} | null>(null)
  const before = useRef<Element | null>(null)
  useEffect(() => {
    const stop = actionDialogs.register(id, (action) => {
      before.current = document.activeElement
      setOpened({id, action})
    })
    return () => {
      stop()
      setOpened(null)
    }
  }, [id])

  if (!offered || opened?.id !== id) return offered
  const {action} = opened
  const leave = (): void => {
    actionDialogs.close(id)
    setOpened(null)
  }
  const close = (): void => {
    leave()
    requestAnimationFrame(() => {
      if (before.current instanceof HTMLElement) before.current.focus()
    })
  }
  return {
    ...offered,
    disabled: false,
    dialog: {
      type: 'dialog',
      header: EDITORIAL_ACTIONS[action].title,
      width: 'medium',
      onClose: close,
      content: <ActionDialog articleId={id} action={action} onClose={close} onFollow={leave} />,
    },
  }
}
// The studio looks for its own publish action by this name, in its footer and banners.
useNextEditorialAction.action = 'publish'
useNextEditorialAction.displayName = 'NextEditorialAction'

/** The article's published ID, if it exists. */
const existing = ({id, draft, published}: DocumentActionProps): string | null =>
  draft || published ? id : null

function nextEditorialAction(state: State, user: RoleHolder | null): PieceAction {
  const isEditor = actingUser(user, workspaceMode().embedded).roles.includes('editor')
  if (!isEditor) return 'submit'
  if (state === 'inReview') return 'approve'
  if (state === 'scheduled') return 'unschedule'
  if (state === 'spiked') return 'unspike'
  if (state === 'approved' || state === 'published' || state === 'killed') return 'publish'
  return 'submit'
}

function useEditorialAction(
  action: PieceAction,
  props: DocumentActionProps,
  isElsewhere: boolean,
  isNext: boolean,
): DocumentActionDescription | null {
  const {id, ready} = props
  const exists = existing(props) !== null
  const {piece} = usePiece(existing(props))
  const reasons = useEditorialReasons(piece, action)
  const labels = ACTION_LABELS[action]
  const open = (): void => actionDialogs.open(id, action)

  const why = !ready
    ? 'The piece is still loading.'
    : !exists
      ? 'There is nothing here yet.'
      : piece.status === 'failed'
        ? piece.message
        : whyClosed(reasons.all, FOUR_EYES_SETTING)
  const isReady = piece.status === 'ready' && why === undefined
  // Actions that a role never allows are hidden, except that only editors publish.
  const isForeign =
    !isNext && action !== 'publish' && reasons.all.some(({code}) => code === 'roleMissing')
  const hidden = isElsewhere || isForeign || (piece.status === 'ready' && isHidden(action, piece))
  useCtrlAltKey(labels.key, isReady && !hidden, open)

  if (hidden) return null
  return {
    label: EDITORIAL_ACTIONS[action].title,
    icon: labels.icon,
    tone: labels.tone,
    disabled: !isReady,
    title: why ?? `Ctrl + Alt + ${labels.key}`,
    onHandle: open,
  }
}

function isHidden(
  action: PieceAction,
  {standing, piece}: PieceStatus & {status: 'ready'},
): boolean {
  // Of the two legal actions, one is always shown.
  const isLegalRequired = piece.review?.legal?.state === 'required'
  if (action === 'requireLegal' && isLegalRequired) return true
  if (action === 'clearLegal' && !isLegalRequired) return true
  return HIDDEN[action]?.(standing.state) === true
}
