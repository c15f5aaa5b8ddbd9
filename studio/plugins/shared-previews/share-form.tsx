// *Share a preview*: for whom, until when.
import {Button, Card, Flex, Select, Stack, Text, TextInput} from '@sanity/ui'
import {useEffect, useId, useRef, useState, type FormEvent} from 'react'
import {LIMITS, LONGEST_DAYS} from '../../../workflow/preview/requests.ts'
import type {ReviewReason} from '../../../model/records.ts'
import {EditorialActionRefused} from '../../data/actions/action-refused.ts'
import {Problem} from '../../ui/problem.tsx'
import type {NewsroomTime} from '../../ui/time/newsroom-time.ts'
import {describedBy, FormField} from './form-field.tsx'
import {termBounds, termEnds, TERMS, type Term} from './terms.ts'

interface ShareFormProps {
  time: NewsroomTime
  now: number
  /** The keyboard goes into it. */
  isFocused: boolean
  /** Throws `EditorialActionRefused`. */
  share: (recipient: string, expiresAt: string) => Promise<void>
}

interface Refusal {
  message: string
  reasons: readonly ReviewReason[]
}

export function ShareForm({time, now, isFocused, share}: ShareFormProps) {
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [recipient, setRecipient] = useState('')
  const [term, setTerm] = useState<Term>('7')
  const [wall, setWall] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  const at = (path: string): ReviewReason[] =>
    refusal?.reasons.filter((reason) => reason.path === path) ?? []
  const others = refusal?.reasons.filter(({path}) => path === undefined) ?? []

  useEffect(() => {
    if (refusal) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refusal])

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    setRefusal(null)
    try {
      await share(recipient.trim(), termEnds(term, wall, time, Date.now()))
    } catch (error) {
      const {message} = error as Error
      setRefusal({message, reasons: error instanceof EditorialActionRefused ? error.reasons : []})
      setBusy(false)
    }
  }

  const ends = termEnds(term, wall, time, now)
  const endHint = ends ? `${time.full(ends)}.` : `At most ${LONGEST_DAYS} days from now.`
  const isAt = term === 'at'
  const fields = {
    recipient: {
      id: `${id}-recipient`,
      hint: 'A source, a lawyer: somebody without an account.',
      reasons: at('recipient'),
    },
    term: {id: `${id}-term`, hint: isAt ? '' : endHint, reasons: isAt ? [] : at('expiresAt')},
    at: {id: `${id}-at`, hint: endHint, reasons: at('expiresAt')},
  }
  const tied = ({id, hint, reasons}: (typeof fields)['at']) => describedBy(id, reasons, hint)
  return (
    <Card border radius={3} padding={3}>
      <form ref={form} noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap={4}>
          <Text as="h3" size={1} weight="semibold">
            Share a preview
          </Text>
          <FormField {...fields.recipient} label="Whom is it for?">
            <TextInput
              {...tied(fields.recipient)}
              aria-required
              autoComplete="off"
              autoFocus={isFocused}
              fontSize={1}
              maxLength={LIMITS.recipient}
              padding={2}
              value={recipient}
              onChange={(event) => setRecipient(event.currentTarget.value)}
            />
          </FormField>
          <FormField {...fields.term} label="Ends in">
            <Select
              {...tied(fields.term)}
              fontSize={1}
              padding={2}
              value={term}
              onChange={(event) => setTerm(event.currentTarget.value as Term)}
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
              {...fields.at}
              label={`Until when? (${time.zoneName(ends ? Date.parse(ends) : now)}, the newsroom’s time)`}
            >
              <TextInput
                {...tied(fields.at)}
                {...termBounds(time, now)}
                aria-required
                fontSize={1}
                padding={2}
                type="datetime-local"
                value={wall}
                onChange={(event) => setWall(event.currentTarget.value)}
              />
            </FormField>
          )}
          {refusal && refusal.reasons.length === 0 && <Problem>{refusal.message}</Problem>}
          {others.map(({code, message}) => (
            <Problem key={code}>{message}</Problem>
          ))}
          <Flex justify="flex-end">
            <Button
              fontSize={1}
              loading={isBusy}
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
