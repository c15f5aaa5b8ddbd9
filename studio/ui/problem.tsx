// Says why something was not done.
import {Card, Text} from '@sanity/ui'
import type {ReactNode} from 'react'

/** Read out at once by a screen reader. */
export function Problem({children}: {children: ReactNode}) {
  return (
    <Card border radius={2} padding={3} tone="critical" role="alert">
      <Text size={1}>{children}</Text>
    </Card>
  )
}
