// A card above the form, which stays open, while the studio cannot save.
import {Box, Card, Flex, Heading, Layer, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'

export interface NoticeCardProps {
  testId: string
  heading: string
  text: string
  /** Below the text. */
  more?: ReactNode
  /** A button that helps. */
  button?: ReactNode
}

export function NoticeCard({testId, heading, text, more, button}: NoticeCardProps) {
  return (
    <Layer
      zOffset={10_000}
      style={{position: 'fixed', insetInline: 0, top: 40, pointerEvents: 'none'}}
    >
      <Flex justify="center" padding={4}>
        <Card
          radius={4}
          shadow={4}
          padding={4}
          tone="caution"
          role="alert"
          data-testid={testId}
          style={{pointerEvents: 'auto', maxWidth: 620}}
        >
          <Flex align="center" gap={4} wrap="wrap">
            <Box flex={1} style={{minWidth: 260}}>
              <Stack gap={3}>
                <Heading size={1}>{heading}</Heading>
                <Text size={1}>{text}</Text>
                {more}
              </Stack>
            </Box>
            {button}
          </Flex>
        </Card>
      </Flex>
    </Layer>
  )
}
