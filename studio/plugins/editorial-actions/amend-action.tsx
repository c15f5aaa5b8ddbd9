// The button below the form of a photo, a quote or a source: the studio's own *Publish*, or *Amend*
// where readers of live articles would see the change.
import {useEffect, useState} from 'react'
import {useDocumentPairPermissions} from 'sanity'
import {EDITORIAL_ACTIONS} from '../../../model/editorial-actions.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {usePiece} from '../../data/piece/use-piece.ts'
import {wrapAction} from '../../ui/wrap-action.ts'
import {useMinute} from '../../ui/time/use-minute.ts'
import {amendDialogs} from './action-dialogs.ts'
import {AmendDialog} from './amend-dialog.tsx'
import {amendWay} from './amend-way.ts'
import {ACTION_LABELS} from './action-labels.ts'
import {useCtrlAltKey} from '../../ui/use-ctrl-alt-key.ts'
import {useAmendReasons} from './use-amend-reasons.ts'

/** Around the studio's own *Publish*. */
export const publishOrAmend = wrapAction(
  'PublishOrAmend',
  function usePublishOrAmendAction(original, props) {
    const {id, type, draft, published} = props
    const description = original(props)
    const {piece} = usePiece(draft || published ? id : null)
    const reasons = useAmendReasons(piece)
    const [permissions] = useDocumentPairPermissions({id, type, permission: 'publish'})
    const now = useMinute()
    const [isOpen, setOpen] = useState(false)
    useEffect(() => {
      const stop = amendDialogs.register(id, () => setOpen(true))
      return () => {
        stop()
        setOpen(false)
      }
    }, [id])
    const open = (): void => amendDialogs.open(id, 'amend')
    const {action, why} = amendWay(
      {
        piece,
        draft: draft as PieceDocument | null,
        published: published as PieceDocument | null,
        reasons,
      },
      new Date(now).toISOString(),
    )
    // Null for another version, which cannot be published.
    const isAmendment = description !== null && action === 'amend'
    useCtrlAltKey(ACTION_LABELS.amend.key, isAmendment && why === undefined, open)

    if (isAmendment || isOpen) {
      const {title: label} = EDITORIAL_ACTIONS.amend
      const {icon, tone, key} = ACTION_LABELS.amend
      const close = (): void => {
        amendDialogs.close(id)
        setOpen(false)
      }
      return {
        label,
        icon,
        tone,
        disabled: !isOpen && why !== undefined,
        title: why ?? `Ctrl + Alt + ${key}`,
        onHandle: open,
        dialog: isOpen && {
          type: 'dialog',
          header: label,
          width: 'medium',
          onClose: close,
          content: <AmendDialog id={id} type={type} onClose={close} />,
        },
      }
    }
    // The studio itself explains a missing right to publish.
    if (!description || why === undefined || permissions?.granted === false) return description
    return {...description, disabled: true, shortcut: null, title: why}
  },
)
