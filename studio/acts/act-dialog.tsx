// The dialog of an act: what will happen, what stands in its way, what has to be said, and the button.
import {Box, Button, Card, Flex, Spinner, Stack, Text, TextArea, TextInput} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useId, useState, type ReactNode} from 'react'
import {useSyncState} from 'sanity'
import type {ActRequest} from '../../workflow/acts.ts'
import type {ReviewReason} from '../../workflow/records.ts'
import {usePiece, type PieceHandle} from '../piece/use-piece.ts'
import type {PieceStatus} from '../piece/piece-store.ts'
import {useNewsroomTime} from '../time/use-newsroom-time.ts'
import {ActRefused} from './act-refused.ts'
import {ACT_WORDS, type ArticleAct} from './act-words.ts'
import {CorrectionFields} from './correction-fields.tsx'
import {GoingOut} from './going-out.tsx'
import {OverrideFields} from './override-fields.tsx'
import {ReasonList} from './reason-list.tsx'
import {useActReasons} from './use-act-reasons.ts'
import {usePerformAct} from './use-perform-act.ts'

interface ActDialogProps {
  articleId: string
  act: ArticleAct
  onClose: () => void
}

/** The body of the dialog; its frame is the studio's. */
export function ActDialog({articleId, act, onClose}: ActDialogProps) {
  const handle = usePiece(articleId)
  const {piece} = handle
  if (piece.status === 'failed') {
    return (
      <Stack gap={4}>
        <Notice tone="critical">The article could not be looked up: {piece.message}</Notice>
        <Flex justify="flex-end">
          <Button mode="ghost" text="Try again" onClick={handle.reload} />
        </Flex>
      </Stack>
    )
  }
  if (piece.status === 'loading') {
    return (
      <Flex align="center" gap={3} padding={4} justify="center">
        <Spinner muted />
        <Text muted>Looking up what belongs to it…</Text>
      </Flex>
    )
  }
  return <ReadyAct {...{articleId, act, onClose, handle}} status={piece} />
}

/** Acts that are about the content: what is looked at must be what is meant. */
const ABOUT_CONTENT: readonly ArticleAct[] = ['approve', 'publish', 'schedule']

interface ReadyActProps extends ActDialogProps {
  handle: PieceHandle
  status: PieceStatus & {status: 'ready'}
}

function ReadyAct({articleId, act, onClose, handle, status}: ReadyActProps) {
  const words = ACT_WORDS[act]
  const id = useId()
  const toast = useToast()
  const perform = usePerformAct()
  const time = useNewsroomTime()
  const {isSyncing} = useSyncState(articleId, 'article')
  const [request, setRequest] = useState<Partial<ActRequest>>({})
  const [wall, setWall] = useState('')
  const [performing, setPerforming] = useState(false)
  const [failure, setFailure] = useState<{message: string; reasons: ReviewReason[]} | null>(null)
  const [mistakes, setMistakes] = useState<number | 'checking'>('checking')
  const reasons = useActReasons(status, act, request)

  const isAboutContent = ABOUT_CONTENT.includes(act)
  const asksKind = (act === 'publish' || act === 'schedule') && status.piece.article.published
  const set = (changes: Partial<ActRequest>): void => setRequest((now) => ({...now, ...changes}))
  const errors = reasons.errors.filter(({code}) => !ASKED_HERE.has(code))
  // Overridden ones stay in their fields, so that the words can still be changed.
  const overridable = reasons.all.filter((reason) => reason.overridable)
  const blocking = errors.filter((reason) => !reason.overridable)
  const missing = reasons.errors.filter(({code}) => ASKED_HERE.has(code))
  const openOverrides = errors.filter((reason) => reason.overridable)
  const checking = isAboutContent && mistakes === 'checking'
  const blocked =
    reasons.errors.length > 0 || checking || (isAboutContent && mistakes !== 0) || isSyncing

  const run = async (): Promise<void> => {
    setPerforming(true)
    setFailure(null)
    try {
      await perform({
        ...request,
        act,
        articleId,
        ...(isAboutContent ? {ifContentHash: status.hash} : {}),
      })
      toast.push({status: 'success', title: words.done})
      handle.reload()
      onClose()
    } catch (error) {
      setPerforming(false)
      handle.reload()
      const refused = error instanceof ActRefused ? error : null
      setFailure({
        message: refused?.reasons.length ? 'The server refused it:' : (error as Error).message,
        reasons: refused?.reasons ?? [],
      })
    }
  }

  return (
    <Stack gap={4} data-testid={`act-dialog-${act}`}>
      <Text size={1} muted>
        {words.explains}
      </Text>
      {isAboutContent && (
        <GoingOut piece={status.piece} reload={handle.reload} onResult={setMistakes} />
      )}
      {blocking.length > 0 && (
        <Section title="Before it can be done">
          <ReasonList reasons={blocking} piece={status.piece} onFollow={onClose} />
        </Section>
      )}
      {overridable.length > 0 && (
        <Section title="May be let pass, with a reason">
          <OverrideFields
            reasons={overridable}
            overrides={request.overrides ?? []}
            onChange={(overrides) => set({overrides})}
          />
        </Section>
      )}
      {act === 'schedule' && (
        <Stack gap={3}>
          <Text as="label" size={1} weight="medium" htmlFor={`${id}-at`}>
            When? ({time.zoneName(Date.now())}, the newsroom’s time)
          </Text>
          <TextInput
            id={`${id}-at`}
            data-testid="publish-at"
            type="datetime-local"
            value={wall}
            onChange={(event) => {
              const {value} = event.currentTarget
              setWall(value)
              const at = time.instantOf(value)
              set(at ? {publishAt: at} : {publishAt: ''})
            }}
          />
        </Stack>
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
        <Section title="Worth a look">
          <ReasonList
            reasons={reasons.warnings.filter((reason) => !reason.overridable)}
            piece={status.piece}
            onFollow={onClose}
          />
        </Section>
      )}
      {failure && (
        <Notice tone="critical">
          <Stack gap={3}>
            <Text size={1}>{failure.message}</Text>
            <ReasonList reasons={failure.reasons} piece={status.piece} onFollow={onClose} />
          </Stack>
        </Notice>
      )}
      <Flex justify="flex-end" gap={2} align="center">
        <Box flex={1}>
          <Text size={1} muted aria-live="polite">
            {isSyncing
              ? 'Saving the last edits…'
              : checking
                ? 'Checking…'
                : blocking.length > 0
                  ? 'Put right what is listed above.'
                  : (missing[0]?.message ??
                    (openOverrides.length > 0 ? 'Say why it may appear all the same.' : ''))}
          </Text>
        </Box>
        <Button mode="bleed" text="Not now" onClick={onClose} disabled={performing} />
        <Button
          data-testid={`perform-${act}`}
          icon={words.icon}
          loading={performing}
          disabled={blocked || performing}
          text={words.label}
          tone={words.tone}
          onClick={() => void run()}
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

function Section({title, children}: {title: string; children: ReactNode}) {
  return (
    <Stack gap={3}>
      <Text size={1} weight="semibold">
        {title}
      </Text>
      {children}
    </Stack>
  )
}

function Notice({tone, children}: {tone: 'caution' | 'critical'; children: ReactNode}) {
  return (
    <Card tone={tone} border radius={3} padding={4} role="alert">
      {typeof children === 'object' ? children : <Text size={1}>{children}</Text>}
    </Card>
  )
}
