// The form of a photo with the state of its file, and the field of the file.
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {DocumentSheetIcon} from '@sanity/icons/DocumentSheet'
import {Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useCallback} from 'react'
import type {FieldProps, InputProps, ObjectInputProps} from 'sanity'
import {fieldOf} from '../../ui/form-values.ts'
import {assetInPatches} from './asset-in-patches.ts'
import {FILLABLE} from '../../data/photos/photo-fields.ts'
import {PhotoFileContext, usePhotoFile as useFileOfForm} from './photo-file-context.ts'
import {usePhotoFile} from './use-photo-file.ts'

interface PhotoDocumentInputProps {
  input: InputProps
  /** The type of the document that stores which fields were filled. */
  memory: string | undefined
}

/** The whole form. */
export function PhotoDocumentInput({input: props, memory}: PhotoDocumentInputProps) {
  const file = usePhotoFile(props as ObjectInputProps, memory)
  const count = file.unconfirmed.size
  return (
    <PhotoFileContext.Provider value={file}>
      <Stack gap={4}>
        {count > 0 && (
          <Card tone="caution" border radius={3} padding={3}>
            <Flex align="center" gap={3} wrap="wrap">
              <Text size={2}>
                <DocumentSheetIcon />
              </Text>
              <Box flex={1} style={{minWidth: 220}}>
                <Text size={1}>
                  {count === 1
                    ? 'One field was filled from the file. Is it right?'
                    : `${count} fields were filled from the file. Are they right?`}
                </Text>
              </Box>
              <Button
                icon={CheckmarkCircleIcon}
                fontSize={1}
                padding={2}
                mode="ghost"
                text="Confirm all"
                onClick={() => file.confirm([...file.unconfirmed.keys()])}
              />
            </Flex>
          </Card>
        )}
        {props.renderDefault(props)}
      </Stack>
    </PhotoFileContext.Provider>
  )
}

/** The picture's field: notifies the form of a new file. */
export function PhotoImageInput(props: InputProps) {
  const file = useFileOfForm()
  const {onChange} = props as ObjectInputProps
  const watched = useCallback<ObjectInputProps['onChange']>(
    (event) => {
      onChange(event)
      const assetId = assetInPatches(event)
      if (assetId) file?.onAsset(assetId)
    },
    [onChange, file],
  )
  return props.renderDefault({...props, onChange: watched} as InputProps)
}

/** A field of the photo, with a mark until somebody has confirmed the file's value. */
export function PhotoField(props: FieldProps) {
  const file = useFileOfForm()
  const field = fieldOf(props.path)
  if (!file || !FIELDS.has(field)) return props.renderDefault(props)
  const place = file.unconfirmed.get(field)
  // The field keeps its place in the tree. Otherwise it would lose the cursor when the mark goes.
  return (
    <Stack gap={2}>
      {props.renderDefault(props)}
      {place !== undefined && (
        <Card tone="caution" radius={2} paddingX={3} paddingY={2}>
          <Flex align="center" gap={3}>
            <Box flex={1}>
              <Text size={1}>From the file ({place}) — check and confirm</Text>
            </Box>
            <Button
              icon={CheckmarkCircleIcon}
              fontSize={1}
              padding={2}
              mode="bleed"
              text="Confirm"
              aria-label={`Confirm ${props.title ?? field}`}
              onClick={() => file.confirm([field])}
            />
          </Flex>
        </Card>
      )}
    </Stack>
  )
}

const FIELDS: ReadonlySet<string> = new Set(FILLABLE)
