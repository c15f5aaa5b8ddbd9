// The dialog of *Amend*: what changes, whose readers see it and what they are told, and the button.
import {Box, Button, Flex, Stack, Text} from '@sanity/ui'
import {useEffect, useMemo, useState} from 'react'
import {useSyncState} from 'sanity'
import {changedPairs} from '../../../workflow/gather-use.ts'
import type {Override, ReviewReason} from '../../../model/records.ts'
import type {MemberUse} from '../../data/piece/look-up-piece.ts'
import type {PieceStatus} from '../../data/piece/follow-piece.ts'
import {usePiece, type PieceHandle} from '../../data/piece/use-piece.ts'
import {ChangesSince} from '../../ui/diff/changes-since.tsx'
import {amendDialogs} from './action-dialogs.ts'
import {ActionNotice, ActionSection, ActionWaiting} from './action-dialog-parts.tsx'
import {AmendChangers} from './amend-changers.tsx'
import {amendmentsOf, saySame, UNTOLD} from './amend-request.ts'
import {AmendTold} from './amend-corrections.tsx'
import {AMEND_WORDS} from './amend-labels.ts'
import {GoingOut} from './going-out.tsx'
import {OverrideFields} from './override-fields.tsx'
import {ReasonList} from '../../ui/reason-list.tsx'
import {useActionRun} from './use-action-run.ts'
import {useAmendReasons} from './use-amend-reasons.ts'

interface AmendDialogProps {
  /** Published id of the photo, quote or source. */
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

interface ReadyAmendProps extends AmendDialogProps {
  handle: PieceHandle
  status: PieceStatus & {status: 'ready'}
  use: MemberUse
}

/** Settled in the dialog's own fields; in these words where all articles say the same. */
const SAY: Readonly<Record<string, string>> = {
  kindMissing: 'Say what kind of change it is.',
  readerNoteMissing: 'A few words are missing.',
}
const isAskedHere = ({code}: ReviewReason): boolean => Object.hasOwn(SAY, code)

function ReadyAmend({id, type, onClose, handle, status, use}: ReadyAmendProps) {
  const {piece, hash} = status
  const {isSyncing} = useSyncState(id, type)
  const {performing, failure, run} = useActionRun(handle, onClose)
  // The studio may draw the pane anew, and this with it.
  const [typed] = useState(() => amendDialogs.typed(id))
  const [told, setTold] = useState(typed?.told ?? UNTOLD)
  const [overrides, setOverrides] = useState<Override[]>(typed?.overrides ?? [])
  useEffect(() => amendDialogs.keep(id, {told, overrides}), [id, told, overrides])
  const [mistakes, setMistakes] = useState<number | 'checking'>('checking')

  const saying = useMemo(() => {
    const ids = use.told.map(({_id}) => _id)
    // Of two articles one may have gone meanwhile.
    const value = ids.length > 1 ? told : saySame(ids, told, true)
    return {value, said: {amendments: amendmentsOf(ids, value), overrides}}
  }, [use, told, overrides])
  const {said} = saying
  const reasons = useAmendReasons(status, said)
  const errors = reasons.filter(({severity}) => severity === 'error')
  const missing = errors.filter(isAskedHere)
  // Overridden ones stay in their fields, so that the words can still be changed.
  const overridable = reasons.filter((reason) => reason.overridable)
  const blocking = errors.filter((reason) => !reason.overridable && !isAskedHere(reason))
  const warnings = reasons.filter((reason) => reason.severity === 'warning' && !reason.overridable)
  const pairs = useMemo(() => changedPairs(piece), [piece])
  const before = useMemo(() => pairs.flatMap(({published}) => published ?? []), [pairs])
  const after = useMemo(() => pairs.flatMap(({draft}) => draft ?? []), [pairs])

  const ask = missing[0] && (saying.value.isSame ? SAY[missing[0].code] : missing[0].message)
  const unexplained = errors.length > 0 ? 'Say why it may appear all the same.' : undefined
  const waiting = isSyncing
    ? 'Saving the last edits…'
    : mistakes === 'checking'
      ? 'Checking…'
      : blocking.length > 0 || mistakes > 0
        ? 'Put right what is listed above.'
        : (ask ?? unexplained)

  if (!piece.root.draft && !performing) return <NothingLeft onClose={onClose} />

  return (
    <Stack gap={5} data-testid="amend-dialog">
      <Text size={1} muted>
        {AMEND_WORDS.explains}
      </Text>
      <GoingOut piece={piece} reload={handle.reload} onResult={setMistakes} />
      <ActionSection title="What changes for readers">
        <AmendChangers accounts={use.changedBy} />
        <ChangesSince
          before={before}
          after={after}
          emptyText="Nothing: readers see it as it is."
          missingText=""
        />
      </ActionSection>
      {blocking.length > 0 && (
        <ActionSection title="Before it can be done">
          <ReasonList reasons={blocking} piece={piece} onFollow={onClose} />
        </ActionSection>
      )}
      {overridable.length > 0 && (
        <ActionSection title="May be let pass, with a reason">
          <OverrideFields reasons={overridable} overrides={overrides} onChange={setOverrides} />
        </ActionSection>
      )}
      <AmendTold
        articles={use.told}
        documentId={id}
        type={type}
        value={saying.value}
        onChange={setTold}
        onFollow={onClose}
      />
      {warnings.length > 0 && (
        <ActionSection title="Worth a look">
          <ReasonList reasons={warnings} piece={piece} onFollow={onClose} />
        </ActionSection>
      )}
      {failure && (
        <ActionNotice>
          <Stack gap={3}>
            <Text size={1}>{failure.message}</Text>
            <ReasonList reasons={failure.reasons} piece={piece} onFollow={onClose} />
          </Stack>
        </ActionNotice>
      )}
      <Flex justify="flex-end" gap={2} align="center">
        <Box flex={1}>
          <Text size={1} muted aria-live="polite">
            {waiting}
          </Text>
        </Box>
        <Button mode="bleed" text="Not now" onClick={onClose} disabled={performing} />
        <Button
          data-testid="perform-amend"
          icon={AMEND_WORDS.icon}
          loading={performing}
          disabled={waiting !== undefined || performing}
          text={AMEND_WORDS.label}
          tone={AMEND_WORDS.tone}
          onClick={() =>
            void run(
              {...said, act: 'amend', articleId: id, documentId: id, ifContentHash: hash},
              AMEND_WORDS.done,
            )
          }
        />
      </Flex>
    </Stack>
  )
}

/** Somebody was quicker while it was looked at. */
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
