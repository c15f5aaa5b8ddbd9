// How far a quote was checked: whoever sets the status signs it, and nobody checks their own.
import {Stack, Text} from '@sanity/ui'
import {useContext, useMemo} from 'react'
import {
  FormCallbacksProvider,
  getPublishedId,
  useCurrentUser,
  useFormCallbacks,
  useFormValue,
  type InputProps,
  type PatchEvent,
} from 'sanity'
import {LockedContext} from '../article-form/read-only.ts'
import {textOf} from '../../ui/words-of.ts'
import {useWroteWords} from './use-wrote-words.ts'
import {signed} from './verification-patch.ts'

export function VerificationInput(props: InputProps) {
  const id = getPublishedId(textOf(useFormValue(['_id'])))
  const type = textOf(useFormValue(['_type']))
  const wrote = useWroteWords(id, type)
  const user = useCurrentUser()
  const isLocked = useContext(LockedContext)
  const callbacks = useFormCallbacks()
  const name = user?.name ?? ''
  // The fields in it hand their changes on here, not by the input's own `onChange`.
  const signing = useMemo(
    () => ({
      ...callbacks,
      onChange: (change: PatchEvent) =>
        callbacks.onChange(signed(change, name, new Date().toISOString())),
    }),
    [callbacks, name],
  )
  return (
    <Stack gap={4}>
      {wrote === 'yes' && (
        <Text muted size={1} data-testid="verification-own">
          You wrote words of this quote: somebody else checks them and sets the status.
        </Text>
      )}
      <LockedContext.Provider value={isLocked || wrote !== 'no'}>
        <FormCallbacksProvider {...signing}>{props.renderDefault(props)}</FormCallbacksProvider>
      </LockedContext.Provider>
    </Stack>
  )
}
