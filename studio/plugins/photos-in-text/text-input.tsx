// The text of an article: pictures that are dropped or pasted into it become photos where they were dropped.
import {useRef, useState, type ClipboardEvent, type DragEvent} from 'react'
import type {InputProps} from 'sanity'
import {styled} from 'styled-components'
import {useArticlePhotos, type ArticlePhotos, type OpenText} from './article-photos.tsx'
import {lineAt, placeAmong, type Box} from './drop-place.ts'
import {
  carriesFiles,
  droppedFiles,
  isCopiedHere,
  isForText,
  pastedFiles,
  stop,
  TEXT_INPUT,
} from './file-events.ts'
import {adviceForAddresses} from './labels.ts'
import {separatePictures} from './pasted-pictures.ts'
import {addToText, picturesAmong, takePasted, blocksIn} from './photo-gestures.ts'
import {placeBelow, placeOfCaret, type Place} from './place-in-text.ts'
import {useFillWaiting, waitingAt} from './waiting-photo.tsx'

const Frame = styled.div`
  position: relative;
`

/** Where the pictures go: a line between two blocks, or the photo that waits for its file. */
const Mark = styled.div`
  position: absolute;
  left: 0;
  right: 0;
  z-index: 10;
  pointer-events: none;
  min-height: 3px;
  border-radius: 3px;
  background-color: var(--card-focus-ring-color);
  opacity: 0.7;

  &[data-block] {
    background-color: transparent;
    border: 3px solid var(--card-focus-ring-color);
  }
`

type Marked = {top: number; height: number} | null

/** Around the input of the type `body`. */
export function TextInput(props: InputProps) {
  const photos = useArticlePhotos()
  if (!photos || props.readOnly) return props.renderDefault(props)
  return <PhotoText input={props} photos={photos} />
}

function PhotoText({input, photos}: {input: InputProps; photos: ArticlePhotos}) {
  const [marked, setMarked] = useState<Marked>(null)
  const onPaste = usePaste(photos)
  const fillWaiting = useFillWaiting()
  const {openTextRef, tools, attempt} = photos
  const isOurs = (event: DragEvent): boolean =>
    isForText(event) && carriesFiles(event.dataTransfer) && openTextRef.current !== null

  const onDrag = (event: DragEvent<HTMLElement>): void => {
    if (!isOurs(event)) return
    stop(event)
    const mark = markFor(event, openTextRef.current as OpenText)
    // The editor is rendered again only when the place has changed.
    setMarked((now) => (now?.top === mark?.top && now?.height === mark?.height ? now : mark))
  }
  const onLeave = ({currentTarget, relatedTarget}: DragEvent<HTMLElement>): void => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setMarked(null)
  }
  const onDrop = (event: DragEvent<HTMLElement>): void => {
    setMarked(null)
    if (!isOurs(event)) return
    stop(event)
    const {editor} = openTextRef.current as OpenText
    const pictures = picturesAmong(tools, droppedFiles(event))
    const place = placeUnder(event, editor)
    const waiting = pictures.length > 0 ? waitingAt(event.target) : null
    const [first, ...rest] = pictures
    if (waiting && first) fillWaiting(waiting, first)
    const given = (waiting ? rest : pictures).map((file) => ({file}))
    if (given.length > 0 && place) attempt(() => addToText(tools, editor, {given, place}))
  }
  return (
    <Frame
      {...TEXT_INPUT}
      onDragEnterCapture={onDrag}
      onDragOverCapture={onDrag}
      onDragLeaveCapture={onLeave}
      onDropCapture={onDrop}
      onPasteCapture={onPaste}
    >
      {input.renderDefault(input)}
      {marked && (
        <Mark
          data-testid="drop-place"
          data-block={marked.height > 3 ? '' : undefined}
          style={marked}
        />
      )}
    </Frame>
  )
}

const boxesOf = ({editor}: Pick<OpenText, 'editor'>): Box[] =>
  [...(editor.dom.getEditorElement()?.children ?? [])].map((block) => block.getBoundingClientRect())

function placeUnder({target, clientY}: DragEvent, editor: OpenText['editor']): Place | null {
  const blocks = blocksIn(editor)
  const waiting = waitingAt(target)
  if (waiting) return {beside: waiting.blockKey, side: 'after', isInstead: false}
  return placeBelow(blocks, placeAmong(boxesOf({editor}).slice(0, blocks.length), clientY))
}

function markFor(
  {target, currentTarget, clientY}: DragEvent<HTMLElement>,
  openText: OpenText,
): Marked {
  const {top} = currentTarget.getBoundingClientRect()
  const waiting = waitingAt(target)?.element.getBoundingClientRect()
  if (waiting) return {top: waiting.top - top, height: waiting.height}
  const boxes = boxesOf(openText)
  return {top: lineAt(boxes, placeAmong(boxes, clientY)) - top - 1, height: 3}
}

function usePaste({openTextRef, tools, attempt}: ArticlePhotos) {
  const ours = useRef(new WeakSet<Event>())
  const pasteAgain = (target: EventTarget, clipboardData: DataTransfer): void => {
    const again = new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true})
    ours.current.add(again)
    target.dispatchEvent(again)
  }
  return (event: ClipboardEvent): void => {
    const {clipboardData, target} = event
    const open = openTextRef.current
    if (!open || ours.current.has(event.nativeEvent) || !isForText(event)) return
    if (isCopiedHere(clipboardData)) return
    const {editor} = open
    const files = pastedFiles(event)
    if (files.length > 0) {
      stop(event)
      const given = picturesAmong(tools, files).map((file) => ({file}))
      const place = placeOfCaret(editor.getSnapshot())
      if (given.length > 0 && place) attempt(() => addToText(tools, editor, {given, place}))
      return
    }
    const html = clipboardData.getData('text/html')
    if (!/<img\b/i.test(html)) return
    const found = separatePictures(new DOMParser().parseFromString(html, 'text/html'))
    if (found.pictures.length === 0) {
      if (found.leftOut > 0) tools.say(adviceForAddresses(0, found.leftOut), 'warning')
      return
    }
    stop(event)
    const data = new DataTransfer()
    data.setData('text/plain', clipboardData.getData('text/plain'))
    data.setData('text/html', found.html)
    attempt(async () => {
      const pasted = await takePasted(tools, found)
      open.expectPasted(pasted.blocks)
      pasteAgain(target, data)
      pasted.begin()
    })
  }
}
