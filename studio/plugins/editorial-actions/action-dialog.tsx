// The dialog of an act: what will happen, what stands in its way, what has to be said, and the button.
import {currentOf} from '../../../workflow/gather.ts'
import {DEFAULT_PIECE} from '../../../model/content-types.ts'
import {Box, Button, Flex, Stack, Text, TextArea} from '@sanity/ui'
import {useEffect, useEffectEvent, useId, useState} from 'react'
import {useSyncState} from 'sanity'
import type {EditorialActionRequest} from '../../../model/editorial-actions.ts'
import {hasBeenRead} from '../../../workflow/checks/process.ts'
import {usePiece, type PieceHandle} from '../../data/piece/use-piece.ts'
import type {PieceStatus} from '../../data/piece/follow-piece.ts'
import {useNewsroomTime} from '../../ui/time/use-newsroom-time.ts'
import {actionDialogs} from './action-dialogs.ts'
import {ActionNotice, ActionSection, ActionUnseen, ActionWaiting} from './action-dialog-parts.tsx'
import {ACTION_LABELS, type PieceAction} from './action-labels.ts'
import {closes} from './closing-reasons.ts'
import {CorrectionFields} from './correction-fields.tsx'
import {GoingOut} from './going-out.tsx'
import {OverrideFields} from './override-fields.tsx'
import {PublishAt} from './publish-at.tsx'
import {ReasonList} from '../../ui/reason-list.tsx'
import {useEditorialReasons} from '../../data/actions/use-editorial-reasons.ts'
import {useActionRun} from './use-action-run.ts'
import {useFirstField} from './use-first-field.ts'

interface ActionDialogProps {
  articleId: string
  act: PieceAction
  onClose: () => void
  /** A way to a field was taken. */
  onFollow: () => void
}

/** The body of the dialog; its frame is the studio's. */
export function ActionDialog(props: ActionDialogProps) {
  const handle = usePiece(props.articleId)
  const {piece} = handle
  if (piece.status !== 'ready') return <ActionWaiting handle={handle} />
  return <ReadyAction {...props} handle={handle} status={piece} />
}

/** Acts that are about the content: what is looked at must be what is meant. */
const ABOUT_CONTENT: readonly PieceAction[] = ['approve', 'publish', 'schedule']

interface ReadyActionProps extends ActionDialogProps {
  handle: PieceHandle
  status: PieceStatus & {status: 'ready'}
}

