// The remarks that came through one link.
import {Box, Flex, Stack, Text} from '@sanity/ui'
import type {PreviewRemark} from '../../../workflow/preview/records.ts'
import {Note} from '../../ui/fact-card.tsx'
import type {NewsroomTime} from '../../ui/time/newsroom-time.ts'
import {isOfEarlierVersion} from './shared-labels.ts'

interface RemarkListProps {
  remarks: readonly PreviewRemark[]
  /** The article's current `_rev`. */
  revision: string | undefined
  recipient: string
  now: number
  time: NewsroomTime
}

export function RemarkList({remarks, revision, recipient, now, time}: RemarkListProps) {
  return (
    <Stack
      aria-label={`Remarks by ${recipient}`}
      as="ul"
      gap={4}
      style={{listStyle: 'none', margin: 0, padding: 0}}
    >
      {remarks.map((remark) => (
        <Stack key={remark._id} as="li" data-testid="preview-remark" gap={3}>
          <Flex align="flex-start" gap={2}>
            <Box flex={1}>
              <Text size={1} style={{overflowWrap: 'anywhere'}} weight="medium">
                {remark.name}
              </Text>
            </Box>
            <Text muted size={1}>
              <time dateTime={remark.at} title={time.full(remark.at)}>
                {time.moment(remark.at, now)}
              </time>
            </Text>
          </Flex>
          <Text as="div" size={1}>
            <Note dir="auto">{remark.text}</Note>
          </Text>
          {isOfEarlierVersion(remark, revision) && (
            <Text muted size={1}>
              Said about an earlier version.
            </Text>
          )}
        </Stack>
      ))}
    </Stack>
  )
}
