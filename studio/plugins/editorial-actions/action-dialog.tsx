// The dialog of an editorial action: what will happen, the reasons against it, its fields, and the button.
import {Button, Stack, Text} from '@sanity/ui'
import {EDITORIAL_ACTIONS} from '../../../model/editorial-actions.ts'
import {hasBeenRead} from '../../../workflow/checks/process.ts'
import {usePiece} from '../../data/piece/use-piece.ts'
import {
  ActionFailure,
  ActionFooter,
  ActionUnseen,
  ActionWaiting,
  OverrideSection,
  ReasonSection,
} from './action-dialog-parts.tsx'
import {ActionFields} from './action-fields.tsx'
import {ACTION_LABELS, type PieceAction} from './action-labels.ts'
import {GoingOut} from './going-out.tsx'
import {useActionDialog, type ActionDialogState} from './use-action-dialog.ts'
import {useEffect, useRef, type RefObject} from 'react'

interface ActionDialogProps {
  articleId: string
  action: PieceAction
  onClose: () => void
  /** Called when a link to a field was followed. */
  onFollow: () => void
}

/** The body of the dialog; its frame is the studio's. */
export function ActionDialog(props: ActionDialogProps) {
  const handle = usePiece(props.articleId)
  const {piece} = handle
  if (piece.status !== 'ready') return <ActionWaiting handle={handle} />
  return <ReadyAction {...props} handle={handle} status={piece} />
}

function ReadyAction(props: ActionDialogProps & ActionDialogState) {
  const {action, onClose, onFollow, handle} = props
  const {piece} = props.status
  const labels = ACTION_LABELS[action]
  const dialog = useActionDialog(props)
  const {request, set, reasons, performing} = dialog
  const fields = useFirstField()
  return (
    <Stack gap={4} ref={fields}>
      <Text size={1} muted>
        {labels.explains}
      </Text>
      {dialog.isAboutContent && (
        <GoingOut piece={piece} reload={handle.reload} onResult={dialog.setMistakes} />
      )}
      {/* While it is performed, the new state already counts as a reason against it. */}
      {!performing && (
        <ReasonSection
          title="Before it can be done"
          reasons={reasons.blocking}
          piece={piece}
          onFollow={onFollow}
        />
      )}
      <OverrideSection
        reasons={reasons.overridable}
        overrides={request.overrides ?? []}
        onChange={(overrides) => set({overrides})}
      />
      <ActionFields
        action={action}
        request={request}
        wasRead={hasBeenRead(piece.root)}
        onChange={set}
      />
      <ReasonSection
        title="Worth a look"
        reasons={reasons.warnings}
        piece={piece}
        onFollow={onFollow}
      />
      {dialog.asksToLook && <ActionUnseen onSeen={dialog.markSeen} />}
      <ActionFailure failure={dialog.failure} piece={piece} onFollow={onFollow} />
      <ActionFooter waitingFor={dialog.waitingFor} performing={performing} onClose={onClose}>
        <Button
          data-testid={`perform-${action}`}
          icon={labels.icon}
          loading={dialog.isLoading}
          disabled={dialog.isDisabled}
          text={EDITORIAL_ACTIONS[action].title}
          tone={labels.tone}
          onClick={dialog.press}
        />
      </ActionFooter>
    </Stack>
  )
}

/** @returns for the element around the fields */
function useFirstField(): RefObject<HTMLDivElement | null> {
  const around = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // After the dialog, which focuses its first button.
    const frame = requestAnimationFrame(() =>
      around.current?.querySelector<HTMLElement>('input, textarea')?.focus(),
    )
    return () => cancelAnimationFrame(frame)
  }, [])
  return around
}
