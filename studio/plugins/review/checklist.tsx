// The checklist of a piece: its state, and the reasons against its publication.
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {Card, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {useMemo} from 'react'
import {useCurrentUser} from 'sanity'
import type {ReviewReason} from '../../../model/records.ts'
import {ReasonList} from '../../ui/reason-list.tsx'
import {useEditorialPolicy} from '../../data/actions/use-editorial-policy.ts'
import {useEditorialReasons} from '../../data/actions/use-editorial-reasons.ts'
import type {PieceStatus} from '../../data/piece/follow-piece.ts'
import {useColleagues} from '../../data/use-colleagues.ts'
import {useMinute} from '../../ui/time/use-minute.ts'
import {publishesArticles} from '../../data/roles.ts'
import {useNewsroomTime} from '../../ui/time/use-newsroom-time.ts'
import {workspaceMode} from '../../data/workspace-mode.ts'
import {checklistGroups, nextStep} from './checklist-groups.ts'
import {FactCard} from '../../ui/fact-card.tsx'
import {pieceFacts} from './piece-facts.ts'
import {standingLabel} from '../../ui/standing-labels.ts'
import {useFormMistakes} from './use-form-mistakes.tsx'

type ReadyPiece = PieceStatus & {status: 'ready'}

export function Checklist({status}: {status: ReadyPiece}) {
  const {state} = status.standing
  return (
    <Stack gap={5}>
      <Facts status={status} />
      {state !== 'killed' && state !== 'spiked' && <Checks status={status} />}
    </Stack>
  )
}

function Facts({status: {piece, standing, hash}}: {status: ReadyPiece}) {
  const time = useNewsroomTime()
  const now = useMinute()
  const me = useCurrentUser()?.id ?? ''
  const {review, closure} = piece
  const mentioned = useMemo(
    () => [
      ...(review?.assignment ? [review.assignment.assignee] : []),
      ...(review?.changedBy ?? []),
      ...(review?.submission ? [review.submission.by] : []),
      ...closure.accounts.map(({userId}) => userId),
    ],
    [review, closure],
  )
  const {nameOf} = useColleagues(mentioned)
  const moment = (iso: string): string => time.moment(iso, now)
  const policy = useEditorialPolicy()
  const facts = pieceFacts(piece, standing, {me, now, moment, nameOf, hash, policy})
  return (
    <Stack gap={3} aria-live="polite">
      <FactCard testId="review-state" {...standingLabel(piece, standing, {moment})} />
      {facts.map(({key, reasons, ...label}) => (
        <FactCard key={key} testId={`review-fact-${key}`} {...label}>
          {reasons && <ReasonList piece={piece} reasons={reasons} />}
        </FactCard>
      ))}
    </Stack>
  )
}

function Checks({status}: {status: ReadyPiece}) {
  const {piece, standing} = status
  const publishAt = piece.review?.schedule?.publishAt
  // A scheduled piece must be correct at its time.
  const request = useMemo(() => (publishAt ? {publishAt} : {}), [publishAt])
  const {all} = useEditorialReasons(status, publishAt ? 'schedule' : 'publish', request)
  const approval = useEditorialReasons(status, 'approve')
  const isEditor = publishesArticles(useCurrentUser(), !workspaceMode().embedded)
  const isBarred = approval.all.some(
    ({code, overridable}) => code.startsWith('fourEyes') && !overridable,
  )
  const who = isEditor ? (isBarred ? 'barred' : 'editor') : 'writer'
  const {mistakes, isChecking, watchers} = useFormMistakes(piece)
  const {mustFix, mayPass, waits, worthALook} = useMemo(
    () => checklistGroups(all, mistakes),
    [all, mistakes],
  )
  const isClear = mustFix.length === 0 && mayPass.length === 0 && waits.length === 0
  return (
    <Stack gap={5}>
      {watchers}
      {isClear &&
        (isChecking ? (
          <Flex align="center" gap={3}>
            <Spinner muted />
            <Text muted size={1}>
              Checking…
            </Text>
          </Flex>
        ) : (
          <Card padding={3} radius={3} tone="positive">
            <Flex gap={3}>
              <Text size={1}>
                <CheckmarkCircleIcon />
              </Text>
              <Text size={1}>Nothing blocks it. {nextStep(standing, who)}</Text>
            </Flex>
          </Card>
        ))}
      <Group title="Must be put right" name="must-fix" reasons={mustFix} piece={piece} />
      <Group
        title="An editor may let it pass, with a reason"
        name="may-pass"
        reasons={mayPass}
        piece={piece}
      />
      <Group title="Only a matter of time" name="waits" reasons={waits} piece={piece} />
      <Group title="Worth a look" name="worth-a-look" reasons={worthALook} piece={piece} />
    </Stack>
  )
}

interface GroupProps {
  title: string
  name: string
  reasons: readonly ReviewReason[]
  piece: ReadyPiece['piece']
}

function Group({title, name, reasons, piece}: GroupProps) {
  if (reasons.length === 0) return null
  return (
    <Stack as="section" gap={3} data-testid={`review-${name}`}>
      <Text as="h3" muted size={1} weight="medium">
        {title} ({reasons.length})
      </Text>
      <ReasonList piece={piece} reasons={reasons} />
    </Stack>
  )
}
