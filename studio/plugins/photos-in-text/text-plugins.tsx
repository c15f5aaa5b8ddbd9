// Inside the editor of an article's text: lets the form put photos in, and offers to make one of a caption.
import {useEditor, useEditorSelector} from '@portabletext/editor'
import {BehaviorPlugin} from '@portabletext/editor/plugins'
import {getFocusTextBlock} from '@portabletext/editor/selectors'
import {ImageIcon} from '@sanity/icons/Image'
import {Button} from '@sanity/ui'
import {Popover} from '@sanity/ui/popover'
import {useEffect, useMemo, useState} from 'react'
import type {PortableTextPluginsProps} from 'sanity'
import {useCtrlAltKey} from '../../ui/use-ctrl-alt-key.ts'
import {useArticlePhotos, type ArticlePhotos} from './article-photos.tsx'
import {useCreditReader} from './credit-reader.ts'
import {createPasteBehavior, PHOTO_BEHAVIORS} from './photo-behaviors.ts'
import {makePhotosOfSelection} from './photo-gestures.ts'
import {wordsOf} from './text-block.ts'

/** F as in figure. Other keys belong to editorial actions. */
const KEY = 'F'

export function PhotoTextPlugins(props: PortableTextPluginsProps) {
  const photos = useArticlePhotos()
  const {schema} = useEditorSelector(useEditor(), ({context}) => context)
  const takesPhotos = schema.blockObjects.some(({name}) => name === 'photoUse')
  return (
    <>
      {photos && takesPhotos && <PhotosInText photos={photos} />}
      {props.renderDefault(props)}
    </>
  )
}

function PhotosInText({photos}: {photos: ArticlePhotos}) {
  const editor = useEditor()
  const {openTextRef} = photos
  const [pasting] = useState(createPasteBehavior)
  useEffect(() => {
    const own = {editor, expectPasted: pasting.expect}
    openTextRef.current = own
    return () => {
      if (openTextRef.current === own) openTextRef.current = null
    }
  }, [openTextRef, editor, pasting])
  // Always the same list: the editor registers behaviors again if it gets a new one.
  const behaviors = useMemo(() => [...PHOTO_BEHAVIORS, pasting.behavior], [pasting])
  return (
    <>
      <BehaviorPlugin behaviors={behaviors} />
      <MakePhoto photos={photos} />
    </>
  )
}

/** A button below a paragraph that ends in a credit, and a key for every paragraph. */
function MakePhoto({photos: {tools, attempt}}: {photos: ArticlePhotos}) {
  const editor = useEditor()
  const focus = useEditorSelector(editor, getFocusTextBlock)
  const isReadOnly = useEditorSelector(editor, ({context}) => context.readOnly)
  const words = focus && wordsOf(focus.node)
  const [hasKeyboard, setHasKeyboard] = useState(false)
  const reader = useCreditReader(hasKeyboard)
  useEffect(() => {
    const check = (): void => {
      const element = editor.dom.getEditorElement()
      setHasKeyboard(Boolean(element?.contains(document.activeElement)))
    }
    document.addEventListener('focusin', check)
    check()
    return () => document.removeEventListener('focusin', check)
  }, [editor])
  const isCaption = useMemo(
    () => Boolean(words && reader?.readCredit(words, tools.language, false)),
    [words, reader, tools.language],
  )
  const make = (): void => attempt(() => makePhotosOfSelection(tools, editor))
  useCtrlAltKey(KEY, hasKeyboard && !isReadOnly, make)
  const isOffered = isCaption && hasKeyboard && !isReadOnly
  const block = isOffered ? editor.dom.getStartBlockElement(editor.getSnapshot()) : null
  if (!(block instanceof HTMLElement)) return null
  return (
    <Popover
      key={focus?.node._key}
      open
      portal
      constrainSize={false}
      placement="bottom-end"
      fallbackPlacements={['top-end']}
      referenceElement={block}
      content={
        <Button
          icon={ImageIcon}
          fontSize={1}
          padding={3}
          mode="bleed"
          text="Make a photo of this"
          title={`Ctrl + Alt + ${KEY}`}
          aria-keyshortcuts={`Control+Alt+${KEY}`}
          data-testid="make-photo"
          // The caret stays in the text.
          onMouseDown={(event) => event.preventDefault()}
          onClick={make}
        />
      }
    />
  )
}
