// *Rights*: photos whose rights end while something live uses them, or that are not allowed at the
// time of a scheduled article. A view of the review desk.
import {Box, Card, Container, Flex, Stack, Text} from '@sanity/ui'
import {useCallback, useMemo, useState} from 'react'
import {LoadingBlock} from 'sanity'
import {rightsAhead} from '../../../workflow/rights-ahead.ts'
import {createNewsroomTime} from '../../ui/time/newsroom-time.ts'
import {useMinute} from '../../ui/time/use-minute.ts'
import {useLive, type LiveOptions} from '../../data/use-live.ts'
import {loadRights, RIGHTS_LISTEN, type LoadedRights} from './load-rights.ts'
import {RightsRow} from './rights-row.tsx'
import {rightsLines} from './rights-labels.ts'

const HORIZON_DAYS = 30

export function RightsAhead() {
  const now = useMinute()
  const [photos, setPhotos] = useState<string[]>([])
  const load = useCallback<LiveOptions<LoadedRights>['load']>(async (client) => {
    const loaded = await loadRights(client)
    // The listener must also follow documents that begin to use another photo.
    setPhotos((known) => (known.join() === loaded.photoIds.join() ? known : loaded.photoIds))
    return loaded
  }, [])
  const {value, error} = useLive({
    listenTo: RIGHTS_LISTEN,
    params: {photos},
    load,
    tag: 'rights-ahead',
  })
  const lines = useMemo(
    () =>
      value &&
      rightsLines(rightsAhead(value, now, HORIZON_DAYS), createNewsroomTime(value.timeZone), now),
    [value, now],
  )

  return (
    <Box height="fill" overflow="auto" data-testid="rights-ahead">
      <Container width={2} paddingX={4} paddingY={5}>
        <Stack gap={4}>
          {error && (
            <Card tone="caution" radius={3} padding={4} role="alert">
              <Text size={1}>The rights could not be looked up: {error.message}</Text>
            </Card>
          )}
          {!lines && !error && <LoadingBlock showText />}
          {lines?.length === 0 && (
            <Flex justify="center" padding={6}>
              <Text muted size={1}>
                No photo’s rights end while it is live within {HORIZON_DAYS} days, and none stand in
                the way of a schedule.
              </Text>
            </Flex>
          )}
          {lines && lines.length > 0 && (
            <Stack as="ul" gap={3} padding={0} style={{listStyle: 'none'}}>
              {lines.map((line) => (
                <RightsRow key={line.key} line={line} />
              ))}
            </Stack>
          )}
        </Stack>
      </Container>
    </Box>
  )
}
