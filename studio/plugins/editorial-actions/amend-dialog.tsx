// The dialog of *Amend*: what changes, whose readers see it, its corrections, and the button.
import {Button, Flex, Stack, Text} from '@sanity/ui'
import {useMemo} from 'react'
import {EDITORIAL_ACTIONS} from '../../../model/editorial-actions.ts'
import {changedPairs} from '../../../workflow/gather-use.ts'
import type {GatheredPiece} from '../../../workflow/gather.ts'
import {usePiece} from '../../data/piece/use-piece.ts'
import {ChangesSince} from '../../ui/diff/changes-since.tsx'
import {
  ActionFailure,
  ActionFooter,
  ActionSection,
  ActionWaiting,
  OverrideSection,
  ReasonSection,
} from './action-dialog-parts.tsx'
import {AmendCorrections} from './amend-corrections.tsx'
import {ACTION_LABELS} from './action-labels.ts'
import {GoingOut} from './going-out.tsx'
import {useAmendDialog, type AmendDialogState} from './use-amend-dialog.ts'
import {useColleagues} from '../../data/use-colleagues.ts'

interface AmendDialogProps {
  /** Published ID of the photo, quote or source. */
  id: string
  type: string
  onClose: () => void
}

/** The body of the dialog; its frame is the studio's. */
export function AmendDialog(props: AmendDialogProps) {
  const handle = usePiece(props.id)
  const {piece} = handle
  if (piece.status !== 'ready' || !piece.use) return <ActionWaiting handle={handle} />
  return <ReadyAmend {...props} handle={handle} status={piece} use={piece.use} />
}

function ReadyAmend(props: AmendDialogState) {
  const {id, type, onClose, handle, use} = props
  const {piece} = props.status
  const dialog = useAmendDialog(props)
  const {reasons, performing} = dialog
  if (!piece.root.draft && !performing) return <NothingLeft onClose={onClose} />

  return (
    <Stack gap={5} data-testid="amend-dialog">
      <Text size={1} muted>
        {ACTION_LABELS.amend.explains}
      </Text>
      <GoingOut piece={piece} reload={handle.reload} onResult={dialog.setMistakes} />
      <ActionSection title="What changes for readers">
        <AmendChangers accounts={use.changedBy} />
        <AmendedContent piece={piece} />
      </ActionSection>
      <ReasonSection
        title="Before it can be done"
        reasons={reasons.blocking}
        piece={piece}
        onFollow={onClose}
      />
      <OverrideSection
        reasons={reasons.overridable}
        overrides={dialog.overrides}
        onChange={dialog.setOverrides}
      />
      <AmendCorrections
        articles={use.liveArticles}
        documentId={id}
        type={type}
        value={dialog.value}
        onChange={dialog.setCorrections}
        onFollow={onClose}
      />
      <ReasonSection
        title="Worth a look"
        reasons={reasons.warnings}
        piece={piece}
        onFollow={onClose}
      />
      <ActionFailure failure={dialog.failure} piece={piece} onFollow={onClose} />
      <ActionFooter waitingFor={dialog.waitingFor} performing={performing} onClose={onClose}>
        <Button
          data-testid="perform-amend"
          icon={ACTION_LABELS.amend.icon}
          loading={performing}
          disabled={dialog.waitingFor !== undefined || performing}
          text={EDITORIAL_ACTIONS.amend.title}
          tone={ACTION_LABELS.amend.tone}
          onClick={dialog.perform}
        />
      </ActionFooter>
    </Stack>
  )
}

function AmendedContent({piece}: {piece: GatheredPiece}) {
  const pairs = useMemo(() => changedPairs(piece), [piece])
  const before = useMemo(() => pairs.flatMap(({published}) => published ?? []), [pairs])
  const after = useMemo(() => pairs.flatMap(({draft}) => draft ?? []), [pairs])
  return (
    <ChangesSince
      before={before}
      after={after}
      emptyText="Nothing: readers see it as it is."
      missingText=""
    />
  )
}

/** A colleague published or discarded the change while the dialog was open. */
function NothingLeft({onClose}: {onClose: () => void}) {
  return (
    <Stack gap={4}>
      <Text size={1} role="status">
        There is nothing left to amend: somebody has just published or discarded this change.
      </Text>
      <Flex justify="flex-end">
        <Button mode="ghost" text="Close" onClick={onClose} />
      </Flex>
    </Stack>
  )
}

/** @param accounts ids */
function AmendChangers({accounts}: {accounts: readonly string[]}) {
  const {nameOf} = useColleagues(accounts)
  if (accounts.length === 0) return null
  const names = accounts.map((account) => nameOf(account) ?? 'somebody else')
  const last = names.pop() ?? ''
  return (
    <Text size={1} muted>
      Changed by {names.length > 0 ? `${names.join(', ')} and ${last}` : last}.
    </Text>
  )
}
