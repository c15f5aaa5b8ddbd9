// Explains that a text without photos takes no pictures.
import {useToast} from '@sanity/ui/toast'
import type {ClipboardEvent, DragEvent, PropsWithChildren} from 'react'
import {
  carriesFiles,
  droppedFiles,
  isCopiedHere,
  isForText,
  pastedFiles,
  stop,
  TEXT_INPUT,
} from './file-events.ts'
import {
  adviceForLeftOut,
  adviceForWordsOnly,
  picturesIn,
  SHOWN_MS,
  type Advice,
  type Way,
} from './labels.ts'

/** Wraps the editor of a text. The studio's own message for a refused file has only its name and media type. */
export function WordsOnly({
  readOnly,
  children,
}: PropsWithChildren<{readOnly: boolean | undefined}>) {
  const toast = useToast()
  // A pasted document is tidied and pasted again. With the same ID it is still one message.
  const say = (advice: Advice): void => {
    const id = 'picture-advice'
    toast.push({id, status: 'warning', closable: true, duration: SHOWN_MS.warning, ...advice})
  }
  const refuse = (files: readonly File[], way: Way): void =>
    say(
      adviceForWordsOnly(
        files.map(({type}) => type),
        way,
      ),
    )
  const sayWhatIsLeftOut = (data: DataTransfer): void => {
    const count = picturesIn(data.getData('text/html'))
    if (count > 0) say(adviceForLeftOut(count))
  }
  const isOurs = (event: ClipboardEvent | DragEvent): boolean => !readOnly && isForText(event)

  // The studio would show that nothing can be dropped here, without a reason.
  const onDrag = (event: DragEvent): void => {
    if (isOurs(event) && carriesFiles(event.dataTransfer)) stop(event)
  }
  const onDrop = (event: DragEvent): void => {
    if (!isOurs(event) || isCopiedHere(event.dataTransfer)) return
    if (!carriesFiles(event.dataTransfer)) return sayWhatIsLeftOut(event.dataTransfer)
    stop(event)
    refuse(droppedFiles(event), 'dropped')
  }
  const onPaste = (event: ClipboardEvent): void => {
    if (!isOurs(event) || isCopiedHere(event.clipboardData)) return
    const files = pastedFiles(event)
    if (files.length === 0) return sayWhatIsLeftOut(event.clipboardData)
    stop(event)
    refuse(files, 'pasted')
  }
  return (
    <div
      {...TEXT_INPUT}
      onDragEnterCapture={onDrag}
      onDragOverCapture={onDrag}
      onDropCapture={onDrop}
      onPasteCapture={onPaste}
    >
      {children}
    </div>
  )
}
