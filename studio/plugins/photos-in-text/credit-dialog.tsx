// After several pictures were dropped: their captions and credits in one place, and one credit for all.
import {readParties} from '@copydesk/intake/credits'
import {Box, Button, Dialog, Flex, Stack, Text, TextArea, TextInput} from '@sanity/ui'
import {useId, useState} from 'react'
import {Labelled} from '../../ui/labelled.tsx'
import {onCtrlEnter} from '../../ui/on-ctrl-enter.ts'
import {changesOf, completed, rowsOf, withCredit, type Row, type RowField} from './credit-rows.ts'
import type {PhotoTools, NewPhotos} from './photo-gestures.ts'
import {useObjectUrl} from './waiting-photo.tsx'

interface CreditDialogProps {
  tools: PhotoTools
  photos: NewPhotos
  onClose: () => void
}

export function CreditDialog({tools, photos, onClose}: CreditDialogProps) {
  const {pictures} = photos
  const creditId = useId()
  const {credit, rows, setForAll, setRow, write} = useRows(tools, photos)
  const save = (): void => {
    onClose()
    void write()
  }
  return (
    <Dialog
      __unstable_autoFocus={false}
      id={useId()}
      header={`Credit of ${pictures.length} photos`}
      width={2}
      onClose={onClose}
      footer={
        <Flex gap={2} padding={3} justify="flex-end">
          <Button mode="bleed" text="Not now" onClick={onClose} />
          <Button tone="primary" text="Save" title="Ctrl + Enter" onClick={save} />
        </Flex>
      }
    >
      <Stack gap={5} padding={4} onKeyDown={onCtrlEnter(save)} data-testid="credit-dialog">
        <Labelled id={creditId} label="One credit for all, as it is printed">
          <TextInput
            id={creditId}
            autoFocus
            data-testid="credit-for-all"
            placeholder="© Agency by Name"
            value={credit}
            onChange={({currentTarget}) => setForAll(currentTarget.value)}
          />
        </Labelled>
        {pictures.map(({photoId, file}, index) => (
          <PhotoRow
            key={photoId}
            file={file}
            row={rows[index] as Row}
            onChange={(field, value) => setRow(index, field, value)}
          />
        ))}
      </Stack>
    </Dialog>
  )
}

function useRows(tools: PhotoTools, photos: NewPhotos) {
  const [before] = useState(() => rowsOf(photos.pictures))
  const [rows, setRows] = useState(before)
  const [credit, setCredit] = useState('')
  return {
    credit,
    rows,
    setForAll: (text: string): void => {
      setCredit(text)
      const parties = readParties(text, tools.language)
      // Without a credit for all, each photo has its own again.
      setRows((now) => {
        const own = now.map(({caption}, index) => ({...(before[index] as Row), caption}))
        return withCredit(own, text, parties)
      })
    },
    setRow: (index: number, field: RowField, value: string): void =>
      setRows((now) => now.map((row, at) => (at === index ? {...row, [field]: value} : row))),
    write: (): Promise<void> => saveRows(tools, photos, {before, rows}),
  }
}

/** Without the server, it is written when the connection is back. */
async function saveRows(
  {lake, say}: PhotoTools,
  {pictures, written}: NewPhotos,
  {before, rows}: {before: readonly Row[]; rows: readonly Row[]},
): Promise<void> {
  try {
    await written
    for (const [index, {photoId}] of pictures.entries()) {
      const changes = changesOf(before[index] as Row, rows[index] as Row)
      if (Object.keys(changes).length > 0) await lake.change(photoId, changes)
    }
  } catch (error) {
    const title = 'The captions and credits were not saved.'
    say({title, description: (error as Error).message}, 'error')
  }
}

interface PhotoRowProps {
  file: File
  row: Row
  onChange: (field: RowField, value: string) => void
}

function PhotoRow({file, row, onChange}: PhotoRowProps) {
  const address = useObjectUrl(file)
  const of = ` of ${file.name}`
  const {creditLine} = completed(row)
  return (
    <Flex gap={3} align="flex-start" data-testid="credit-row">
      <Box style={{width: 120}}>
        <img
          src={address}
          alt={file.name}
          style={{width: 120, maxHeight: 120, objectFit: 'cover', display: 'block'}}
        />
      </Box>
      <Stack flex={1} gap={3}>
        <TextArea
          rows={2}
          fontSize={1}
          aria-label={`Caption${of}`}
          placeholder="Caption"
          value={row.caption}
          onChange={({currentTarget}) => onChange('caption', currentTarget.value)}
        />
        <Flex gap={2}>
          <Box flex={1}>
            <TextInput
              fontSize={1}
              aria-label={`Photographer${of}`}
              placeholder="Photographer"
              value={row.creator}
              onChange={({currentTarget}) => onChange('creator', currentTarget.value)}
            />
          </Box>
          <Box flex={1}>
            <TextInput
              fontSize={1}
              aria-label={`Copyright holder${of}`}
              placeholder="Copyright holder"
              value={row.copyrightHolder}
              onChange={({currentTarget}) => onChange('copyrightHolder', currentTarget.value)}
            />
          </Box>
        </Flex>
        <Text size={1} muted>
          {creditLine ? `Printed: ${creditLine}` : 'No credit yet'}
        </Text>
      </Stack>
    </Flex>
  )
}
