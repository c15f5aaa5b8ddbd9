// One link: its recipient, its author, its end and its remarks. Editors also see its buttons.
import {Card, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import type {NewsroomTime} from '../../ui/time/newsroom-time.ts'
import {RemarkList} from './remark-list.tsx'
import {endOf, type SharedLink} from './shared-links.ts'
import {endLabel} from './shared-labels.ts'

interface LinkCardProps {
  link: SharedLink
  revision: string | undefined
  now: number
  time: NewsroomTime
  /** An editor's buttons. */
  children?: ReactNode
}

export function LinkCard({link, revision, now, time, children}: LinkCardProps) {
  const {recipient, byName, at, remarks} = link
  return (
    <Card as="li" border radius={3} padding={3} data-testid="preview-link">
      <Stack gap={4}>
        <Stack gap={3}>
          <Text size={1} style={{overflowWrap: 'anywhere'}} weight="semibold">
            {recipient}
          </Text>
          <Text muted size={1}>
            <time dateTime={endOf(link)} title={time.full(endOf(link))}>
              {endLabel(link, now, time)}
            </time>
          </Text>
          <Text muted size={1}>
            Shared by {byName},{' '}
            <time dateTime={at} title={time.full(at)}>
              {time.moment(at, now)}
            </time>
          </Text>
        </Stack>
        {children}
        {remarks.length > 0 && (
          <RemarkList
            now={now}
            recipient={recipient}
            remarks={remarks}
            revision={revision}
            time={time}
          />
        )}
      </Stack>
    </Card>
  )
}
