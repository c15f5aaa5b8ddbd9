// The verification of a quote. The person who sets the status signs it, and nobody verifies their own quote.
import {Stack, Text} from '@sanity/ui'
import {useMemo} from 'react'
import {
  FormCallbacksProvider,
  getPublishedId,
  useCurrentUser,
  useFormCallbacks,
  useFormValue,
  type InputProps,
  type ObjectInputProps,
  type PatchEvent,
} from 'sanity'
import {textOf} from '../../ui/form-values.ts'
import {useWroteWords} from './use-wrote-words.ts'
import {signed} from './verification-patch.ts'

export function VerificationInput(given: InputProps) {
  const props = given as ObjectInputProps
  const id = getPublishedId(textOf(useFormValue(['_id'])))
  const type = textOf(useFormValue(['_type']))
  const wrote = useWroteWords(id, type)
  const user = useCurrentUser()
  const isOpen = wrote === 'no'
  const members = useMemo(
    () => (isOpen ? props.members : props.members.map(readOnly)),
    [isOpen, props.members],
  )
  const callbacks = useFormCallbacks()
  const name = user?.name ?? ''
  // The inner fields pass their changes to this function and not to the input's own `onChange`.
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
      <FormCallbacksProvider {...signing}>
        {props.renderDefault({...props, members})}
      </FormCallbacksProvider>
    </Stack>
  )
}

type Member = ObjectInputProps['members'][number]

/** A read-only field. */
const readOnly = (member: Member): Member =>
  member.kind === 'field' ? {...member, field: {...member.field, readOnly: true}} : member
