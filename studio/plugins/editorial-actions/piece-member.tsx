// One document of a piece, with the results of the form's rules.
import {isPieceType} from '../../../model/registry.ts'
import {Badge, Box, Card, Flex, Stack, Text} from '@sanity/ui'
import {useEffect} from 'react'
import {Preview, useSchema, useValidationStatus} from 'sanity'
import {IntentLink} from 'sanity/router'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {nameOf, titleOf} from './describe-document.ts'

interface PieceMemberProps {
  document: PieceDocument
  publishedId: string
  /** Readers have not seen it yet. */
  isNew: boolean
  /** Called with the number of errors, or `checking`. */
  onChecked: (publishedId: string, result: number | 'checking') => void
  /** Called if the document has changed since it was looked up. */
  onChanged: () => void
}

/** A row of the publish dialog. */
export function PieceMember(props: PieceMemberProps) {
  const {document, publishedId, isNew, onChecked, onChanged} = props
  const schemaType = useSchema().get(document._type)
  // References to drafts are allowed here: the drafts are published in the same transaction.
  const {validation, isValidating, revision} = useValidationStatus(
    document._id,
    document._type,
    false,
  )
  const errors = validation.filter(({level}) => level === 'error')
  const warnings = validation.filter(({level}) => level === 'warning')
  const checked = !isValidating && revision === document['_rev']
  const result = checked ? errors.length : 'checking'
  useEffect(() => onChecked(publishedId, result), [onChecked, publishedId, result])
  const changed = !isValidating && revision !== undefined && revision !== document['_rev']
  useEffect(() => {
    if (changed) onChanged()
  }, [changed, onChanged])

  return (
    <Card padding={3} tone={errors.length > 0 ? 'critical' : 'default'}>
      <Stack gap={3}>
        <Flex align="center" gap={3}>
          <Box flex={1}>
            {schemaType ? (
              <Preview layout="default" schemaType={schemaType} value={document} />
            ) : (
              <Text>{titleOf(document)}</Text>
            )}
          </Box>
          <Badge tone={isNew ? 'primary' : 'caution'}>
            {isNew ? `new ${nameOf(document)}` : `changed ${nameOf(document)}`}
          </Badge>
        </Flex>
        {errors.length > 0 && (
          <Stack gap={2} paddingLeft={2}>
            {errors.map(({message, path}) => (
              <Text key={`${message}${JSON.stringify(path)}`} size={1}>
                {message}
              </Text>
            ))}
            {!isPieceType(document._type) && (
              <Text size={1}>
                <IntentLink intent="edit" params={{id: publishedId, type: document._type}}>
                  Open this {nameOf(document)}
                </IntentLink>
              </Text>
            )}
          </Stack>
        )}
        {errors.length === 0 && warnings.length > 0 && (
          <Box paddingLeft={2}>
            <Text size={1} muted>
              {warnings.map(({message}) => message).join(' ')}
            </Text>
          </Box>
        )}
      </Stack>
    </Card>
  )
}
