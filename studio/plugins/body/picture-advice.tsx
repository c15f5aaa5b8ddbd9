// Explains what to do with a picture that was dropped or pasted into a text.
import {useToast} from '@sanity/ui/toast'
import type {ClipboardEvent, DragEvent, PropsWithChildren, SyntheticEvent} from 'react'
import {
  adviceForFiles,
  adviceForLeftOut,
  picturesIn,
  type Advice,
  type Way,
} from './picture-labels.ts'

interface PictureAdviceProps {
  readOnly: boolean | undefined
  /** Whether the text has a *Photo* button. */
  takesPhotos: boolean
}

/** Long enough to read two sentences and follow them. */
const SHOWN = 20_000

/** Wraps the editor of a text. The studio's own message for a refused file has only its name and media type. */
export function PictureAdvice({
  readOnly,
  takesPhotos,
  children,
}: PropsWithChildren<PictureAdviceProps>) {
  const toast = useToast()
  // A pasted document is tidied and pasted again. With the same ID it is still one message.
  const say = (advice: Advice): void => {
    toast.push({
      id: 'picture-advice',
      status: 'warning',
      closable: true,
      duration: SHOWN,
      ...advice,
    })
  }
  const refuse = (event: SyntheticEvent, files: FileList, way: Way): void => {
    stop(event)
    const types = [...files].map(({type}) => type)
    say(adviceForFiles(types, way, takesPhotos))
  }
  const sayWhatIsLeftOut = (data: DataTransfer): void => {
    const count = picturesIn(data.getData('text/html'))
    if (count > 0) say(adviceForLeftOut(count, takesPhotos))
  }
  const isOurs = (event: ClipboardEvent | DragEvent): boolean => !readOnly && isForText(event)

  // The studio would show that nothing can be dropped here, without a reason.
  const onDrag = (event: DragEvent): void => {
    if (isOurs(event) && carriesFiles(event.dataTransfer)) stop(event)
  }
  const onDrop = (event: DragEvent): void => {
    const {dataTransfer} = event
    if (!isOurs(event) || isCopiedHere(dataTransfer)) return
    if (carriesFiles(dataTransfer)) refuse(event, dataTransfer.files, 'dropped')
    else sayWhatIsLeftOut(dataTransfer)
  }
  const onPaste = (event: ClipboardEvent): void => {
    const {clipboardData} = event
    if (!isOurs(event) || isCopiedHere(clipboardData)) return
    // Word adds a picture of the words themselves.
    const hasWords = ['text/html', 'text/plain'].every((type) => clipboardData.getData(type))
    if (carriesFiles(clipboardData) && !hasWords) refuse(event, clipboardData.files, 'pasted')
    else sayWhatIsLeftOut(clipboardData)
  }
  return (
    <div
      data-text-input=""
      onDragEnterCapture={onDrag}
      onDragOverCapture={onDrag}
      onDropCapture={onDrop}
      onPasteCapture={onPaste}
    >
      {children}
    </div>
  )
}

/** Otherwise the browser opens a dropped file in place of the studio. */
function stop(event: SyntheticEvent): void {
  event.preventDefault()
  event.stopPropagation()
}

/**
 * Whether the event is for this text. For React, the dialogs of its blocks are inside it. They have their own fields, which
 * take files, and their own texts, which have their own advice.
 */
function isForText({target, currentTarget}: SyntheticEvent): boolean {
  if (!(target instanceof Element)) return false
  const input = target.closest('[data-text-input]')
  // In full screen the editor is elsewhere on the page.
  if (input && input !== currentTarget) return false
  return Boolean(target.closest('[data-is-file-target]')?.querySelector('[data-pt-editor]'))
}

/** Content that was copied or dragged inside the studio. It brings its blocks along. */
function isCopiedHere({types}: DataTransfer): boolean {
  return types.some((type) => type.includes('portable-text'))
}

function carriesFiles(data: DataTransfer): boolean {
  return data.types.includes('Files') && !isCopiedHere(data)
}
