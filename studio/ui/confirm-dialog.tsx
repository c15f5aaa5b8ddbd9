// Asks for confirmation before an action that affects a colleague at once.
import {Button, Dialog, Flex, Stack, Text} from '@sanity/ui'
import {useId, useState} from 'react'
import {Problem} from './problem.tsx'

export interface Question {
  title: string
  /** What will happen. */
  consequence: string
  /** The button's label. */
  verb: string
  /** Throws with a sentence. */
  perform: () => Promise<void>
}

/** Closes once the action is done. */
export function ConfirmDialog({question, onClose}: {question: Question; onClose: () => void}) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const confirm = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      await question.perform()
      onClose()
    } catch (error) {
      setProblem((error as Error).message)
      setBusy(false)
    }
  }
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
