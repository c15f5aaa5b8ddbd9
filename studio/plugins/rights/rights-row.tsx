// One photo in *Rights*: the picture with its credit, the problem, and where the photo is used.
import {isPieceType, noTitleYet, nounOf} from '../../../model/registry.ts'
import {Badge, Box, Card, Flex, Stack, Text} from '@sanity/ui'
import {useMemo} from 'react'
import {Preview, useSchema} from 'sanity'
import {IntentLink} from 'sanity/router'
import type {RightsLine} from './rights-labels.ts'

export function RightsRow({line}: {line: RightsLine}) {
  const {photoId, when, tone, label, usedBy} = line
  const schemaType = useSchema().get('photoWithCredit')
  const photo = useMemo(() => ({_id: photoId, _type: 'photoWithCredit'}), [photoId])
  return (
    <Card as="li" border radius={3} padding={3} data-testid="rights-row">
      <Stack gap={4}>
        <Flex align="center" gap={3}>
          <Box flex={1} style={{minWidth: 0}}>
            <IntentLink
              intent="edit"
              params={{id: photoId, type: 'photoWithCredit', path: 'rights'}}
              style={{display: 'block', color: 'inherit', textDecoration: 'none'}}
            >
              {schemaType && <Preview layout="default" schemaType={schemaType} value={photo} />}
            </IntentLink>
          </Box>
          <Badge tone={tone}>{when}</Badge>
        </Flex>
        <Stack gap={3} paddingX={2}>
          <Text size={1} muted>
            {label}
          </Text>
          <Stack as="ul" gap={3} padding={0} style={{listStyle: 'none'}}>
            {usedBy.map(({id, type, title}) => (
              <Text as="li" key={id} size={1}>
                <IntentLink intent="edit" params={{id, type}}>
                  {title || noTitleYet(type)}
                </IntentLink>
                {!isPieceType(type) && ` (${nounOf(type)})`}
              </Text>
            ))}
          </Stack>
        </Stack>
      </Stack>
    </Card>
  )
}
