// The reasons that an editor may override, each with a field for the explanation, which the ledger stores.
import {Card, Stack, Text, TextInput} from '@sanity/ui'
import {useId} from 'react'
import type {Override, ReviewReason} from '../../../model/records.ts'

export interface OverrideFieldsProps {
  /** Reasons that may be overridden. */
  reasons: readonly ReviewReason[]
  overrides: readonly Override[]
  onChange: (overrides: Override[]) => void
}

export function OverrideFields({reasons, overrides, onChange}: OverrideFieldsProps) {
  const id = useId()
  const isSame = (given: Override, reason: ReviewReason): boolean =>
    given.code === reason.code && given.document === reason.document
  return (
    <Stack gap={3}>
      {reasons.map((reason, index) => {
        const given = overrides.find((override) => isSame(override, reason))
        return (
          <Card
            key={`${reason.code} ${reason.document}`}
            border
            padding={3}
            radius={2}
            data-testid={`override-${reason.code}`}
          >
            <Stack gap={3}>
              <Text as="label" size={1} htmlFor={`${id}-${index}`}>
                {reason.message}
              </Text>
              <TextInput
                id={`${id}-${index}`}
                fontSize={1}
                placeholder="Why may it appear all the same? The ledger stores your reason."
                value={given?.reason ?? ''}
                onChange={(event) => {
                  const others = overrides.filter((override) => !isSame(override, reason))
                  const why = event.currentTarget.value
                  const {code, document} = reason
                  onChange(why ? [...others, {code, document, reason: why}] : others)
                }}
              />
            </Stack>
          </Card>
        )
      })}
    </Stack>
  )
}
