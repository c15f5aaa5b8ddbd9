// The state of an editorial action's dialog: the typed fields, the reasons against it, and its progress.
import {createElement, useEffect, useEffectEvent, useState} from 'react'
import {useSyncState} from 'sanity'
import type {EditorialActionRequest} from '../../../model/editorial-actions.ts'
import {DEFAULT_PIECE} from '../../../model/registry.ts'
import {currentOf} from '../../../workflow/gather.ts'
import {ASKED_IN_A_DIALOG} from '../../data/actions/reason-codes.ts'
import {useEditorialReasons} from '../../data/actions/use-editorial-reasons.ts'
import {publicAddress} from '../../data/page-address.ts'
import type {PieceStatus} from '../../data/piece/follow-piece.ts'
import type {PieceHandle} from '../../data/piece/use-piece.ts'
import {SeeOnSite} from '../../ui/see-on-site.tsx'
import {actionDialogs} from './action-dialogs.ts'
import {ACTION_LABELS, type PieceAction} from './action-labels.ts'
import {closes} from './closing-reasons.ts'
import {sortReasons} from './sort-reasons.ts'
import {useActionRun} from './use-action-run.ts'

/** Actions on the content: the person must have seen what they apply to. */
const ABOUT_CONTENT: readonly PieceAction[] = ['approve', 'publish', 'schedule']

const ASKED_HERE = new Set(ASKED_IN_A_DIALOG)

export interface ActionDialogState {
  articleId: string
  action: PieceAction
  onClose: () => void
  handle: PieceHandle
  status: PieceStatus & {status: 'ready'}
}

export function useActionDialog({articleId, action, onClose, handle, status}: ActionDialogState) {
  const {isSyncing} = useSyncState(articleId, currentOf(status.piece.root)?._type ?? DEFAULT_PIECE)
  // The studio may mount the pane again, and this dialog with it.
  const [typed] = useState(() => actionDialogs.typed(articleId))
  const [request, setRequest] = useState<Partial<EditorialActionRequest>>(typed?.request ?? {})
  // The piece as it was before the dialog opened: a colleague's later change has not been seen.
  const [seen, setSeen] = useState(typed?.seen ?? status.hash)
  useEffect(() => actionDialogs.keep(articleId, {request, seen}), [articleId, request, seen])
  const {performing, failure, forget, run} = useActionRun(handle, onClose)
  const [mistakes, setMistakes] = useState<number | 'checking'>('checking')
  const {all, errors} = useEditorialReasons(status, action, request)
  const reasons = sortReasons(all, ({code}) => ASKED_HERE.has(code))

  const isAboutContent = ABOUT_CONTENT.includes(action)
  const isChecking = isAboutContent && mistakes === 'checking'
  const isUnseen = isAboutContent && seen !== status.hash && !performing
  const isRefused =
    errors.length > 0 || isUnseen || (isAboutContent && !isChecking && mistakes !== 0)
  const {pressed, press} = useEarlyPress(isChecking || isSyncing, () => {
    if (isRefused) return
    const content = isAboutContent ? {ifContentHash: seen} : {}
    const page = action === 'publish' ? publicAddress(currentOf(status.piece.root)) : null
    const more = page && createElement(SeeOnSite, {address: page})
    void run({...request, act: action, articleId, ...content}, ACTION_LABELS[action].done, more)
  })
  const {blocking, missing, lacksOverride} = reasons
  return {
    request,
    set: (changes: Partial<EditorialActionRequest>) =>
      setRequest((before) => ({...before, ...changes})),
    reasons,
    isAboutContent,
    setMistakes,
    performing,
    failure: isUnseen ? null : failure,
    /** A colleague changed the piece, and nothing else closes the dialog's button. */
    asksToLook: isUnseen && !blocking.some(closes),
    markSeen() {
      setSeen(status.hash)
      forget()
    },
    isLoading: performing || pressed,
    isDisabled: isRefused || performing || pressed,
    press,
    /** Why the button waits. */
    waitingFor: isSyncing
      ? 'Saving the last edits…'
      : isChecking
        ? 'Checking…'
        : blocking.some((reason) => !closes(reason))
          ? 'Put right what is listed above.'
          : blocking.length > 0
            ? ''
            : (missing[0]?.message ?? (lacksOverride ? 'Say why it may appear all the same.' : '')),
  }
}

/** A press while the last edits are saved or checked counts as soon as that is done. */
function useEarlyPress(isSettling: boolean, perform: () => void) {
  const [pressed, setPressed] = useState(false)
  const onSettled = useEffectEvent(() => {
    setPressed(false)
    perform()
  })
  useEffect(() => {
    if (!pressed || isSettling) return undefined
    const soon = setTimeout(onSettled)
    return () => clearTimeout(soon)
  }, [pressed, isSettling])
  return {pressed, press: () => (isSettling ? setPressed(true) : perform())}
}
