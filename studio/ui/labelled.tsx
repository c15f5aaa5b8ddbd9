// A field below its label.
import {Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'

interface LabelledProps {
  /** Of the field inside. */
  id: string
  label: ReactNode
  /** As for `Stack`. */
  flex?: number
  children: ReactNode
}

export function Labelled({id, label, flex, children}: LabelledProps) {
  return (
    <Stack gap={3} {...(flex !== undefined && {flex})}>
      <Text as="label" htmlFor={id} size={1} weight="medium">
        {label}
      </Text>
      {children}
    </Stack>
  )
}
