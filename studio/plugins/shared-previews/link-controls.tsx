// An editor's buttons beside an open link: show its address again, and end it.
import {CheckmarkIcon} from '@sanity/icons/Checkmark'
import {CopyIcon} from '@sanity/icons/Copy'
import {Button, Flex, Stack} from '@sanity/ui'
import {useState} from 'react'
import {copyText} from '../../ui/copy-text.ts'
import {Problem} from '../../ui/problem.tsx'
import {useAttempt} from '../../ui/use-attempt.ts'
import {AddressField} from './address-field.tsx'

interface LinkControlsProps {
  recipient: string
  /** Rejects with a sentence for the person. */
  addressOf: () => Promise<string>
  onTakeBack: () => void
  say: (words: string) => void
}

export function LinkControls({recipient, addressOf, onTakeBack, say}: LinkControlsProps) {
  const [isCopied, setCopied] = useState(false)
  const {busy, problem, attempt} = useAttempt()
  /** If the browser does not let a page copy after waiting, the person copies the address. */
  const [shown, setShown] = useState<string | null>(null)

  const copy = (): Promise<void> =>
    attempt(async () => {
      const address = await addressOf()
      const done = await copyText(address)
      setCopied(done)
      if (done) say('Copied')
      else setShown(address)
    })
  return (
    <Stack gap={3}>
      <Flex gap={2} wrap="wrap">
        <Button
          aria-label={`${isCopied ? 'Copied' : 'Copy address'} for ${recipient}`}
          fontSize={1}
          icon={isCopied ? CheckmarkIcon : CopyIcon}
          mode="ghost"
          padding={2}
          text={isCopied ? 'Copied' : 'Copy address'}
          onClick={() => void (!busy && copy())}
        />
        <Button
          aria-label={`Take back the link for ${recipient}`}
          fontSize={1}
          mode="bleed"
          padding={2}
          text="Take back"
          tone="critical"
          onClick={onTakeBack}
        />
      </Flex>
      {shown && <AddressField address={shown} autoFocus="field" recipient={recipient} say={say} />}
      {problem && <Problem>{problem}</Problem>}
    </Stack>
  )
}
