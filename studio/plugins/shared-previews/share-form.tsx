// *Share a preview*: the recipient and the end.
import {Button, Card, Flex, Select, Stack, Text, TextInput} from '@sanity/ui'
import {useId, useRef} from 'react'
import {LIMITS, LONGEST_DAYS} from '../../../workflow/preview/requests.ts'
import {Problem} from '../../ui/problem.tsx'
import type {NewsroomTime} from '../../ui/time/newsroom-time.ts'
import {describedBy, FormField} from './form-field.tsx'
import {termBounds, termEnds, TERMS, type Term} from './terms.ts'
import {useShareForm, type ShareFormState} from './use-share-form.ts'

interface ShareFormProps {
  time: NewsroomTime
  now: number
  /** The recipient's field gets the focus. */
  isFocused: boolean
  /** Throws `EditorialActionRefused`. */
  share: (recipient: string, expiresAt: string) => Promise<void>
}

export function ShareForm({time, now, isFocused, share}: ShareFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const state = useShareForm(form, time, share)
  return (
    <Card border radius={3} padding={3}>
      <form ref={form} noValidate onSubmit={state.submit}>
        <Stack gap={4}>
          <Text as="h3" size={1} weight="semibold">
            Share a preview
          </Text>
          <RecipientField state={state} isFocused={isFocused} />
          <TermFields state={state} time={time} now={now} />
          {state.problems.map((message) => (
            <Problem key={message}>{message}</Problem>
          ))}
          <Flex justify="flex-end">
            <Button
              fontSize={1}
              loading={state.isBusy}
              padding={3}
              text="Make link"
              tone="primary"
              type="submit"
            />
          </Flex>
        </Stack>
      </form>
    </Card>
  )
}

function RecipientField({state, isFocused}: {state: ShareFormState; isFocused: boolean}) {
  const id = useId()
  const hint = 'A source, a lawyer: somebody without an account.'
  const reasons = state.reasonsAt('recipient')
  return (
    <FormField id={id} hint={hint} reasons={reasons} label="Whom is it for?">
      <TextInput
        {...describedBy(id, reasons, hint)}
        aria-required
        autoComplete="off"
        autoFocus={isFocused}
        fontSize={1}
        maxLength={LIMITS.recipient}
        padding={2}
        value={state.fields.recipient}
        onChange={(event) => state.set({recipient: event.currentTarget.value})}
      />
    </FormField>
  )
}

interface TermFieldsProps extends Pick<ShareFormProps, 'time' | 'now'> {
  state: ShareFormState
}

/** A number of days, or a chosen time in a second field. */
function TermFields({state, time, now}: TermFieldsProps) {
  const id = useId()
  const {term, wall} = state.fields
  const ends = termEnds(term, wall, time, now)
  const endHint = ends ? `${time.full(ends)}.` : `At most ${LONGEST_DAYS} days from now.`
  const isAt = term === 'at'
  const reasons = state.reasonsAt('expiresAt')
  const termField = {id: `${id}-term`, hint: isAt ? '' : endHint, reasons: isAt ? [] : reasons}
  const atField = {id: `${id}-at`, hint: endHint, reasons}
  return (
    <>
      <FormField {...termField} label="Ends in">
        <Select
          {...describedBy(termField.id, termField.reasons, termField.hint)}
          fontSize={1}
          padding={2}
          value={term}
          onChange={(event) => state.set({term: event.currentTarget.value as Term})}
        >
          {TERMS.map(({value, title}) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </Select>
      </FormField>
      {isAt && (
        <FormField
          {...atField}
          label={`Until when? (${time.zoneName(ends ? Date.parse(ends) : now)}, the newsroom’s time)`}
        >
          <TextInput
            {...describedBy(atField.id, reasons, endHint)}
            {...termBounds(time, now)}
            aria-required
            fontSize={1}
            padding={2}
            type="datetime-local"
            value={wall}
            onChange={(event) => state.set({wall: event.currentTarget.value})}
          />
        </FormField>
      )}
    </>
  )
}
