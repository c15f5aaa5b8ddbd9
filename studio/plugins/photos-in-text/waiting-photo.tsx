// A photo in the text or in *Lead photo* without a picture: it waits for its file, or the file is being uploaded.
import {ImageIcon} from '@sanity/icons/Image'
import {Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useEffect, useRef, useState} from 'react'
import {useDocumentPreviewStore, usePerspective} from 'sanity'
import {useOffline} from '../../data/transport/offline.ts'
import {useArticlePhotos} from './article-photos.tsx'
import {progressLabel} from './labels.ts'
import {replacePhoto} from './photo-behaviors.ts'
import {fillPhoto} from './photo-gestures.ts'
import {photoReference} from './photo-documents.ts'
import {useUpload, type Upload} from './uploads.ts'

export interface Waiting {
  photoId: string
  blockKey: string
}

/** On the element of a photo that waits for its file. */
export const waitingMark = ({photoId, blockKey}: Waiting) => ({
  'data-waits-for-file': photoId,
  'data-block-key': blockKey,
})

/** The waiting photo that this element is in. */
export function waitingAt(target: EventTarget): (Waiting & {element: Element}) | null {
  const element = target instanceof Element ? target.closest('[data-waits-for-file]') : null
  if (!element) return null
  return {
    element,
    photoId: element.getAttribute('data-waits-for-file') ?? '',
    blockKey: element.getAttribute('data-block-key') ?? '',
  }
}

/** Gives a photo of the text its file. */
export function useFillWaiting(): (waiting: Waiting, file: File) => void {
  const photos = useArticlePhotos()
  return ({photoId, blockKey}, file) => {
    if (!photos) return
    fillPhoto(photos.tools, {photoId, file}, (known, caption) => {
      const editor = photos.openTextRef.current?.editor
      const photo = photoReference(known.photoId, known.isPublished)
      if (editor) replacePhoto(editor, blockKey, {photo, caption})
    })
  }
}

/** Whether a photo lacks its picture; false until it is known. */
export function useLacksPicture(photoId: string | undefined): boolean {
  const {observePaths} = useDocumentPreviewStore()
  const {perspectiveStack} = usePerspective()
  const [lacks, setLacks] = useState(false)
  useEffect(() => {
    if (!photoId) return undefined
    const photo = {_type: 'reference', _ref: photoId}
    const watching = observePaths(photo, ['_id', 'image'], undefined, perspectiveStack).subscribe(
      (found) => {
        const {_id, image} = Object(found) as {_id?: string; image?: {asset?: unknown}}
        setLacks(_id !== undefined && !image?.asset)
      },
    )
    return () => watching.unsubscribe()
  }, [observePaths, perspectiveStack, photoId])
  return lacks && photoId !== undefined
}

interface PhotoStateProps {
  photoId: string
  /** Whether it has no picture yet. */
  isWaiting: boolean
  onFile: (file: File) => void
}

/** Below the preview of a photo. */
export function PhotoState({photoId, isWaiting, onFile}: PhotoStateProps) {
  const upload = useUpload(photoId)
  if (!upload && !isWaiting) return null
  if (!upload) {
    return (
      <Card border radius={2} padding={3} tone="caution" data-testid="photo-waits">
        <Flex align="center" gap={3} wrap="wrap">
          <Text size={2}>
            <ImageIcon />
          </Text>
          <Box flex={1} style={{minWidth: 160}}>
            <Text size={1}>It waits for its picture: drop the file here.</Text>
          </Box>
          <ChooseFile text="Choose a file…" onFile={onFile} />
        </Flex>
      </Card>
    )
  }
  return upload.problem === null ? (
    <Running key={upload.file.name} upload={upload} />
  ) : (
    <Card border radius={2} padding={3} tone="critical" role="alert" data-testid="photo-failed">
      <Flex align="center" gap={2} wrap="wrap">
        <Box flex={1} style={{minWidth: 200}}>
          <Text size={1}>
            “{upload.file.name}” was not uploaded. {upload.problem}
          </Text>
        </Box>
        <Button
          fontSize={1}
          padding={3}
          mode="ghost"
          text="Try again"
          onClick={() => onFile(upload.file)}
        />
        <ChooseFile text="Choose another file…" onFile={onFile} />
      </Flex>
    </Card>
  )
}

function Running({upload: {file, percent}}: {upload: Upload}) {
  const {isAway} = useOffline()
  const address = useObjectUrl(file)
  const label = progressLabel(file.name, percent, isAway)
  return (
    <Card border radius={2} padding={2} data-testid="photo-uploading">
      <Flex align="center" gap={3}>
        <img src={address} alt="" style={{height: 44, width: 66, objectFit: 'cover'}} />
        <Stack flex={1} gap={3}>
          <Text size={1} aria-live="polite">
            {label}
          </Text>
          <progress
            aria-label={label}
            max={100}
            value={percent ?? undefined}
            style={{width: '100%'}}
          />
        </Stack>
      </Flex>
    </Card>
  )
}

/** Shows a file that is not uploaded yet. A component shows one file only. */
export function useObjectUrl(file: File): string {
  const [address] = useState(() => URL.createObjectURL(file))
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return address
}

function ChooseFile({text, onFile}: {text: string; onFile: (file: File) => void}) {
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={chooser}
        hidden
        type="file"
        accept="image/*"
        data-testid="photo-file"
        onChange={({currentTarget}) => {
          const file = currentTarget.files?.[0]
          currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
      <Button
        fontSize={1}
        padding={3}
        mode="ghost"
        text={text}
        onClick={() => chooser.current?.click()}
      />
    </>
  )
}
