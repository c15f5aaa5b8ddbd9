// A sign-in link to copy now: it cannot be looked up later.
import {CheckmarkIcon} from '@sanity/icons/Checkmark'
import {CopyIcon} from '@sanity/icons/Copy'
import {EnvelopeIcon} from '@sanity/icons/Envelope'
import {Box, Button, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useId, useRef, useState} from 'react'
import {copyText} from '../../ui/copy-text.ts'
import {Spoken} from '../../ui/spoken.ts'
import type {SignInLink} from './person.ts'

interface LinkPanelProps {
  signIn: SignInLink
  onDone: () => void
}

/** The body of a dialog. */
export function LinkPanel({signIn: {person, link}, onDone}: LinkPanelProps) {
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const note = useId()

  return (
    <Stack gap={4} padding={4}>
      <Text size={1}>
        Send this link to {person.name}, by a way that nobody else reads: the person who opens it
        sets the password.
      </Text>
      <Flex gap={2} align="center">
        <Box flex={1}>
          <TextInput
            ref={field}
            readOnly
            value={link}
            aria-label={`Sign-in link for ${person.name}`}
            aria-describedby={note}
            data-testid="sign-in-link"
            onFocus={(event) => event.currentTarget.select()}
          />
        </Box>
        <Button
          autoFocus
          icon={copied ? CheckmarkIcon : CopyIcon}
          tone="primary"
          text={copied ? 'Copied' : 'Copy'}
          onClick={() => void copyText(link, field.current).then(setCopied)}
        />
      </Flex>
      <Text id={note} size={1} muted>
        The link works once, for 24 hours, and is shown only now.
        {person.hasSignedIn &&
          ' Until it is used, the password of before stays good; after that, every other browser is signed out.'}
      </Text>
      <Spoken role="status">{copied ? 'The link was copied.' : ''}</Spoken>
      <Flex gap={2} justify="flex-end">
        <Button
          as="a"
          href={letter(person.email, link)}
          icon={EnvelopeIcon}
          mode="bleed"
          text="Write an e-mail"
        />
        <Button mode="ghost" text="Done" onClick={onDone} />
      </Flex>
    </Stack>
  )
}

function letter(email: string, link: string): string {
  const subject = encodeURIComponent('Your way into our newsroom')
  const body = encodeURIComponent(
    `Open this link and choose a password. It works once, for 24 hours.\n\n${link}\n`,
  )
  return `mailto:${encodeURIComponent(email)}?subject=${subject}&body=${body}`
}