function ReadyAction({articleId, act, onClose, onFollow, handle, status}: ReadyActionProps) {
  const words = ACTION_LABELS[act]
  const id = useId()
  const time = useNewsroomTime()
  const {isSyncing} = useSyncState(articleId, currentOf(status.piece.root)?._type ?? DEFAULT_PIECE)
  // The studio may draw the pane anew, and this with it.
  const [typed] = useState(() => actionDialogs.typed(articleId))
  const [request, setRequest] = useState<Partial<EditorialActionRequest>>(typed?.request ?? {})
  const [openedAt] = useState(() => Date.now())
  const {performing, failure, forget, run} = useActionRun(handle, onClose)
  // What was looked at before the dialog opened: what a colleague changes under it was not.
  const [seen, setSeen] = useState(typed?.seen ?? status.hash)
  useEffect(() => actionDialogs.keep(articleId, {request, seen}), [articleId, request, seen])
  const fields = useFirstField()
  const [mistakes, setMistakes] = useState<number | 'checking'>('checking')
  const reasons = useEditorialReasons(status, act, request)

  const isAboutContent = ABOUT_CONTENT.includes(act)
  const asksKind = (act === 'publish' || act === 'schedule') && hasBeenRead(status.piece.root)
  const set = (changes: Partial<EditorialActionRequest>): void =>
    setRequest((now) => ({...now, ...changes}))
  const errors = reasons.errors.filter(({code}) => !ASKED_HERE.has(code))
  // Overridden ones stay in their fields, so that the words can still be changed.
  const overridable = reasons.all.filter((reason) => reason.overridable)
  const blocking = errors.filter((reason) => !reason.overridable)
  const missing = reasons.errors.filter(({code}) => ASKED_HERE.has(code))
  const openOverrides = errors.filter((reason) => reason.overridable)
  const checking = isAboutContent && mistakes === 'checking'
  const isUnseen = isAboutContent && seen !== status.hash && !performing
  const isSettling = checking || isSyncing
  const isRefused =
    reasons.errors.length > 0 || isUnseen || (isAboutContent && !checking && mistakes !== 0)

  const perform = (): Promise<void> =>
    run({...request, act, articleId, ...(isAboutContent && {ifContentHash: seen})}, words.done)
  // A press while the last edits are saved, or the rules asked, counts as soon as that is over.
  const [pressed, setPressed] = useState(false)
  const onSettled = useEffectEvent(() => {
    setPressed(false)
    if (!isRefused) void perform()
  })
  useEffect(() => {
    if (!pressed || isSettling) return undefined
    const soon = setTimeout(onSettled)
    return () => clearTimeout(soon)
  }, [pressed, isSettling])

  return (
    <Stack gap={4} data-testid={`act-dialog-${act}`} ref={fields}>
      <Text size={1} muted>
        {words.explains}
      </Text>
      {isAboutContent && (
        <GoingOut piece={status.piece} reload={handle.reload} onResult={setMistakes} />
      )}
      {/* While it is on its way, where it has just come to is no reason against it. */}
      {blocking.length > 0 && !performing && (
        <ActionSection title="Before it can be done">
          <ReasonList reasons={blocking} piece={status.piece} onFollow={onFollow} />
        </ActionSection>
      )}
      {overridable.length > 0 && (
        <ActionSection title="May be let pass, with a reason">
          <OverrideFields
            reasons={overridable}
            overrides={request.overrides ?? []}
            onChange={(overrides) => set({overrides})}
          />
        </ActionSection>
      )}
      {act === 'schedule' && (
        <PublishAt
          value={request.publishAt}
          onChange={(publishAt) => set({publishAt})}
          time={time}
          now={openedAt}
        />
      )}
      {asksKind && (
        <CorrectionFields value={request.correction} onChange={(correction) => set({correction})} />
      )}
      {words.noteLabel && (
        <Stack gap={3}>
          <Text as="label" size={1} weight="medium" htmlFor={`${id}-note`}>
            {words.noteLabel}
          </Text>
          <TextArea
            id={`${id}-note`}
            data-testid="act-note"
            rows={3}
            value={request.note ?? ''}
            onChange={(event) => set({note: event.currentTarget.value})}
          />
        </Stack>
      )}
      {reasons.warnings.filter(({overridable}) => !overridable).length > 0 && (
        <ActionSection title="Worth a look">
          <ReasonList
            reasons={reasons.warnings.filter((reason) => !reason.overridable)}
            piece={status.piece}
            onFollow={onFollow}
          />
        </ActionSection>
      )}
      {isUnseen && !blocking.some(closes) && (
        <ActionUnseen
          onSeen={() => {
            setSeen(status.hash)
            forget()
          }}
        />
      )}
      {failure && !isUnseen && (
        <ActionNotice>
          <Stack gap={3}>
            <Text size={1}>{failure.message}</Text>
            <ReasonList reasons={failure.reasons} piece={status.piece} onFollow={onFollow} />
          </Stack>
        </ActionNotice>
      )}
      <Flex justify="flex-end" gap={2} align="center">
        <Box flex={1}>
          <Text size={1} muted aria-live="polite">
            {isSyncing
              ? 'Saving the last edits…'
              : checking
                ? 'Checking…'
                : blocking.some((reason) => !closes(reason))
                  ? 'Put right what is listed above.'
                  : blocking.length > 0
                    ? ''
                    : (missing[0]?.message ??
                      (openOverrides.length > 0 ? 'Say why it may appear all the same.' : ''))}
          </Text>
        </Box>
        <Button mode="bleed" text="Not now" onClick={onClose} disabled={performing} />
        <Button
          data-testid={`perform-${act}`}
          icon={words.icon}
          loading={performing || pressed}
          disabled={isRefused || performing || pressed}
          text={words.label}
          tone={words.tone}
          onClick={() => (isSettling ? setPressed(true) : void perform())}
        />
      </Flex>
    </Stack>
  )
}

/** Settled in the dialog's own fields. */
const ASKED_HERE = new Set([
  'noteMissing',
  'publishAtMissing',
  'publishAtPast',
  'kindMissing',
  'readerNoteMissing',
])
