// One document in *Used in*: its state, since when it uses the target, and in which places.
import {noTitleYet} from '../../../model/registry.ts'
import {Badge, Box, Card, Flex, Stack, Text} from '@sanity/ui'
import {IntentLink} from 'sanity/router'
import {styled} from 'styled-components'
import {badgeLabel, placeLabel, sidesLabel} from '../../data/where-used/use-labels.ts'
import type {Use, UsedIn} from '../../data/where-used/used-in.ts'

interface UsedInEntryProps {
  entry: UsedIn
  dayOf: (iso: string) => string
}

export function UsedInEntry({entry, dayOf}: UsedInEntryProps) {
  const {id, type, title} = entry
  const {title: badge, tone} = badgeLabel(entry)
  return (
    <Card as="li" border radius={3} padding={3} data-testid="used-in-entry">
      <Stack gap={4}>
        <Flex gap={3} align="flex-start">
          <Box flex={1}>
            <Text size={1} weight="medium">
              <IntentLink intent="edit" params={{id, type}}>
                {title || noTitleYet(type)}
              </IntentLink>
            </Text>
          </Box>
          <Badge {...(tone && {tone})}>{badge}</Badge>
        </Flex>
        {sidesLabel(entry, dayOf).map((side) => (
          <Stack key={side.title} gap={4}>
            <Text size={1} muted>
              {side.title}
            </Text>
            {side.uses.length > 0 && (
              <Stack as="ul" gap={4} paddingLeft={3}>
                {side.uses.map((use) => (
                  <Place key={use.path} article={{id, type}} use={use} />
                ))}
              </Stack>
            )}
          </Stack>
        ))}
      </Stack>
    </Card>
  )
}

function Place({article: {id, type}, use}: {article: {id: string; type: string}; use: Use}) {
  return (
    <Stack as="li" gap={3}>
      <Text size={1}>
        <IntentLink intent="edit" params={{id, type, path: use.path}}>
          {placeLabel(use)}
        </IntentLink>
      </Text>
      {use.quote?.text && <Words>“{use.quote.text}”</Words>}
      {use.caption && <Words>Caption there: {use.caption}</Words>}
      {use.alt && <Words>Description there: {use.alt}</Words>}
    </Stack>
  )
}

/** The beginning of a quote or caption, enough to recognise it. */
const Clamped = styled.span`
  display: -webkit-box;
  overflow: hidden;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 3;
`

function Words({children}: {children: React.ReactNode}) {
  return (
    <Text size={1} muted>
      <Clamped>{children}</Clamped>
    </Text>
  )
}
