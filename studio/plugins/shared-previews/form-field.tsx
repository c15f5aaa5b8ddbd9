// A field with its label, and the server's reasons against its value below it.
import {Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import type {ReviewReason} from '../../../model/records.ts'
import {Labelled} from '../../ui/labelled.tsx'

interface FormFieldProps {
  /** Of the field inside. */
  id: string
  label: string
  hint: string
  reasons: readonly ReviewReason[]
  children: ReactNode
}

/** The attributes that connect the input with the text below it. */
export function describedBy(id: string, reasons: readonly ReviewReason[], hint: string) {
  const isInvalid = reasons.length > 0
  return {
    id,
    'aria-invalid': isInvalid,
    ...(isInvalid
      ? {'aria-describedby': `${id}-reasons`}
      : hint && {'aria-describedby': `${id}-hint`}),
  } as const
}

export function FormField({id, label, hint, reasons, children}: FormFieldProps) {
  return (
    <Labelled id={id} label={label}>
      {children}
      {reasons.length > 0 ? (
        <Stack id={`${id}-reasons`} gap={2} role="alert">
          {reasons.map(({code, message}) => (
            <Text key={code} size={1} style={{color: 'var(--card-badge-critical-fg-color)'}}>
              {message}
            </Text>
          ))}
        </Stack>
      ) : (
        hint && (
          <Text id={`${id}-hint`} muted size={1}>
            {hint}
          </Text>
        )
      )}
    </Labelled>
  )
}
