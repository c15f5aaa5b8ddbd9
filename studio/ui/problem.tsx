// Says why an action failed.
import {Card, Text} from '@sanity/ui'
import type {ReactNode} from 'react'

/** Screen readers read it immediately. */
export function Problem({children}: {children: ReactNode}) {
  return (
    <Card border radius={2} padding={3} tone="critical" role="alert">
      <Text size={1}>{children}</Text>
    </Card>
  )
}
