// The state of *Share a preview*: its fields, and the reasons of a refusal.
import {useEffect, useState, type FormEvent, type RefObject} from 'react'
import type {ReviewReason} from '../../../model/records.ts'
import {EditorialActionRefused} from '../../data/actions/action-refused.ts'
import type {NewsroomTime} from '../../ui/time/newsroom-time.ts'
import {termEnds, type Term} from './terms.ts'

interface ShareFields {
  recipient: string
  term: Term
  /** The value of the field for the term `at`. */
  wall: string
}

interface Refusal {
  message: string
  reasons: readonly ReviewReason[]
}

export interface ShareFormState {
  fields: ShareFields
  set: (changes: Partial<ShareFields>) => void
  isBusy: boolean
  /** The reasons of the last refusal at one field. */
  reasonsAt: (path: string) => ReviewReason[]
  /** Reasons that belong to no field. */
  problems: string[]
  submit: (event: FormEvent) => void
}

/** @param form its first invalid field gets the focus */
export function useShareForm(
  form: RefObject<HTMLFormElement | null>,
  time: NewsroomTime,
  share: (recipient: string, expiresAt: string) => Promise<void>,
): ShareFormState {
  const [fields, setFields] = useState<ShareFields>({recipient: '', term: '7', wall: ''})
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  useEffect(() => {
    if (refusal) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [form, refusal])

  const send = async (): Promise<void> => {
    const {recipient, term, wall} = fields
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
  const reasons = refusal?.reasons ?? []
  return {
    fields,
    set: (changes) => setFields((before) => ({...before, ...changes})),
    isBusy,
    reasonsAt: (path) => reasons.filter((reason) => reason.path === path),
    problems:
      refusal && reasons.length === 0
        ? [refusal.message]
        : reasons.filter(({path}) => path === undefined).map(({message}) => message),
    submit(event) {
      event.preventDefault()
      if (!isBusy) void send()
    },
  }
}
