// A new sign-in link for somebody who has an account.
import {Dialog} from '@sanity/ui'
import {useId} from 'react'
import {LinkPanel} from './link-panel.tsx'
import type {SignInLink} from './person.ts'

/** Shown once: closing it is for good. */
export function LinkDialog({signIn, onClose}: {signIn: SignInLink; onClose: () => void}) {
  const header = `New sign-in link for ${signIn.person.name}`
  return (
    <Dialog __unstable_autoFocus={false} id={useId()} header={header} width={1} onClose={onClose}>
      <LinkPanel signIn={signIn} onDone={onClose} />
    </Dialog>
  )
}
