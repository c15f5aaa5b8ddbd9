// A photo in the text, with the state of its file.
import type {BlockProps} from 'sanity'
import {useArticlePhotos} from './article-photos.tsx'
import {PhotoState, useFillWaiting, useLacksPicture, waitingMark} from './waiting-photo.tsx'

/** Blocks of other types are rendered as they are. */
export function PhotoBlock(props: BlockProps) {
  const photos = useArticlePhotos()
  return photos && props.schemaType.name === 'photoUse' ? (
    <BlockWithState {...props} />
  ) : (
    props.renderDefault(props)
  )
}

function BlockWithState(props: BlockProps) {
  const {photo} = props.value as {photo?: {_ref?: string}}
  const waiting = {photoId: photo?._ref ?? '', blockKey: props.value._key ?? ''}
  const lacks = useLacksPicture(photo?._ref)
  const fill = useFillWaiting()
  if (!waiting.photoId) return props.renderDefault(props)
  return (
    <div contentEditable={false} {...(lacks && !props.readOnly && waitingMark(waiting))}>
      {props.renderDefault(props)}
      {!props.readOnly && (
        // A key that presses a button here is not one for the text.
        <div onKeyDown={(event) => event.stopPropagation()}>
          <PhotoState
            photoId={waiting.photoId}
            isWaiting={lacks}
            onFile={(file) => fill(waiting, file)}
          />
        </div>
      )}
    </div>
  )
}
