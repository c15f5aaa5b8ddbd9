// *Article from a text*: first the text, then what was read in it.
import {Box, Button, Dialog, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {useId, useRef} from 'react'
import {Problem} from '../../ui/problem.tsx'
import {ChooseText} from './choose-text.tsx'
import {ResultView} from './result-view.tsx'
import {useHoldFocus} from './use-hold-focus.ts'
import {useIntake, type Intake, type IntakeRequest, type KeptText} from './use-intake.ts'

interface IntakeDialogProps {
  request: IntakeRequest
  kept: KeptText
  onClose: () => void
}

export function IntakeDialog({request, kept, onClose}: IntakeDialogProps) {
  const intake = useIntake(request, kept, onClose)
  const {phase, problem} = intake
  const contents = useRef<HTMLDivElement>(null)
  useHoldFocus(contents)
  const isWide = phase.name === 'result' || phase.name === 'writing'
  return (
    <Dialog
      __unstable_autoFocus={false}
      id={useId()}
      header="Article from a text"
      width={isWide ? 5 : 1}
      onClose={onClose}
    >
      <Box ref={contents} data-testid="intake-dialog">
        {problem && (
          <Box padding={4} paddingBottom={0}>
            <Problem>{problem}</Problem>
          </Box>
        )}
        {phase.name === 'text' && <ChooseText intake={intake} onCancel={onClose} />}
        {phase.name === 'reading' && <Running words={`Reading ${phase.what} …`} intake={intake} />}
        {phase.name === 'writing' && <Running words={phase.step} intake={intake} />}
        {phase.name === 'result' && <ResultView phase={phase} intake={intake} onCancel={onClose} />}
      </Box>
    </Dialog>
  )
}

function Running({words, intake}: {words: string; intake: Intake}) {
  return (
    <Stack gap={4} padding={4}>
      <Flex align="center" gap={3} paddingY={5} justify="center" aria-live="polite">
        <Spinner />
        <Text size={1}>{words}</Text>
      </Flex>
      <Flex justify="flex-end">
        <Button autoFocus mode="bleed" text="Cancel" onClick={intake.back} />
      </Flex>
    </Stack>
  )
}
