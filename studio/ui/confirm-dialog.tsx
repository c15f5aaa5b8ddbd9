// Asks for confirmation before an action with an immediate effect on a colleague.
import {Button, Dialog, Flex, Stack, Text} from '@sanity/ui'
import {useId} from 'react'
import {Problem} from './problem.tsx'
import {useAttempt} from './use-attempt.ts'

export interface Question {
  title: string
  /** What will happen. */
  consequence: string
  /** The button's label. */
  verb: string
  /** Rejects with a sentence for the person. */
  perform: () => Promise<void>
}

/** Closes when the action is done. */
export function ConfirmDialog({question, onClose}: {question: Question; onClose: () => void}) {
  const {busy, problem, attempt} = useAttempt()
  const confirm = (): Promise<void> =>
    attempt(async () => {
      await question.perform()
      onClose()
    })
  return (
    <Dialog
      __unstable_autoFocus={false}
      id={useId()}
      header={question.title}
      width={0}
      onClose={onClose}
    >
      <Stack gap={4} padding={4}>
        <Text size={1}>{question.consequence}</Text>
        {problem && <Problem>{problem}</Problem>}
        <Flex gap={2} justify="flex-end">
          <Button autoFocus mode="bleed" text="Cancel" disabled={busy} onClick={onClose} />
          <Button
            tone="critical"
            text={question.verb}
            loading={busy}
            disabled={busy}
            onClick={() => void confirm()}
          />
        </Flex>
      </Stack>
    </Dialog>
  )
}
