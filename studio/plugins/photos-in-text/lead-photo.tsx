// *Lead photo*: the first picture that is dropped on it becomes the lead photo, the others begin the text.
import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useState, type ClipboardEvent, type DragEvent} from 'react'
import {
  set,
  setIfMissing,
  unset,
  type FormPatch,
  type InputProps,
  type ObjectInputProps,
} from 'sanity'
import {useArticlePhotos, type ArticlePhotos} from './article-photos.tsx'
import {carriesFiles, droppedFiles, stop} from './file-events.ts'
import {leadLabel, SHOWN_MS} from './labels.ts'
import {
  beginUploads,
  blocksOf,
  fillPhoto,
  picturesAmong,
  insertBlocks,
  takeFiles,
  blocksIn,
} from './photo-gestures.ts'
import {photoReference} from './photo-documents.ts'
import {placeBelow} from './place-in-text.ts'
import {PhotoState, useLacksPicture} from './waiting-photo.tsx'

/** The input of the article's field `leadPhoto`. */
export function LeadPhotoInput(props: InputProps) {
  const photos = useArticlePhotos()
  if (!photos || props.readOnly) return props.renderDefault(props)
  return <LeadPhoto input={props as ObjectInputProps} photos={photos} />
}

function LeadPhoto({input, photos}: {input: ObjectInputProps; photos: ArticlePhotos}) {
  const [isOver, setIsOver] = useState(false)
  const photoId = (input.value as {photo?: {_ref?: string}} | undefined)?.photo?._ref
  const isWaiting = useLacksPicture(photoId)
  const {take, fill} = useLeadPhoto({input, photos, waiting: isWaiting ? photoId : undefined})
  const onDrag = (event: DragEvent): void => {
    if (!carriesFiles(event.dataTransfer)) return
    stop(event)
    setIsOver(true)
  }
  const onDrop = (event: DragEvent): void => {
    setIsOver(false)
    if (!carriesFiles(event.dataTransfer)) return
    stop(event)
    take(droppedFiles(event))
  }
  const onPaste = (event: ClipboardEvent): void => {
    // Words are for the fields of the photo.
    const files = [...event.clipboardData.files]
    if (files.length === 0 || event.clipboardData.getData('text/plain')) return
    stop(event)
    take(files)
  }
  return (
    <Card
      radius={2}
      tone={isOver ? 'primary' : 'inherit'}
      data-testid="lead-photo"
      onDragEnterCapture={onDrag}
      onDragOverCapture={onDrag}
      onDragLeave={() => setIsOver(false)}
      onDropCapture={onDrop}
      onPasteCapture={onPaste}
    >
      <Stack gap={3}>
        {!photoId && (
          <Card border radius={2} padding={3} tone={isOver ? 'primary' : 'transparent'}>
            <Text size={1} muted>
              Drop a picture here. If you drop several, the others begin the text.
            </Text>
          </Card>
        )}
        {input.renderDefault(input)}
        {photoId && <PhotoState photoId={photoId} isWaiting={isWaiting} onFile={fill} />}
      </Stack>
    </Card>
  )
}

interface LeadPhotoOptions {
  input: ObjectInputProps
  photos: ArticlePhotos
  /** The lead photo, if it waits for its file. */
  waiting: string | undefined
}

function useLeadPhoto({input, photos, waiting}: LeadPhotoOptions) {
  const sayTaken = usePutBack(input)
  const {tools, openTextRef, attempt} = photos
  const {onChange} = input
  const fill = (file: File): void => {
    const photoId = (input.value as {photo?: {_ref?: string}} | undefined)?.photo?._ref
    if (!photoId) return
    fillPhoto(tools, {photoId, file}, (known, caption) => {
      onChange(set(photoReference(known.photoId, known.isPublished), ['photo']))
      if (caption) onChange(set(caption, ['caption']))
    })
  }
  const addAll = async (files: readonly File[]): Promise<void> => {
    const photosOfFiles = await takeFiles(
      tools,
      files.map((file) => ({file})),
    )
    const blocks = blocksOf(photosOfFiles.pictures)
    const [lead, ...others] = waiting ? [undefined, ...blocks] : blocks
    if (lead) onChange(leadPatches(input.value, lead['photo']))
    const editor = openTextRef.current?.editor
    const place = editor && placeBelow(blocksIn(editor), 0)
    const rest = others.filter((block) => block !== undefined)
    if (editor && place) insertBlocks(editor, rest, place)
    beginUploads(tools, photosOfFiles)
    if (lead) sayTaken(rest.length)
  }
  const take = (files: readonly File[]): void => {
    const pictures = picturesAmong(tools, files)
    const [first, ...rest] = pictures
    if (waiting && first) fill(first)
    const added = waiting ? rest : pictures
    if (added.length > 0) attempt(() => addAll(added))
  }
  return {take, fill}
}

/** An earlier photo takes its caption along. Without one, a caption that was written meanwhile is for the new photo. */
const leadPatches = (before: unknown, photo: unknown): FormPatch[] =>
  hasPhoto(before)
    ? [set({_type: 'photoUse', photo})]
    : [setIfMissing({_type: 'photoUse'}), set(photo, ['photo'])]

const hasPhoto = (value: unknown): boolean =>
  (value as {photo?: unknown} | undefined)?.photo !== undefined

/** Says what was done, with a way back if there was a lead photo before. */
function usePutBack({value, onChange}: ObjectInputProps): (others: number) => void {
  const toast = useToast()
  return (others) => {
    const hadPhoto = hasPhoto(value)
    if (!hadPhoto && others === 0) return
    toast.push({
      id: 'photos',
      status: 'info',
      closable: true,
      duration: hadPhoto ? SHOWN_MS.warning : SHOWN_MS.info,
      title: leadLabel(hadPhoto, others),
      description: hadPhoto && (
        <Flex>
          <Button
            mode="ghost"
            text="Put the earlier one back"
            onClick={() => onChange(value ? set(value) : unset())}
          />
        </Flex>
      ),
    })
  }
}
