// The state of the dialog of *Amend*: the corrections, the overrides, and the reasons against it.
import {useEffect, useMemo, useState} from 'react'
import {useSyncState} from 'sanity'
import type {Override, ReviewReason} from '../../../model/records.ts'
import type {PieceStatus} from '../../data/piece/follow-piece.ts'
import type {MemberUse} from '../../data/piece/look-up-piece.ts'
import type {PieceHandle} from '../../data/piece/use-piece.ts'
import {amendDialogs} from './action-dialogs.ts'
import {ACTION_LABELS} from './action-labels.ts'
import {amendmentsOf, NO_CORRECTIONS, saySame} from './amend-request.ts'
import {sortReasons} from './sort-reasons.ts'
import {useActionRun} from './use-action-run.ts'
import {useAmendReasons} from './use-amend-reasons.ts'

export interface AmendDialogState {
  /** Published ID of the photo, quote or source. */
  id: string
  type: string
  onClose: () => void
  handle: PieceHandle
  status: PieceStatus & {status: 'ready'}
  use: MemberUse
}

/** Fields of the dialog settle these; the text is for one correction that all articles share. */
const REQUESTS: Readonly<Record<string, string>> = {
  kindMissing: 'Say what kind of change it is.',
  readerNoteMissing: 'A few words are missing.',
}
const isAskedHere = ({code}: ReviewReason): boolean => Object.hasOwn(REQUESTS, code)

export function useAmendDialog({id, type, onClose, handle, status, use}: AmendDialogState) {
  const {isSyncing} = useSyncState(id, type)
  const {performing, failure, run} = useActionRun(handle, onClose)
  // The studio may mount the pane again, and this dialog with it.
  const [typed] = useState(() => amendDialogs.typed(id))
  const [corrections, setCorrections] = useState(typed?.corrections ?? NO_CORRECTIONS)
  const [overrides, setOverrides] = useState<Override[]>(typed?.overrides ?? [])
  useEffect(() => amendDialogs.keep(id, {corrections, overrides}), [id, corrections, overrides])
  const [mistakes, setMistakes] = useState<number | 'checking'>('checking')

  const {value, request} = useMemo(() => {
    const ids = use.liveArticles.map(({_id}) => _id)
    // Of two articles, one may have been withdrawn meanwhile.
    const value = ids.length > 1 ? corrections : saySame(ids, corrections, true)
    return {value, request: {amendments: amendmentsOf(ids, value), overrides}}
  }, [use, corrections, overrides])
  const reasons = sortReasons(useAmendReasons(status, request), isAskedHere)
  const {blocking, lacksOverride} = reasons
  const [missing] = reasons.missing
  const ask = missing && (value.isSame ? REQUESTS[missing.code] : missing.message)
  const waitingFor = isSyncing
    ? 'Saving the last edits…'
    : mistakes === 'checking'
      ? 'Checking…'
      : blocking.length > 0 || mistakes > 0
        ? 'Put right what is listed above.'
        : (ask ?? (lacksOverride ? 'Say why it may appear all the same.' : undefined))

  return {
    value,
    setCorrections,
    overrides,
    setOverrides,
    reasons,
    setMistakes,
    performing,
    failure,
    waitingFor,
    perform: () =>
      void run(
        {...request, act: 'amend', articleId: id, documentId: id, ifContentHash: status.hash},
        ACTION_LABELS.amend.done,
      ),
  }
}
