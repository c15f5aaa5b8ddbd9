// Offers the words that a closed window could not save.
import {Button, Flex, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {DEFAULT_STUDIO_CLIENT_OPTIONS, getPublishedId, useClient} from 'sanity'
import {useRouter} from 'sanity/router'
import {nounOf, noTitleYet, titleOf} from '../../../../model/registry.ts'
import {ConfirmDialog, type Question} from '../../../ui/confirm-dialog.tsx'
import {Problem} from '../../../ui/problem.tsx'
import {useAttempt} from '../../../ui/use-attempt.ts'
import {NoticeCard} from '../notice-card.tsx'
import {CollisionDialog} from './collision-dialog.tsx'
import {copyWork, mergeWork, saveMerged, type Restored} from './restore.ts'
import type {Content, UnsavedWork} from './unsaved-store.ts'
import {useUnsavedWork} from './use-unsaved-work.ts'

type Merged = Extract<Restored, {status: 'merged'}>

/** @param isHidden while another notice is there. Nothing can be put back then */
export function UnsavedOffer({isHidden}: {isHidden: boolean}) {
  const {left, discard} = useUnsavedWork()
  const [question, setQuestion] = useState<Question | null>(null)
  if (isHidden || left.length === 0) return null
  const askToDiscard = (work: UnsavedWork): void =>
    setQuestion({
      title: 'Discard your unsaved words?',
      consequence: `“${titleOfWork(work)}” stays as it is saved. What you wrote after that is gone.`,
      verb: 'Discard',
      perform: () => discard(work),
    })
  return (
    <>
      <NoticeCard
        testId="unsaved-words"
        heading={headingFor(left)}
        text="This browser kept them when a window closed before they were saved."
        more={
          <Stack gap={3}>
            {left.map((work) => (
              <WorkRow
                key={`${work.id} ${work.window}`}
                work={work}
                onDone={() => discard(work)}
                onDiscard={() => askToDiscard(work)}
              />
            ))}
          </Stack>
        }
      />
      {question && <ConfirmDialog question={question} onClose={() => setQuestion(null)} />}
    </>
  )
}

const WHY = {gone: 'It was deleted meanwhile.', locked: 'It is read-only now.'}

interface WorkRowProps {
  work: UnsavedWork
  /** The lake has the words. */
  onDone: () => Promise<void>
  onDiscard: () => void
}

function WorkRow({work, onDone, onDiscard}: WorkRowProps) {
  const client = useClient(DEFAULT_STUDIO_CLIENT_OPTIONS)
  const {push} = useToast()
  const {navigateIntent} = useRouter()
  const {busy, problem, attempt} = useAttempt()
  const [undecided, setUndecided] = useState<Merged | null>(null)

  const finish = async (title: string, id = work.id): Promise<void> => {
    await onDone()
    push({status: 'success', title})
    navigateIntent('edit', {id: getPublishedId(id), type: work.type})
  }
  const save = async ({theirs}: Merged, document: Content): Promise<void> => {
    await saveMerged(work, theirs, document, client)
    await finish('Your words are back')
  }
  const restore = (): Promise<void> =>
    attempt(async () => {
      const restored = await mergeWork(work, client)
      if (restored.status === 'saved') return await finish('Your words were saved already')
      if (restored.status === 'gone' || restored.status === 'locked') {
        const copy = await copyWork(work, client)
        return await finish(`${WHY[restored.status]} Your words are in a copy`, copy)
      }
      if (restored.collisions.length > 0) return setUndecided(restored)
      await save(restored, restored.document)
    })

  return (
    <Stack gap={2} data-testid="unsaved-work">
      <Flex align="center" gap={3} wrap="wrap">
        <Text size={1} weight="medium" style={{flex: 1}}>
          {titleOfWork(work)}
        </Text>
        <Button
          tone="primary"
          text="Put them back"
          loading={busy}
          disabled={busy}
          onClick={() => void restore()}
        />
        <Button mode="bleed" text="Discard" disabled={busy} onClick={onDiscard} />
      </Flex>
      {problem && <Problem>{problem}</Problem>}
      {undecided && (
        <CollisionDialog
          title={titleOfWork(work)}
          mine={work.mine}
          merged={undecided}
          onSave={(document) => save(undecided, document)}
          onClose={() => setUndecided(null)}
        />
      )}
    </Stack>
  )
}

const titleOfWork = ({mine, type}: UnsavedWork): string =>
  titleOf({...mine, _type: type}) ?? noTitleYet(type)

function headingFor(left: readonly UnsavedWork[]): string {
  const [first] = left
  const types = new Set(left.map(({type}) => type))
  const noun = types.size === 1 ? nounOf(first?.type) : 'document'
  return `You have unsaved words in ${left.length} ${noun}${left.length === 1 ? '' : 's'}`
}
