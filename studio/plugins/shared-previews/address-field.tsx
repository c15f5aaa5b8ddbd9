// A link's address, for copying.
import {CheckmarkIcon} from '@sanity/icons/Checkmark'
import {CopyIcon} from '@sanity/icons/Copy'
import {Box, Button, Flex, TextInput} from '@sanity/ui'
import {useRef, useState} from 'react'
import {copyText} from '../../ui/copy-text.ts'

interface AddressFieldProps {
  address: string
  recipient: string
  /** The part that gets the focus at first. */
  autoFocus: 'field' | 'copy'
  say: (words: string) => void
}

export function AddressField({address, recipient, autoFocus, say}: AddressFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    const done = await copyText(address, field.current)
    setCopied(done)
    say(done ? 'Copied' : 'It could not be copied. The address is selected: copy it from there.')
  }
  return (
    <Flex gap={2} align="center">
      <Box flex={1}>
        <TextInput
          ref={field}
          readOnly
          autoFocus={autoFocus === 'field'}
          fontSize={1}
          padding={2}
          value={address}
          aria-label={`Address for ${recipient}`}
          data-testid="preview-address"
          onFocus={(event) => event.currentTarget.select()}
        />
      </Box>
      <Button
        autoFocus={autoFocus === 'copy'}
        fontSize={1}
        icon={copied ? CheckmarkIcon : CopyIcon}
        padding={2}
        text={copied ? 'Copied' : 'Copy'}
        tone="primary"
        onClick={() => void copy()}
      />
    </Flex>
  )
}
